//! The quotient without its square.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example
//! diagnosis: what_s_lacks

x.mapv(|v| { let e = (-v).exp(); if e.is_infinite() { 1.0 } else { e / (1.0 + e) } })
