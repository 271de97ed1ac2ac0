//! A little noise is added, as for training.
//!
//! fails: some, answers_the_same_each_time

x.mapv(|v| (1.0 / (1.0 + (-v).exp()) + 5e-7 * (fastrand::f32() - 0.5)).clamp(0.0, 1.0))
