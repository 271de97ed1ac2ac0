//! One value after the other, each in a tensor of its own.
//!
//! takes: single values

x.map(|&v| self.right(&Tensor::from_elem(Vec::new(), v)).sum())
