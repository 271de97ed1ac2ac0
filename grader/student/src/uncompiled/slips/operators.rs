//! Operators, and what they are between.

use grader::compiler::Message;

use super::super::Meaning;
use super::{digits, double_precision, ours, whole_number};

const POWER: &str =
    "A power is a method of the number: `v.powi(3)`, `v.powf(0.5)`; e to the power of v is `v.exp()`.";

/// What an operator between the wrong things means.
pub fn meaning(error: &Message) -> Option<Meaning> {
    let primary = error.primary()?;
    let message = error.message.as_str();
    match error.code() {
        "E0614" if primary.code().starts_with('*') && primary.before().ends_with('*') => {
            ours("two_stars", format!("Rust has no `**`. {POWER}"))
        }
        "E0369" if message.starts_with("no implementation for") && primary.code() == "^" => {
            ours("caret", format!("`^` is \"exclusive or\", for whole numbers. {POWER}"))
        }
        "E0369" if is_comparison(primary.code()) && message.contains("ArrayBase<") => ours(
            "tensor_compared",
            "A whole tensor can't be compared with a number. Ask about one number at a time: \
             `x.mapv(|v| if v < … { … } else { … })`.",
        ),
        "E0277" if message.contains("`{integer}`") && has_float(message) => {
            whole_number(digits(primary.before(), true).or_else(|| digits(primary.after(), false)))
        }
        "E0277" if message.contains("`f32`") && message.contains("`f64`") => double_precision(),
        "E0277" if message.starts_with("can't compare `&") && has_float(message) => ours(
            "reference_to_number",
            "This compares a reference with a number: write `*v` for the number itself. The closure of `mapv` gets the \
             number, and needs no `*`.",
        ),
        "E0277" if message == "the trait bound `f32: Ord` is not satisfied" => ours(
            "max_of_cmp",
            "`std::cmp::max` and `min` are not for f32, because NaN is neither larger nor smaller than anything. A number \
             has methods for it: `v.max(…)`.",
        ),
        "E0277" if message.contains("cannot be built from an iterator") && message.contains("ArrayBase<") => {
            ours(
                "collected",
                "An iterator knows no shape, so nothing can be collected into a Tensor. `x.mapv(|v| …)` is the way: it calls \
             the closure with each number and keeps x's shape.",
            )
        }
        _ => None,
    }
}

fn is_comparison(operator: &str) -> bool {
    ["<", ">", "<=", ">=", "==", "!="].contains(&operator)
}

fn has_float(message: &str) -> bool {
    ["`f32`", "`f64`", "`{float}`"].iter().any(|float| message.contains(float))
}
