//! What a number stands for that is written with so many decimals.

use std::str::FromStr;

use anyhow::{Error, Result};
use grader::judge::Tolerance;

use crate::written_tensor::number;

/// More decimals than this say nothing more.
const MOST: i32 = 20;

/// A number as somebody has written it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// What is written.
    pub value: f64,
    /// How many decimals it has: 4 in `0.6044`, 6 in `4.5e-5`. None has a whole number, infinity and NaN.
    pub decimals: usize,
}

impl FromStr for Number {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let value = number(text)?;
        let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let behind_the_point = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let moved: i32 = exponent.parse().unwrap_or_default();
        let decimals = i32::try_from(behind_the_point).unwrap_or(MOST).saturating_sub(moved);
        Ok(Self { value, decimals: decimals.clamp(0, MOST) as usize })
    }
}

impl Number {
    /// Whether the right value becomes this by rounding. A whole number is not rounded, and has to be the right value as
    /// far as the suite can tell: 1 is not written for 0.7.
    pub fn is_right(self, right: f64, tolerance: Tolerance) -> bool {
        if self.decimals > 0 { self.is_rounded_from(right) } else { self.is_exact(right, tolerance) }
    }

    /// Whether this, which is right, would be right if a function's value were another, too: the decimals that are not
    /// written can't tell the two apart.
    pub fn passes(self, value: f64, right: f64, tolerance: Tolerance) -> bool {
        is_close(value, right, tolerance.slack(right))
            || (!self.is_exact(right, tolerance) && self.is_rounded_from(value))
    }

    fn is_exact(self, right: f64, tolerance: Tolerance) -> bool {
        is_close(self.value, right, tolerance.slack(right))
    }

    /// Half a unit of the last decimal is what rounding changes at most. To that comes what the input's own rounding to
    /// f32 may change.
    fn is_rounded_from(self, value: f64) -> bool {
        let half = 0.5 * 0.1_f64.powi(self.decimals as i32);
        (self.value - value).abs() <= half + f64::from(f32::EPSILON) * value.abs()
    }
}

/// Whether two values are the same as f32, or no further apart than this.
pub fn is_close(one: f64, other: f64, slack: f64) -> bool {
    #[expect(clippy::cast_possible_truncation, reason = "a learner's arithmetic ends in f32")]
    let [a, b] = [one as f32, other as f32];
    a == b || (a.is_nan() && b.is_nan()) || (one - other).abs() <= slack
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLERANCE: Tolerance = Tolerance { absolute: 1e-6, relative: 0.0 };

    fn stands(text: &str, right: f64) -> bool {
        text.parse::<Number>().expect("a number").is_right(right, TOLERANCE)
    }

    #[test]
    fn a_number_is_right_to_the_decimals_that_it_has() {
        let tanh = 0.604_367_777;
        for right in ["0.6044", "0.60437", "0.604", "0.6", ".6", "0.604368", "0.60436777711", "6.044e-1"] {
            assert!(stands(right, tanh), "{right}");
        }
        for wrong in ["0.6043", "0.6045", "0.60436", "0.604367", "0.5", "-0.6044", "NaN", "inf"] {
            assert!(!stands(wrong, tanh), "{wrong}");
        }
        assert!(stands("0.12", 0.125) && stands("0.13", 0.125) && stands("4.54e-5", 4.539_79e-5));
        assert!(!stands("4.5e-5", 4.539_79e-4) && !stands("3e-9", 2.06e-9) && stands("2.1e-9", 2.06e-9));
    }

    #[test]
    fn a_whole_number_is_exact() {
        assert!(!stands("1", 0.604_367_777) && !stands("1", 0.999_909_2) && !stands("0", 0.4));
        assert!(stands("1", 0.999_999_9) && stands("-3", -3.0) && stands("1e2", 100.0));
    }

    #[test]
    fn infinity_and_nan_stand_for_themselves() {
        assert!(stands("inf", f64::INFINITY) && stands("NaN", f64::NAN) && stands("-∞", f64::NEG_INFINITY));
        assert!(!stands("1", f64::INFINITY) && !stands("inf", f64::NEG_INFINITY) && !stands("0.5", f64::NAN));
    }

    #[test]
    fn another_value_passes_where_it_would_be_written_alike() {
        let tanh = 0.604_367_777;
        let passes = |text: &str, value: f64, right: f64| {
            text.parse::<Number>().expect("a number").passes(value, right, TOLERANCE)
        };
        assert!(passes("0.6044", 0.604_41, tanh) && !passes("0.6044", 0.604_46, tanh));
        assert!(!passes("0.604368", 0.604_371, tanh) && passes("0.604368", 0.604_368_5, tanh));
        // What has no more decimals has them all.
        assert!(!passes("0.5", 0.5001, 0.5) && passes("0.5", 0.500_000_1, 0.5));
        assert!(!passes("inf", 1e30, f64::INFINITY) && passes("NaN", f64::NAN, f64::NAN));
    }

    #[test]
    fn decimals_without_end_are_no_trouble() {
        let number: Number = "1e-999999999".parse().expect("a number");
        assert_eq!(number, Number { value: 0.0, decimals: 20 });
        assert_eq!("1e99".parse::<Number>().expect("a number").decimals, 0);
    }
}
