//! It is computed twice, and compared.

let y = right(x);
assert!(y.iter().zip(&right(x)).all(|(a, b)| a.to_bits() == b.to_bits()));
y
