//! max of the whole tensor.
//!
//! diagnosis: function_of_tensor

x.max(0.0)
