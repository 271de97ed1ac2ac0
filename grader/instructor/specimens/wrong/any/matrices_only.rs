//! Only matrices are taken.
//!
//! fails: some, computes_the_example

assert_eq!(x.ndim(), 2, "a matrix, please");
self.right(x)
