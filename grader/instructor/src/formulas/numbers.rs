//! What several formulas compute with.

/// Sigmoid, without a quotient.
pub fn sigmoid(x: f64) -> f64 {
    (-softplus(-x)).exp()
}

/// ln(1 + e^x), which does not overflow.
pub fn softplus(x: f64) -> f64 {
    x.max(0.0) + (-x.abs()).exp().ln_1p()
}

/// Rounded to so many decimal places.
pub fn rounded(x: f64, places: i32) -> f64 {
    let scale = 10_f64.powi(places);
    (scale * x).round() / scale
}

/// The nearest number in half precision: eleven bits, and fewer below 2^-14.
pub fn half(x: f64) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let step = (x.abs().log2().floor().max(-14.0) - 10.0).exp2();
    (x / step).round_ties_even() * step
}
