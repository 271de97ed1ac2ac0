//! `grade`: files in, a score out.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

use super::{BadArgument, Ending, Results, page, show};
use crate::atomic_write;
use crate::curves::{self, Curve};
use crate::given::{self, ChangedGiven};
use crate::grading::{self, Conditions};
use crate::judge::Limits;
use crate::outcome::Status;
use crate::project::Project;
use crate::render::{self, Details, Symbols};
use crate::report::Report;
use crate::rubric::{Exercise, Rubric};
use crate::run::{self, BuildWorkspace, Jail, Subject};
use crate::submission::Submission;

/// Run the shared suite and report
#[derive(Debug, clap::Args)]
pub struct Grade {
    /// Grade only these, such as `relu`
    #[arg(value_name = "EXERCISE")]
    exercises: Vec<String>,
    /// Whose code to grade
    #[arg(long, value_enum, default_value = "exercises")]
    subject: Subject,
    /// Grade this folder or file instead, in a private workspace; the grader's feature `class` opens
    /// archives, too
    #[arg(long, value_name = "PATH", conflicts_with = "subject")]
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
    /// Also write the report as a page for a browser; the grader's feature `page` can
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    #[command(flatten)]
    results: Results,
    /// Draw the same inputs as the run that showed this seed
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Count hidden checks, too: those that students are not handed
    #[arg(long)]
    hidden: bool,
    /// Exit with code 3 where the score is below this
    #[arg(long, value_name = "N")]
    fail_under: Option<u32>,
    /// Explain only the first exercise that is not done
    #[arg(long)]
    first: bool,
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
    let wanted = options.results.wanted()?;
    if let Some(path) = &options.html {
        page::refuse(path)?;
    }
    let graded = match (graded(options), &wanted) {
        (Ok(graded), _) => graded,
        (Err(error), Some(wanted)) if wanted.is_a_file() => {
            let worth = worth(options).unwrap_or_default();
            let report = Report::not_graded(options.name(), worth, format!("{error:#}"));
            return Err(match wanted.deliver(&report) {
                Ok(()) => error,
                Err(second) => error.context(format!("{second:#}")),
            });
        }
        (Err(error), _) => return Err(error),
    };
    let report = &graded.report;
    if let Some(path) = &options.html {
        page::write(path, &graded)?;
    }
    match &wanted {
        Some(wanted) => wanted.deliver(report)?,
        None => print(&graded, options)?,
    }
    let below = options.fail_under.is_some_and(|limit| report.score < limit);
    Ok(match report.is_complete() && !report.needs_files() {
        false => Ending::Incomplete,
        true if below => Ending::BelowLimit,
        true => Ending::Good,
    })
}

impl Grade {
    /// What is graded, in one word for the report.
    fn name(&self) -> &'static str {
        if self.submission.is_some() { "submission" } else { self.subject.name() }
    }

    /// The checks that count.
    fn rubric(&self, project: &Project) -> Result<Rubric> {
        let all = Rubric::read(&project.rubric())?;
        Ok(if self.hidden { all } else { all.visible() })
    }
}

/// Where a path leads that was named on the command line. What is found there is not followed further.
pub fn named(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// A finished report, and what it is about.
pub struct Graded {
    /// How it was graded.
    pub report: Report,
    /// What was written computes these; none where nobody wants to see them.
    pub curves: Vec<Curve>,
    /// What was graded.
    pub written: Submission,
}

fn graded(options: &Grade) -> Result<Graded> {
    let project = Project::find()?;
    let rubric = options.rubric(&project)?;
    let chosen = rubric.choose(&options.exercises).map_err(|error| BadArgument(error.to_string()))?;
    if options.json.as_deref().is_some_and(Path::is_dir) {
        return Err(BadArgument("--json names a folder\nhint: name a file in it".into()).into());
    }
    run(&project, &rubric, &chosen, options)
}

/// How many points there are, which the readers of results want to know even where none was given.
fn worth(options: &Grade) -> Result<u32> {
    let rubric = options.rubric(&Project::find()?)?;
    Ok(rubric.choose(&options.exercises)?.into_iter().map(Exercise::points).sum())
}

fn print(Graded { report, curves, .. }: &Graded, options: &Grade) -> Result<()> {
    match options.json.as_deref() {
        Some(path) if path == Path::new("-") => show(&render::json(report))?,
        json => {
            if let Some(path) = json {
                atomic_write::write(path, render::json(report).as_bytes())?;
            }
            let symbols = if options.ascii { Symbols::Ascii } else { Symbols::here() };
            let details = if options.first { Details::First } else { Details::All };
            let curves = if options.plot { curves } else { &[][..] };
            show(&render::terminal_with_curves(report, curves, symbols, details))?;
            if let Some(page) = &options.html {
                show(&format!("\nThe same as a page, with curves: {}\n", page.display()))?;
            }
        }
    }
    Ok(())
}

fn run(project: &Project, rubric: &Rubric, chosen: &[&Exercise], options: &Grade) -> Result<Graded> {
    let written = match &options.submission {
        Some(path) => Submission::read(&named(path), &rubric.exercises)?,
        None => Submission::own(project, options.subject, &rubric.exercises)?,
    };
    let seed = options.seed.unwrap_or_else(|| u64::from(fastrand::u32(..)));
    // Two gradings would build in each other's way.
    let _lock = project.lock()?;
    let limits = Limits::USUAL;
    let is_own = options.submission.is_none() && options.subject == Subject::Exercises;
    let changed_given = if is_own { given::changed(project, &rubric.exercises)? } else { Vec::new() };
    let built = if options.submission.is_some() || options.sandbox || options.require_sandbox {
        let jail = Jail::make(project)?.demand(options.require_sandbox)?;
        let workspace = BuildWorkspace::open(project, &rubric.exercises, Some(jail))?;
        let suite = run::build_suite(project)?;
        run::build_submission(project, rubric, &workspace, suite, &written, limits)?
    } else {
        let built = run::build_own(project, rubric, options.subject, &written);
        built.map_err(|error| anyhow!("{error:#}{}", blame(&changed_given)))?
    };
    let conditions = Conditions { seed, limits, withheld: rubric.withheld };
    let mut report = grading::grade(project, options.name(), chosen, &written, &built, conditions)?;
    report.changed_given = changed_given;
    let curves = match options.plot || options.html.is_some() {
        true => curves::trace(project, chosen, &built, &|exercise| patience(&report, exercise))?,
        false => Vec::new(),
    };
    Ok(Graded { report, curves, written })
}

/// What to look at first where the exercises can't be built.
fn blame(changed: &[ChangedGiven]) -> String {
    changed.iter().map(|given| format!("\nhint: {}", given.says)).collect()
}

/// Code that has been waited for in vain already is not waited for as long again.
fn patience(report: &Report, exercise: &Exercise) -> Limits {
    let graded = report.exercises.iter().filter(|graded| graded.name == exercise.name);
    let mut outcomes = graded.flat_map(|graded| &graded.checks).map(|check| check.outcome.status);
    if outcomes.any(|status| status == Status::TimedOut) { Limits::SHORT } else { Limits::USUAL }
}
