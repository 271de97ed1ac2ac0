//! `new`: the skeleton of an exercise.

use std::fs;

use super::is_snake_case;
use anyhow::{Context, Result, ensure};
use formula::Formula;
use grader::project::Project;
use grader::rubric::Rubric;
use grader::source_file::SourceFile;
use student::atomic_write;
use student::commands::{BadArgument, Ending};

const SOLUTION: &str = include_str!("../../templates/new/solution.rs.txt");
const EXERCISE: &str = include_str!("../../templates/new/exercise.toml");
const SUITE: &str = include_str!("../../templates/new/suite.rs.txt");

/// Write the skeleton of a new exercise
#[derive(Debug, clap::Args)]
pub struct New {
    /// Its name in commands, and that of its file, such as `leaky_relu`
    #[arg(value_name = "NAME")]
    name: String,
    /// The name of its type, such as `LeakyReLU`; NAME in CamelCase, if not said
    #[arg(long, value_name = "TYPE")]
    title: Option<String>,
    /// What it computes, as a formula such as `x / (1 + abs(x))`
    #[arg(long, value_name = "FORMULA")]
    formula: String,
    /// The body of the solution, such as `x.mapv(|v| v / (1.0 + v.abs()))`
    #[arg(long, value_name = "RUST")]
    body: String,
}

/// Writes it, and says what is left to do.
///
/// # Errors
/// A [`BadArgument`] for a name that can't be one, or is taken; otherwise where a file can't be read or written,
/// or is not as it was.
pub fn new(options: &New) -> Result<Ending> {
    let name = &options.name;
    if !is_snake_case(name) {
        let message = format!("`{name}` is no name for a file\nhint: lower case and underscores: leaky_relu");
        return Err(BadArgument(message).into());
    }
    if let Err(why) = options.formula.parse::<Formula>() {
        let message = format!(
            "`{}` is no formula: {why}\nhint: there are + - * / ^ ( ), x, e, pi, numbers, and max, min, exp, ln, abs, sqrt, tanh, \
             atan, erf, sigmoid, sign",
            options.formula
        );
        return Err(BadArgument(message).into());
    }
    let title = options.title.clone().unwrap_or_else(|| camel_case(name));
    let project = Project::find()?;
    let rubric = Rubric::read(&project.suite())?;
    if rubric.exercises.iter().any(|exercise| exercise.name == *name || exercise.title == title) {
        return Err(BadArgument(format!("there is an exercise `{name}`, or a type {title}, already")).into());
    }
    let chapter = rubric.exercises.iter().map(|exercise| exercise.chapter).max().unwrap_or_default() + 1;
    let filled = |template: &str| {
        template
            .replace("{name}", name)
            .replace("{title}", &title)
            .replace("{chapter}", &chapter.to_string())
            .replace("{formula}", &options.formula)
            .replace("{body}", &options.body)
    };
    let source = SourceFile::usual(name);
    let beside = |file: &str| format!("solutions/src/{}/{file}", source.folder());
    let functional = "solutions/src/functional.rs".to_owned();
    let list = "grader/suite/exercises.rs".to_owned();
    // All of it is put together before any of it is written.
    let changed = [
        (beside(source.name()), filled(SOLUTION)),
        (format!("grader/suite/{name}/exercise.toml"), filled(EXERCISE)),
        (format!("grader/suite/{name}/mod.rs"), filled(SUITE)),
        edited(&project, beside("mod.rs"), |text| with_module(text, name, &title))?,
        edited(&project, functional, |text| with_function(text, name, &title, &options.formula))?,
        edited(&project, list, |text| with_name(text, name))?,
    ];
    for (file, text) in changed {
        atomic_write::write(&project.root().join(&file), text.as_bytes())?;
        println!("wrote {file}");
    }
    println!(
        "\nWhat is left:\n\
         1. The values that it must have (needs mpmath 1.3.0): python3 grader/instructor/tables/make.py {name}\n\
         2. The exercise, from the solution: cargo make stubs\n\
         3. What the suite makes of common slips: cargo make verify -- /{name}/\n\
         4. The text: the contract in {}, hints and points\n   in grader/suite/{name}/exercise.toml, and a chapter in solutions/lesson",
        beside(source.name())
    );
    Ok(Ending::Good)
}

fn edited(
    project: &Project,
    file: String,
    change: impl FnOnce(&str) -> Option<String>,
) -> Result<(String, String)> {
    let text =
        fs::read_to_string(project.root().join(&file)).with_context(|| format!("cannot read {file}"))?;
    let changed = change(&text);
    ensure!(
        changed.is_some(),
        "{file} is not as it was\nhint: add the exercise's lines to it as the others' are"
    );
    Ok((file, changed.unwrap_or_default()))
}

/// The list of exercises with one more beyond the core.
fn with_name(text: &str, name: &str) -> Option<String> {
    let (before, rest) = text.split_once("beyond! {")?;
    let (names, rest) = rest.split_once('}')?;
    Some(format!("{before}beyond! {{{} {name} }}{rest}", names.trim_end()))
}

/// The module of the activations with one more.
fn with_module(text: &str, name: &str, title: &str) -> Option<String> {
    let text = among(text, "mod ", &format!("mod {name};"))?;
    let text = among(&text, "pub use ", &format!("pub use {name}::{title};"))?;
    let otherwise = "        _ => None,\n";
    let line = format!("        \"{name}\" => Some(Box::new({title})),\n");
    text.contains(otherwise).then(|| text.replacen(otherwise, &(line + otherwise), 1))
}

/// The functions with one more.
fn with_function(text: &str, name: &str, title: &str, formula: &str) -> Option<String> {
    let (before, rest) = text.split_once("use crate::activations::{")?;
    let (names, rest) = rest.split_once('}')?;
    let function = format!(
        "\n/// `{formula}` for every value of `x`, in the shape of `x`: see [`{title}`].\n\
         pub fn {name}(x: &Tensor) -> Tensor {{\n    {title}.forward(x)\n}}\n"
    );
    let mut names: Vec<&str> = names.split(", ").chain([title]).collect();
    names.sort_unstable();
    Some(format!("{before}use crate::activations::{{{}}}{rest}{function}", names.join(", ")))
}

/// The text with a line among those that begin like this, in order.
fn among(text: &str, start: &str, line: &str) -> Option<String> {
    let mut lines: Vec<&str> = text.lines().collect();
    let last = lines.iter().rposition(|line| line.starts_with(start))?;
    let next = lines.iter().position(|other| other.starts_with(start) && *other > line);
    lines.insert(next.unwrap_or(last + 1), line);
    Some(lines.join("\n") + "\n")
}

fn camel_case(name: &str) -> String {
    let capital =
        |word: &str| word.get(..1).unwrap_or_default().to_uppercase() + word.get(1..).unwrap_or_default();
    name.split('_').map(capital).collect()
}
