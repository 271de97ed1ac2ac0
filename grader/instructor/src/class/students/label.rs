//! What the name of a downloaded file says: whose it is, when a course system wrote it.
//!
//! - Canvas: `doejane_LATE_12345_678910_relu-1.rs`: name, whether it was late, the student's id, the
//!   file's id, and the name that the file was uploaded under
//! - Moodle: `Ada Lovelace_1234567_assignsubmission_file_`, followed by the file's name where the
//!   download has no folders

use serde::{Deserialize, Serialize};

/// A course system whose names are understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum System {
    /// Canvas; its ids are those of its grade book.
    Canvas,
    /// Moodle; its ids are those of its grading worksheet, such as `Participant 1234567`.
    Moodle,
    /// Gradescope; its ids are the students' numbers.
    Gradescope,
}

/// What a name says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Which system wrote it.
    pub system: System,
    /// The student's name, as the system wrote it.
    pub name: String,
    /// The student's id; empty where the system keeps it to itself.
    pub id: String,
    /// Whether it is marked as late.
    pub late: bool,
    /// The name that the file was uploaded under, without the number of a copy; empty for a folder.
    pub original: String,
    /// Larger for a later upload under the same name: the file's id, and the number of the copy.
    pub version: (u64, u64),
}

/// What kind of thing bears the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearer {
    /// A folder, which would be a student's without a label, too.
    Folder,
    /// An archive, which would be, too.
    Archive,
    /// A file, which would be nobody's without a label.
    Part,
}

/// Between a student and what was uploaded, in names by Moodle.
const MOODLE: [&str; 2] = ["_assignsubmission_file", "_assignsubmission_onlinetext"];

/// Fewest digits of an id. `team_1_2.zip` is a name that somebody thought of.
const FEWEST_DIGITS: usize = 3;

/// The same for a folder. Canvas makes none, though somebody may unpack what it does; `lab_2024_101_ada` and
/// `lab_2024_102_bob` are two people's.
const FEWEST_DIGITS_OF_FOLDERS: usize = 5;

impl Label {
    /// Reads a name; none where no system wrote it.
    pub fn read(name: &str, bearer: Bearer) -> Option<Self> {
        moodle(name).or_else(|| canvas(name, bearer))
    }

    /// What tells this student from all others.
    pub fn key(&self) -> String {
        match (self.name.is_empty(), self.id.is_empty()) {
            (false, false) => format!("{}_{}", self.name, self.id),
            (true, _) => self.id.clone(),
            (_, true) => self.name.clone(),
        }
    }
}

fn moodle(name: &str) -> Option<Label> {
    let (before, after) = MOODLE.iter().find_map(|mark| name.split_once(mark))?;
    let (student, id) = before.rsplit_once('_')?;
    if student.is_empty() || !is_number(id, 1) || !(after.is_empty() || after.starts_with('_')) {
        return None;
    }
    Some(Label {
        system: System::Moodle,
        name: student.to_owned(),
        id: id.to_owned(),
        late: false,
        original: after.trim_start_matches('_').to_owned(),
        version: (0, 0),
    })
}

fn canvas(name: &str, bearer: Bearer) -> Option<Label> {
    let words: Vec<&str> = name.split('_').collect();
    let fewest = if bearer == Bearer::Folder { FEWEST_DIGITS_OF_FOLDERS } else { FEWEST_DIGITS };
    let (student, late, id, rest) = canvas_student(&words, fewest)?;
    let (file, original) = match rest {
        [file, original @ ..] if is_number(file, fewest) && !original.is_empty() => {
            (file.parse().ok()?, original.join("_"))
        }
        // What was typed instead of uploaded, and what somebody has renamed.
        [_, ..] if bearer == Bearer::Part => (0, rest.join("_")),
        _ => return None,
    };
    let (original, copy) = without_copy(&original);
    Some(Label { system: System::Canvas, name: student, id, late, original, version: (file, copy) })
}

