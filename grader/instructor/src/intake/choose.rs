//! Which of several files is an exercise.

use std::collections::{BTreeMap, BTreeSet};

use super::code::Work;
use super::finder::Candidate;
use super::kind::Fit;
use grader::rubric::Exercise;
use student::submission::left::{Left, shown_path};
use student::submission::{Submission, Taken, Written};

/// Takes one file for each exercise, or none where two that differ could be it.
pub fn choose(candidates: Vec<Candidate>, exercises: &[Exercise], left: &mut Left) -> Submission {
    let mut submission = Submission::default();
    let mut by_exercise: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        by_exercise.entry(candidate.exercise.clone()).or_default().push(candidate);
    }
    let mut chosen: Vec<(&Exercise, Candidate)> = Vec::new();
    let mut passed = Vec::new();
    for exercise in exercises {
        let Some(all) = by_exercise.remove(&exercise.name) else { continue };
        let mut best = best(exercise, all, &mut passed);
        if best.len() > 1 && best[0].code.work() > Work::Untouched {
            let files = best.iter().map(|candidate| shown_path(&candidate.path)).collect();
            submission.ambiguous.insert(exercise.name.clone(), files);
        } else if !best.is_empty() {
            let taken = best.remove(0);
            passed.extend(best.into_iter().map(|other| (other.path, instead(&taken))));
            chosen.push((exercise, taken));
        }
    }
    // A file may have been passed over for one exercise, and taken for another.
    let paths: BTreeSet<&str> = chosen.iter().map(|(_, taken)| taken.path.as_str()).collect();
    for (path, why) in passed.iter().filter(|(path, _)| !paths.contains(path.as_str())) {
        left.add(path, why);
    }
    let folders: Vec<&str> = chosen.iter().map(|(_, taken)| folder_of(&taken.path)).collect();
    let top = common(&folders).to_owned();
    for (exercise, taken) in chosen {
        let path = shown_path(&taken.path);
        let note = note(exercise, &taken, &top);
        if !note.is_empty() {
            submission.taken.push(Taken { exercise: exercise.name.clone(), file: path.clone(), note });
        }
        let content = taken.text.into_bytes();
        submission.files.insert(exercise.name.clone(), Written { path, content });
    }
    submission
}

/// Files that were passed over, and why.
type Passed = Vec<(String, String)>;

/// The best candidates, of which no two are the same: those who tell most of the exercise first, and
/// more than one only where nothing but their places tells them apart.
fn best(exercise: &Exercise, mut all: Vec<Candidate>, passed: &mut Passed) -> Vec<Candidate> {
    all.sort_by_key(|candidate| {
        let folder = folder_of(&candidate.path);
        (candidate.fit, !is_own(folder, exercise), folder.matches('/').count(), folder.len())
    });
    let mut different: Vec<Candidate> = Vec::new();
    for candidate in all {
        if !different.iter().any(|other| other.text == candidate.text) {
            different.push(candidate);
        }
    }
    let different = without_reference(exercise, different, passed);
    let mut rest = different;
    // Work that is done tells more than a name, a name more than a type, and a type more than a place.
    if let Some(most) = rest.iter().map(|candidate| candidate.code.work()).max() {
        rest = keep(rest, passed, |candidate| candidate.code.work() == most);
    }
    if rest.iter().any(|candidate| candidate.fit < Fit::Type) {
        rest = keep(rest, passed, |candidate| candidate.fit < Fit::Type);
    }
    if rest.iter().any(|candidate| candidate.code.declares(exercise)) {
        rest = keep(rest, passed, |candidate| candidate.code.declares(exercise));
    }
    rest
}

/// All but the reference, which lies beside the exercises in an instructor's own workspace.
fn without_reference(exercise: &Exercise, all: Vec<Candidate>, passed: &mut Passed) -> Vec<Candidate> {
    let paths: Vec<String> = all.iter().map(|candidate| candidate.path.clone()).collect();
    let reference = format!("solutions/{}", exercise.source().path());
    keep(all, passed, |candidate| {
        let own = candidate.path.strip_suffix(&reference).map(|top| format!("{top}exercises/src/"));
        !own.is_some_and(|own| paths.iter().any(|path| path.starts_with(&own)))
    })
}

/// Those that are wanted; the others are left out in favour of the first that is.
fn keep(all: Vec<Candidate>, passed: &mut Passed, is_wanted: impl Fn(&Candidate) -> bool) -> Vec<Candidate> {
    let (wanted, others): (Vec<_>, Vec<_>) = all.into_iter().partition(is_wanted);
    let instead = wanted.first().map(instead).unwrap_or_default();
    passed.extend(others.into_iter().map(|other| (other.path, instead.clone())));
    wanted
}

fn instead(taken: &Candidate) -> String {
    format!("{} was taken", shown_path(&taken.path))
}

/// What is to be said of a file that is not simply one with the right name in the right place.
fn note(exercise: &Exercise, taken: &Candidate, top: &str) -> String {
    let mut notes = Vec::new();
    let folder = folder_of(&taken.path);
    let is_usual = (folder == top && exercise.source().is_in_usual_folder()) || is_own(folder, exercise);
    match taken.fit {
        Fit::Exact if is_usual => {}
        Fit::Exact | Fit::Loose => notes.push(format!("taken for {}", exercise.file())),
        Fit::Type => {
            notes.push(format!("taken for {}, because it declares {}", exercise.file(), exercise.title));
        }
    }
    notes.extend(taken.encoding.map(|encoding| format!("read as {encoding}")));
    notes.join("; ")
}

/// Whether a folder is called like the one of an exercise's file.
fn is_own(folder: &str, exercise: &Exercise) -> bool {
    folder.rsplit('/').next() == Some(exercise.source().folder())
}

/// A file's folder.
pub fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folder that all these lie in, or are.
fn common<'a>(folders: &[&'a str]) -> &'a str {
    let Some(mut common) = folders.first().copied() else { return "" };
    while !folders.iter().all(|folder| *folder == common || folder.starts_with(&format!("{common}/"))) {
        common = folder_of(common);
        if common.is_empty() {
            break;
        }
    }
    common
}
