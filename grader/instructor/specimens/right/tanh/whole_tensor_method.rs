//! The method that ndarray has for a whole tensor.

x.tanh()
