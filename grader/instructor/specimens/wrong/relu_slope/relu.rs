//! ReLU, and not its slope.
//!
//! fails: agrees_with_the_reference, computes_the_example, holds_at_both_ends
//! diagnosis: relu

x.mapv(|v| if v < 0.0 { 0.0 } else { v })
