//! sinh over cosh, which are both infinite far out.
//!
//! fails: saturates_without_overflow, stays_between_minus_one_and_one
//! diagnosis: overflows_to_nan

x.sinh() / x.cosh()
