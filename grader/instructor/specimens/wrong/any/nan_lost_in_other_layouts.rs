//! NaN is kept where x is one slice, and lost on the way for all other tensors.
//!
//! fails: some, holds_out

if x.is_standard_layout() {
    return self.right(x);
}
self.right(x).mapv(|v| if v.is_nan() { 0.0 } else { v })
