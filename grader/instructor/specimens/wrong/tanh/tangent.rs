//! The tangent without the h.
//!
//! fails: agrees_with_the_reference, computes_the_example, never_decreases,
//!     saturates_without_overflow, stays_between_minus_one_and_one
//! diagnosis: tangent

x.mapv(f32::tan)
