//! Softmax: each exponential divided by the sum of all.
//!
//! fails: some, computes_the_example, agrees_with_the_reference

let exponentials = x.mapv(f32::exp);
let sum = exponentials.sum();
exponentials / sum
