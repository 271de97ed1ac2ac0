//! lambda.
//!
//! diagnosis: other_language

x.mapv(lambda v: v.max(0.0))
