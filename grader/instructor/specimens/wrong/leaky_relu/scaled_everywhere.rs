//! There is no branch.
//!
//! fails: agrees_with_the_reference, computes_the_example, keeps_positive_values, passes_extremes,
//!     takes_any_slope
//! diagnosis: scaled_everywhere

x * self.slope
