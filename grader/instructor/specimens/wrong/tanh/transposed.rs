//! The axes come out in reversed order.
//!
//! fails: some, accepts_a_batch, keeps_the_shape

x.t().mapv(f32::tanh)
