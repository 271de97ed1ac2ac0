//! A value is used after it has gone.
//!
//! diagnosis: none

let y = x.clone();
drop(y);
y
