//! A zip of two slices in memory order, the second of a tensor that lies row by row.
//!
//! fails: reads_any_memory_layout
//! diagnosis: order_scrambled

let mut out = Tensor::zeros(x.raw_dim());
match (x.as_slice_memory_order(), out.as_slice_memory_order_mut()) {
    (Some(from), Some(to)) => {
        to.iter_mut().zip(from).for_each(|(y, v)| *y = 1.0 / (1.0 + (-v).exp()))
    }
    _ => out.zip_mut_with(x, |y, v| *y = 1.0 / (1.0 + (-v).exp())),
}
out
