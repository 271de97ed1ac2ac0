//! Kept in half precision: eleven bits of each value.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout
//! diagnosis: half_precision

x.mapv(|v| {
    let y = v.tanh();
    let step = (y.abs().log2().floor().max(-14.0) - 10.0).exp2();
    (y / step).round_ties_even() * step
})
