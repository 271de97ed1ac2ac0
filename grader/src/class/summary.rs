//! What to talk about in the next lecture.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::ledger::Entry;
use crate::render::{Class, ClassRow, Counted};
use crate::rubric::Rubric;

/// How many lines each list has at most.
const LONGEST: usize = 8;

/// What a class's grades come to.
#[derive(Debug)]
pub struct Summary {
    /// How many students there are.
    pub students: usize,
    /// Who could not be graded, and why.
    pub failed: Vec<(String, String)>,
    scores: Vec<u32>,
    max_score: u32,
    missed: Vec<(String, usize)>,
    diagnoses: Vec<(String, usize)>,
}

impl Summary {
    /// Counts.
    pub fn new(rubric: &Rubric, entries: &[Entry]) -> Self {
        let graded = || entries.iter().filter(|entry| entry.status != "failed");
        let failed = entries.iter().filter(|entry| entry.status == "failed");
        let mut scores: Vec<u32> = graded().map(|entry| entry.score).collect();
        scores.sort_unstable();
        Self {
            students: entries.len(),
            failed: failed.map(|entry| (entry.student.clone(), entry.note.clone())).collect(),
            scores,
            max_score: rubric.exercises.iter().map(|exercise| exercise.points()).sum(),
            missed: most_often(graded().flat_map(|entry| &entry.missed).map(|id| in_words(rubric, id))),
            diagnoses: most_often(graded().flat_map(|entry| &entry.diagnoses).cloned()),
        }
    }

    /// For a terminal.
    pub fn text(&self) -> String {
        self.render("", "  ", "")
    }

    /// For a page.
    pub fn markdown(&self) -> String {
        self.render("## ", "    ", "- ")
    }

    /// As a page of its own, with everyone on it.
    pub fn page(&self, rubric: &Rubric, rows: Vec<ClassRow>) -> Class {
        let counted = |found: &[(String, usize)]| {
            let most = found.iter().take(LONGEST);
            most.map(|(what, students)| Counted { what: what.clone(), students: *students }).collect()
        };
        let bins = self.bins().into_iter();
        Class {
            figures: self.figures(),
            scores: bins.map(|(what, students)| Counted { what, students }).collect(),
            missed: counted(&self.missed),
            slips: counted(&self.diagnoses),
            failed: self.failed.clone(),
            exercises: rubric.exercises.iter().map(|exercise| exercise.title.clone()).collect(),
            rows,
        }
    }

    /// The scores in figures; none where nobody was graded.
    fn figures(&self) -> Vec<(&'static str, String)> {
        let (Some(least), Some(most)) = (self.scores.first(), self.scores.last()) else { return Vec::new() };
        let mean = f64::from(self.scores.iter().sum::<u32>()) / self.scores.len() as f64;
        let median = self.scores[self.scores.len() / 2];
        vec![
            ("median", median.to_string()),
            ("mean", format!("{mean:.1}")),
            ("least", least.to_string()),
            ("most", most.to_string()),
            ("points there are", self.max_score.to_string()),
        ]
    }

    fn render(&self, heading: &str, figures: &str, item: &str) -> String {
        let mut text = format!("{heading}{} students\n\n", self.students);
        if let (Some(least), Some(most)) = (self.scores.first(), self.scores.last()) {
            let mean = f64::from(self.scores.iter().sum::<u32>()) / self.scores.len() as f64;
            let median = self.scores[self.scores.len() / 2];
            text += &format!(
                "{figures}scores from {least} to {most} of {}, median {median}, mean {mean:.1}\n\n",
                self.max_score
            );
            text += &self.distribution(figures);
        }
        let list = |title: &str, lines: Vec<String>| {
            let lines: String = lines.iter().map(|line| format!("{item}{line}\n")).collect();
            if lines.is_empty() { String::new() } else { format!("\n{heading}{title}\n\n{lines}") }
        };
        let counted = |found: &[(String, usize)]| {
            found.iter().take(LONGEST).map(|(what, count)| format!("{count:>4} × {what}")).collect()
        };
        text += &list("Checks missed most often", counted(&self.missed));
        text += &list("Slips named most often", counted(&self.diagnoses));
        let failed = self.failed.iter().map(|(student, why)| format!("{student}: {why}")).collect();
        text += &list("Not graded", failed);
        text
    }

    fn distribution(&self, indent: &str) -> String {
        let mut text = String::new();
        for (range, count) in self.bins() {
            let bar = "█".repeat((count * 40).div_ceil(self.scores.len().max(1)));
            text += format!("{indent}{range:>7} {count:>4} {bar}").trim_end();
            text += "\n";
        }
        text
    }

    /// How many students are in each of ten bins, and in a last one that holds full marks alone.
    fn bins(&self) -> Vec<(String, usize)> {
        let bin = |score: u32| (score * 10).checked_div(self.max_score).unwrap_or_default();
        let count = |number| self.scores.iter().filter(|&&score| bin(score) == number).count();
        let range = |number| if number == 10 { "100 %".to_owned() } else { format!("{} % +", number * 10) };
        (0..=10).map(|number| (range(number), count(number))).collect()
    }
}

/// A check by its id, such as `ReLU: keeps positive values`.
fn in_words(rubric: &Rubric, id: &str) -> String {
    let (name, check) = id.split_once("::").unwrap_or(("", id));
    let title = rubric.exercises.iter().find(|exercise| exercise.name == name);
    format!("{}: {}", title.map_or(name, |exercise| &exercise.title), check.replace('_', " "))
}

fn most_often(found: impl Iterator<Item = String>) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for what in found {
        *counts.entry(what).or_default() += 1;
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
}
