//! Hostile specimens: is each contained, and does nobody else notice?

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use tempfile::TempDir;

use super::pipeline::{Graded, Job};
use crate::intake;
use crate::render::Contained;
use crate::specimens::hostile::Hostile;
use crate::specimens::{self, hostile};
use grader::judge::Limits;
use grader::outcome::Status;
use grader::project::Project;
use grader::rubric::{Rubric, Track};
use grader::sanitize;
use student::render::{self, Symbols};
use student::run::Crate;
use student::submission::Submission;

/// Longest that building a submission may take, and longest that grading it may take after that.
const LONGEST: Duration = Duration::from_secs(30);

/// Behind the name of a specimen whose words nobody has looked at.
pub const UNCHECKED: &str = " unchecked";

/// A specimen, how its checks may end, and the folders it was handed in with.
#[derive(Debug)]
pub struct Attack {
    specimen: Hostile,
    name: String,
    ends: BTreeSet<Status>,
    _folders: [TempDir; 2],
}

impl Attack {
    /// The exercise it stands in for.
    pub fn exercise(&self) -> &str {
        &self.specimen.exercise
    }

    /// Its name, and that with what it tries.
    pub fn says(&self) -> (String, String) {
        (self.name.clone(), format!("{}: {}", self.name, self.specimen.tries()))
    }
}

/// The hostile specimens whose label contains `filter`, each beside the rest of an honest core.
///
/// # Errors
/// Where specimens can't be read or handed in.
pub fn jobs(project: &Project, rubric: &Rubric, filter: &str) -> Result<Vec<Job<Attack>>> {
    let reference = Submission::own(project, Crate::Solutions, &rubric.exercises)?;
    let mut jobs = Vec::new();
    for specimen in hostile::read(&specimens::folder(project), rubric)? {
        if !format!("hostile/{}", specimen.name).contains(filter) {
            continue;
        }
        jobs.push(job(rubric, &reference, &specimen, true, &specimen.ends)?);
        if let Some(ends) = &specimen.unchecked {
            jobs.push(job(rubric, &reference, &specimen, false, ends)?);
        }
    }
    Ok(jobs)
}

fn job(
    rubric: &Rubric,
    reference: &Submission,
    specimen: &Hostile,
    is_checked: bool,
    ends: &BTreeSet<Status>,
) -> Result<Job<Attack>> {
    let name = if is_checked { specimen.name.clone() } else { specimen.name.clone() + UNCHECKED };
    let label = format!("hostile/{name}");
    let folders = [tempfile::tempdir()?, tempfile::tempdir()?];
    specimen.hand_in(folders[0].path(), folders[1].path()).with_context(|| label.clone())?;
    let mut submission = intake::read(folders[0].path(), &rubric.exercises)?;
    let neighbours = || rubric.of(Track::Core).filter(|exercise| exercise.name != specimen.exercise);
    for exercise in neighbours() {
        submission.files.insert(exercise.name.clone(), reference.files[&exercise.name].clone());
    }
    let limits = if specimen.usual_deadline { Limits::USUAL } else { Limits::SHORT };
    let exercises =
        neighbours().map(|exercise| exercise.name.clone()).chain([specimen.exercise.clone()]).collect();
    let what = Attack { specimen: specimen.clone(), name, ends: ends.clone(), _folders: folders };
    Ok(Job { what, label, submission, exercises, is_checked, limits })
}

