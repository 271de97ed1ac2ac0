//! Corrects the grades of a class: what has changed runs again, and who moves is known before anything is written.
//!
//! - `moves`: who moves from what to what, and why
//! - `history`: what grades were before
//! - `points`: points of a class's own
//! - `appeal`: a student's verdicts again

pub mod appeal;
mod history;
pub mod moves;
pub mod points;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::class::grades::earlier::Earlier;
use crate::class::grades::entry::{Entry, Status};
use crate::class::grades::ledger::Ledger;
use crate::class::grades::run::Wanted;
use crate::class::grading::{Class, Made};
use crate::class::policy::Policy;
use crate::class::students::person::Person;
use crate::class::students::{self, Found, Stray, Student};
use crate::class::verdicts::fingerprint::{self, Fingerprint};
use crate::class::verdicts::judge::Extent;
use crate::class::verdicts::key::Key;
use crate::class::verdicts::ran::Ran;
use crate::class::verdicts::record::Record;
use crate::class::{strays_of, write_whole};
use grader::project::Project;
use grader::rubric::Rubric;
use grader::trouble::Trouble;
use moves::{Keys, Move, Verdict};
use points::Points;
use student::run::BuildWorkspace;
use student::side_by_side;
use student::submission::Submission;

/// How grades are to be corrected.
#[derive(Debug)]
pub struct Correction<'a> {
    /// The folder of grades.
    pub grades: &'a Path,
    /// What was handed in, where that may have changed; what was kept of it, where it is not said.
    pub submissions: Option<&'a Path>,
    /// How many students to grade at a time.
    pub jobs: usize,
    /// The ids of the checks that are looked at; all of them, where there are none.
    pub only: BTreeSet<String>,
    /// What checks are worth from now on.
    pub points: Points,
    /// How many students are graded again in whole, whatever has changed, to see whether their verdicts stay.
    pub verify: usize,
}

/// Who moves, and what was run to know it.
#[derive(Debug)]
pub struct Moves {
    /// How many students there are.
    pub students: usize,
    /// Those who move, in order of their names.
    pub moved: Vec<Move>,
    /// What is to be said beside.
    pub remarks: Vec<String>,
    /// Verdicts that are others for no reason.
    pub alarms: Vec<String>,
}

/// Grades that are corrected, and not written yet.
pub struct Corrected {
    /// Who moves.
    pub moves: Moves,
    ledger: Ledger,
    rubric: Rubric,
    points: Points,
    strays: Vec<Stray>,
    students: Vec<Regraded>,
}

/// Somebody's grade as it is from now on.
struct Regraded {
    entry: Entry,
    /// None where all that is written stays.
    made: Option<Made>,
    moved: Option<Move>,
    ran: Ran,
    alarms: Vec<String>,
}

/// Somebody to look at.
struct Case {
    person: Person,
    before: Option<Entry>,
    submission: Handed,
    is_verified: bool,
}

enum Handed {
    Now(Student),
    Before,
}

/// Finds out what becomes of everyone's grade. Nothing is written.
///
/// # Errors
/// Where `grades` holds none, a name is no check's, or something that no student writes can't be built.
pub fn regrade(
    project: &Project,
    rubric: &Rubric,
    plan: &Correction,
    open: impl FnOnce(usize) -> Result<Vec<BuildWorkspace>>,
) -> Result<Corrected> {
    let ledger = Ledger::open(plan.grades, Wanted::default(), true)?;
    let known = ledger.known();
    ensure!(
        !known.is_empty(),
        "`{}` holds no grades to correct\nhint: `grade-class` writes them",
        plan.grades.display()
    );
    let rubric = &plan.points.applied(rubric)?;
    let (mut cases, strays) = cases(plan, rubric, &known)?;
    choose(&mut cases, plan.verify);
    let class = Class::new(project, rubric, ledger.seed())?;
    let workshops = open(plan.jobs.clamp(1, cases.len()))?;
    let mut students = Vec::new();
    let work = |workspace: &BuildWorkspace, case: &Case| class.correct(workspace, case, plan);
    side_by_side::for_each(&workshops, &cases, work, |regraded| {
        students.push(regraded?);
        Ok(())
    })?;
    students.sort_by(|a, b| a.entry.person.cmp(&b.entry.person));
    let moves = Moves::of(&mut students);
    Ok(Corrected { moves, ledger, rubric: rubric.clone(), points: plan.points.clone(), strays, students })
}

