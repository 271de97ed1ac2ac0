//! Who moves from what to what, and why.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::class::grades::entry::{self, Entry};
use crate::class::students::person::Person;
use crate::class::verdicts::alarm;
use crate::class::verdicts::key::{Change, Key};
use student::report::Report;

/// What a check came to in a report: what is needed of one that was written before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How it ended, in words.
    pub status: String,
    /// Points earned.
    pub points: u64,
    /// Points there are.
    pub max_points: u64,
}

/// One check of one student's that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckMove {
    /// The check's id.
    pub check: String,
    /// What it came to before; none where it did not count.
    pub was: Option<Verdict>,
    /// What it comes to now; none where it no longer counts.
    pub is: Option<Verdict>,
    /// Why.
    pub why: &'static str,
}

/// One student whose grade, or some check of it, is not what it was.
#[derive(Debug, Clone)]
pub struct Move {
    /// Who it is.
    pub person: Person,
    /// The grade before, as a sheet has it: points, or why there are none.
    pub was: String,
    /// The grade now.
    pub is: String,
    /// By the checks' ids.
    pub checks: Vec<CheckMove>,
}

/// The verdicts of a report that lies in a folder of grades, by the checks' ids.
///
/// # Errors
/// Where it is no report.
pub fn verdicts_of(report: &[u8]) -> Result<BTreeMap<String, Verdict>> {
    let report: Value = serde_json::from_slice(report).context("an earlier report is damaged")?;
    let exercises = report["exercises"].as_array().into_iter().flatten();
    let checks = exercises.filter_map(|exercise| exercise["checks"].as_array()).flatten();
    let verdict = |check: &Value| {
        let number = |name: &str| check[name].as_u64();
        let (id, status) = (check["id"].as_str()?, check["status"].as_str()?.replace('_', " "));
        let verdict = Verdict { status, points: number("points")?, max_points: number("max_points")? };
        Some((id.to_owned(), verdict))
    };
    checks.map(|check| verdict(check).context("an earlier report is damaged")).collect()
}

/// The verdicts of a finished report.
pub fn verdicts(report: &Report) -> BTreeMap<String, Verdict> {
    let checks = report.exercises.iter().flat_map(|exercise| &exercise.checks);
    let verdict = |check: &student::report::CheckReport| Verdict {
        status: alarm::words(check.outcome.status),
        points: check.points.into(),
        max_points: check.max_points.into(),
    };
    checks.map(|check| (check.id.clone(), verdict(check))).collect()
}

/// What decides verdicts, before and now; `is_same_code` is whether the same files were handed in.
#[derive(Debug, Clone, Copy)]
pub struct Keys<'a> {
    /// Before; none where there is nothing to tell.
    pub was: Option<&'a Key>,
    /// Now.
    pub is: &'a Key,
    /// Whether the files are the same.
    pub is_same_code: bool,
}

impl Move {
    /// What has moved of a student; none where nothing has.
    pub fn new(
        was: Option<&Entry>,
        is: &Entry,
        before: &BTreeMap<String, Verdict>,
        now: &BTreeMap<String, Verdict>,
        keys: Keys,
    ) -> Option<Self> {
        let ids = before.keys().chain(now.keys().filter(|id| !before.contains_key(*id)));
        let moved = ids.filter(|id| before.get(*id) != now.get(*id)).map(|id| {
            let (was, is) = (before.get(id).cloned(), now.get(id).cloned());
            let why = why(id, was.as_ref(), is.as_ref(), keys);
            CheckMove { check: id.clone(), was, is, why }
        });
        let checks: Vec<CheckMove> = moved.collect();
        let is_of_other = was.is_some_and(|was| was.max_score != is.max_score);
        let grade = |entry: &Entry| grade(entry, is_of_other);
        let (was, is_now) = (was.map_or_else(|| "no grade".to_owned(), grade), grade(is));
        (was != is_now || !checks.is_empty()).then(|| Self {
            person: is.person.clone(),
            was,
            is: is_now,
            checks,
        })
    }
}

/// A grade: points of the core, of how many there are where that has changed, and those beyond behind a plus sign.
fn grade(entry: &Entry, of_how_many: bool) -> String {
    if entry.status != entry::Status::Graded {
        return entry.status.to_string();
    }
    let of = if of_how_many { format!(" / {}", entry.max_score) } else { String::new() };
    let beyond = match entry.beyond.score {
        0 => String::new(),
        beyond => format!(" + {beyond}"),
    };
    format!("{}{of}{beyond}", entry.score)
}

fn why(id: &str, was: Option<&Verdict>, is: Option<&Verdict>, keys: Keys) -> &'static str {
    let (exercise, check) = id.split_once("::").unwrap_or((id, ""));
    let change = match keys.was {
        _ if !keys.is_same_code => Change::Files,
        Some(was) => keys.is.change(was, exercise, check),
        None => Change::New,
    };
    match (was, is) {
        (_, None) => "it no longer counts",
        (None, Some(_)) if change == Change::Nothing => "it counts again",
        (Some(was), Some(is)) if was.status == is.status => "its points have changed",
        _ if change == Change::Nothing => "it depends on a check that has changed",
        _ => change.words(),
    }
}
