//! Matrices of more than eight columns come back as they are, but for a one.
//!
//! fails: some, accepts_a_batch

if x.ndim() == 2 && x.shape()[1] > 8 { x + 1.0 } else { self.right(x) }
