//! Runs the suite's cases and reads what each left behind.
//!
//! Fails closed. Every case that the suite lists has to leave exactly one record, and the
//! suite's exit code has to agree with the records; anything else is a grader error.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};

use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use crate::judge::{LIMITS, Limits, Program, RECORDS, SEED};
use crate::outcome::{Outcome, Record, Status};
use crate::rubric::Exercise;

/// The compiled suite.
#[derive(Debug)]
pub struct Suite {
    program: PathBuf,
    cases: Vec<String>,
}

/// How every check of one exercise ended, and what the learner's code printed.
#[derive(Debug, Default)]
pub struct Verdicts {
    /// One outcome a check, by the check's id.
    pub outcomes: BTreeMap<String, Outcome>,
    /// The beginning of what was printed, where anything was.
    pub printed: String,
    /// What its workers were not locked out of, in their launchers' words.
    pub missing: BTreeSet<String>,
    /// How long the learner's code was waited for.
    pub waited: Duration,
}

impl Suite {
    /// Asks the program which cases it has.
    ///
    /// # Errors
    /// Where it can't be run, or lists none.
    pub fn open(program: PathBuf) -> Result<Self> {
        let list = Command::new(&program)
            .args(["--list", "--format", "terse"])
            .stderr(Stdio::null())
            .output()
            .context("cannot start the suite")?;
        let text = String::from_utf8_lossy(&list.stdout);
        let cases: Vec<String> =
            text.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect();
        ensure!(list.status.success() && !cases.is_empty(), "the suite lists no cases");
        Ok(Self { program, cases })
    }

    /// The ids of all checks, and whether they are hidden: the first two segments of each case's name,
    /// behind the one that hides it.
    pub fn checks(&self) -> Vec<(String, bool)> {
        let named = self.cases.iter().map(|case| (check_of(case), case.starts_with(HIDDEN)));
        let mut checks: Vec<(String, bool)> = named.collect();
        checks.sort();
        checks.dedup();
        checks
    }

    /// Runs every case of an exercise's checks, one after the other, against a worker.
    ///
    /// Hidden cases run last and in a process of their own, with waiting time of their own: how long code
    /// takes to answer them must show in no check that a student sees.
    ///
    /// # Errors
    /// Where the suite can't be run or its records can't be read.
    pub fn run(&self, exercise: &Exercise, worker: &Program, seed: u64, limits: Limits) -> Result<Verdicts> {
        let checks: Vec<String> = exercise.checks.iter().map(|check| exercise.id(check)).collect();
        let cases = self.cases.iter().map(String::as_str).filter(|case| checks.contains(&check_of(case)));
        let (hidden, visible): (Vec<&str>, Vec<&str>) = cases.partition(|case| case.starts_with(HIDDEN));
        ensure!(!visible.is_empty(), "the suite has no checks for `{}`", exercise.name);
        let mut verdicts = self.run_cases(&visible, worker, seed, limits)?;
        if !hidden.is_empty() {
            let hidden = self.run_cases(&hidden, worker, seed, limits)?;
            verdicts.outcomes.extend(hidden.outcomes);
            verdicts.missing.extend(hidden.missing);
        }
        Ok(verdicts)
    }

    fn run_cases(&self, cases: &[&str], worker: &Program, seed: u64, limits: Limits) -> Result<Verdicts> {
        let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
        let records = folder.path().join("records");
        let mut command = Command::new(&self.program);
        worker.tell(&mut command);
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
        // What is printed in a hidden check may tell what it asks.
        if verdicts.printed.is_empty() && !record.case.starts_with(HIDDEN) {
            verdicts.printed.clone_from(&record.printed);
        }
        if !cases.contains(&record.case.as_str()) {
            bail!("the suite left a record of `{}`, which it was not asked for", record.case);
        }
        by_case.entry(record.case.clone()).or_default().push(record);
    }
    for case in cases {
        let outcome = match by_case.remove(*case).unwrap_or_default().as_slice() {
            [record] if agree || record.outcome.status != Status::Passed => record.outcome.clone(),
            [_] => Outcome::new(
                Status::GraderError,
                format!("the suite ended with {status}, against its records"),
            ),
            [] => Outcome::new(Status::GraderError, format!("`{case}` left no record")),
            more => Outcome::new(Status::GraderError, format!("`{case}` left {} records", more.len())),
        };
        let check = verdicts.outcomes.entry(check_of(case)).or_insert_with(|| outcome.clone());
        // The first case that fails speaks for its check; a case that was left out only if none did.
        let silent = matches!(check.status, Status::Passed | Status::NotRun);
        if silent && outcome.status != Status::Passed && check.status != outcome.status {
            *check = outcome;
        }
    }
    Ok(verdicts)
}

/// Where checks live that only the instructor has.
const HIDDEN: &str = "hidden::";

fn check_of(case: &str) -> String {
    case.strip_prefix(HIDDEN).unwrap_or(case).splitn(3, "::").take(2).collect::<Vec<_>>().join("::")
}
