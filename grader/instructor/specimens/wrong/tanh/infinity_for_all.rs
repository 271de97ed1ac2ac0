//! One infinite value turns all values of its tensor into signs.
//!
//! fails: holds_out, saturates_without_overflow
//! diagnosis: depends_on_neighbours

if x.iter().any(|v| v.is_infinite()) {
    return x.mapv(f32::signum);
}
x.mapv(f32::tanh)
