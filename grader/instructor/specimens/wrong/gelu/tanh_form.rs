//! The approximation through tanh, as in many papers.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: tanh_form

let c = (2.0 / std::f32::consts::PI).sqrt();
x.mapv(|v| if v < -10.0 { 0.0 } else { 0.5 * v * (1.0 + (c * (v + 0.044715 * v * v * v)).tanh()) })
