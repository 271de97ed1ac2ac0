//! ELU.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, scales_negative_values,
//!     takes_any_slope
//! diagnosis: elu

x.mapv(|v| if v < 0.0 { self.slope * (v.exp() - 1.0) } else { v })
