//! `grade`: files in, a score out.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{BadArgument, Ending, show};
use crate::curves::{self, Curve};
use crate::grading::{self, Conditions};
use crate::judge::Limits;
use crate::outcome::Status;
use crate::project::Project;
use crate::render::{self, Symbols};
use crate::report::Report;
use crate::rubric::{Exercise, Rubric};
use crate::run::{self, Jail, Private, Subject, Submission};

/// Run the shared suite and report
#[derive(Debug, clap::Args)]
pub struct Grade {
    /// Grade only these, such as `relu`
    #[arg(value_name = "EXERCISE")]
    exercises: Vec<String>,
    /// Whose code to grade
    #[arg(long, value_enum, default_value = "exercises")]
    subject: Subject,
    /// Grade the files of this folder instead, in a private workspace
    #[arg(long, value_name = "DIR", conflicts_with = "subject")]
    submission: Option<PathBuf>,
    /// Lock the learner's code up, as `--submission` does
    #[arg(long)]
    sandbox: bool,
    /// Refuse to grade where this system can't lock everything up
    #[arg(long)]
    require_sandbox: bool,
    /// Also write the report as JSON; `-` prints it, and nothing else
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Draw the same inputs as the run that showed this seed
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Exit with code 3 where the score is below this
    #[arg(long, value_name = "N")]
    fail_under: Option<u32>,
    /// Also draw each exercise's curve beside the one that it should be
    #[arg(long)]
    plot: bool,
    /// Use only ASCII characters
    #[arg(long)]
    ascii: bool,
}

/// Grades and reports.
///
/// # Errors
/// A [`BadArgument`] for a name that is no exercise's; otherwise whatever keeps it from grading.
pub fn grade(options: &Grade) -> Result<Ending> {
    let project = Project::find()?;
    let rubric = Rubric::read(&project.rubric())?.visible();
    let chosen = rubric.choose(&options.exercises).map_err(|error| BadArgument(error.to_string()))?;
    if options.json.as_deref().is_some_and(Path::is_dir) {
        return Err(BadArgument("--json names a folder\nhint: name a file in it".into()).into());
    }
    let (report, curves) = run(&project, &rubric, &chosen, options)?;
    match options.json.as_deref() {
        Some(path) if path == Path::new("-") => show(&render::json(&report))?,
        json => {
            if let Some(path) = json {
                fs::write(path, render::json(&report))
                    .with_context(|| format!("cannot write {}", path.display()))?;
            }
            let symbols = if options.ascii || !speaks_unicode() { Symbols::Ascii } else { Symbols::Unicode };
            show(&render::terminal_with_curves(&report, &curves, symbols))?;
        }
    }
    let below = options.fail_under.is_some_and(|limit| report.score < limit);
    Ok(match report.is_complete() {
        false => Ending::Incomplete,
        true if below => Ending::BelowLimit,
        true => Ending::Good,
    })
}

fn run(
    project: &Project,
    rubric: &Rubric,
    chosen: &[&Exercise],
    options: &Grade,
) -> Result<(Report, Vec<Curve>)> {
    let (name, written) = match &options.submission {
        Some(folder) => ("submission", Submission::read(folder, &rubric.exercises)?),
        None => (options.subject.name(), Submission::own(project, options.subject, &rubric.exercises)?),
    };
    let seed = options.seed.unwrap_or_else(|| u64::from(fastrand::u32(..)));
    // Two gradings would build in each other's way.
    let _lock = project.lock()?;
    let limits = Limits::USUAL;
    let built = if options.submission.is_some() || options.sandbox || options.require_sandbox {
        let jail = Jail::make(project)?;
        jail.demand(options.require_sandbox)?;
        let private = Private::open(project, &rubric.exercises, Some(jail))?;
        let suite = run::build_suite(project)?;
        run::build_submission(project, rubric, &private, suite, &written, limits.build)?
    } else {
        run::build_own(project, rubric, options.subject, &written)?
    };
    let conditions = Conditions { seed, limits, withheld: rubric.withheld };
    let report = grading::grade(project, name, chosen, &written, &built, conditions)?;
    let curves = match options.plot {
        true => curves::trace(project, chosen, &built, &|exercise| patience(&report, exercise))?,
        false => Vec::new(),
    };
    Ok((report, curves))
}

/// Code that has been waited for in vain already is not waited for as long again.
fn patience(report: &Report, exercise: &Exercise) -> Limits {
    let graded = report.exercises.iter().filter(|graded| graded.name == exercise.name);
    let mut outcomes = graded.flat_map(|graded| &graded.checks).map(|check| check.outcome.status);
    if outcomes.any(|status| status == Status::TimedOut) { Limits::SHORT } else { Limits::USUAL }
}

/// Whether the terminal can be trusted with more than ASCII: its locale says so, where it has one.
fn speaks_unicode() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    match locale {
        Some(locale) => locale.to_ascii_lowercase().replace('-', "").contains("utf8"),
        None => cfg!(target_os = "macos") || std::env::var_os("WT_SESSION").is_some(),
    }
}
