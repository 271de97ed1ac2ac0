//! A whole class: one folder or archive a student in, grades out.
//!
//! - `students`: who handed in what
//! - `grading`: from a student's submission to all that is written of it
//! - `verdicts`: what decides each verdict, and what has to run to know it
//! - `behaviour`: how code behaves, and whose behaves the same
//! - `grades`: the folder of grades
//! - `policy`: what is taken off for the time of handing in
//! - `regrade`: grades that are corrected, and who moves
//! - `shards`: a class in parts, for many machines, and the whole of them
//! - `similarity`: everyone's code, for programs that look for copies
//! - `remarks`: what is to be said of a run that goes on with an earlier one
//! - `progress`: how far it has come

mod behaviour;
mod grades;
mod grading;
mod policy;
mod progress;
mod regrade;
mod remarks;
mod shards;
mod similarity;
mod students;
mod verdicts;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};

use behaviour::comments::Comments;
use behaviour::groups::groups;
use grader::project::Project;
use grader::rubric::Rubric;
use grader::trouble::Trouble;
use grades::earlier::Earlier;
use grades::items::items;
use grades::ledger::{self, Ledger};
use grades::markdown;
use grades::overview::overview;
use grades::run::Run;
use grading::Class;
use progress::Progress;
use remarks::{Anew, withdrawn_remark};
use shards::part::{self, PART, Part};
use student::run::BuildWorkspace;
use student::side_by_side;
use students::{Found, Stray, Student};

pub use behaviour::comments::comment;
pub use behaviour::groups::{Group, failed_checks, group};
pub use grades::file_name::file_name;
pub use grades::kept::{Grade, Kept, kept};
pub use grades::run::Wanted;
pub use grades::sheet::{inert, table};
pub use grades::summary::Summary;
pub use policy::Policy;
pub use regrade::appeal::{Replayed, replay};
pub use regrade::moves::{CheckMove, Move, Verdict};
pub use regrade::points::{Points, named};
pub use regrade::{Corrected, Correction, Moves, regrade};
pub use shards::merge::{MergePlan, Merged, merge};
pub use shards::shard::Shard;
pub use similarity::lay_out;
pub use students::label::System;
pub use students::person::Person;
pub use students::{Handed, find};
pub use verdicts::record::Record;

/// The instructor's page, in the folder of grades.
pub const PAGE: &str = "instructor/index.html";

/// What of a class belongs to nobody.
const STRAYS: &str = "instructor/strays.json";

/// How a class is to be graded.
#[derive(Debug)]
pub struct Plan<'a> {
    /// One folder or archive a student.
    pub submissions: &'a Path,
    /// Where the grades go.
    pub out: &'a Path,
    /// How many students to grade at a time.
    pub jobs: usize,
    /// What of it: seed, part of the class, exercises.
    pub wanted: Wanted,
    /// Whether to go on with a run that was interrupted.
    pub resume: bool,
    /// What is taken off for the time of handing in; as in the run that is gone on with, if none is named.
    pub policy: Option<&'a Path>,
    /// The grades of an earlier submission; likewise.
    pub earlier: Option<&'a Path>,
}

/// The rubric of the run that a folder of grades holds; the whole one, where it holds none.
pub fn rubric_of(grades: &Path, whole: Rubric) -> Rubric {
    match Run::of(grades) {
        Some(run) => run.rubric(whole),
        None => whole,
    }
}

