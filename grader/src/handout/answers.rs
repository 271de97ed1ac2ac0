//! Refuses a handout with an answer in it.

use anyhow::{Context, Result, ensure};

use super::Files;
use crate::project::{ACTIVATIONS, Project};
use crate::rubric::Rubric;
use crate::stubs::body;

/// What a handout has no mention of: whoever reads of it asks where it is.
const UNMENTIONED: &str = "solutions/";

/// Searches every file for the whole body of a solution, however it is spaced, in code and in comments.
///
/// Hints are the one exception: the rubric's may quote what they like.
///
/// # Errors
/// On the first file that holds one, and on one that tells of the solutions' folder.
pub fn refuse(project: &Project, rubric: &Rubric, files: &Files) -> Result<()> {
    let mut answers = Vec::new();
    for exercise in &rubric.exercises {
        let path = project.solutions().join(ACTIVATIONS).join(exercise.file());
        let solution =
            std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let answer = code(body(&solution).with_context(|| format!("no answer in {}", path.display()))?);
        ensure!(!answer.is_empty(), "the answer in {} is empty", path.display());
        answers.push((&exercise.title, answer));
    }
    for (name, content) in files {
        let text = String::from_utf8_lossy(content);
        let text: String = text.split_inclusive('\n').filter(|line| !line.starts_with("hint = ")).collect();
        for (title, answer) in &answers {
            let found = code(&text).contains(answer) || words(&text).contains(answer);
            ensure!(
                !found,
                "{name} holds the answer to {title}, and nothing was written\nhint: say it in other words, or keep the file back"
            );
        }
        ensure!(!text.contains(UNMENTIONED), "{name} speaks of `{UNMENTIONED}`, which students do not have");
    }
    Ok(())
}

/// A text without comments and without white space.
fn code(text: &str) -> String {
    squeezed(text.lines().map(|line| line.split("//").next().unwrap_or(line)))
}

/// A text without what makes a line a comment, and without white space.
fn words(text: &str) -> String {
    squeezed(text.lines().map(|line| line.trim_start().trim_start_matches(['/', '!', '#', '*'])))
}

fn squeezed<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.flat_map(|line| line.chars().filter(|c| !c.is_whitespace())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_comments_hide_nothing() {
        let answer = code("y.step( // why\n    |v| v)\n");
        assert_eq!(answer, "y.step(|v|v)");
        assert!(code("let z = y . step(\n|v|\n/* no */ v // so\n)").contains("y.step(|v|"));
        assert!(words("/// It is `y.step(\n    /// |v| v)`.").contains(&answer));
        assert!(words("# y.step( |v| v )").contains(&answer));
    }
}
