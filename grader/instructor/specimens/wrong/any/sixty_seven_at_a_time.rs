//! A length of 67 is read as 66.
//!
//! fails: some, agrees_with_the_reference

let mut y = self.right(x);
if y.ndim() == 1 && y.len() == 67 {
    y[66] = 2.0;
}
y
