//! relu as a method.
//!
//! diagnosis: function_of_tensor

x.relu()
