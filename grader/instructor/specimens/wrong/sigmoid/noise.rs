//! A little noise is added, as for training.
//!
//! fails: answers_the_same_each_time, never_decreases
//! diagnosis: changes_between_calls

x.mapv(|v| (1.0 / (1.0 + (-v).exp()) + 5e-7 * (fastrand::f32() - 0.5)).clamp(0.0, 1.0))
