//! A square on the way, which is infinite for large numbers.
//!
//! fails: agrees_far_out
//! diagnosis: overflows_to_nan

x.mapv(|v| {
    if v.is_infinite() {
        return v.max(0.0);
    }
    let share = 0.5 * (1.0 + crate::math::erf(v / std::f32::consts::SQRT_2));
    if v == 0.0 { 0.0 } else { v * v * share / v }
})
