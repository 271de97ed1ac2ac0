//! Exercises out of solutions: a body between two markers becomes a `todo!`.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::mirror::files;

/// Stands alone on the line before a body.
pub const BEGIN: &str = "// BEGIN SOLUTION";
/// Stands alone on the line after a body.
pub const END: &str = "// END SOLUTION";

/// The learner's version of a solution's file.
///
/// The `todo!` names the layer and uses `x`, so that an untouched exercise compiles without a
/// warning.
///
/// # Errors
/// On a marker without its partner, and on one outside `impl Layer for …`.
pub fn strip(solution: &str) -> Result<String> {
    let mut stub = String::with_capacity(solution.len());
    let mut layer = None;
    let mut opened = None;
    for (number, line) in (1..).zip(solution.lines()) {
        let code = line.trim();
        if let Some(name) = code.strip_prefix("impl Layer for ") {
            layer = Some(name.trim_end_matches([' ', '{']));
        }
        match (code, opened) {
            (BEGIN, None) => {
                let Some(layer) = layer else {
                    bail!("line {number}: `{BEGIN}` outside `impl Layer for …`")
                };
                let indent = &line[..line.len() - line.trim_start().len()];
                stub += &format!("{indent}todo!(\"{layer} of a tensor of shape {{:?}}\", x.shape())\n");
                opened = Some(number);
            }
            (BEGIN, Some(first)) => bail!("line {number}: `{BEGIN}` again, after the one of line {first}"),
            (END, Some(_)) => opened = None,
            (END, None) => bail!("line {number}: `{END}` without a `{BEGIN}` before it"),
            (_, Some(_)) => {}
            (_, None) => {
                stub += line;
                stub += "\n";
            }
        }
    }
    match opened {
        Some(number) => bail!("line {number}: `{BEGIN}` without an `{END}` after it"),
        None => Ok(stub),
    }
}

/// A solution's file with another body, and without markers.
///
/// # Errors
/// Where it has no markers.
pub fn with_body(solution: &str, body: &str) -> Result<String> {
    let parts = solution.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = parts.context("no body between markers")?;
    Ok(format!("{before}{body}{after}"))
}

/// What stands between the markers of a solution's file, if there are any.
pub fn body(solution: &str) -> Option<&str> {
    Some(solution.split_once(BEGIN)?.1.split_once(END)?.0)
}

/// The files that both crates share, as paths in the crate with `/`, in order.
///
/// # Errors
/// Where a folder can't be read.
pub fn sources(folder: &Path) -> Result<Vec<String>> {
    let is_shared =
        |file: &String| ["examples/", "lesson/", "src/"].iter().any(|folder| file.starts_with(folder));
    Ok(files(folder)?.into_iter().filter(is_shared).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOLUTION: &str = "impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        // BEGIN SOLUTION
        secret(x)
        // END SOLUTION
    }
}
";

    #[test]
    fn a_body_becomes_a_todo_that_uses_the_input() {
        let expected = SOLUTION
            .replace("        // BEGIN SOLUTION\n", "")
            .replace("        // END SOLUTION\n", "")
            .replace("secret(x)", "todo!(\"ReLU of a tensor of shape {:?}\", x.shape())");
        assert_eq!(strip(SOLUTION).expect("markers match"), expected);
        assert_eq!(strip("given\n").expect("no markers"), "given\n");
    }

    #[test]
    fn markers_that_do_not_match_are_named_by_line() {
        let message = |text: &str| strip(text).expect_err("markers do not match").to_string();
        assert!(message(&SOLUTION.replace("// END SOLUTION", "")).starts_with("line 3: "));
        assert!(message(&SOLUTION.replace("// BEGIN SOLUTION", "")).starts_with("line 5: "));
        assert!(message(&SOLUTION.replace("secret(x)", BEGIN)).starts_with("line 4: "));
        assert!(message(&SOLUTION.replace("impl Layer", "impl Other")).starts_with("line 3: "));
    }
}
