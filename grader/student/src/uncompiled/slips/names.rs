//! What nobody knows by this name.

use grader::compiler::{Message, Span};

use super::super::Meaning;
use super::{ours, own, with_rustcs_advice};

/// Methods of f32 that an activation may need.
const OF_NUMBERS: [&str; 18] = [
    "exp", "exp2", "exp_m1", "ln", "tanh", "sinh", "cosh", "abs", "max", "min", "clamp", "sqrt", "powi",
    "powf", "recip", "signum", "is_nan", "mul_add",
];

/// Methods of tensors that an activation may need.
const OF_TENSORS: [&str; 8] =
    ["mapv", "map", "iter", "iter_mut", "mapv_inplace", "mapv_into", "clone", "shape"];

/// What stands for functions of numbers in other languages.
const OTHER_LANGUAGES: [&str; 8] = ["np", "numpy", "math", "Math", "torch", "tf", "nn", "F"];

/// What learners call `x`.
const INPUTS: [&str; 8] = ["input", "inputs", "tensor", "arr", "array", "data", "t", "xs"];

/// Methods of what may be missing, which a tensor never is.
const OF_OPTIONS: [&str; 3] = ["unwrap", "expect", "unwrap_or"];

/// What an error about a name means.
pub fn meaning(error: &Message) -> Option<Meaning> {
    let primary = error.primary()?;
    let name = primary.code();
    match error.code() {
        "E0599" => method(error, name),
        "E0423" if error.message == "expected value, found builtin type `f32`" => ours(
            "type_as_value",
            "`f32` is a type. Its functions are written `f32::exp(v)`, or as methods of the number: `v.exp()`.",
        ),
        "E0615" if OF_NUMBERS.contains(&name) => with_rustcs_advice(
            "method_not_called",
            format!("`{name}` is a method, and is called with parentheses: `.{name}()`."),
        ),
        "E0689" => with_rustcs_advice(
            "number_without_type",
            "Rust can't tell whether this number is an f32 or an f64, and asks before it calls a method: write `_f32` \
             behind it. For e to the power of v there is `v.exp()`.",
        ),
        "E0425" | "E0433" => unknown(error, primary, name),
        _ => None,
    }
}

fn method(error: &Message, name: &str) -> Option<Meaning> {
    if let Some(import) = import(error, "trait ") {
        return needs_use(name, &import);
    }
    let is_of_tensor = error.message.contains("`&ArrayBase<") || error.message.contains("`ArrayBase<");
    let is_of_number =
        error.message.contains("for type `f32`") || error.message.contains("for type `{float}`");
    if is_of_tensor && OF_OPTIONS.contains(&name) {
        return ours(
            "nothing_to_unwrap",
            format!(
                "There is nothing to {name}: `mapv` always gives back a tensor, and neither Option nor Result. Leave \
                     `.{name}()` out."
            ),
        );
    }
    if is_of_tensor && (OF_NUMBERS.contains(&name) || ["relu", "sigmoid", "softmax"].contains(&name)) {
        return ours(
            "function_of_tensor",
            format!(
                "A tensor has no method `{name}`. Say what becomes of one number v, and have it done to each: \
                 `x.mapv(|v| …)`."
            ),
        );
    }
    let known = if is_of_tensor { &OF_TENSORS[..] } else { &OF_NUMBERS[..] };
    if !(is_of_tensor || is_of_number) {
        return None;
    }
    if let Some(right) = nearest(name, known) {
        return ours("misspelt_method", format!("There is no method `{}`; there is `{right}`.", own(name)));
    }
    if is_of_number {
        return ours(
            "no_such_method",
            format!(
                "A number has no method `{}`. It has exp, abs, max, tanh, powi and more: build yours from these.",
                own(name)
            ),
        );
    }
    None
}

fn unknown(error: &Message, primary: &Span, name: &str) -> Option<Meaning> {
    let is_value = error.message.starts_with("cannot find value");
    if is_value && name == "e" && primary.after().trim_start().starts_with('^') {
        return ours(
            "power_of_e",
            "`e^…` is how a book writes it. In Rust it is a method of the exponent: `v.exp()` is e to the power of v.",
        );
    }
    if is_value && OTHER_LANGUAGES.contains(&name) && primary.after().starts_with('.') {
        return ours(
            "other_language",
            format!(
                "`{name}` is no part of Rust: here a function of a number is its method, such as `v.exp()`."
            ),
        );
    }
    if OF_NUMBERS.contains(&name) {
        return ours(
            "method_of_number",
            format!(
                "`{name}` is a method of a number in Rust: `v.{name}(…)`, or `f32::{name}` where a function is wanted."
            ),
        );
    }
    let similar =
        error.children.iter().find(|child| child.message.starts_with("a local variable with a similar name"));
    let similar = similar.and_then(|child| child.spans.first()?.suggested_replacement.clone());
    if let Some(right) = similar {
        return ours(
            "unknown_name",
            format!("There is no `{}` here; there is `{}`.", own(name), own(&right)),
        );
    }
    if is_value && INPUTS.contains(&name) {
        return ours(
            "unknown_name",
            format!("There is no `{name}` here: the tensor that comes in is called `x`."),
        );
    }
    if name == "Zip" {
        return needs_use(name, "use ndarray::Zip;");
    }
    import(error, "").and_then(|import| needs_use(name, &import))
}

fn needs_use(name: &str, import: &str) -> Option<Meaning> {
    let says =
        format!("`{}` is not known in this file yet. Put this line at its top: `{}`", own(name), own(import));
    ours("needs_use", says)
}

/// The `use` line that rustc would add, of a help that starts like this.
fn import(error: &Message, start: &str) -> Option<String> {
    let helps = error.children.iter().filter(|child| child.message.starts_with(start));
    let lines = helps.flat_map(|child| &child.spans).filter_map(|span| span.suggested_replacement.as_deref());
    lines.map(str::trim).find(|line| line.starts_with("use ")).map(str::to_owned)
}

/// A name that differs from this one in a letter or two.
fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let wanted = name.to_lowercase();
    let far = |other: &str| strsim::damerau_levenshtein(&wanted, other);
    let nearest = known.iter().copied().min_by_key(|other| far(other))?;
    (far(nearest) <= usize::from(nearest.len() > 2)).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_near_by_one_letter() {
        assert_eq!(nearest("tahn", &OF_NUMBERS), Some("tanh"));
        assert_eq!(nearest("mapV", &OF_TENSORS), Some("mapv"));
        assert_eq!(nearest("sigmoid", &OF_NUMBERS), None);
    }
}
