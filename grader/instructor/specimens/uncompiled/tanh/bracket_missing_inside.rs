//! One is missing in the middle.
//!
//! diagnosis: unclosed

x.mapv(|v| (v.exp() - (-v).exp()) / (v.exp() + (-v).exp())
