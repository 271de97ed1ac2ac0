//! A minus sign too many.
//!
//! fails: some, agrees_with_the_reference, computes_the_example

-self.right(x)
