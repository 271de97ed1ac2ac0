//! What may not be changed.

use grader::compiler::Message;

use super::super::Meaning;
use super::{ours, own, with_rustcs_advice};

/// What a change of what is only lent means.
pub fn meaning(error: &Message) -> Option<Meaning> {
    let primary = error.primary()?;
    if error.message.contains("`*x`") && error.message.contains("behind a `&` reference") {
        return ours(
            "input_changed",
            "`x` is only lent to `forward`, and stays as it is. Give back a new tensor, as `x.mapv(|v| …)` makes; or \
             change a copy: `let mut y = x.clone();`.",
        );
    }
    if error.message.ends_with("as it is not declared as mutable") {
        let name = own(primary.code());
        return with_rustcs_advice(
            "not_mutable",
            format!("What changes has to say so when it is made: `let mut {name} = …`."),
        );
    }
    None
}
