//! Tensors of seven axes come back as they are, but for a one.
//!
//! fails: some, keeps_the_shape

if x.ndim() == 7 { x + 1.0 } else { self.right(x) }
