//! Runs the suite's cases and reads what each left behind.
//!
//! Fails closed. Every case that the suite lists has to leave exactly one record, and the
//! suite's exit code has to agree with the records; anything else is a grader error.

use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use serde::{Deserialize, Serialize};

use grader::judge::{LIMITS, Limits, PROVES, Program, RECORDS, SEED};
use grader::outcome::{Outcome, Record, Status};
use grader::rubric::{Check, Exercise};

/// The compiled suite: the checks that students have, and those that only instructors have.
#[derive(Debug, Clone)]
pub struct Suite {
    visible: Cases,
    hidden: Option<Cases>,
}

/// A program of the suite, and the names of its cases.
#[derive(Debug, Clone)]
struct Cases {
    program: PathBuf,
    names: Vec<String>,
    proves: bool,
}

/// How every check of one exercise ended, and what the learner's code printed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Verdicts {
    /// One outcome a check, by the check's id.
    pub outcomes: BTreeMap<String, Outcome>,
    /// The beginning of what was printed in the call that fails, or in the whole case, by the check's id.
    pub printed: BTreeMap<String, String>,
    /// What its workers were not locked out of, in their launchers' words.
    pub missing: BTreeSet<String>,
    /// How long the learner's code was waited for.
    #[serde(skip)]
    pub waited: Duration,
    /// How many workers were started for this.
    #[serde(skip)]
    pub starts: usize,
}

impl Verdicts {
    /// These, but for what was run since.
    #[must_use]
    pub fn with(mut self, newer: Self) -> Self {
        self.outcomes.extend(newer.outcomes);
        self.printed.extend(newer.printed);
        self.missing.extend(newer.missing);
        self.waited += newer.waited;
        self.starts += newer.starts;
        self
    }
}

impl Suite {
    /// Asks the programs which cases they have.
    ///
    /// # Errors
    /// Where one can't be run, or lists none.
    pub fn open(visible: PathBuf, hidden: Option<PathBuf>) -> Result<Self> {
        Ok(Self { visible: Cases::of(visible)?, hidden: hidden.map(Cases::of).transpose()? })
    }

    /// The same, where a check counts as an error of the grader that shows a larger counterexample than it could.
    #[must_use]
    pub fn proving(mut self) -> Self {
        self.visible.proves = true;
        self.hidden.iter_mut().for_each(|hidden| hidden.proves = true);
        self
    }

    /// The ids of all checks, and whether they are hidden: the first two segments of each case's name.
    pub fn checks(&self) -> Vec<(String, bool)> {
        let named = |cases: &Cases, hidden: bool| -> Vec<(String, bool)> {
            cases.names.iter().map(|case| (check_of(case), hidden)).collect()
        };
        let hidden = self.hidden.iter().flat_map(|cases| named(cases, true));
        let mut checks: Vec<(String, bool)> = named(&self.visible, false).into_iter().chain(hidden).collect();
        checks.sort();
        checks.dedup();
        checks
    }

    /// Runs every case of an exercise's checks, one after the other, against a worker. An exercise that has only some
    /// of its checks has only those run.
    ///
    /// Hidden cases run last, with waiting time of their own: how long code takes to answer them must show
    /// in no check that a student sees.
    ///
    /// # Errors
    /// Where a program can't be run or its records can't be read.
    pub fn run(&self, exercise: &Exercise, worker: &Program, seed: u64, limits: Limits) -> Result<Verdicts> {
        let has = |hidden: bool| exercise.checks.iter().any(|check| check.hidden == hidden);
        let mut verdicts = match has(false) {
            true => self.visible.run(exercise, false, worker, seed, limits)?,
            false => Verdicts::default(),
        };
        if let Some(hidden) = self.hidden.as_ref().filter(|_| has(true)) {
            let hidden = hidden.run(exercise, true, worker, seed, limits)?;
            verdicts.starts += hidden.starts;
            // What is printed in a hidden check may tell what it asks.
            verdicts.outcomes.extend(hidden.outcomes);
            verdicts.missing.extend(hidden.missing);
        }
        Ok(verdicts)
    }
}

impl Cases {
    fn of(program: PathBuf) -> Result<Self> {
        let list = Command::new(&program)
            .args(["--list", "--format", "terse"])
            .stderr(Stdio::null())
            .output()
            .context("cannot start the suite")?;
        let text = String::from_utf8_lossy(&list.stdout);
        let names: Vec<String> =
            text.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect();
        ensure!(list.status.success() && !names.is_empty(), "the suite lists no cases");
        Ok(Self { program, names, proves: false })
    }

