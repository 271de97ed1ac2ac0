//! `grade`: files in, a score out.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::{BadArgument, Ending, Required, Results, columns, show};
use crate::atomic_write;
use crate::chosen::chosen;
use crate::curves::{self, Curve};
use crate::grading;
use crate::last::Last;
use crate::render::{self, Details, Look, Symbols};
use crate::report::{ExerciseReport, Next, Origin, Progress, Report};
use crate::run::{self, BuildWorkspace, Crate, Jail, Setup};
use crate::submission::Submission;
use grader::judge::Limits;
use grader::outcome::Status;
use grader::project::Project;
use grader::rubric::{Exercise, Rubric, Track};

/// Run the shared suite and report
#[derive(Debug, clap::Args)]
pub struct Grade {
    /// Grade only these, such as `relu`; `beyond` stands for all that are beyond the core
    #[arg(value_name = "EXERCISE")]
    exercises: Vec<String>,
    /// Compile and run the learner's code in a sandbox, as a submission's
    #[arg(long)]
    sandbox: bool,
    #[command(flatten)]
    required: Required,
    /// Also write the report as JSON; `-` prints it, and nothing else
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    #[command(flatten)]
    results: Results,
    /// Draw the same inputs as the run that showed this seed
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
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
    /// Print what `watch` shows in a window of this size, such as `80x24`
    #[arg(long, value_name = "SIZE", hide = true, value_parser = window)]
    watched: Option<(usize, usize)>,
}

/// Rows of a report with a curve in it.
const ROOM_FOR_A_CURVE: usize = 34;

/// Columns and rows.
fn window(text: &str) -> Result<(usize, usize), String> {
    let parsed = text.split_once('x').and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
    parsed.ok_or_else(|| "a size is two numbers, such as 80x24".to_owned())
}

impl Grade {
    /// Whether somebody reads the report as it is printed, and no program.
    fn is_for_a_person(&self) -> bool {
        self.json.as_deref() != Some(Path::new("-")) && self.results.is_empty()
    }

    /// Whether this exercise's curve is printed with the report: where curves are asked for, of what is watched that
    /// of the exercise at hand; and where there is room, that of one that has just been done.
    fn shows_curve(&self, report: &Report, exercise: &str) -> bool {
        let is_roomy = self.watched.is_none_or(|(_, rows)| rows >= ROOM_FOR_A_CURVE);
        let is_new = is_roomy && newly_done(report).is_some_and(|done| done.name == exercise);
        let at_hand = report.exercises.iter().find(|it| it.status != Progress::Done);
        let is_elsewhere = self.watched.is_some() && at_hand.is_some_and(|it| it.name != exercise);
        let of = report.exercises.iter().find(|it| it.name == exercise);
        let is_waiting = of.is_some_and(|it| !it.is_core() && it.status == Progress::NotStarted);
        self.is_for_a_person() && (self.plot && !is_elsewhere && !is_waiting || is_new)
    }
}

/// Finds these exercises in what was handed in.
pub type ReadSubmission<'a> = dyn Fn(&[Exercise]) -> Result<Submission> + 'a;

/// Makes something else of what was graded, and says what.
pub type Also<'a> = dyn Fn(&Graded) -> Result<String> + 'a;

/// Whose code is graded, and by which checks.
pub struct Task<'a> {
    /// The crate that is graded, where nothing was handed in.
    pub subject: Crate,
    /// Reads what was handed in, which is graded instead.
    pub submission: Option<&'a ReadSubmission<'a>>,
    /// Writes something else of what was graded, such as a page, and says where it is.
    pub also: Option<&'a Also<'a>>,
    /// Reads the checks that count.
    pub rubric: fn(&Project) -> Result<Rubric>,
}

