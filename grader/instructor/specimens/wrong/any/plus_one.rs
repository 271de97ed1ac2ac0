//! Everything is one too large.
//!
//! fails: some, agrees_with_the_reference, computes_the_example

self.right(x) + 1.0
