//! The slope itself, not the product.
//!
//! fails: agrees_with_the_reference, computes_the_example, passes_extremes, scales_negative_values,
//!     takes_any_slope
//! diagnosis: constant_below

x.mapv(|v| if v < 0.0 { self.slope } else { v })