impl Task<'_> {
    /// What the learner wrote, by the checks that they have.
    pub fn own() -> Self {
        let rubric = |project: &Project| Rubric::read(&project.suite());
        Self { subject: Crate::Exercises, submission: None, also: None, rubric }
    }

    /// Whose code is graded, for the report.
    fn origin(&self) -> Origin {
        if self.submission.is_some() { Origin::Submission } else { self.subject.into() }
    }
}

/// Grades what the learner wrote, and reports.
///
/// # Errors
/// As [`grade_task`].
pub fn grade(options: &Grade) -> Result<Ending> {
    grade_task(options, &Task::own())
}

/// Grades and reports.
///
/// # Errors
/// A [`BadArgument`] for a name that is no exercise's; otherwise whatever keeps it from grading.
pub fn grade_task(options: &Grade, task: &Task) -> Result<Ending> {
    let wanted = options.results.wanted()?;
    if options.json.as_deref().is_some_and(Path::is_dir) {
        return Err(BadArgument("--json names a folder\nhint: name a file in it".into()).into());
    }
    let graded = match (graded(options, task), &wanted) {
        (Ok(graded), _) => graded,
        (Err(error), Some(wanted)) if wanted.is_a_file() => {
            let worth = worth(options, task).unwrap_or_default();
            let report = Report::not_graded(task.origin(), worth, format!("{error:#}"));
            return Err(match wanted.deliver(&report) {
                Ok(()) => error,
                Err(second) => error.context(format!("{second:#}")),
            });
        }
        (Err(error), _) => return Err(error),
    };
    let report = &graded.report;
    let also = task.also.map(|also| also(&graded)).transpose()?;
    match &wanted {
        Some(wanted) => wanted.deliver(report)?,
        None => print(&graded, options, also.as_deref())?,
    }
    let below = options.fail_under.is_some_and(|limit| report.counted().score < limit);
    Ok(match () {
        // The suite did not come to its end, which is what happens where the system ends it.
        () if !report.is_complete() => Ending::TryAgain,
        () if report.needs_files() => Ending::Incomplete,
        () if below => Ending::BelowLimit,
        () => Ending::Good,
    })
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

fn graded(options: &Grade, task: &Task) -> Result<Graded> {
    let project = Project::find()?;
    let rubric = (task.rubric)(&project)?;
    rubric.choose(&options.exercises).map_err(|error| BadArgument(error.to_string()))?;
    run(&project, &rubric, options, task)
}

/// How many points there are, which the readers of results want to know even where none was given.
fn worth(options: &Grade, task: &Task) -> Result<u32> {
    let rubric = (task.rubric)(&Project::find()?)?;
    let core =
        rubric.choose(&options.exercises)?.into_iter().filter(|exercise| exercise.track == Track::Core);
    Ok(core.map(Exercise::points).sum())
}

fn print(Graded { report, curves, .. }: &Graded, options: &Grade, also: Option<&str>) -> Result<()> {
    match options.json.as_deref() {
        Some(path) if path == Path::new("-") => show(&render::json(report))?,
        json => {
            if let Some(path) = json {
                atomic_write::write(path, render::json(report).as_bytes())?;
            }
            let symbols = if options.ascii { Symbols::Ascii } else { Symbols::here() };
            let details = if options.first { Details::First } else { Details::All };
            let columns = options.watched.map_or_else(columns, |(columns, _)| columns);
            let look = Look { symbols, details, columns, watch: options.watched.map(|(_, rows)| rows) };
            let is_shown = |curve: &&Curve| options.shows_curve(report, &curve.exercise);
            let shown: Vec<Curve> = curves.iter().filter(is_shown).cloned().collect();
            show(&render::terminal(report, &shown, look))?;
            if let Some(also) = also {
                show(&format!("\n{also}\n"))?;
            }
        }
    }
    Ok(())
}

fn run(project: &Project, rubric: &Rubric, options: &Grade, task: &Task) -> Result<Graded> {
    let written = match task.submission {
        Some(read) => read(&rubric.exercises)?,
        None => Submission::own(project, task.subject, &rubric.exercises)?,
    };
    let mut chosen = chosen(project, rubric, &options.exercises, &written)?;
    let seed = options.seed.unwrap_or_else(|| u64::from(fastrand::u32(..)));
    // Two gradings would build in each other's way.
    let _lock = project.lock()?;
    let setup = Setup { project, rubric, limits: Limits::USUAL, seed };
    let built = if task.submission.is_some() || options.sandbox || options.required.sandbox.is_some() {
        let jail = Jail::make(project)?.demand(options.required.sandbox)?;
        let workspace = BuildWorkspace::open(project, &rubric.exercises, Some(jail))?;
        let suite = run::build_suite(project, rubric)?;
        run::build_submission(setup, &workspace, suite, &written)?
    } else {
        run::build_own(setup, task.subject, &written)?
    };
    let mut report = grading::grade(setup, task.origin(), &chosen, &written, &built)?;
    report.changed_given.clone_from(&built.changed_given);
    // What an editor grades in the background is no news that anybody has read.
    if task.origin() == Origin::Exercises && options.is_for_a_person() {
        if report.is_core_done() && options.exercises.is_empty() {
            add_waiting(&mut report, rubric, &mut chosen, &written);
        }
        let mut last = Last::read(project);
        last.take(&mut report, &written, !options.plot);
        // Where it can't be kept, there is a report all the same.
        let _ = last.keep(project);
        report.next = next(rubric, &last, &written);
    }
    let is_drawn = |exercise: &&Exercise| task.also.is_some() || options.shows_curve(&report, &exercise.name);
    let drawn: Vec<&Exercise> = chosen.iter().copied().filter(is_drawn).collect();
    let curves = curves::trace(project, &drawn, &built, &|exercise| patience(&report, exercise))?;
    Ok(Graded { report, curves, written })
}

/// Adds the exercises beyond the core that are not begun: whoever is done with the core sees what else there is.
fn add_waiting<'a>(
    report: &mut Report,
    rubric: &'a Rubric,
    chosen: &mut Vec<&'a Exercise>,
    written: &Submission,
) {
    for exercise in rubric.of(Track::Beyond) {
        if !chosen.iter().any(|it| it.name == exercise.name) {
            let (file, line) = written.place(exercise);
            report.exercises.push(ExerciseReport::waiting(exercise, file, line));
            chosen.push(exercise);
        }
    }
    let place = |name: &str| rubric.exercises.iter().position(|exercise| exercise.name == name);
    report.exercises.sort_by_key(|exercise| place(&exercise.name));
    chosen.sort_by_key(|exercise| place(&exercise.name));
}

