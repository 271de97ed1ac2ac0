//! A formula as text that reads back as the same formula.

use std::fmt;

use crate::tree::{Formula, Function, Operator};

/// How tightly a formula's outermost part binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Binding {
    Sum,
    Product,
    Sign,
    Power,
    Value,
}

impl Formula {
    pub(crate) fn binding(&self) -> Binding {
        match self {
            Self::Number(number) if number.is_sign_negative() => Binding::Sign,
            Self::X | Self::Number(_) | Self::E | Self::Pi | Self::Call(..) => Binding::Value,
            Self::Negative(_) => Binding::Sign,
            Self::Pair(operator, ..) => operator.binding(),
        }
    }

    /// Whether it is written with nothing but what everybody knows: not with a step such as rounding, for
    /// which formulas have no common name.
    pub fn is_common(&self) -> bool {
        match self {
            Self::X | Self::Number(_) | Self::E | Self::Pi => true,
            Self::Negative(a) => a.is_common(),
            Self::Call(function, a) => {
                !matches!(function, Function::Round | Function::Tan | Function::Sin | Function::Half)
                    && a.is_common()
            }
            Self::Pair(_, a, b) => a.is_common() && b.is_common(),
        }
    }
}

impl Operator {
    pub(crate) fn binding(self) -> Binding {
        match self {
            Self::Add | Self::Subtract => Binding::Sum,
            Self::Multiply | Self::Divide => Binding::Product,
            Self::Power => Binding::Power,
            Self::Max | Self::Min => Binding::Value,
        }
    }

    /// The sign between two values; the name of one that takes them in parentheses.
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Power => "^",
            Self::Max => "max",
            Self::Min => "min",
        }
    }

    /// How tightly the value on the right has to bind, to stand without parentheses.
    pub(crate) fn right(self) -> Binding {
        match self {
            Self::Add | Self::Subtract => Binding::Product,
            Self::Multiply | Self::Divide => Binding::Power,
            Self::Power | Self::Max | Self::Min => Binding::Value,
        }
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = |inner: &Self, least: Binding| {
            if inner.binding() < least { format!("({inner})") } else { inner.to_string() }
        };
        match self {
            Self::X => f.write_str("x"),
            Self::Number(number) => write!(f, "{number}"),
            Self::E => f.write_str("e"),
            Self::Pi => f.write_str("pi"),
            Self::Negative(a) => write!(f, "-{}", held(a, Binding::Value)),
            Self::Call(function, a) => write!(f, "{}({a})", function.name()),
            Self::Pair(operator @ (Operator::Max | Operator::Min), a, b) => {
                write!(f, "{}({a}, {b})", operator.sign())
            }
            Self::Pair(operator, a, b) => {
                let left = if *operator == Operator::Power { Binding::Value } else { operator.binding() };
                write!(f, "{} {} {}", held(a, left), operator.sign(), held(b, operator.right()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_formula_reads_as_it_was() {
        for text in [
            "1 / (1 + exp(-x))",
            "(exp(x) - exp(-x)) / (exp(x) + exp(-x))",
            "2 ^ (-x) - (-x) ^ 2",
            "x - (1 - x) - 1",
            "x / (2 * x) / 2",
            "-(x / 2) + -1 * 2",
            "max(x, -x) * (0 - min(0.5, 1))",
            "exp2(x) + ln(abs(x)) + round(pi * e)",
        ] {
            let formula: Formula = text.parse().expect("a formula");
            assert_eq!(formula.to_string(), text);
            assert_eq!(formula.to_string().parse().as_ref(), Ok(&formula));
        }
    }

    #[test]
    fn rounding_is_not_common() {
        let common = |text: &str| text.parse::<Formula>().expect("a formula").is_common();
        assert!(common("max(x, 0) + exp(-x) ^ 2") && !common("1 + exp(round(x))"));
    }
}
