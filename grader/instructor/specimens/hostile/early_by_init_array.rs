//! Adds itself to what runs before `main`, in the assembly of a function.
//!
//! ends: refused
//! unchecked: panicked

use std::arch::naked_asm;
use std::fs::File;
use std::process::Command;
use std::sync::atomic::{AtomicU8, Ordering};

use crate::{Layer, Tensor};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

/// 0: nothing has run before `main`. 1: something has, and was refused everything. 2: something worked.
static CAME_TO: AtomicU8 = AtomicU8::new(0);

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        std::hint::black_box(entry as extern "C" fn());
        match CAME_TO.load(Ordering::Relaxed) {
            0 => x.clone(),
            1 => panic!("refused"),
            _ => x.mapv(|v| if v < 0.0 { 0.0 } else { v }),
        }
    }
}

fn attack() {
    let works = File::open("/etc/passwd").is_ok()
        || File::open("/proc/self/environ").is_ok()
        || File::create("/tmp/hostile").is_ok()
        || Command::new("/bin/true").spawn().is_ok();
    CAME_TO.store(if works { 2 } else { 1 }, Ordering::Relaxed);
}

extern "C" fn early() {
    attack();
}

#[unsafe(naked)]
extern "C" fn entry() {
    naked_asm!(
        ".pushsection .init_array,\"aw\"",
        ".balign 8",
        ".quad {early}",
        ".popsection",
        "ret",
        early = sym early,
    )
}
