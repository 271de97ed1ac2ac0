//! The loop takes two steps at a time, and what it steps over stays as it was.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     halves_add_up, keeps_the_shape, lies_between_its_neighbours, never_decreases, passes_extremes,
//!     reads_any_memory_layout, zeroes_negative_values
//! diagnosis: partly_done

let mut out = x.clone();
out.iter_mut().step_by(2).for_each(|v| *v = if *v < 0.0 { 0.0 } else { *v });
out
