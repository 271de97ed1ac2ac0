//! Builds the suite and one worker per exercise; a file that does not compile costs only its own exercise.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Result, bail, ensure};
use tempfile::TempDir;

use super::attempts::{Attempts, Patience};
use super::blame::{self, Tokens, Workers};
use super::build_workspace::{BuildWorkspace, KeepingIn};
use super::crates::Crate;
use super::demand::Sandbox;
use super::forbidden::Found;
use super::jail::Jail;
use super::kept_suite::{self, Begun};
use super::suite::Suite;
use crate::given::{self, ChangedGiven};
use crate::submission::Submission;
use grader::cargo::{self, Build, Call};
use grader::compiler::Message;
use grader::judge::{Limits, Program};
use grader::project::Project;
use grader::rubric::{Exercise, Rubric, TestTarget};

/// The programs that a learner runs. Cargo builds a dependency once for each set of features, and these are the
/// sum of what one call asks for: asked for with these, the suite and the worker need no other set.
pub const PROGRAMS: [&str; 8] = ["-p", "student", "--bin", "grader", "-p", "pictures", "--bin", "pictures"];

/// The program of the checks that students have, too.
const VISIBLE: TestTarget = TestTarget { package: "grader", name: "suite" };

/// What something is graded under.
#[derive(Debug, Clone, Copy)]
pub struct Setup<'a> {
    /// The workspace.
    pub project: &'a Project,
    /// Its exercises and checks.
    pub rubric: &'a Rubric,
    /// How long the learner's code is waited for.
    pub limits: Limits,
    /// The seed of everything that is drawn.
    pub seed: u64,
}

/// Everything that running the suite takes.
#[derive(Debug)]
pub struct Built {
    /// The suite.
    pub suite: Arc<Suite>,
    /// One worker an exercise, by the exercise's name.
    pub workers: Workers,
    /// The bounds they were compiled in, if any.
    pub sandbox: Option<Sandbox>,
    /// Given files that were changed in the learner's own tree.
    pub changed_given: Vec<ChangedGiven>,
    /// What rustc warns of in them.
    pub warnings: Vec<Message>,
    /// Where workers of a private workspace lie, for as long as they may be asked.
    pub kept: Option<TempDir>,
}

/// Builds what grading a crate of the workspace takes; `written` are its exercises' files.
///
/// One file that does not compile costs its own exercise and no other.
///
/// # Errors
/// Where cargo can't be started, or something that no learner writes does not compile.
pub fn build_own(setup: Setup, subject: Crate, written: &Submission) -> Result<Built> {
    let Setup { project, rubric, .. } = setup;
    let missing = subject == Crate::Solutions && !project.solutions().is_dir();
    ensure!(!missing, "there is no reference here\nhint: students have their exercises and nothing else");
    let allowed = |exercise: &Exercise| Tokens::Checked.look(written, exercise) == Found::Nothing;
    let changed_given = match subject {
        Crate::Exercises => given::changed(project, &rubric.exercises)?,
        Crate::Solutions => Vec::new(),
    };
    // Elsewhere, given files are as they were given, as they are in class.
    let is_elsewhere = !changed_given.is_empty() || !rubric.exercises.iter().all(allowed);
    if subject == Crate::Exercises && is_elsewhere {
        let workspace = BuildWorkspace::open(project, &rubric.exercises, None)?;
        let suite = build_suite(project, rubric)?;
        let built = build_in_workspace(setup, &workspace, suite, written, Plan::default())?;
        return Ok(Built { changed_given, ..built });
    }
    let (suite, made) = match kept_suite::kept(project).filter(|_| rubric.hidden.is_none()) {
        Some(program) => (Arc::new(Suite::open(program, None)?), make(project, &worker_of(subject))?),
        None => {
            let begun = Begun::now(project)?;
            let made = make(project, &[&suite_arguments(rubric)[..], &worker_of(subject)].concat())?;
            let suite = open_suite(&made, rubric)?;
            begun.keep(&made.programs[VISIBLE.name])?;
            (suite, made)
        }
    };
    match (made.programs.get(subject.program()), subject) {
        (Some(program), _) if made.success => {
            let worker = Ok(Program::unlocked(program.clone()));
            let workers = rubric.exercises.iter().map(|exercise| (exercise.name.clone(), worker.clone()));
            Ok(Built {
                suite,
                workers: workers.collect(),
                sandbox: None,
                changed_given,
                warnings: made.warnings,
                kept: None,
            })
        }
        (_, Crate::Solutions) => bail!("the reference does not compile\n{}", made.explanation()),
        (_, Crate::Exercises) => {
            let known = (written.files.len() == rubric.exercises.len()).then_some(made);
            let workspace = BuildWorkspace::open(project, &rubric.exercises, None)?;
            let plan = Plan { known, ..Plan::default() };
            build_in_workspace(setup, &workspace, suite, written, plan)
        }
    }
}

/// Builds the suite, once for however many submissions.
///
/// # Errors
/// Where cargo can't be started, or the suite does not compile.
pub fn build_suite(project: &Project, rubric: &Rubric) -> Result<Arc<Suite>> {
    open_suite(&make(project, &suite_arguments(rubric))?, rubric)
}

/// Builds the workers for a submission, in a private workspace, beside a suite that is there.
///
/// # Errors
/// As [`build_own`].
pub fn build_submission(
    setup: Setup,
    workspace: &BuildWorkspace,
    suite: Arc<Suite>,
    written: &Submission,
) -> Result<Built> {
    build_in_workspace(setup, workspace, suite, written, Plan::default())
}

