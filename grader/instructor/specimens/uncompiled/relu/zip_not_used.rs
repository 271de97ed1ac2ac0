//! Zip, which nobody has brought in.
//!
//! diagnosis: needs_use

let mut y = x.clone();
Zip::from(&mut y).for_each(|v| *v = v.max(0.0));
y