    fn run(
        &self,
        exercise: &Exercise,
        hidden: bool,
        worker: &Program,
        seed: u64,
        limits: Limits,
    ) -> Result<Verdicts> {
        let of = |wanted: &dyn Fn(&Check) -> bool| -> Vec<&str> {
            let checks = exercise.checks.iter().filter(|check| check.hidden == hidden && wanted(check));
            let checks: Vec<String> = checks.map(|check| exercise.id(check)).collect();
            self.names.iter().map(String::as_str).filter(|case| checks.contains(&check_of(case))).collect()
        };
        let cases = of(&|_| true);
        ensure!(!cases.is_empty(), "the suite has no checks for `{}`", exercise.name);
        let mut verdicts = self.run_cases(&cases, worker, seed, limits)?;
        // Cases run in the order of their names. Where time ran out before the one that others need, it gets time
        // of its own: it is the one to be told of.
        let basic = of(&|check| check.needs.is_empty());
        let was_left_out = |case: &&str| {
            verdicts.outcomes.get(&check_of(case)).is_some_and(|outcome| outcome.status == Status::NotRun)
        };
        if basic.iter().any(was_left_out) {
            let more = self.run_cases(&basic, worker, seed, Limits { exercise: limits.call, ..limits })?;
            verdicts.outcomes.extend(more.outcomes);
            verdicts.printed.extend(more.printed);
            verdicts.missing.extend(more.missing);
            verdicts.starts += more.starts;
        }
        Ok(verdicts)
    }

    fn run_cases(&self, cases: &[&str], worker: &Program, seed: u64, limits: Limits) -> Result<Verdicts> {
        let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
        let records = folder.path().join("records");
        let mut command = Command::new(&self.program);
        worker.tell(&mut command);
        if self.proves {
            command.env(PROVES, "1");
        }
        let status = command
            .args(["--quiet", "--test-threads=1", "--exact"])
            .args(cases)
            .env(RECORDS, &records)
            .env(SEED, seed.to_string())
            .env(LIMITS, limits.write())
            .env("RUST_BACKTRACE", "0")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .context("cannot start the suite")?;
        let text = std::fs::read_to_string(&records).unwrap_or_default();
        let records: Vec<Record> = text
            .lines()
            .map(|line| serde_json::from_str(line).context("a record of the suite is damaged"))
            .collect::<Result<_>>()?;
        reconcile(cases, records, status)
    }
}

/// One outcome a check out of the records of its cases.
fn reconcile(cases: &[&str], records: Vec<Record>, status: ExitStatus) -> Result<Verdicts> {
    let all_passed = records.iter().all(|record| record.outcome.status == Status::Passed);
    let agree = status.success() == all_passed && matches!(status.code(), Some(0 | 101));
    let mut verdicts = Verdicts::default();
    let mut by_case: BTreeMap<String, Vec<Record>> = BTreeMap::new();
    for record in records {
        verdicts.waited += Duration::try_from_secs_f64(record.waited).unwrap_or_default();
        verdicts.missing.extend(record.missing.iter().cloned());
        verdicts.starts += record.starts;
        // libtest runs a case in its own first thread where it can't start another.
        if record.case == "main" {
            bail!(
                "this system has no thread left to run a check in\n\
                 hint: end other programs, or grade fewer submissions at a time, and try again"
            );
        }
        if !cases.contains(&record.case.as_str()) {
            bail!("the suite left a record of `{}`, which it was not asked for", record.case);
        }
        by_case.entry(record.case.clone()).or_default().push(record);
    }
    for case in cases {
        let records = by_case.remove(*case).unwrap_or_default();
        let printed = records.first().map(|record| record.printed.clone()).unwrap_or_default();
        let outcome = match records.as_slice() {
            [record] if agree || record.outcome.status != Status::Passed => record.outcome.clone(),
            [_] => Outcome::new(
                Status::GraderError,
                format!("the suite ended with {status}, against its records"),
            ),
            [] => Outcome::new(Status::GraderError, format!("`{case}` left no record")),
            more => Outcome::new(Status::GraderError, format!("`{case}` left {} records", more.len())),
        };
        let id = check_of(case);
        let check = match verdicts.outcomes.entry(id.clone()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                verdicts.printed.insert(id.clone(), printed.clone());
                new.insert(outcome.clone())
            }
        };
        // The first case that fails speaks for its check; a case that was left out only if none did.
        let silent = matches!(check.status, Status::Passed | Status::NotRun);
        if silent && outcome.status != Status::Passed && check.status != outcome.status {
            *check = outcome;
            verdicts.printed.insert(id, printed);
        }
    }
    Ok(verdicts)
}

fn check_of(case: &str) -> String {
    case.splitn(3, "::").take(2).collect::<Vec<_>>().join("::")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_counts_only_for_a_case_that_was_asked_for() {
        let record = |case: &str| Record {
            case: case.into(),
            outcome: Outcome::new(Status::Passed, ""),
            printed: String::new(),
            missing: BTreeSet::new(),
            waited: 0.0,
            starts: 1,
        };
        let read = |case: &str| reconcile(&["relu::zero"], vec![record(case)], ExitStatus::default());
        let why = |case: &str| read(case).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(why("relu::one").contains("`relu::one`, which it was not asked for"));
        assert!(why("main").contains("no thread left"));
        assert!(read("relu::zero").is_ok_and(|verdicts| verdicts.outcomes.len() == 1));
    }
}
