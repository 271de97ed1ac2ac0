//! The answer has a name, and is not given back.
//!
//! diagnosis: let_at_the_end

let y = x.mapv(|v| 1.0 / (1.0 + (-v).exp()));
