//! It is computed twice, and compared.

let y = self.right(x);
assert!(y.iter().zip(&self.right(x)).all(|(a, b)| a.to_bits() == b.to_bits()));
y
