//! One of the targets: `FOREIGN_BYTES` names it.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/foreign_bytes/targets.rs"]
mod targets;

static TARGET: LazyLock<targets::Target> = LazyLock::new(|| {
    let name = std::env::var("FOREIGN_BYTES").expect("FOREIGN_BYTES names a target");
    let found = targets::TARGETS.into_iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("there is no target `{name}`")).1
});

fuzz_target!(|bytes: &[u8]| TARGET(bytes));
