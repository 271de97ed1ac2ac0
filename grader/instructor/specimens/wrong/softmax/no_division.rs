//! The powers alone.
//!
//! fails: agrees_with_the_reference, computes_the_example, ignores_a_shift, keeps_nan,
//!     leaves_out_what_is_masked, sums_to_one, survives_large_values
//! diagnosis: no_division

x.mapv(f32::exp)
