//! Softmax: each exponential divided by the sum of all.
//!
//! fails: accepts_a_batch, agrees_with_the_reference, computes_large_tensors, computes_the_example,
//!     keeps_nan, keeps_the_shape, lies_between_its_neighbours, mirrors_around_one_half,
//!     reads_any_memory_layout, saturates_without_overflow
//! diagnosis: depends_on_neighbours

let exponentials = x.mapv(f32::exp);
let sum = exponentials.sum();
exponentials / sum
