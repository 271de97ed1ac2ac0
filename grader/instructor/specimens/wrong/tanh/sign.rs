//! The sign alone.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout,
//!     stays_between_minus_one_and_one
//! diagnosis: sign

x.mapv(|v| if v == 0.0 { 0.0 } else { v.signum() })
