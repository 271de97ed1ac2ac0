//! The program is ended at the first negative value.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, answers_the_same_each_time,
//!     computes_large_tensors, computes_the_example, keeps_nan, keeps_the_shape, leaves_the_input_alone,
//!     lies_between_its_neighbours, mirrors_around_one_half, never_decreases, reads_any_memory_layout,
//!     saturates_without_overflow, stays_between_zero_and_one
//! diagnosis: none

x.mapv(|v| {
    if v < 0.0 {
        std::process::exit(0);
    }
    1.0 / (1.0 + (-v).exp())
})