/// As [`build_submission`], whatever its files hold: only to prove that the sandbox holds it, too.
///
/// # Errors
/// As [`build_own`].
pub fn build_unchecked(
    setup: Setup,
    workspace: &BuildWorkspace,
    suite: Arc<Suite>,
    written: &Submission,
) -> Result<Built> {
    build_in_workspace(setup, workspace, suite, written, Plan { known: None, tokens: Tokens::Unchecked })
}

/// How workers are built one by one.
struct Plan {
    /// What a build of all files came to, if there has been one.
    known: Option<Build>,
    tokens: Tokens,
}

impl Default for Plan {
    fn default() -> Self {
        Self { known: None, tokens: Tokens::Checked }
    }
}

fn build_in_workspace(
    setup: Setup,
    workspace: &BuildWorkspace,
    suite: Arc<Suite>,
    written: &Submission,
    plan: Plan,
) -> Result<Built> {
    let Setup { project, rubric, limits, .. } = setup;
    let kept = workspace.folder_for_workers()?;
    // A learner's own tree may have everything to build, and is their own.
    let patience = Patience { each: limits.build, all: limits.builds(written.files.len()) };
    let patience = workspace.jail.is_some().then_some(patience);
    let compiler = KeepingIn { workspace, folder: kept.path() };
    let made = Attempts::new(project, rubric, &compiler, written, patience).and_then(|mut attempts| {
        let workers = blame::build(rubric, written, &mut attempts, plan.known, plan.tokens)?;
        Ok((workers, attempts.warnings()))
    });
    workspace.forget()?; // Whatever came of it.
    let (workers, warnings) = made?;
    let sandbox = workspace.jail.as_ref().map(Jail::while_compiling);
    Ok(Built { suite, workers, sandbox, changed_given: Vec::new(), warnings, kept: Some(kept) })
}

fn worker_in(mut made: Build, subject: Crate) -> Result<PathBuf> {
    match made.programs.remove(subject.program()) {
        Some(program) if made.success => Ok(program),
        _ => bail!("`{}` does not compile\n{}", subject.name(), made.explanation()),
    }
}

/// The learner's crate with all optimisations, for a benchmark: one worker an exercise, by the exercise's name.
#[derive(Debug)]
pub struct Optimised {
    /// Who answers for each.
    pub workers: Workers,
    /// Where workers of a private workspace lie, for as long as they may be asked.
    pub kept: Option<TempDir>,
}

/// Builds the learner's crate with all optimisations; a file that does not compile costs its own exercise.
///
/// # Errors
/// As [`build_own`].
pub fn build_optimised(project: &Project, rubric: &Rubric) -> Result<Optimised> {
    let subject = Crate::Exercises;
    let is_as_given = given::changed(project, &rubric.exercises)?.is_empty();
    let made = is_as_given
        .then(|| make(project, &[&["--release"], &worker_of(subject)[..]].concat()))
        .transpose()?;
    if let Some(program) =
        made.filter(|made| made.success).and_then(|mut made| made.programs.remove(subject.program()))
    {
        let worker = Ok(Program::unlocked(program));
        let workers = rubric.exercises.iter().map(|exercise| (exercise.name.clone(), worker.clone()));
        return Ok(Optimised { workers: workers.collect(), kept: None });
    }
    let mut workspace = BuildWorkspace::open(project, &rubric.exercises, None)?;
    workspace.optimised = true;
    let written = Submission::own(project, subject, &rubric.exercises)?;
    let kept = workspace.folder_for_workers()?;
    let compiler = KeepingIn { workspace: &workspace, folder: kept.path() };
    let mut attempts = Attempts::new(project, rubric, &compiler, &written, None)?;
    let workers = blame::build(rubric, &written, &mut attempts, None, Tokens::Checked)?;
    Ok(Optimised { workers, kept: Some(kept) })
}

/// Builds the reference's worker with all optimisations.
///
/// # Errors
/// Where cargo can't be started, or the reference does not compile.
pub fn build_optimised_reference(project: &Project) -> Result<PathBuf> {
    let subject = Crate::Solutions;
    worker_in(make(project, &[&["--release"], &worker_of(subject)[..]].concat())?, subject)
}

/// One call of cargo in the project.
///
/// # Errors
/// Where cargo can't be started.
pub fn make(project: &Project, arguments: &[&str]) -> Result<Build> {
    let (folder, target) = (project.root(), &project.target());
    cargo::build(&Call { folder, target, arguments, environment: Vec::new(), within: None })
}

fn worker_of(origin: Crate) -> [&'static str; 4] {
    ["-p", origin.package(), "--bin", origin.program()]
}

/// The programs that a rubric's checks stand in.
fn suites(rubric: &Rubric) -> impl Iterator<Item = TestTarget> {
    [VISIBLE].into_iter().chain(rubric.hidden)
}

/// What makes cargo build all that a learner's programs are, so that what is asked for beside it has the dependencies
/// that are there.
pub fn all_of(rubric: &Rubric) -> Vec<&'static str> {
    [&suite_arguments(rubric)[..], &worker_of(Crate::Exercises)].concat()
}

/// What makes cargo build them.
fn suite_arguments(rubric: &Rubric) -> Vec<&'static str> {
    let suites = suites(rubric).flat_map(|suite| ["-p", suite.package, "--test", suite.name]);
    PROGRAMS.into_iter().chain(suites).collect()
}

fn open_suite(made: &Build, rubric: &Rubric) -> Result<Arc<Suite>> {
    let program = |suite: TestTarget| match made.programs.get(suite.name) {
        Some(program) => Ok(program.clone()),
        None => Err(made.failure("the suite can't be built")),
    };
    let hidden = rubric.hidden.map(program).transpose()?;
    Ok(Arc::new(Suite::open(program(VISIBLE)?, hidden)?))
}
