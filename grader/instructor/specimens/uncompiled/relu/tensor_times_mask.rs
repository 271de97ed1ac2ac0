//! A mask as in NumPy.
//!
//! diagnosis: tensor_compared

x * (x > 0.0)
