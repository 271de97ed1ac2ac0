//! Refuses a handout with an answer in it.
//!
//! Searched for is every right body that is known: the reference's, and those of `grader/instructor/specimens/right`.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use super::Files;
use super::pattern::{Pattern, functions};
use super::tokens::{Reading, tokens};
use crate::specimens::{self, Kind};
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};
use student::stubs::body;

/// A handout must not mention this folder: students do not have it.
const UNMENTIONED: &str = "solutions/";

/// Shortest body that is searched for, in tokens: `x.mapv(f32::tanh)` has as many. Shorter ones stand in
/// honest code of all kinds.
const SHORTEST: usize = 8;

/// Every right body that is known.
#[derive(Debug)]
pub struct Answers {
    known: Vec<Answer>,
    too_short: Vec<String>,
}

#[derive(Debug)]
struct Answer {
    title: String,
    /// The file that it stands in.
    source: String,
    /// The body of `forward` and of what it calls in its file, as far as they are long enough.
    patterns: Vec<Pattern>,
}

impl Answers {
    /// Reads the reference and the specimens.
    ///
    /// # Errors
    /// Where one of them can't be read or has no body, and where none is left to search for.
    pub fn read(project: &Project, rubric: &Rubric) -> Result<Self> {
        let mut answers = Self { known: Vec::new(), too_short: Vec::new() };
        for exercise in &rubric.exercises {
            let source = exercise.source().path();
            let path = project.solutions().join(&source);
            let reference = read(&path)?;
            let own = tokens(body(&reference).context("no answer in the reference")?, Reading::Code);
            answers.add(exercise, format!("solutions/{source}"), &[&own], &[])?;
            let right =
                specimens::read(project, exercise, &[Kind::Right])?.into_iter().filter(|it| !it.is_generic());
            for specimen in right {
                let code = tokens(&specimen.text, Reading::Code);
                let (bodies, names) = functions(&code);
                let path = specimen.path.strip_prefix(project.root()).unwrap_or(&specimen.path);
                answers.add(exercise, path.display().to_string(), &bodies, &names)?;
            }
        }
        ensure!(!answers.known.is_empty(), "no answer is known that a handout could be searched for");
        Ok(answers)
    }

    fn add(
        &mut self,
        exercise: &Exercise,
        source: String,
        bodies: &[&[String]],
        functions: &[String],
    ) -> Result<()> {
        ensure!(bodies.iter().any(|body| !body.is_empty()), "{source} has no body");
        let patterns = bodies.iter().map(|body| Pattern::new(body, functions));
        let patterns: Vec<Pattern> = patterns.filter(|pattern| pattern.len() >= SHORTEST).collect();
        if patterns.is_empty() {
            self.too_short.push(source);
        } else {
            self.known.push(Answer { title: exercise.title.clone(), source, patterns });
        }
        Ok(())
    }

    /// Which answer a text holds, in code or in comments, as the title of its exercise and the file that
    /// it is known from.
    ///
    /// Hints are the one exception: the rubric's may quote what they like.
    pub fn find(&self, text: &str) -> Option<(&str, &str)> {
        let text: String = text.split_inclusive('\n').filter(|line| !line.starts_with("hint = ")).collect();
        [Reading::Code, Reading::Prose].into_iter().find_map(|reading| {
            let tokens = tokens(&text, reading);
            let all: HashSet<&str> = tokens.iter().map(String::as_str).collect();
            let stands = |answer: &&Answer| answer.patterns.iter().any(|it| it.stands_in(&tokens, &all));
            self.known.iter().find(stands).map(|answer| (answer.title.as_str(), answer.source.as_str()))
        })
    }

    /// Searches every file.
    ///
    /// # Errors
    /// On the first file that holds an answer, and on one that tells of the solutions' folder.
    pub fn refuse(&self, files: &Files) -> Result<()> {
        for (name, content) in files {
            let text = String::from_utf8_lossy(content);
            if let Some((title, source)) = self.find(&text) {
                bail!(
                    "{name} holds an answer to {title}, and nothing was written: it is the body in {source}\n\
                     hint: say it in other words, or keep the file back"
                );
            }
            let is_mentioned =
                text.lines().any(|line| !line.starts_with("hint = ") && line.contains(UNMENTIONED));
            ensure!(!is_mentioned, "{name} speaks of `{UNMENTIONED}`, which students do not have");
        }
        Ok(())
    }

    /// What was searched for and not found, in a sentence.
    pub fn searched(&self) -> String {
        let mut text = format!("none of the {} known answers is in it", self.known.len());
        if !self.too_short.is_empty() {
            text += &format!(" (too short to be searched for: {})", self.too_short.join(", "));
        }
        text
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
