//! Kept in half precision: eleven bits of each value.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, mirrors_around_one_half, reads_any_memory_layout
//! diagnosis: half_precision

x.mapv(|v| {
    let y: f32 = 1.0 / (1.0 + (-v).exp());
    let step = (y.log2().floor().max(-14.0) - 10.0).exp2();
    (y / step).round_ties_even() * step
})
