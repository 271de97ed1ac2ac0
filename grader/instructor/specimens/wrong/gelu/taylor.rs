//! The error function by the first terms of its series.
//!
//! fails: agrees_far_out, agrees_with_the_reference, computes_the_example,
//!     has_its_limits_at_infinity
//! diagnosis: none

x.mapv(|v| {
    let u = v / std::f32::consts::SQRT_2;
    let erf = 1.128_379_2 * (u - u.powi(3) / 3.0 + u.powi(5) / 10.0);
    0.5 * v * (1.0 + erf.clamp(-1.0, 1.0))
})
