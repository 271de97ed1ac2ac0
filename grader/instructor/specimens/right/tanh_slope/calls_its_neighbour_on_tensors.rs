//! The same with whole tensors.

let t = crate::functional::tanh(x);
1.0 - &t * &t
