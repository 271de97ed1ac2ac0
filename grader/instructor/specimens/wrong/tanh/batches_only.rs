//! Rows are asked for, and a single number or a vector has none.
//!
//! fails: computes_the_example
//! diagnosis: one_rank_only

let mut out = Tensor::zeros(x.raw_dim());
let shape = x.shape();
for row in 0..shape[0] {
    for column in 0..shape[1] {
        out[[row, column]] = x[[row, column]].tanh();
    }
}
out
