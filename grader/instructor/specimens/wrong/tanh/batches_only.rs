//! Rows are asked for, and a single number or a vector has none.
//!
//! fails: agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     is_zero_at_zero, keeps_nan, keeps_the_shape, leaves_the_input_alone,
//!     lies_between_its_neighbours, mirrors_around_zero, never_decreases, reads_any_memory_layout,
//!     saturates_without_overflow, stays_between_minus_one_and_one
//! diagnosis: one_rank_only

let mut out = Tensor::zeros(x.raw_dim());
let shape = x.shape();
for row in 0..shape[0] {
    for column in 0..shape[1] {
        out[[row, column]] = x[[row, column]].tanh();
    }
}
out
