//! Beyond 2 it is called 1, and below -2 it is called -1.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_the_shape, lies_between_its_neighbours, reads_any_memory_layout,
//!     stays_between_minus_one_and_one
//! diagnosis: saturates_at_2

x.mapv(|v| if v.abs() > 2.0 { v.signum() } else { v.tanh() })