/// The student's name, whether it was late, the id, and the words that follow.
fn canvas_student<'a>(words: &'a [&'a str], fewest: usize) -> Option<(String, bool, String, &'a [&'a str])> {
    // Where students are anonymous, there is a word instead of a name and a number.
    match words {
        ["LATE", "anon", id, rest @ ..] => return Some((String::new(), true, format!("anon_{id}"), rest)),
        ["anon", id, rest @ ..] => return Some((String::new(), false, format!("anon_{id}"), rest)),
        _ => {}
    }
    let at = (1..words.len()).find(|&at| is_number(words[at], fewest))?;
    let late = at > 1 && words[at - 1] == "LATE";
    let student = words[..at - usize::from(late)].join("_");
    (!student.is_empty()).then(|| (student, late, words[at].to_owned(), &words[at + 1..]))
}

fn is_number(word: &str, fewest: usize) -> bool {
    (fewest..=18).contains(&word.len()) && word.bytes().all(|digit| digit.is_ascii_digit())
}

/// A file's name without the number that makes it unique, and that number: `relu-1.rs`, `relu (1).rs`.
fn without_copy(name: &str) -> (String, u64) {
    let (stem, extension) = name.find('.').map_or((name, ""), |dot| name.split_at(dot));
    let numbered = || {
        let inner =
            stem.strip_suffix(')').and_then(|stem| stem.rsplit_once(" (")).or(stem.rsplit_once('-'))?;
        let (stem, number) = inner;
        (!stem.is_empty() && is_number(number, 1)).then(|| Some((stem, number.parse().ok()?)))?
    };
    let (stem, copy) = numbered().unwrap_or((stem, 0));
    (format!("{stem}{extension}"), copy)
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn names_by_course_systems_say_who_and_which() {
        let names = [
            "doejane_12345_678910_relu.rs",
            "doejane_LATE_12345_678911_relu-1.rs",
            "doejane_12345_678912_my_relu (2).rs",
            "poe-virginia_12346_678913_work-2.tar.gz",
            "de_la_cruz_12347_678914_relu.rs",
            "doejane_12345_text.html",
            "doejane_12345_relu.rs",
            "anon_a1B2c_678915_relu.rs",
            "LATE_anon_a1B2c_678915_relu.rs",
            "çelikzoë_12348_678916_tanh.rs",
            "Ada Lovelace_1234567_assignsubmission_file_",
            "Ada Lovelace_1234567_assignsubmission_file",
            "Ada Lovelace_1234567_assignsubmission_file_my_relu.rs",
            "Ada Lovelace_1234567_assignsubmission_onlinetext_",
            // Somebody's own words.
            "relu.rs",
            "ada",
            "team_1_2_final.rs",
            "ada_2024_final",
            "_12345_678910_relu.rs",
            "doejane_12345",
            "doejane_99999999999999999999_678910_relu.rs",
            "_assignsubmission_file_",
        ];
        let shown = |name: &str| match Label::read(name, Bearer::Part) {
            None => format!("{name}\n    nobody's\n"),
            Some(label) => format!(
                "{name}\n    {:?} {:?} {:?}{} {:?} {:?}\n",
                label.system,
                label.name,
                label.id,
                if label.late { " late" } else { "" },
                label.original,
                label.version
            ),
        };
        expect![[r#"
            doejane_12345_678910_relu.rs
                Canvas "doejane" "12345" "relu.rs" (678910, 0)
            doejane_LATE_12345_678911_relu-1.rs
                Canvas "doejane" "12345" late "relu.rs" (678911, 1)
            doejane_12345_678912_my_relu (2).rs
                Canvas "doejane" "12345" "my_relu.rs" (678912, 2)
            poe-virginia_12346_678913_work-2.tar.gz
                Canvas "poe-virginia" "12346" "work.tar.gz" (678913, 2)
            de_la_cruz_12347_678914_relu.rs
                Canvas "de_la_cruz" "12347" "relu.rs" (678914, 0)
            doejane_12345_text.html
                Canvas "doejane" "12345" "text.html" (0, 0)
            doejane_12345_relu.rs
                Canvas "doejane" "12345" "relu.rs" (0, 0)
            anon_a1B2c_678915_relu.rs
                Canvas "" "anon_a1B2c" "relu.rs" (678915, 0)
            LATE_anon_a1B2c_678915_relu.rs
                Canvas "" "anon_a1B2c" late "relu.rs" (678915, 0)
            çelikzoë_12348_678916_tanh.rs
                Canvas "çelikzoë" "12348" "tanh.rs" (678916, 0)
            Ada Lovelace_1234567_assignsubmission_file_
                Moodle "Ada Lovelace" "1234567" "" (0, 0)
            Ada Lovelace_1234567_assignsubmission_file
                Moodle "Ada Lovelace" "1234567" "" (0, 0)
            Ada Lovelace_1234567_assignsubmission_file_my_relu.rs
                Moodle "Ada Lovelace" "1234567" "my_relu.rs" (0, 0)
            Ada Lovelace_1234567_assignsubmission_onlinetext_
                Moodle "Ada Lovelace" "1234567" "" (0, 0)
            relu.rs
                nobody's
            ada
                nobody's
            team_1_2_final.rs
                nobody's
            ada_2024_final
                Canvas "ada" "2024" "final" (0, 0)
            _12345_678910_relu.rs
                nobody's
            doejane_12345
                nobody's
            doejane_99999999999999999999_678910_relu.rs
                Canvas "doejane_99999999999999999999" "678910" "relu.rs" (0, 0)
            _assignsubmission_file_
                nobody's
        "#]]
        .assert_eq(&names.map(shown).concat());
    }

    #[test]
    fn a_folder_is_called_as_somebody_likes_unless_both_ids_are_there() {
        assert_eq!(Label::read("lab_2024_101_ada", Bearer::Folder), None);
        assert_eq!(Label::read("ada_2024_final", Bearer::Archive), None);
        assert_eq!(Label::read("ada_12345", Bearer::Folder), None);
        let label = Label::read("doejane_12345_678910_activations", Bearer::Folder).expect("by Canvas");
        assert_eq!((label.key().as_str(), label.original.as_str()), ("doejane_12345", "activations"));
    }
}
