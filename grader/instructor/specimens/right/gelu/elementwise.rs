//! As fast as the reference.

crate::elementwise(x, |v| {
    let share = (1.0 + crate::math::erf(v * 0.707_106_77)) * 0.5;
    if v < -20.0 { 0.0 } else { v * share }
})
