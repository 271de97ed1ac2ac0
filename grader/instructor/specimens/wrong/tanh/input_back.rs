//! The input comes back as it is.
//!
//! fails: agrees_with_the_reference, computes_the_example, saturates_without_overflow,
//!     stays_between_minus_one_and_one
//! diagnosis: identity

x.to_owned()
