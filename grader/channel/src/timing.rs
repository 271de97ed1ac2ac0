//! How long a worker's code takes.
//!
//! The worker holds the watch itself: between two processes, a tensor's way would take longer than many a
//! computation.

use std::hint::black_box;
use std::time::Instant;

use ndarray::ArrayD;

use crate::message::{Passes, Reply};

/// The name under which every worker can be asked for the time of `negate`.
pub const NEGATING: &str = "negating";

/// Flips every sign: the cheapest pass over a tensor that still reads, computes and writes each value.
///
/// A clone would be cheaper to write, but it is a `memcpy`, whose speed hangs on how the C library copies: on
/// some processors it takes several times as long as a loop, at just those distances between the two tensors
/// that an allocator chooses.
pub fn negate(x: &ArrayD<f32>) -> ArrayD<f32> {
    x.mapv(|v| -v)
}

/// Calls `forward` on a tensor of as many values as are asked for, each time with a new output.
pub fn time(forward: &impl Fn(&ArrayD<f32>) -> ArrayD<f32>, passes: Passes) -> Reply {
    // From -6 to 6, where the functions bend, and in no order that a branch could be guessed from.
    let value = |place: u32| place.wrapping_mul(0x9e37_79b9) as f32 * (12.0 / 4_294_967_296.0) - 6.0;
    let x: ArrayD<f32> = (0..passes.values).map(value).collect::<ndarray::Array1<f32>>().into_dyn();
    // Once beforehand: the input is then where it will be, and memory for the output may be at hand.
    let first = forward(black_box(&x));
    if first.shape() != x.shape() {
        return Reply::OtherShape(first.shape().to_vec());
    }
    drop(first);
    let start = Instant::now();
    for _ in 0..passes.count {
        drop(black_box(forward(black_box(&x))));
    }
    Reply::Timed(start.elapsed())
}
