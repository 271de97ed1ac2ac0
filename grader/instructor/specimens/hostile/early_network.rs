//! Calls out before `main`.
//!
//! ends: refused
//! unchecked: panicked

use std::arch::naked_asm;
use std::io::ErrorKind;
use std::net::{TcpStream, UdpSocket};
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
    let sends = |socket: UdpSocket| socket.connect("127.0.0.1:9").is_ok();
    // Nobody listens there: where calling out is allowed, that is what is said.
    let is_allowed = TcpStream::connect("127.0.0.1:9").err().map(|error| error.kind());
    let works = UdpSocket::bind("0.0.0.0:0").is_ok_and(sends)
        || is_allowed.is_none_or(|kind| kind == ErrorKind::ConnectionRefused);
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
