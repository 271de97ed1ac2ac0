//! The number of values is counted with sixteen bits.
//!
//! fails: computes_large_tensors
//! diagnosis: small_only

let mut out = x.clone();
out.iter_mut().take(usize::from(x.len() as u16)).for_each(|v| *v = if *v < 0.0 { 0.0 } else { *v });
out
