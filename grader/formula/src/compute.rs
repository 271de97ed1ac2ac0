//! The value of a formula at a number, and its values over a row of numbers.

use std::f64::consts::{E, PI};

use crate::tree::{Formula, Function, Operator};

/// How exact each step of a computation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// As a learner computes: each step is rounded to f32, and beyond f32 lies infinity.
    Single,
    /// As exact as f64.
    Double,
}

impl Precision {
    fn round(self, value: f64) -> f64 {
        #[expect(clippy::cast_possible_truncation, reason = "the rounding is what it is for")]
        match self {
            Self::Single => f64::from(value as f32),
            Self::Double => value,
        }
    }
}

impl Formula {
    /// f(x), step by step; NaN where a step has no value. A formula of rows has its value for a row of one.
    pub fn at(&self, x: f64, precision: Precision) -> f64 {
        let value = match self {
            Self::X => return x,
            Self::Number(number) => *number,
            Self::E => E,
            Self::Pi => PI,
            Self::Negative(a) => return -a.at(x, precision),
            Self::Call(function, a) => function.of(a.at(x, precision)),
            Self::Pair(operator, a, b) => operator.of(a.at(x, precision), b.at(x, precision)),
        };
        precision.round(value)
    }

    /// The value for each number of a row, step by step.
    pub fn over(&self, row: &[f64], precision: Precision) -> Vec<f64> {
        let each = |one: &dyn Fn(usize) -> f64| (0..row.len()).map(|i| precision.round(one(i))).collect();
        match self {
            Self::Negative(a) => a.over(row, precision).into_iter().map(|a| -a).collect(),
            Self::Call(function, a) => {
                let a = a.over(row, precision);
                let whole = match function {
                    Function::Sum => Some(a.iter().fold(0.0, |sum, a| precision.round(sum + a))),
                    Function::Largest => Some(a.iter().copied().fold(f64::NEG_INFINITY, f64::max)),
                    _ => None,
                };
                each(&|i| whole.unwrap_or_else(|| function.of(a[i])))
            }
            Self::Pair(operator, a, b) => {
                let (a, b) = (a.over(row, precision), b.over(row, precision));
                each(&|i| operator.of(a[i], b[i]))
            }
            Self::X | Self::Number(_) | Self::E | Self::Pi => {
                row.iter().map(|&x| self.at(x, precision)).collect()
            }
        }
    }
}

impl Function {
    fn of(self, a: f64) -> f64 {
        match self {
            Self::Exp => a.exp(),
            Self::Exp2 => a.exp2(),
            Self::Ln => a.ln(),
            Self::Log2 => a.log2(),
            Self::Abs => a.abs(),
            Self::Sqrt => a.sqrt(),
            Self::Tanh => a.tanh(),
            Self::Atan => a.atan(),
            Self::Erf => libm::erf(a),
            Self::Sigmoid => sigmoid(a),
            Self::Sign if a == 0.0 => 0.0,
            Self::Sign => a.signum(),
            Self::Round => a.round(),
            Self::Tan => a.tan(),
            Self::Sin => a.sin(),
            Self::Half => half(a),
            Self::Sum | Self::Largest => a,
        }
    }
}

/// Sigmoid from its smaller end, where no digit is lost and nothing overflows.
fn sigmoid(a: f64) -> f64 {
    let falling = (-a.abs()).exp();
    let least = falling / (falling + 1.0);
    if a.is_sign_negative() { least } else { 1.0 - least }
}

/// The nearest number of eleven bits, and of fewer below 2^-14.
fn half(a: f64) -> f64 {
    if a == 0.0 || !a.is_finite() {
        return a;
    }
    let step = (a.abs().log2().floor().max(-14.0) - 10.0).exp2();
    (a / step).round_ties_even() * step
}

impl Operator {
    fn of(self, a: f64, b: f64) -> f64 {
        match self {
            Self::Add => a + b,
            Self::Subtract => a - b,
            Self::Multiply => a * b,
            Self::Divide => a / b,
            Self::Power => a.powf(b),
            Self::Max => a.max(b),
            Self::Min => a.min(b),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, x: f64) -> f64 {
        text.parse::<Formula>().expect("a formula").at(x, Precision::Double)
    }

    #[test]
    fn a_formula_computes_what_it_says() {
        assert_eq!(at("2 ^ 3 ^ 2 - 8 / 4 / 2", 0.0), 511.0);
        assert_eq!(at("-x ^ 2", 3.0), -9.0);
        assert_eq!(at("2 ^ -x", 1.0), 0.5);
        assert_eq!(at("max(x, 0) + min(x, 0) * 0.25", -2.0), -0.5);
        assert_eq!(at("sign(x) + abs(x) + sqrt(4) + exp2(3)", -2.0), 11.0);
        assert_eq!((at("sign(x)", 0.0), at("sigmoid(x)", 0.0)), (0.0, 0.5));
        assert!((at("2 / sigmoid(4 * x)", -20.0) / at("2 * (1 + exp(-4 * x))", -20.0) - 1.0).abs() < 1e-12);
        assert!((at("ln(e) + log2(2) + tanh(0) + 4 * atan(1) - pi", 0.0) - 2.0).abs() < 1e-15);
        assert!((at("erf(x) - 0.842700792949714869", 1.0)).abs() < 1e-15 && at("erf(x)", -9.0) == -1.0);
        assert!(at("ln(x)", -1.0).is_nan() && at("0 / x", 0.0).is_nan());
        assert_eq!(at("sigmoid(x)", -1000.0), 0.0);
    }

    #[test]
    fn a_formula_of_rows_looks_at_all_of_a_row() {
        let over = |text: &str, row: &[f64]| {
            text.parse::<Formula>().expect("a formula").over(row, Precision::Double)
        };
        assert_eq!(over("x / sum(x) + 1", &[1.0, 3.0, -2.0]), [1.5, 2.5, 0.0]);
        assert_eq!(over("largest(x) - x", &[1.0, 3.0]), [2.0, 0.0]);
        assert_eq!(over("sum(2)", &[7.0; 3]), [6.0; 3]);
        assert_eq!(over("sum(x)", &[]), [0.0; 0]);
        assert_eq!((at("x / sum(x)", 5.0), at("largest(-x)", 5.0)), (1.0, -5.0));
        for (text, is_of_rows) in
            [("exp(x) / sum(exp(x))", true), ("1 - -largest(x)", true), ("tanh(x)", false)]
        {
            assert_eq!(text.parse::<Formula>().expect("a formula").is_of_rows(), is_of_rows, "{text}");
        }
    }

    #[test]
    fn single_precision_overflows_where_a_learners_code_does() {
        let quotient: Formula = "exp(x) / (1 + exp(x))".parse().expect("a formula");
        assert_eq!(quotient.at(100.0, Precision::Double), 1.0);
        assert!(quotient.at(100.0, Precision::Single).is_nan());
        let third: Formula = "x / 3".parse().expect("a formula");
        assert_eq!(third.at(1.0, Precision::Single), f64::from(1.0_f32 / 3.0));
    }
}