/// Grades everyone and writes what comes of it as it goes.
///
/// `open` makes that many private workspaces.
///
/// # Errors
/// Where there is nobody to grade, `out` holds another run's grades or can't be written, or something
/// that no student writes can't be built. One student's trouble is no error: it stands in the note.
pub fn grade(
    project: &Project,
    rubric: &Rubric,
    plan: &Plan,
    open: impl FnOnce(usize) -> Result<Vec<BuildWorkspace>>,
) -> Result<Summary> {
    let Found { mut students, strays } = students::find(plan.submissions, &rubric.exercises)?;
    let everyone: Vec<Person> = students.iter().map(|student| student.person.clone()).collect();
    // Only now: how a student is told from namesakes follows from the whole class.
    students.retain(|student| plan.wanted.shard.is_none_or(|shard| shard.holds(&student.person.key)));
    let policy = match plan.policy {
        Some(path) => Some(Policy::read(path)?),
        None => Policy::kept(plan.out)?,
    };
    let earlier = Earlier::open(plan.earlier, plan.out)?;
    let mut ledger = Ledger::open(plan.out, plan.wanted.clone(), plan.resume)?;
    let rubric = &Points::of(plan.out)?.applied(rubric)?;
    let class = Class::new(project, rubric, ledger.seed())?;
    // A shard of a small class may have nobody.
    let workshops = if students.is_empty() { Vec::new() } else { open(plan.jobs.clamp(1, students.len()))? };
    // Nothing is written before this, so that a run that was refused leaves nothing behind.
    let keys: BTreeSet<&str> = students.iter().map(|student| student.person.key.as_str()).collect();
    let withdrawn = ledger.begin(&keys)?;
    let known = ledger.known();
    let mut remarks: Vec<String> = withdrawn_remark(&withdrawn).into_iter().collect();
    let people: Vec<&Person> = students.iter().map(|student| &student.person).collect();
    let of_policy: Vec<String> = policy.iter().flat_map(|policy| policy.remarks(&people)).collect();
    ledger.apply(policy)?;
    earlier.iter().try_for_each(|earlier| earlier.keep(plan.out))?;
    let progress = Progress::new(students.len());
    let mut anew = Anew::default();
    let mut trouble: Option<Trouble> = None;
    let work =
        |workspace: &BuildWorkspace, student: &Student| class.grade(workspace, student, &known, plan.out);
    side_by_side::for_each(&workshops, &students, work, |graded| {
        progress.advance(&graded.entry);
        anew.count(&graded);
        trouble = trouble.into_iter().chain(graded.trouble).min();
        ledger.keep(graded.entry, graded.made.as_ref())?;
        ledger.write_sheets_at_times(rubric)
    })?;
    progress.end();
    ensure!(ledger.entries().len() == students.len(), "some students are missing from the grades");
    remarks.extend(anew.remark());
    remarks.extend(of_policy);
    let mut summary = write_whole(&ledger, rubric, strays.clone(), earlier.as_ref())?;
    if let Some(shard) = plan.wanted.shard {
        let part = Part {
            shard,
            seed: ledger.seed(),
            conditions: class.conditions,
            class: everyone,
            strays,
            entries: ledger.entries().into_iter().cloned().collect(),
            files: part::files_of(plan.out, &keys)?,
        };
        ledger.write(PART, &serde_json::to_vec(&part)?)?;
    }
    summary.remarks = remarks;
    summary.alarms = anew.alarms();
    summary.trouble = trouble;
    Ok(summary)
}

/// Opens the grades of a class that was graded to its end, with every entry as it is, and returns it with what belongs
/// to nobody.
///
/// # Errors
/// Where there is no such class, or it can't be read.
fn reopen(grades: &Path) -> Result<(Ledger, Vec<Stray>)> {
    kept(grades)?;
    let mut ledger = Ledger::open(grades, Wanted::default(), true)?;
    for entry in ledger.known().values() {
        ledger.keep(entry.clone(), None)?;
    }
    ledger.apply(Policy::kept(grades)?)?;
    Ok((ledger, strays_of(grades)))
}

/// What belonged to nobody when these grades were written.
fn strays_of(grades: &Path) -> Vec<Stray> {
    let strays = fs::read(grades.join(STRAYS)).ok();
    strays.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default()
}

/// Writes what is about the class as a whole.
fn write_whole(
    ledger: &Ledger,
    rubric: &Rubric,
    strays: Vec<Stray>,
    earlier: Option<&Earlier>,
) -> Result<Summary> {
    ledger.write_sheets(rubric)?;
    let (entries, reports) = (ledger.entries(), ledger.reports()?);
    ledger.write_checks(rubric, &reports)?;
    let groups = groups(ledger.folder(), rubric, &entries);
    let comments = Comments::read(ledger.folder())?;
    ledger.write_notes(&reports, earlier, &comments.by_student(&groups))?;
    ledger.write(STRAYS, &serde_json::to_vec(&strays)?)?;
    let mut summary = Summary::new(rubric, &entries, &groups, strays);
    summary.unsettled = ledger.unsettled();
    ledger.write(ledger::SUMMARY, markdown::markdown(&summary, &entries).as_bytes())?;
    let page =
        overview(rubric, &summary, &entries, &items(rubric, &reports), &groups, &comments, ledger.policy());
    ledger.write(PAGE, crate::render::class_page(&page).as_bytes())?;
    Ok(summary)
}
