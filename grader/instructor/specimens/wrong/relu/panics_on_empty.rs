//! The first value is asked for before anything else.
//!
//! fails: accepts_empty_tensors
//! diagnosis: panics_on_empty

let first = x.iter().next().expect("at least one value");
let mut out = Tensor::from_elem(x.raw_dim(), *first);
out.zip_mut_with(x, |y, &v| *y = if v < 0.0 { 0.0 } else { v });
out
