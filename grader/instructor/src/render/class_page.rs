//! The instructor's page of a whole class.

use askama::Template;

use pictures::page::{Policy, style, written_out};

/// Sorts the table; the page is complete without.
const SCRIPT: &str = include_str!("../../templates/sort.js");

/// What a class's grades come to.
#[derive(Debug)]
pub struct Class {
    /// Figures in a word or two, each behind its label.
    pub figures: Vec<(&'static str, String)>,
    /// How many students have which score.
    pub scores: Vec<Counted>,
    /// How the points of each exercise are spread.
    pub spreads: Vec<Spread>,
    /// Checks, the one that most students miss first.
    pub missed: Vec<Counted>,
    /// Slips, the one that most students make first.
    pub slips: Vec<Counted>,
    /// Every check that was asked of somebody, in the rubric's order.
    pub checks: Vec<ShownCheck>,
    /// Students whose code behaves the same.
    pub groups: Vec<ShownGroup>,
    /// How many students have a grade.
    pub graded: usize,
    /// Who has none, and why.
    pub not_graded: Vec<(String, String)>,
    /// Where those who have none are left out.
    pub left_out: &'static str,
    /// What belongs to nobody, and what it is.
    pub strays: Vec<(String, String)>,
    /// The titles of the core's exercises.
    pub core: Vec<String>,
    /// Whether there are exercises beyond it.
    pub has_beyond: bool,
    /// Whether a policy makes final scores of the points.
    pub has_final: bool,
    /// Everyone.
    pub rows: Vec<Row>,
}

/// Something that students have in common.
#[derive(Debug)]
pub struct Counted {
    /// In words.
    pub what: String,
    /// How many students.
    pub students: usize,
}

/// How the points of an exercise are spread over the class.
#[derive(Debug)]
pub struct Spread {
    /// Its name in the lesson.
    pub title: String,
    /// The points of the student in the middle.
    pub median: u32,
    /// The points that there are.
    pub most: u32,
    /// How many students have less than each fifth of them, and in the end how many have all.
    pub fifths: Vec<usize>,
}

/// What a check tells of the class.
#[derive(Debug)]
pub struct ShownCheck {
    /// The exercise's name in the lesson.
    pub title: String,
    /// Its name, in words.
    pub name: String,
    /// How many students it was asked of.
    pub asked: usize,
    /// How many of them missed it.
    pub missed: usize,
    /// The correlation with the points of all other checks, from -1 to 1, if it says anything.
    pub discrimination: Option<String>,
    /// What is odd about it.
    pub flag: Option<&'static str>,
}

/// Students whose code behaves the same in an exercise.
#[derive(Debug)]
pub struct ShownGroup {
    /// Its name in commands.
    pub name: String,
    /// The exercise's name in the lesson.
    pub title: String,
    /// What is behind it; none where nobody has a name for it yet.
    pub says: Option<String>,
    /// The checks that they miss, in words.
    pub missed: Vec<String>,
    /// Who they are, each with the name in files.
    pub members: Vec<(String, String)>,
    /// What one of them wrote.
    pub code: String,
    /// What the instructor says to them.
    pub comment: Option<String>,
}

/// One student.
#[derive(Debug)]
pub struct Row {
    /// The student's name.
    pub student: String,
    /// The id in the course system; empty where none is known.
    pub id: String,
    /// The name in files; none where there is no report.
    pub file: Option<String>,
    /// Points earned.
    pub score: u32,
    /// What a policy has left of them; empty where there is none.
    pub left: String,
    /// Points earned, exercise by exercise of the core.
    pub core: Vec<Option<u32>>,
    /// Points earned beyond the core.
    pub beyond: u32,
    /// In one word.
    pub status: String,
    /// Whether it was handed in late.
    pub late: bool,
    /// What there is to say.
    pub note: String,
}

#[derive(Template)]
#[template(path = "class.html", whitespace = "minimize")]
struct Shown<'a> {
    policy: Policy,
    style: &'a str,
    script: &'a str,
    class: &'a Class,
}

/// The page, as HTML, to lie in a folder beside the students'.
pub fn class_page(class: &Class) -> String {
    written_out(&Shown { policy: Policy::with_script(SCRIPT), style: style(), script: SCRIPT, class })
}

/// What a full bar stands for.
fn most(counts: &[Counted]) -> usize {
    counts.iter().map(|counted| counted.students).max().unwrap_or_default().max(1)
}

/// How many groups have one student.
fn alone(groups: &[ShownGroup]) -> usize {
    groups.iter().filter(|group| group.members.len() == 1).count()
}