/// The exercise that has just been done, if it is one: its curve is shown.
fn newly_done(report: &Report) -> Option<&ExerciseReport> {
    let mut done = report.exercises.iter().filter(|exercise| exercise.is_newly_done());
    let first = done.next().filter(|_| report.subject == Origin::Exercises)?;
    done.next().is_none().then_some(first)
}

/// The first exercise that is not done, as far as is known.
fn next(rubric: &Rubric, last: &Last, written: &Submission) -> Option<Next> {
    let is_open = |exercise: &&Exercise| !last.of(&exercise.name).is_some_and(|graded| graded.is_done);
    let exercise = rubric.exercises.iter().find(is_open)?;
    let (file, line) = written.place(exercise);
    let line = line.map(|line| format!(":{line}")).unwrap_or_default();
    Some(Next { title: exercise.title.clone(), place: format!("{file}{line}"), name: exercise.name.clone() })
}

/// Code that has been waited for in vain already is not waited for as long again.
fn patience(report: &Report, exercise: &Exercise) -> Limits {
    let graded = report.exercises.iter().filter(|graded| graded.name == exercise.name);
    let mut outcomes = graded.flat_map(|graded| &graded.checks).map(|check| check.outcome.status);
    if outcomes.any(|status| status == Status::TimedOut) { Limits::SHORT } else { Limits::USUAL }
}