/// Everyone who has a grade, or has handed in something since.
fn cases(
    plan: &Correction,
    rubric: &Rubric,
    known: &BTreeMap<String, Entry>,
) -> Result<(Vec<Case>, Vec<Stray>)> {
    let found = match plan.submissions {
        Some(folder) => students::find(folder, &rubric.exercises)?,
        None => Found { students: Vec::new(), strays: strays_of(plan.grades) },
    };
    let of = |key: &str| known.get(key).cloned();
    let now = found.students.into_iter().map(|student| Case {
        person: student.person.clone(),
        before: of(&student.person.key),
        submission: Handed::Now(student),
        is_verified: false,
    });
    let mut cases: Vec<Case> = now.collect();
    let are_there: BTreeSet<String> = cases.iter().map(|case| case.person.key.clone()).collect();
    let others = known.values().filter(|entry| !are_there.contains(&entry.person.key));
    cases.extend(others.map(|entry| Case {
        person: entry.person.clone(),
        before: Some(entry.clone()),
        submission: Handed::Before,
        is_verified: false,
    }));
    Ok((cases, found.strays))
}

/// Chooses some who are graded in whole, others each time.
fn choose(cases: &mut [Case], count: usize) {
    let mut order: Vec<usize> = (0..cases.len()).collect();
    fastrand::shuffle(&mut order);
    order.into_iter().take(count).for_each(|number| cases[number].is_verified = true);
}

impl Class<'_> {
    fn correct(&self, workspace: &BuildWorkspace, case: &Case, plan: &Correction) -> Result<Regraded> {
        let Case { person, before, submission, is_verified } = case;
        let graded = before.as_ref().filter(|before| before.has_report);
        let kept = graded.and_then(|_| Record::of(plan.grades, &person.key));
        let submission = match submission {
            Handed::Now(student) => student.read(&self.rubric.exercises),
            Handed::Before => match (before, &kept) {
                (_, Some(kept)) => Ok(kept.submission.clone()),
                // Nothing could be graded, and nothing is there that would change it.
                (Some(before), None) if !before.has_report => {
                    return Ok(Regraded::unmoved(before.of(person)));
                }
                _ => bail!(
                    "nothing is kept of what {} handed in\nhint: --submissions names the folder",
                    person.name
                ),
            },
        };
        let submission = match submission {
            Ok(submission) => submission,
            // That this machine can't read it says nothing of the submission.
            Err(error) if Trouble::of(&error) != Trouble::Unknown => return Err(error),
            Err(error) => {
                let entry = Entry::without_report(person, self.rubric, Status::Failed, &format!("{error:#}"));
                return self.moved(before.as_ref(), entry, None, None, plan);
            }
        };
        self.correct_graded(workspace, case, plan, kept, submission, *is_verified)
    }

    fn correct_graded(
        &self,
        workspace: &BuildWorkspace,
        case: &Case,
        plan: &Correction,
        kept: Option<Record>,
        submission: Submission,
        is_verified: bool,
    ) -> Result<Regraded> {
        let Case { person, before, .. } = case;
        let files = fingerprint::submission(&submission)?;
        let now = Fingerprint { conditions: self.conditions.clone(), submission: files.clone() };
        let is_as_it_was = before.as_ref().is_some_and(|before| before.fingerprint.as_ref() == Some(&now));
        if let Some(before) = before.as_ref().filter(|_| is_as_it_was && !is_verified) {
            return Ok(Regraded::unmoved(before.of(person)));
        }
        let extent = match () {
            () if is_verified => Extent::Everything,
            () if !plan.only.is_empty() => Extent::Only(&plan.only),
            () => Extent::Due,
        };
        let earlier = kept.as_ref().map(|kept| (kept.key.clone(), kept.files == files));
        let judged = self
            .judge(workspace, &person.key, submission, &files, kept, extent)
            .with_context(|| person.name.clone())?;
        let alarms: Vec<String> = judged.alarms.iter().map(|alarm| alarm.words(person)).collect();
        let is_whole = judged.record.key == self.key_of(&judged.record);
        let (mut entry, made) = self.made(person, judged.record)?;
        if !is_whole {
            // What was left out is still to be graded.
            entry.fingerprint = None;
        }
        let regraded = self.moved(before.as_ref(), entry, Some(made), earlier, plan)?;
        Ok(Regraded { ran: judged.ran, alarms, ..regraded })
    }

    /// What has moved since the report that was written before.
    fn moved(
        &self,
        before: Option<&Entry>,
        entry: Entry,
        made: Option<Made>,
        earlier: Option<(Key, bool)>,
        plan: &Correction,
    ) -> Result<Regraded> {
        let report = match before.filter(|before| before.has_report) {
            Some(before) => {
                moves::verdicts_of(&fs::read(history::report_of(plan.grades, &before.person.key))?)?
            }
            None => BTreeMap::new(),
        };
        let now: BTreeMap<String, Verdict> =
            made.as_ref().map(|made| moves::verdicts(&made.report)).unwrap_or_default();
        let is_same_code = earlier.as_ref().is_none_or(|(_, is_same)| *is_same);
        let keys = Keys { was: earlier.as_ref().map(|(key, _)| key), is: &self.key, is_same_code };
        let moved = Move::new(before, &entry, &report, &now, keys);
        Ok(Regraded { entry, made, moved, ran: Ran::default(), alarms: Vec::new() })
    }
}

