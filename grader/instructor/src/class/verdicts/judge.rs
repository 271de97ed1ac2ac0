//! From a submission to its verdicts: what has to run is run, and every other verdict stands.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::{Context, Result};

use super::alarm::{Alarm, hold_to};
use super::ran::Ran;
use super::record::{Due, ExerciseRecord, Record};
use crate::class::grading::Class;
use grader::judge::Limits;
use grader::rubric::Exercise;
use student::chosen::chosen;
use student::curves;
use student::grading::{self, Run};
use student::run::{self, BuildWorkspace, Setup};
use student::submission::Submission;

/// A student's verdicts, and what they took.
#[derive(Debug)]
pub struct Judged {
    /// The verdicts.
    pub record: Record,
    /// What was run.
    pub ran: Ran,
    /// Verdicts that are others for no reason.
    pub alarms: Vec<Alarm>,
}

/// Which of what is due is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent<'a> {
    /// What has changed.
    Due,
    /// Of that, these checks, by their ids.
    Only(&'a BTreeSet<String>),
    /// Everything, to see whether verdicts stay.
    Everything,
}

impl Class<'_> {
    /// Judges a submission; `earlier` are the student's verdicts so far.
    ///
    /// # Errors
    /// Where it can't be built or graded.
    pub fn judge(
        &self,
        workspace: &BuildWorkspace,
        student: &str,
        submission: Submission,
        files: &str,
        earlier: Option<Record>,
        extent: Extent<'_>,
    ) -> Result<Judged> {
        let setup = self.setup();
        let now = match (extent, &earlier) {
            (Extent::Only(checks), Some(earlier)) => self.key.only(&earlier.key, checks)?,
            _ => self.key.clone(),
        };
        let chosen = chosen(self.project, self.rubric, &[], &submission)?;
        let due = |exercise: &Exercise| match &earlier {
            Some(earlier) if extent != Extent::Everything => earlier.due(exercise, &now, files),
            _ => Due::Whole,
        };
        let due: Vec<(&Exercise, Due)> = chosen.iter().map(|exercise| (*exercise, due(exercise))).collect();
        let mut ran = Ran::default();
        let mut alarms = Vec::new();
        let mut exercises: BTreeMap<String, ExerciseRecord> = BTreeMap::new();
        let mut sandbox = earlier.as_ref().and_then(|earlier| earlier.sandbox.clone());
        let mut built = None;
        if due.iter().any(|(_, due)| *due != Due::Nothing) {
            let made = run::build_submission(setup, workspace, Arc::clone(&self.suite), &submission)?;
            sandbox.clone_from(&made.sandbox);
            ran.builds = 1;
            built = Some(made);
        }
        let mut fresh = BTreeSet::new();
        if let Some(built) = &built {
            let find = |due: &[(&Exercise, Due)], ran: &mut Ran| -> Result<Vec<(String, ExerciseRecord)>> {
                let runs = due.iter().map(|(exercise, due)| self.run(exercise, due, earlier.as_ref()));
                let found = grading::find_all(setup, &runs.collect::<Vec<_>>(), &submission, built)
                    .context("cannot be graded")?;
                let all = due.iter().zip(found).map(|((exercise, due), finding)| {
                    ran.count(exercise, due, &finding);
                    Ok((exercise.name.clone(), ExerciseRecord::new(self.project, exercise, finding)?))
                });
                all.collect()
            };
            let wanted: Vec<(&Exercise, Due)> =
                due.iter().filter(|(_, due)| *due != Due::Nothing).cloned().collect();
            exercises.extend(find(&wanted, &mut ran)?);
            // A check that was run alone had the time of all.
            let is_late =
                |exercise: &Exercise| exercises.get(&exercise.name).is_some_and(ExerciseRecord::is_timed);
            let late = wanted.iter().filter(|(exercise, due)| *due != Due::Whole && is_late(exercise));
            let late: Vec<(&Exercise, Due)> = late.map(|(exercise, _)| (*exercise, Due::Whole)).collect();
            exercises.extend(find(&late, &mut ran)?);
            for (exercise, due) in wanted {
                let is_whole = due == Due::Whole || late.iter().any(|(other, _)| other.name == exercise.name);
                if let Some(earlier) = earlier.as_ref().filter(|earlier| is_whole && earlier.files == files) {
                    alarms.extend(hold_to(earlier, &now, exercise, &mut exercises));
                }
                if is_whole {
                    fresh.insert(exercise.name.as_str());
                }
            }
        }
        for (exercise, _) in &due {
            let known = earlier.as_ref().and_then(|earlier| earlier.exercises.get(&exercise.name));
            let Some(known) = known.filter(|_| !fresh.contains(exercise.name.as_str())) else { continue };
            match exercises.get_mut(&exercise.name) {
                Some(kept) => kept.curve.clone_from(&known.curve),
                None => {
                    let known = known.in_words_of_now(self.project, exercise)?;
                    exercises.insert(exercise.name.clone(), known);
                }
            }
        }
        let mut key = now;
        key.exercises.retain(|name, _| exercises.contains_key(name));
        let mut kept = Record {
            student: student.to_owned(),
            files: files.to_owned(),
            key,
            submission,
            sandbox,
            exercises,
        };
        if let Some(built) = &built {
            // Exercises that timed out get no curve: which points arrive before the deadline is not reproducible.
            let is_prompt = |name: &str| kept.exercises.get(name).is_some_and(|kept| !kept.is_timed());
            let is_asked = |it: &&Exercise| fresh.contains(it.name.as_str()) && is_prompt(&it.name);
            let asked: Vec<&Exercise> = chosen.into_iter().filter(is_asked).collect();
            let with: Vec<_> = asked
                .iter()
                .filter_map(|&exercise| Some((exercise, self.references.get(&exercise.name)?)))
                .collect();
            let answers = curves::ask(&with, built, &|_| Limits::USUAL)?;
            for (exercise, answers) in asked.iter().zip(answers) {
                kept.exercises.entry(exercise.name.clone()).and_modify(|kept| kept.curve = Some(answers));
            }
        }
        Ok(Judged { record: kept, ran, alarms })
    }

    /// What every run is set up with.
    pub fn setup(&self) -> Setup<'_> {
        Setup { project: self.project, rubric: self.rubric, limits: Limits::USUAL, seed: self.key.seed }
    }

    fn run<'a>(&self, exercise: &'a Exercise, due: &Due, earlier: Option<&Record>) -> Run<'a> {
        let Due::Checks(names) = due else { return Run::whole(exercise) };
        let verdicts =
            earlier.and_then(|earlier| earlier.exercises.get(&exercise.name)?.finding.result.clone().ok());
        Run { exercise, checks: Some(names.iter().cloned().collect()), earlier: verdicts.unwrap_or_default() }
    }
}
