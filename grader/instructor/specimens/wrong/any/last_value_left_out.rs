//! A loop ends one value too early.
//!
//! fails: some, agrees_with_the_reference

let mut y = self.right(x);
if let (Some(last), Some(&v)) = (y.iter_mut().last(), x.iter().last()) {
    *last = v + 1.0;
}
y
