//! What to talk about in the next lecture, and who has no grade.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::entry::{Entry, Status};
use crate::class::behaviour::groups::Group;
use crate::class::students::Stray;
use grader::rubric::{Rubric, Track};
use grader::trouble::Trouble;
use student::render::words;

/// How many lines each list has at most.
pub(super) const LONGEST: usize = 8;

/// What is said of those who are left out of grade books.
pub(super) const LEFT_OUT: &str = "They are in grades.csv, and left out of the tables for Canvas and nbgrader, which would give \
     them 0 points.";

/// What a class's grades come to.
#[derive(Debug)]
pub struct Summary {
    /// How many students there are.
    pub students: usize,
    /// Who has no grade, and why.
    pub not_graded: Vec<(String, String)>,
    /// Groups of the same behaviour that nobody has a name for yet, and how large they are.
    pub unnamed: Vec<(String, usize)>,
    /// Who has a score, and no final one, and why.
    pub unsettled: Vec<(String, String)>,
    /// What belongs to nobody, and what it is.
    pub strays: Vec<Stray>,
    /// What is to be said of this run, and not of the class.
    pub remarks: Vec<String>,
    /// Verdicts that are others for no reason.
    pub alarms: Vec<String>,
    /// What kept the grader from judging somebody, where something did: the first to do something about.
    pub trouble: Option<Trouble>,
    pub(super) scores: Vec<u32>,
    pub(super) max_score: u32,
    pub(super) missed: Vec<(String, usize)>,
    pub(super) diagnoses: Vec<(String, usize)>,
}

impl Summary {
    /// Counts.
    pub fn new(rubric: &Rubric, entries: &[&Entry], groups: &[Group], strays: Vec<Stray>) -> Self {
        let graded = || entries.iter().filter(|entry| entry.status == Status::Graded);
        let others = entries.iter().filter(|entry| entry.status != Status::Graded);
        let mut scores: Vec<u32> = graded().map(|entry| entry.score).collect();
        scores.sort_unstable();
        Self {
            students: entries.len(),
            not_graded: others.map(|entry| (entry.person.name.clone(), entry.remarks())).collect(),
            unnamed: unnamed(groups),
            unsettled: Vec::new(),
            strays,
            remarks: Vec::new(),
            alarms: Vec::new(),
            trouble: None,
            scores,
            max_score: rubric.points(Track::Core),
            missed: most_often(graded().flat_map(|entry| &entry.missed).map(|id| in_words(rubric, id))),
            diagnoses: most_often(graded().flat_map(|entry| &entry.diagnoses).cloned()),
        }
    }

    /// For a terminal.
    pub fn text(&self) -> String {
        let text = self.render(&Style { heading: "", figures: "  ", item: "", text: str::to_owned });
        let remarks: String =
            self.remarks.iter().chain(&self.alarms).map(|remark| format!("\n{remark}\n")).collect();
        text + &remarks
    }

    /// The scores in figures; none where nobody was graded.
    pub(super) fn figures(&self) -> Vec<(&'static str, String)> {
        let (Some(least), Some(most)) = (self.scores.first(), self.scores.last()) else { return Vec::new() };
        vec![
            ("median", self.median().to_string()),
            ("mean", format!("{:.1}", self.mean())),
            ("least", least.to_string()),
            ("most", most.to_string()),
            ("points there are", self.max_score.to_string()),
        ]
    }

    fn mean(&self) -> f64 {
        f64::from(self.scores.iter().sum::<u32>()) / self.scores.len() as f64
    }

    fn median(&self) -> u32 {
        self.scores[self.scores.len() / 2]
    }

    /// The summary in one of its styles.
    pub(super) fn render(&self, style: &Style) -> String {
        let Style { heading, figures, item, text: shown } = style;
        let mut text = format!("{heading}{} students\n\n", self.students);
        if let (Some(least), Some(most)) = (self.scores.first(), self.scores.last()) {
            text += &format!(
                "{figures}scores from {least} to {most} of {}, median {}, mean {:.1}\n\n",
                self.max_score,
                self.median(),
                self.mean()
            );
            text += &self.distribution(figures);
        }
        let list = |title: &str, lines: Vec<String>| {
            let lines: String = lines.iter().map(|line| format!("{item}{line}\n")).collect();
            if lines.is_empty() { String::new() } else { format!("\n{heading}{title}\n\n{lines}") }
        };
        let counted = |found: &[(String, usize)]| {
            found.iter().take(LONGEST).map(|(what, count)| format!("{count:>4} × {}", shown(what))).collect()
        };
        text += &list("Checks missed most often", counted(&self.missed));
        text += &list("Slips named most often", counted(&self.diagnoses));
        text += &list("The same behaviour, not named yet", counted(&self.unnamed));
        let others =
            self.not_graded.iter().map(|(student, why)| format!("{}: {}", shown(student), shown(why)));
        text += &list("Not graded", others.collect());
        if !self.not_graded.is_empty() {
            text += &format!("\n{LEFT_OUT}\n");
        }
        let open = self.unsettled.iter().map(|(student, why)| format!("{}: {}", shown(student), shown(why)));
        text += &list("Without a final score", open.collect());
        let strays = self.strays.iter().map(|stray| format!("{}: {}", shown(&stray.name), stray.what));
        text += &list("Not graded, because it is nobody's", strays.collect());
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
    pub(super) fn bins(&self) -> Vec<(String, usize)> {
        let bin = |score: u32| (score * 10).checked_div(self.max_score).unwrap_or_default();
        let count = |number| self.scores.iter().filter(|&&score| bin(score) == number).count();
        let range = |number| if number == 10 { "100 %".to_owned() } else { format!("{} % +", number * 10) };
        (0..=10).map(|number| (range(number), count(number))).collect()
    }
}

/// How a summary is written.
pub(super) struct Style {
    /// What stands before a heading.
    pub heading: &'static str,
    /// What stands before a line of figures.
    pub figures: &'static str,
    /// What stands before an item of a list.
    pub item: &'static str,
    /// Makes foreign text harmless.
    pub text: fn(&str) -> String,
}

/// A check by its id, such as `ReLU: keeps positive values`.
pub(super) fn in_words(rubric: &Rubric, id: &str) -> String {
    let (name, _) = id.split_once("::").unwrap_or(("", id));
    let title = rubric.exercises.iter().find(|exercise| exercise.name == name);
    format!("{}: {}", title.map_or(name, |exercise| &exercise.title), words::in_words(id))
}

/// The groups of several students that have no name, such as `Tanh (tanh-3)`.
fn unnamed(groups: &[Group]) -> Vec<(String, usize)> {
    let unnamed = groups.iter().filter(|group| group.words().is_none() && group.members.len() > 1);
    let mut unnamed: Vec<(String, usize)> =
        unnamed.map(|group| (format!("{} ({})", group.title, group.name), group.members.len())).collect();
    unnamed.sort_by_key(|(_, members)| Reverse(*members));
    unnamed
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
