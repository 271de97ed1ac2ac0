//! The worker that runs the activations of `solutions`.

// Nobody builds it without. Editors look at it all the same.
#![cfg(feature = "solutions")]

mod lock;

use std::process::ExitCode;

use solutions::activations;

fn main() -> ExitCode {
    channel::serve(lock::lock, |name| {
        let layer = activations::by_name(name)?;
        Some(Box::new(move |x| layer.forward(x)))
    })
}
