//! The comparison looks the wrong way.
//!
//! fails: agrees_with_the_reference, computes_the_example, keeps_positive_values, passes_extremes,
//!     scales_negative_values, takes_any_slope
//! diagnosis: sides_swapped

x.mapv(|v| if v > 0.0 { self.slope * v } else { v })