/// Holds what came of an attack to what must come of it.
pub fn judge(graded: &Graded<Attack>) -> Contained {
    let Attack { specimen, name, ends: may_end, .. } = &graded.what;
    let mut complaints = Vec::new();
    let mut ends = BTreeSet::new();
    for exercise in &graded.report.exercises {
        if exercise.name != specimen.exercise {
            if exercise.score != exercise.max_score {
                complaints.push(format!("{} lost points, though it is honest", exercise.title));
            }
            continue;
        }
        if exercise.score != 0 {
            complaints.push(format!("it earned {} points", exercise.score));
        }
        ends = exercise.checks.iter().map(|check| check.outcome.status).collect();
        // What is not judged, because a more basic check fails, ended in no way of its own.
        for status in ends.difference(may_end).filter(|status| **status != Status::NotJudged) {
            let one = exercise.checks.iter().find(|check| check.outcome.status == *status);
            let said = one.map_or("", |check| check.outcome.message.as_str());
            complaints.push(format!("it ended with {}: {said}", render::word(status)));
        }
    }
    for (what, took) in [("building", graded.building), ("grading", graded.grading)] {
        if took > LONGEST {
            complaints.push(format!("{what} took {:.0} s", took.as_secs_f64()));
        }
    }
    let shown = render::plain_terminal(&graded.report, Symbols::Unicode) + &render::json(&graded.report);
    if sanitize::plain(&shown, usize::MAX) != shown || shown.contains("\\u00") {
        complaints.push("the report holds characters that act on a terminal".into());
    }
    Contained {
        name: name.clone(),
        tries: specimen.tries().to_owned(),
        ends: ends.iter().map(render::word).collect::<Vec<_>>().join(", "),
        building: graded.building,
        grading: graded.grading,
        complaints,
    }
}

/// Whether an attack came to nothing: it earned no points, and ended as it must or with any failure of its own.
pub fn is_stopped(graded: &Graded<Attack>) -> bool {
    let Attack { specimen, ends, .. } = graded.what;
    let failures = [
        Status::NotCompiled,
        Status::NotCompiledInTime,
        Status::Panicked,
        Status::Crashed,
        Status::TimedOut,
        Status::NotRun,
        Status::NotJudged,
    ];
    let own = graded.report.exercises.iter().filter(|exercise| exercise.name == specimen.exercise);
    own.flat_map(|exercise| {
        let checks = exercise.checks.iter().map(|check| check.outcome.status);
        checks
            .map(move |status| exercise.score == 0 && (ends.contains(&status) || failures.contains(&status)))
    })
    .all(|is_stopped| is_stopped)
}

/// A program on this machine that waits for anybody to talk to it, while this lives: an attack looks for it.
#[derive(Debug)]
pub struct Neighbour {
    #[cfg(target_os = "linux")]
    _listens: std::os::unix::net::UnixListener,
}

impl Neighbour {
    /// Waits under a name that is no file's, as only Linux has them.
    ///
    /// # Errors
    /// Where somebody else waits there.
    #[cfg(target_os = "linux")]
    pub fn listen() -> Result<Self> {
        use std::os::linux::net::SocketAddrExt;
        use std::os::unix::net::{SocketAddr, UnixListener};
        let name = SocketAddr::from_abstract_name("neighbour-of-the-hostile")?;
        let listens = UnixListener::bind_addr(&name).context("another verification is running")?;
        Ok(Self { _listens: listens })
    }

    /// Waits nowhere.
    ///
    /// # Errors
    /// None.
    #[cfg(not(target_os = "linux"))]
    pub fn listen() -> Result<Self> {
        Ok(Self {})
    }
}

/// Every file of the project that no build makes, with its size and time.
///
/// # Errors
/// Where a folder can't be read.
pub fn files(project: &Project) -> Result<BTreeMap<PathBuf, (u64, SystemTime)>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![project.root().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))? {
            let entry = entry?;
            let made = entry.path() == project.target() || entry.file_name() == ".git";
            let about = entry.metadata()?;
            if about.is_dir() && !made {
                folders.push(entry.path());
            } else if !made {
                found.insert(entry.path(), (about.len(), about.modified()?));
            }
        }
    }
    Ok(found)
}

/// Programs below `folder` that are still running. Where processes can't be listed, none are found.
pub fn running(folder: &Path) -> Vec<String> {
    let Ok(processes) = fs::read_dir("/proc") else { return Vec::new() };
    let programs = processes.flatten().filter_map(|process| fs::read_link(process.path().join("exe")).ok());
    programs.filter(|program| program.starts_with(folder)).map(|path| path.display().to_string()).collect()
}