impl Regraded {
    fn unmoved(entry: Entry) -> Self {
        Self { entry, made: None, moved: None, ran: Ran::default(), alarms: Vec::new() }
    }
}

impl Moves {
    fn of(students: &mut [Regraded]) -> Self {
        let mut ran = Ran::default();
        students.iter().for_each(|student| ran += student.ran);
        let mut remarks = vec![ran.words()];
        let others = students.iter().filter(|it| it.made.is_some() && it.moved.is_none()).count();
        if others > 0 {
            remarks.push(format!("Reports that are written anew, with the same verdicts: {others}."));
        }
        Self {
            students: students.len(),
            moved: students.iter_mut().filter_map(|student| student.moved.take()).collect(),
            remarks,
            alarms: students.iter_mut().flat_map(|student| std::mem::take(&mut student.alarms)).collect(),
        }
    }
}

impl Corrected {
    /// Whether there is anything to write.
    pub fn has_news(&self) -> bool {
        !self.moves.moved.is_empty() || self.students.iter().any(|student| student.made.is_some())
    }

    /// Writes the grades as they are from now on, and returns where the earlier ones lie.
    ///
    /// # Errors
    /// Where something can't be written.
    pub fn write(mut self) -> Result<String> {
        let changed =
            self.students.iter().filter(|student| student.made.is_some() || !student.entry.has_report);
        let keys: Vec<&str> = changed.map(|student| student.entry.person.key.as_str()).collect();
        let place = history::keep(self.ledger.folder(), &keys, &self.moves)?;
        self.points.write(self.ledger.folder())?;
        self.ledger.apply(Policy::kept(self.ledger.folder())?)?;
        let earlier = Earlier::open(None, self.ledger.folder())?;
        for Regraded { entry, made, .. } in self.students {
            self.ledger.keep(entry, made.as_ref())?;
        }
        write_whole(&self.ledger, &self.rubric, self.strays, earlier.as_ref())?;
        Ok(place)
    }
}
