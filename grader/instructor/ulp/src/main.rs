//! `cargo make ulp`, or `cargo make ulp -- tanh`: the reference's arithmetic, for every `f32` that there is, with each set of
//! instructions that this processor has.
//!
//! What is exact is taken from the functions in `f64` of the standard library, and of the crate `libm`. They are good to about one unit
//! in the last of 53 places, which is 2⁻²⁹ of a unit in the last of 24: no digit that is printed here
//! depends on it.

mod every_float;
mod instructions;
mod promise;
mod proof;

use std::process::ExitCode;
use std::time::Instant;

use instructions::Set;
use promise::{PROMISES, Promise};

fn main() -> ExitCode {
    let start = Instant::now();
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--").collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|part| name.contains(part));
    let promises: Vec<Promise> = PROMISES.into_iter().filter(|promise| is_wanted(promise.name)).collect();
    if promises.is_empty() {
        eprintln!(
            "error: nothing here is called {}\nhint: exp, tanh, erf, sigmoid, relu",
            wanted.join(" or ")
        );
        return ExitCode::from(2);
    }
    let sets = Set::here();
    let names: Vec<&str> = sets.iter().map(|set| set.name()).collect();
    println!("All 2^32 values of f32, with {}.\n", names.join(", "));
    let mut is_kept = true;
    for promise in promises {
        let found = proof::prove(promise, &sets, 0..every_float::COUNT);
        println!("{}", found.line(&promise));
        is_kept &= found.complaint.is_none();
    }
    if is_kept {
        println!(
            "\nNone ever decreases, NaN stays NaN, odd is odd, and each set of instructions gives the same bits."
        );
    }
    println!("{:.0} s", start.elapsed().as_secs_f64());
    if is_kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
