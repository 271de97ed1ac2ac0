//! Slips as a learner reads them: clauses that point at the slip, and not at the right formula.

use std::fmt;

use crate::edit::Slip;
use crate::tree::{Formula, Operator};

impl Slip {
    /// Its name for programs.
    pub fn key(&self) -> &'static str {
        match self {
            Self::MinusMissing(_) => "minus_missing",
            Self::MinusAdded(_) => "minus_added",
            Self::Doubled(_) => "part_doubled",
            Self::Halved(_) => "part_halved",
            Self::Absolute(_) => "absolute_value",
            Self::Exchanged(Operator::Max | Operator::Min, ..) => "min_for_max",
            Self::Exchanged(..) => "operator_exchanged",
            Self::Swapped(..) => "operands_swapped",
            Self::RightMissing(..) | Self::LeftMissing(..) => "part_missing",
            Self::Parentheses(_) | Self::Outside(..) | Self::Inside(..) => "parentheses_moved",
            Self::Number(..) => "number_exchanged",
            Self::Base(_) => "base_exchanged",
            Self::Digits(_) => "digits_missing",
            Self::Product(_) => "power_as_product",
            Self::Function(..) => "function_exchanged",
            Self::FunctionMissing(..) => "function_missing",
        }
    }
}

impl fmt::Display for Slip {
    /// A clause such as `the minus in front of x is missing`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MinusMissing(of) => write!(f, "the minus in front of {} is missing", part(of)),
            Self::MinusAdded(of) => write!(f, "there is one minus too many in front of {}", part(of)),
            Self::Doubled(of) => write!(f, "{} is doubled", part(of)),
            Self::Halved(of) => write!(f, "{} is halved", part(of)),
            Self::Absolute(of) => write!(f, "{} loses its sign", part(of)),
            Self::Exchanged(is @ (Operator::Max | Operator::Min), was, ..) => {
                write!(f, "`{}` is taken, and not `{}`", is.sign(), was.sign())
            }
            Self::Exchanged(is, _, a, b) => {
                write!(f, "`{}` is the wrong operator between {} and {}", is.sign(), part(a), part(b))
            }
            Self::Swapped(Operator::Divide, ..) => f.write_str("a quotient stands on its head"),
            Self::Swapped(_, a, b) => write!(f, "{} and {} have changed places", part(a), part(b)),
            Self::RightMissing(operator @ (Operator::Max | Operator::Min), b) => {
                write!(f, "`{}` with {} is missing", operator.sign(), part(b))
            }
            Self::RightMissing(operator, b) => write!(f, "`{} {}` is missing", operator.sign(), part(b)),
            Self::LeftMissing(operator @ (Operator::Max | Operator::Min), a) => {
                write!(f, "`{}` with {} is missing", operator.sign(), part(a))
            }
            Self::LeftMissing(operator, a) => write!(f, "`{} {}` is missing", part(a), operator.sign()),
            Self::Parentheses(of) => write!(f, "the parentheses around {of} are missing"),
            Self::Outside(Formula::Negative(_), function) => {
                write!(f, "a minus stands in front of `{}`, and belongs to its argument", function.name())
            }
            Self::Outside(of, function) => {
                write!(f, "{} stands outside of `{}`, and belongs inside", part(of), function.name())
            }
            Self::Inside(of, function) => {
                write!(f, "{} stands inside of `{}`, and belongs outside", part(of), function.name())
            }
            Self::Number(is, was) if *was == Formula::E => write!(f, "e has more digits than {is}"),
            Self::Number(is, _) => write!(f, "{is} is the wrong number"),
            Self::Base(base) => write!(f, "the base is {base}, and has to be e"),
            Self::Digits(digits) => write!(f, "e has more digits than {digits}"),
            Self::Product(of) => write!(f, "e is multiplied by {}, and not raised to its power", part(of)),
            Self::Function(is, was) => write!(f, "`{}` is taken, and not `{}`", is.name(), was.name()),
            Self::FunctionMissing(function, of) => {
                write!(f, "`{}` of {} is not taken", function.name(), part(of))
            }
        }
    }
}

/// A part as it stands in a sentence: in parentheses where it is a sum, a product or has a sign.
fn part(formula: &Formula) -> String {
    match formula {
        Formula::Pair(Operator::Max | Operator::Min, ..)
        | Formula::X
        | Formula::Number(_)
        | Formula::E
        | Formula::Pi
        | Formula::Call(..) => formula.to_string(),
        Formula::Negative(_) => formula.to_string(),
        Formula::Pair(..) => format!("({formula})"),
    }
}

#[cfg(test)]
mod tests {
    use crate::edit::edits;
    use crate::tree::Formula;

    #[test]
    fn a_slip_is_pointed_at() {
        let form: Formula = "(exp(x) - exp(-x)) / (exp(x) + exp(-x))".parse().expect("a formula");
        let says = |wrong: &str| {
            let edit = edits(&form).into_iter().find(|edit| edit.formula.to_string() == wrong);
            edit.map(|edit| edit.slip.to_string()).unwrap_or_default()
        };
        assert_eq!(says("(exp(x) - exp(x)) / (exp(x) + exp(-x))"), "the minus in front of x is missing");
        assert_eq!(
            says("(exp(x) + exp(-x)) / (exp(x) + exp(-x))"),
            "`+` is the wrong operator between exp(x) and exp(-x)"
        );
        assert_eq!(
            says("exp(x) - exp(-x) / (exp(x) + exp(-x))"),
            "the parentheses around exp(x) - exp(-x) are missing"
        );
        assert_eq!(
            says("(exp(x) - -exp(x)) / (exp(x) + exp(-x))"),
            "a minus stands in front of `exp`, and belongs to its argument"
        );
        assert_eq!(says("exp(x) - exp(-x)"), "`/ (exp(x) + exp(-x))` is missing");
        assert_eq!(says("(exp(x) + exp(-x)) / (exp(x) - exp(-x))"), "a quotient stands on its head");
    }
}
