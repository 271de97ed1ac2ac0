//! The method that f32 has.

x.mapv(f32::tanh)
