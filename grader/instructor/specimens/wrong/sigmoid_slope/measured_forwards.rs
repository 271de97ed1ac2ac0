//! A difference to one side, with a step that is not small.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: none

let sigmoid = |v: f32| 1.0 / (1.0 + (-v).exp());
x.mapv(|v| (sigmoid(v + 0.01) - sigmoid(v)) / 0.01)
