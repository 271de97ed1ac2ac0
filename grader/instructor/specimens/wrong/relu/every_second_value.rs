//! The loop takes two steps at a time, and what it steps over stays as it was.
//!
//! fails: agrees_with_the_reference, computes_large_tensors, computes_the_example, keeps_the_shape,
//!     passes_extremes, zeroes_negative_values
//! diagnosis: partly_done

let mut out = x.clone();
out.iter_mut().step_by(2).for_each(|v| *v = if *v < 0.0 { 0.0 } else { *v });
out
