//! Beyond 3, where the examples end, it is called 1, and below -3 it is called 0.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, keeps_the_shape,
//!     lies_between_its_neighbours, reads_any_memory_layout
//! diagnosis: saturates_at_3

x.mapv(|v| {
    if v > 3.0 {
        1.0
    } else if v < -3.0 {
        0.0
    } else {
        1.0 / (1.0 + (-v).exp())
    }
})
