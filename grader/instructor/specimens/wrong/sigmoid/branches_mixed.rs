//! Two stable branches, with the denominator of the first copied into the second.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, mirrors_around_one_half, reads_any_memory_layout
//! diagnosis: branches_mixed

x.mapv(|v| {
    let below = 1.0 + (-v).exp();
    if v < 0.0 { v.exp() / below } else { 1.0 / below }
})
