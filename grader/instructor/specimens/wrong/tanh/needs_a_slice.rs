//! `as_slice_mut().unwrap()` on a clone, which keeps the layout of the input.
//!
//! fails: reads_any_memory_layout
//! diagnosis: needs_contiguous

let mut out = x.clone();
out.as_slice_mut().unwrap().iter_mut().for_each(|v| *v = v.tanh());
out
