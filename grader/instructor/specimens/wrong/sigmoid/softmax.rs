//! Softmax: each exponential divided by the sum of all.
//!
//! fails: agrees_with_the_reference, computes_large_tensors, computes_the_example, keeps_the_shape,
//!     saturates_without_overflow
//! diagnosis: depends_on_neighbours

let exponentials = x.mapv(f32::exp);
let sum = exponentials.sum();
exponentials / sum
