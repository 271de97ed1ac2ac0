//! How much each check is worth having: what it catches, and what it alone catches.

use std::collections::BTreeSet;

use anstyle::{AnsiColor, Style};
use grader::rubric::{Exercise, Rubric};

use super::matrix::{Summary, Verified, labelled};
use crate::specimens::Kind;

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const BAD: Style = AnsiColor::Red.on_default();

/// What one check catches of the wrong specimens of its exercise.
#[derive(Debug, PartialEq, Eq)]
pub struct Adequacy<'a> {
    /// The check's name.
    pub check: &'a str,
    /// The specimens that fail it.
    pub caught: BTreeSet<&'a str>,
    /// The specimens that fail no other check.
    pub alone: Vec<&'a str>,
    /// The checks that catch the very same specimens.
    pub same: Vec<&'a str>,
}

/// What each check of an exercise catches, in the rubric's order.
pub fn adequacy<'a>(exercise: &'a Exercise, verified: &'a [Verified]) -> Vec<Adequacy<'a>> {
    let wrong: Vec<&Verified> = verified
        .iter()
        .filter(|specimen| specimen.kind == Kind::Wrong && specimen.exercise == exercise.name)
        .collect();
    let caught_by = |check: &str| -> BTreeSet<&str> {
        let caught = wrong.iter().filter(|specimen| specimen.failed.contains(check));
        caught.map(|specimen| specimen.label.as_str()).collect()
    };
    let of = |name: &'a str| {
        let caught = caught_by(name);
        let others = exercise.checks.iter().map(|other| other.name.as_str()).filter(|other| *other != name);
        let same = others.filter(|other| !caught.is_empty() && caught_by(other) == caught).collect();
        let only =
            wrong.iter().filter(|specimen| specimen.failed.len() == 1 && specimen.failed.contains(name));
        Adequacy { check: name, caught, alone: only.map(|specimen| specimen.label.as_str()).collect(), same }
    };
    exercise.checks.iter().map(|check| of(&check.name)).collect()
}

/// A table for each exercise. A check that is not worth having is missed.
pub fn adequacies(rubric: &Rubric, verified: &[Verified]) -> Summary {
    let mut text =
        format!("{FAINT}Wrong specimens that a check catches, and those that it alone catches{FAINT:#}\n");
    let mut missed = Vec::new();
    for exercise in &rubric.exercises {
        text += &format!("{BOLD}{}{BOLD:#}\n", exercise.title);
        for Adequacy { check, caught, alone, same } in adequacy(exercise, verified) {
            let example = alone.first().and_then(|label| label.rsplit('/').next()).unwrap_or_default();
            let more = if alone.len() > 1 { ", …" } else { "" };
            text += &format!(
                "  {check:34}{:>4} caught{:>4} alone  {FAINT}{example}{more}{FAINT:#}\n",
                caught.len(),
                alone.len()
            );
            let never = alone.is_empty().then(|| "it is never the only one to catch anything".to_owned());
            let same = (!same.is_empty()).then(|| format!("{} catches the same", same.join(", ")));
            let complaints: Vec<String> = never.into_iter().chain(same).collect();
            for complaint in &complaints {
                text += &format!("{BAD}    ! {complaint}{BAD:#}\n");
            }
            missed.extend(labelled(&format!("{}::{check}", exercise.name), &complaints));
        }
        text += &slips(exercise, verified);
    }
    Summary { text, missed }
}

/// What one slip costs: the medians over the specimens of which a slip was named.
fn slips(exercise: &Exercise, verified: &[Verified]) -> String {
    let wrong =
        verified.iter().filter(|specimen| specimen.kind == Kind::Wrong && specimen.exercise == exercise.name);
    let named: Vec<&Verified> = wrong.filter(|specimen| specimen.diagnosis.is_some()).collect();
    let failed = median(named.iter().map(|specimen| specimen.failed.len()).collect());
    let lost = median(named.iter().map(|specimen| specimen.lost as usize).collect());
    format!(
        "  {FAINT}a slip with a name fails {failed} checks and costs {lost} of {} points, in the median of \
         {}{FAINT:#}\n\n",
        exercise.points(),
        named.len()
    )
}

fn median(mut numbers: Vec<usize>) -> usize {
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use grader::rubric::Check;

    #[test]
    fn a_check_is_worth_what_it_alone_catches() {
        let specimen = |name: &str, failed: &[&str]| Verified {
            label: format!("wrong/relu/{name}"),
            exercise: "relu".into(),
            kind: Kind::Wrong,
            is_caught: true,
            failed: failed.iter().map(|&check| check.to_owned()).collect(),
            not_judged: BTreeSet::new(),
            lost: 3,
            diagnosis: None,
            complaints: Vec::new(),
        };
        let check = |name: &str| Check { name: name.into(), points: 1, ..Check::default() };
        let checks = ["a", "b", "c", "d"].map(check).into();
        let exercise = Exercise { name: "relu".into(), checks, ..Exercise::default() };
        let verified =
            [specimen("one", &["a"]), specimen("two", &["b", "c"]), specimen("three", &["a", "b", "c"])];
        let found = adequacy(&exercise, &verified);
        let counts = |at: usize| (found[at].caught.len(), found[at].alone.len(), found[at].same.clone());
        assert_eq!(counts(0), (2, 1, vec![]));
        assert_eq!(counts(1), (2, 0, vec!["c"]));
        assert_eq!(counts(3), (0, 0, vec![]));
        let rubric = Rubric { exercises: vec![exercise], ..Rubric::default() };
        let missed = adequacies(&rubric, &verified).missed;
        assert_eq!(missed.len(), 5, "three are never alone, two are the same");
        assert_eq!(missed[1], "relu::b: c catches the same");
    }
}
