//! The rows of a matrix come out in reverse order.
//!
//! fails: some

let mut y = self.right(x);
if y.ndim() == 2 {
    y.invert_axis(ndarray::Axis(0));
}
y.as_standard_layout().into_owned()
