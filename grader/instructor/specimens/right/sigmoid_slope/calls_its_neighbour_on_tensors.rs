//! The same with whole tensors.

let s = crate::functional::sigmoid(x);
&s * &(1.0 - &s)
