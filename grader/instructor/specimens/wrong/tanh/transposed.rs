//! The axes come out in reversed order.
//!
//! fails: accepts_a_batch, keeps_the_shape
//! diagnosis: transposed

x.t().mapv(f32::tanh)
