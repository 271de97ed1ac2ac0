//! The Gompertz curve, an S that is not symmetric.
//!
//! fails: agrees_with_the_reference, computes_the_example, is_one_half_at_zero,
//!     saturates_without_overflow
//! diagnosis: gompertz

x.mapv(|v| (-(-v).exp()).exp())
