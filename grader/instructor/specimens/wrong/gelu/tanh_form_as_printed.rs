//! The approximation through tanh, without a thought of minus infinity.
//!
//! fails: agrees_with_the_reference, computes_the_example, has_its_limits_at_infinity
//! diagnosis: tanh_form

x.mapv(|v| 0.5 * v * (1.0 + (0.797_884_6 * (v + 0.044715 * v.powi(3))).tanh()))
