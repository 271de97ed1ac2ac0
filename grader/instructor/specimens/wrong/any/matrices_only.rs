//! Only matrices are taken.
//!
//! fails: some, keeps_the_shape

assert_eq!(x.ndim(), 2, "a matrix, please");
right(x)
