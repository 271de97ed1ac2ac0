//! The loop goes on as long as the value is negative, and nothing in it changes the value.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, answers_the_same_each_time,
//!     computes_large_tensors, computes_the_example, halves_add_up, is_zero_at_zero, keeps_nan,
//!     keeps_positive_values, keeps_the_shape, leaves_the_input_alone, lies_between_its_neighbours,
//!     never_decreases, passes_extremes, reads_any_memory_layout, zeroes_negative_values
//! diagnosis: none
//! deadline: usual

x.mapv(|v| {
    while v < 0.0 {
        std::hint::spin_loop();
    }
    v
})
