//! ReLU.
//!
//! fails: agrees_with_the_reference, computes_the_example
//! diagnosis: relu

x.mapv(|v| if v < 0.0 { 0.0 } else { v })
