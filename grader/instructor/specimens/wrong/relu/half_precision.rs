//! Kept in half precision: eleven bits of each value.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, halves_add_up,
//!     keeps_positive_values, keeps_the_shape, lies_between_its_neighbours, passes_extremes,
//!     reads_any_memory_layout
//! diagnosis: half_precision

x.mapv(|v| {
    let step = (v.abs().log2().floor().max(-14.0) - 10.0).exp2();
    if v < 0.0 { 0.0 } else { (v / step).round_ties_even() * step }
})
