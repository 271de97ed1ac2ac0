//! A tensor without values is not expected.
//!
//! fails: some, accepts_empty_tensors

let _first = x.iter().next().unwrap();
self.right(x)
