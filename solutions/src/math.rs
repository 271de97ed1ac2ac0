//! `exp`, `tanh` and `erf` to compute with quickly, given and complete, as `np.exp`, `np.tanh` and
//! `scipy.special.erf` are in Python.
//!
//! [`f32::exp`] and [`f32::tanh`] are calls into the system's library, one value at a time, and there is no such
//! call for `erf` in Rust. The functions here are a few dozen multiplications, additions and choices without a branch, so that a compiler turns
//! a loop over them into instructions that work on 4, 8 or 16 values at once. [`elementwise`](fn@crate::elementwise) is
//! such a loop. By themselves they are right wherever [`f32::exp`] and [`f32::tanh`] are.
//!
//! # How they are made
//!
//! `exp` and `tanh` split a power into a whole number of doublings and a rest, for which a short polynomial does:
//! for `exp` as in William J. Cody and William Waite, "Software Manual for the Elementary Functions", 1980,
//! chapter 6. `erf` is an odd polynomial near 0; elsewhere 1 - `erf` falls like a power of e, whose exponent is a
//! polynomial. The polynomials are minimax, computed with Remez's algorithm by
//! `grader/instructor/tables/polynomials.py` of the course's workspace.
//!
//! A multiplication and an addition are rounded one by one: [`f32::mul_add`], which rounds once, is a
//! function call where a processor has no instruction for it, and takes twenty times as long. So every
//! processor gives the same bits.
//!
//! # What is promised
//!
//! | function | error            | x = ∞ | x = -∞ | NaN | x = ±0 | subnormal x | too large, too small |
//! |----------|------------------|-------|--------|-----|--------|-------------|----------------------|
//! | `exp`    | ≤ [`EXP_ULP`]    | ∞     | 0      | NaN | 1      | 1           | ∞; subnormal, then 0 |
//! | `tanh`   | ≤ [`TANH_ULP`]   | 1     | -1     | NaN | ±0     | x           |                      |
//! | `erf`    | ≤ [`ERF_ULP`]    | 1     | -1     | NaN | ±0     | 1.128 x     |                      |
//!
//! The error is in units in the last place of the exact value, ULP for short: an ULP is the distance
//! between two neighbouring `f32` there, and half of one is what rounding alone may cost. None of them
//! ever decreases, and tanh(-x) is -tanh(x) to the last bit, as erf(-x) is -erf(x). All of this has been checked for every `f32`
//! that there is, not for some.

use std::f32::consts::{LN_2, LOG2_E};

/// How far [`exp`] is off at most, in ULP.
pub const EXP_ULP: f64 = 1.0;

/// How far [`tanh`] is off at most, in ULP.
pub const TANH_ULP: f64 = 2.3;

/// How far [`erf`] is off at most, in ULP.
pub const ERF_ULP: f64 = 1.3;

/// 1.5·2²³. Between 2²³ and 2²⁴ neighbouring `f32` are 1 apart: adding this rounds to a whole number k, and
/// leaves k in the lowest bits of the sum.
const ROUND: f32 = 12_582_912.0;

/// ln 2 in two parts: the first has so few digits that its product with up to 150 is exact.
const LN_2_HIGH: f32 = 355.0 / 512.0;
const LN_2_LOW: f32 = -2.121_944_4e-4;

/// e^x.
///
/// ```
/// use nn::math::exp;
///
/// assert_eq!(exp(0.0), 1.0);
/// assert_eq!(exp(-1e9), 0.0);
/// ```
#[inline(always)]
pub fn exp(x: f32) -> f32 {
    // Beyond these it is ∞ or 0 anyway. Written so that NaN passes.
    let x = if x > 89.0 { 89.0 } else { x };
    let x = if x < -104.0 { -104.0 } else { x };
    // e^x = 2^k · e^r with |r| ≤ ln 2 / 2
    let shifted = x * LOG2_E + ROUND;
    let k = shifted - ROUND;
    let r = (x - k * LN_2_HIGH) - k * LN_2_LOW;
    let r2 = r * r;
    let low = 0.499_999_94 + r * 0.166_665_21;
    let high = (0.041_668_39 + r * 0.008_368_745) + r2 * 0.001_381_454_2;
    // The large parts come last and are exact, so that rounding can never make the sum decrease.
    let e_r = 1.0 + (r + r2 * (low + r2 * high));
    // 2^k in two factors, because 2^128 is no `f32`, and nor, in full, is 2^-150.
    let (bias, rest) = if x < 0.0 { (127 + 64, TWO_TO_MINUS_64) } else { (127 - 64, TWO_TO_64) };
    e_r * f32::from_bits(shifted.to_bits().wrapping_add(bias) << 23) * rest
}

const TWO_TO_64: f32 = 18_446_744_073_709_551_616.0;
const TWO_TO_MINUS_64: f32 = 1.0 / TWO_TO_64;

/// The hyperbolic tangent of x.
///
/// ```
/// use nn::math::tanh;
///
/// assert_eq!(tanh(-0.0), 0.0);
/// assert_eq!(tanh(1e9), 1.0);
/// ```
#[inline(always)]
pub fn tanh(x: f32) -> f32 {
    let a = x.abs();
    // Near 0, a and a small correction.
    let u = a * a;
    let near = a + a * (u * (((0.016_437_586 * u - 0.052_671_816) * u + 0.133_207_25) * u - 0.333_329_47));
    // Elsewhere, 1 - 2 / (e^2a + 1) with e^2a = 2^k · 2^f and |f| ≤ 1/2. From 9.02 on it is 1.
    let t = a.min(9.02) * (2.0 * LOG2_E);
    let shifted = t + ROUND;
    let f = t - (shifted - ROUND);
    let high = 0.055_505_6 + f * (0.009_669_708 + f * 0.001_330_026_7);
    let two_to_f = 1.0 + f * (LN_2 + f * (0.240_222_81 + f * high));
    // k counts from the bit on at which an `f32` has its exponent.
    let e_2a = f32::from_bits(two_to_f.to_bits().wrapping_add(shifted.to_bits() << 23));
    let far = 1.0 - 2.0 / (e_2a + 1.0);
    if a > 0.55 { far } else { near }.copysign(x)
}

/// The error function, `erf(x) = 2/√π ∫ e^(-t²) dt` from 0 to x: the chance that a normally distributed number lies
/// within x·√2 standard deviations of its mean, with the sign of x.
///
/// ```
/// use nn::math::erf;
///
/// assert_eq!(erf(0.0), 0.0);
/// assert_eq!(format!("{:.3} {:.3}", erf(0.5), erf(-1.0)), "0.520 -0.843");
/// ```
#[inline(always)]
pub fn erf(x: f32) -> f32 {
    let a = x.abs();
    // Near 0, a and a correction.
    let u = a * a;
    let high = (-6.749_513_6e-4 * u + 0.005_114_346) * u - 0.026_834_624;
    let near = a + a * (((high * u + 0.112_833_77) * u - 0.376_126_2) * u + 0.128_379_17);
    // Elsewhere, 1 - e^-(2t + t p(t)); 2t is exact. From 3.93 on it is 1.
    let t = a.min(3.95);
    let high = (-2.163_797_3e-4 * t + 0.003_234_451_6) * t - 0.022_951_625;
    let p = ((high * t + 0.105_356_57) * t + 0.635_647_6) * t - 0.871_465_1;
    let far = 1.0 - exp(-(2.0 * t + t * p));
    if a > 0.75 { far } else { near }.copysign(x)
}
