//! One type where another is wanted.

use grader::compiler::Message;

use super::super::Meaning;
use super::{digits, double_precision, ours, own, quoted, whole_number, with_rustcs_advice};

const TENSOR: &str = "expected `ArrayBase<OwnedRepr<f32>";

/// What a type error means.
pub fn meaning(error: &Message) -> Option<Meaning> {
    let primary = error.primary()?;
    let label = primary.label();
    if error.code() == "E0317" {
        return ours(
            "no_else",
            "An `if` without an `else` has no value where its question is answered with no. Say what comes out then: \
             `else { … }`.",
        );
    }
    let found = label.split_once("found ").map(|(_, found)| found)?;
    let because = error.spans.iter().find(|span| span.label().starts_with("expected because of this"));
    if label.starts_with("expected `f32`, found integer") {
        return whole_number(digits(primary.code(), false));
    }
    if label.starts_with("expected integer, found `f32`") {
        return whole_number(because.and_then(|span| digits(span.code(), false)));
    }
    if found.starts_with("`ArrayBase<OwnedRepr<f64>")
        || label.starts_with("expected `f64`, found `f32`")
        || label.starts_with("expected `f32`, found `f64`")
    {
        return double_precision();
    }
    let wants_reference =
        ["expected `&f32`", "expected `&mut f32`"].iter().any(|start| label.starts_with(start));
    if wants_reference && found.starts_with("floating-point number") || found.starts_with("`&f32`") {
        return ours(
            "reference_to_number",
            "`map` and `iter` hand out references to numbers, and a reference is no number: write `*v` for the number \
             itself. The closure of `mapv` gets the number, and needs no `*`.",
        );
    }
    if label.starts_with("expected `&ArrayBase") && found.starts_with("`ArrayBase") {
        return ours(
            "input_changed",
            "`x` is only lent to `forward`, and can't be replaced. Give the new tensor back: as the last line, without \
             a `;`.",
        );
    }
    if !label.starts_with(TENSOR) {
        return None;
    }
    match found {
        _ if found.starts_with("`()`") => nothing(error),
        _ if found.starts_with("`ArrayBase<OwnedRepr<()>") => ours(
            "semicolon_in_closure",
            "The closure gives nothing back: the `;` behind its last value throws that away. Leave the `;` out.",
        ),
        _ if found.starts_with("`&ArrayBase") => ours(
            "input_returned",
            format!(
                "`{}` is only lent to you, and `forward` gives back a tensor of its own: a new one, such as `mapv` makes.",
                own(primary.code())
            ),
        ),
        _ if found.starts_with("`Vec<") => ours(
            "vector_returned",
            "A Vec has a length and no shape, and `forward` gives back a tensor of x's shape. `x.mapv(|v| …)` makes one.",
        ),
        _ if found.starts_with("`f32`") || found.starts_with("floating-point number") => ours(
            "number_returned",
            "This is one number, and `forward` gives back a tensor, with an answer for each value of x: \
             `x.mapv(|v| …)` makes one.",
        ),
        _ if error.children.iter().any(|note| note.message.contains("Dim<[usize; ")) => ours(
            "fixed_rank",
            "This array always has the same number of axes, and a Tensor may have any. `x.mapv(|v| …)` keeps x's shape, \
             whatever it is.",
        ),
        _ => None,
    }
}

/// A body that ends without a value.
fn nothing(error: &Message) -> Option<Meaning> {
    let help = |start: &str| error.children.iter().find(|child| child.message.starts_with(start));
    if help("remove this semicolon").is_some() {
        return with_rustcs_advice(
            "semicolon",
            "A function gives back its last line, and the `;` behind it throws the value away: leave the `;` out.",
        );
    }
    if let Some(local) = help("consider returning the local binding") {
        let name = quoted(&local.message).map(own).unwrap_or_default();
        return ours(
            "let_at_the_end",
            format!(
                "`{name}` is computed and never given back. A function gives back its last line: end it with `{name}`."
            ),
        );
    }
    ours(
        "nothing_returned",
        "The body ends without a value. A function gives back its last line, without a `;`: let that be the new tensor.",
    )
}
