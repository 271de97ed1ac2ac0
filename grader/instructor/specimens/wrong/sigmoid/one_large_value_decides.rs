//! One value beyond 80 makes all values of its tensor 0 or 1.
//!
//! fails: holds_out, saturates_without_overflow
//! diagnosis: depends_on_neighbours

if x.iter().any(|v| v.abs() > 80.0) {
    return x.mapv(|v| if v.is_nan() { v } else { v.clamp(0.0, 1.0).round() });
}
x.mapv(|v| 1.0 / (1.0 + (-v).exp()))
