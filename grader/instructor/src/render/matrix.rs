//! What the suite made of each specimen, as a matrix: specimen × check.

use std::collections::BTreeSet;

use anstyle::{AnsiColor, Style};

use crate::specimens::Kind;
use grader::rubric::Rubric;

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const BAD: Style = AnsiColor::Red.on_default();

/// A specimen that has been graded.
#[derive(Debug)]
pub struct Verified {
    /// `kind/exercise/name`.
    pub label: String,
    /// The exercise's name.
    pub exercise: String,
    /// What it is a specimen of.
    pub kind: Kind,
    /// Whether some check fails, whatever the seed.
    pub is_caught: bool,
    /// The checks that failed, by name, under one seed or another.
    pub failed: BTreeSet<String>,
    /// The checks that were not judged, because a more basic one failed.
    pub not_judged: BTreeSet<String>,
    /// How many points it lost at most.
    pub lost: u32,
    /// The key of the diagnosis that was made, the same under every seed.
    pub diagnosis: Option<String>,
    /// How the result differs from what the specimen's file says.
    pub complaints: Vec<String>,
}

/// The rendered table, and what it shows that must not be.
#[derive(Debug)]
pub struct Summary {
    /// For a reader, with colours.
    pub text: String,
    /// What differs from what the specimens' files say, each with the specimen's name.
    pub missed: Vec<String>,
}

/// Complaints, each behind the name of what it is about.
pub(super) fn labelled(label: &str, complaints: &[String]) -> impl Iterator<Item = String> {
    complaints.iter().map(move |complaint| format!("{label}: {complaint}"))
}

/// The tables' mismatches once more, where a reader of a long log looks first: at its end.
pub fn misses<'a>(summaries: impl Iterator<Item = &'a Summary>) -> String {
    let missed: Vec<&String> = summaries.flat_map(|summary| &summary.missed).collect();
    if missed.is_empty() {
        return String::new();
    }
    let lines: String = missed.iter().map(|line| format!("  {line}\n")).collect();
    format!("{BAD}Not as it must be ({}):{BAD:#}\n{lines}", missed.len())
}

/// A block for each exercise, then the figures.
pub fn matrix(rubric: &Rubric, verified: &[Verified]) -> Summary {
    let mut text = String::new();
    if verified.is_empty() {
        return Summary { text, missed: Vec::new() };
    }
    text += &format!("{FAINT}× fails, · passes, - is not judged; then the slip that is named{FAINT:#}\n");
    for exercise in &rubric.exercises {
        let specimens: Vec<&Verified> = verified.iter().filter(|v| v.exercise == exercise.name).collect();
        if specimens.is_empty() {
            continue;
        }
        text += &format!("{BOLD}{}{BOLD:#}\n", exercise.title);
        let indent = " ".repeat(WIDTH);
        for (column, check) in exercise.checks.iter().enumerate() {
            text += &format!("{indent}{}┌ {}\n", "│".repeat(column), check.name);
        }
        let mut sorted = specimens.clone();
        sorted.sort_by_key(|specimen| &specimen.label);
        for specimen in sorted {
            let row: String = exercise
                .checks
                .iter()
                .map(|check| match &check.name {
                    name if specimen.failed.contains(name) => '×',
                    name if specimen.not_judged.contains(name) => '-',
                    _ => '·',
                })
                .collect();
            let name = specimen.label.replace(&format!("/{}/", exercise.name), " ");
            let named = specimen.diagnosis.as_ref();
            let named = named.map(|key| format!("  {FAINT}{key}{FAINT:#}")).unwrap_or_default();
            text += &format!("{name:WIDTH$}{row}{named}\n");
            for complaint in &specimen.complaints {
                text += &format!("{BAD}{indent}! {complaint}{BAD:#}\n");
            }
        }
        text += "\n";
    }
    text += &figures(verified);
    let missed = verified.iter().flat_map(|specimen| labelled(&specimen.label, &specimen.complaints));
    Summary { text, missed: missed.collect() }
}

/// Columns before the matrix.
const WIDTH: usize = 40;

fn figures(verified: &[Verified]) -> String {
    let count = |kind: Kind, good: fn(&Verified) -> bool| {
        let all: Vec<&Verified> = verified.iter().filter(|specimen| specimen.kind == kind).collect();
        let n = all.iter().filter(|specimen| good(specimen)).count();
        (n, all.len(), if all.is_empty() { 100.0 } else { 100.0 * n as f64 / all.len() as f64 })
    };
    let (caught, wrong, caught_share) = count(Kind::Wrong, |specimen| specimen.is_caught);
    let (accepted, right, accepted_share) = count(Kind::Right, |specimen| specimen.failed.is_empty());
    let (named, _, named_share) = count(Kind::Wrong, |specimen| specimen.diagnosis.is_some());
    let (explained, uncompiled, share) = count(Kind::Uncompiled, |specimen| specimen.diagnosis.is_some());
    format!(
        "wrong caught {caught}/{wrong} ({caught_share:.0} %) · right accepted {accepted}/{right} \
         ({accepted_share:.0} %) · wrong diagnosed by name {named}/{wrong} ({named_share:.0} %) · \
         compile errors explained {explained}/{uncompiled} ({share:.0} %)\n"
    )
}
