//! Exercises out of solutions: a body between two markers becomes a `todo!`, and examples between two are left out.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::mirror::files;
use grader::project::EXAMPLES;

/// Stands alone on the line before a body.
const BEGIN: &str = "// BEGIN SOLUTION";
/// Stands alone on the line after a body.
const END: &str = "// END SOLUTION";

/// The same around examples that a learner is to think of.
const BEGIN_EXAMPLES: &str = "# BEGIN SOLUTION";
const END_EXAMPLES: &str = "# END SOLUTION";

/// Every marker, each of which stands alone on its line.
pub const MARKERS: [&str; 4] = [BEGIN, END, BEGIN_EXAMPLES, END_EXAMPLES];

/// The learner's version of a solution's file.
///
/// The `todo!` names the layer and uses `x`, so that an untouched exercise compiles without a
/// warning. Nothing stands for examples.
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
                opened = Some((number, code));
            }
            (BEGIN_EXAMPLES, None) => opened = Some((number, code)),
            (BEGIN | BEGIN_EXAMPLES, Some((first, _))) => {
                bail!("line {number}: `{code}` again, after the one of line {first}")
            }
            (END | END_EXAMPLES, Some(_)) => opened = None,
            (END, None) => bail!("line {number}: `{END}` without a `{BEGIN}` before it"),
            (END_EXAMPLES, None) => {
                bail!("line {number}: `{END_EXAMPLES}` without a `{BEGIN_EXAMPLES}` before it")
            }
            (_, Some(_)) => {}
            (_, None) => {
                stub += line;
                stub += "\n";
            }
        }
    }
    match opened {
        Some((number, begin)) => {
            bail!("line {number}: `{begin}` without an `{}` after it", begin.replace("BEGIN", "END"))
        }
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
    let is_shared = |file: &String| {
        ["examples/", "lesson/", "src/"].iter().any(|folder| file.starts_with(folder)) || file == EXAMPLES
    };
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
    fn examples_between_markers_are_left_out() {
        let examples =
            "examples = \"\"\"\nrelu 3 = 3\n# BEGIN SOLUTION\nrelu -1 = 0\n# END SOLUTION\n\"\"\"\n";
        assert_eq!(strip(examples).expect("markers match"), "examples = \"\"\"\nrelu 3 = 3\n\"\"\"\n");
        let message = |text: &str| strip(text).expect_err("markers do not match").to_string();
        assert!(message(&examples.replace("# BEGIN", "#")).starts_with("line 5: `# END SOLUTION` without"));
        assert!(message(&examples.replace("# END", "#")).starts_with("line 3: "));
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
