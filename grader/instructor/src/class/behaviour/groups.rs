//! Students whose code behaves the same.

use std::cmp::Reverse;
use std::path::Path;

use anyhow::{Context, Result};

use super::Behaviour;
use crate::class::grades::entry::Entry;
use crate::class::grades::kept_report::KeptReport;
use crate::class::regrade::points::Points;
use crate::class::reopen;
use crate::class::students::person::Person;
use crate::class::verdicts::record::Record;
use crate::difference::code;
use grader::diagnose::Diagnosis;
use grader::outcome::Status;
use grader::rubric::{Exercise, Rubric, Track};
use student::run::NoWorker;

/// Students whose code behaves the same in an exercise, and does not pass every check of it.
#[derive(Debug)]
pub struct Group {
    /// The exercise and a number, such as `tanh-2`: the largest group of an exercise is the first.
    pub name: String,
    /// The exercise's name in the lesson.
    pub title: String,
    /// How their code behaves.
    pub behaviour: Behaviour,
    /// The slip behind it, where one could be named.
    pub diagnosis: Option<Diagnosis>,
    /// Who they are, in order of their names.
    pub members: Vec<Person>,
    /// The first member's file, without comments.
    pub code: String,
}

impl Group {
    /// What is behind it, in words; none where nobody has a name for it yet.
    pub fn words(&self) -> Option<&str> {
        let named = self.diagnosis.as_ref().map(|diagnosis| diagnosis.says.as_str());
        named.or(self.behaviour.stopped())
    }
}

/// The groups of a class, by exercise, and the largest first. A student whose verdicts can't be read back is in none.
pub fn groups(grades: &Path, rubric: &Rubric, entries: &[&Entry]) -> Vec<Group> {
    let mut all: Vec<Vec<Group>> = rubric.exercises.iter().map(|_| Vec::new()).collect();
    let core = rubric.of(Track::Core).count();
    // Of whoever passed all there is to tell nothing.
    let is_of_interest = |entry: &&&Entry| {
        let is_beyond = entry.scores.iter().skip(core).any(Option::is_some);
        entry.has_report && (is_beyond || !entry.missed.is_empty())
    };
    for entry in entries.iter().filter(is_of_interest) {
        let Some(record) = Record::of(grades, &entry.person.key) else { continue };
        for (exercise, groups) in rubric.exercises.iter().zip(&mut all) {
            add(groups, exercise, &record, &entry.person);
        }
    }
    for groups in &mut all {
        groups.sort_by_key(|group| Reverse(group.members.len()));
        for (number, group) in groups.iter_mut().enumerate() {
            group.name = format!("{}-{}", group.behaviour.exercise, number + 1);
        }
    }
    all.into_iter().flatten().collect()
}

/// The group of this name in the grades of a class.
///
/// # Errors
/// Where there is none, or the folder holds no grades.
pub fn group(grades: &Path, rubric: &Rubric, name: &str) -> Result<Group> {
    let rubric = Points::of(grades)?.applied(rubric)?;
    let (ledger, _) = reopen(grades)?;
    chosen(groups(grades, &rubric, &ledger.entries()), name)
}

/// The names of the checks that a group's first member fails, without those that can't be judged beside others.
///
/// # Errors
/// Where the report can't be read.
pub fn failed_checks(grades: &Path, group: &Group) -> Result<Vec<String>> {
    let Some(member) = group.members.first() else { return Ok(Vec::new()) };
    let report = KeptReport::read(grades, &member.key)?;
    let prefix = format!("{}::", group.behaviour.exercise);
    let failed = report.checks().filter(|(_, it)| !matches!(it.status, Status::Passed | Status::NotJudged));
    Ok(failed.filter_map(|(_, check)| check.id.strip_prefix(&prefix).map(str::to_owned)).collect())
}

/// The group of this name.
///
/// # Errors
/// Where there is none.
pub fn chosen(groups: Vec<Group>, name: &str) -> Result<Group> {
    let names: Vec<String> = groups.iter().map(|group| group.name.clone()).collect();
    groups.into_iter().find(|group| group.name == name).with_context(|| match names.is_empty() {
        true => {
            format!("no group `{name}`\nhint: there is none: everyone passes every check of what they began")
        }
        false => format!("no group `{name}`\nhint: there are {}", names.join(", ")),
    })
}

fn add(groups: &mut Vec<Group>, exercise: &Exercise, record: &Record, person: &Person) {
    let Some(kept) = record.exercises.get(&exercise.name) else { return };
    let Some(behaviour) = Behaviour::of(exercise, kept) else { return };
    if let Some(group) = groups.iter_mut().find(|group| group.behaviour.is_like(&behaviour)) {
        group.members.push(person.clone());
        return;
    }
    let written = record.submission.files.get(&exercise.name);
    let text = written.map(|file| String::from_utf8_lossy(&file.content)).unwrap_or_default();
    let means = kept.finding.result.as_ref().err().and_then(NoWorker::meaning);
    groups.push(Group {
        name: String::new(),
        title: exercise.title.clone(),
        behaviour,
        diagnosis: kept.finding.diagnosis.as_ref().or(means).cloned(),
        members: vec![person.clone()],
        code: code(&grader::sanitize::plain(&text, LONGEST)),
    });
}

/// Longest file that is shown, in characters.
const LONGEST: usize = 4_000;
