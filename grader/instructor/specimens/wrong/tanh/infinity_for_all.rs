//! One infinite value turns all values of its tensor into signs.
//!
//! fails: some, saturates_without_overflow

if x.iter().any(|v| v.is_infinite()) {
    return x.mapv(f32::signum);
}
x.mapv(f32::tanh)
