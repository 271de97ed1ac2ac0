//! Who a student is: names and ids, all of which are foreign text.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::label::System;
use crate::class::grades::file_name::number;
use grader::sanitize;

/// Longest name that is shown, in characters.
const LONGEST: usize = 100;

/// A student, as files' names tell.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Person {
    /// The name that is shown: another for each student of a class.
    pub name: String,
    /// What tells this student from all others, whoever else is in the class.
    pub key: String,
    /// The id in the course system; empty where none is known.
    pub id: String,
    /// The course system.
    pub system: Option<System>,
    /// Mail addresses, where known.
    pub email: String,
    /// Whether the submission is marked as late.
    pub late: bool,
    /// When it was handed in, where known.
    pub submitted: String,
    /// Which of several submissions counts; empty where there is one.
    pub remark: String,
}

impl Person {
    /// A student of whom no more is known than a name.
    pub fn new(key: String) -> Self {
        Self { name: shown(&key), key, ..Self::default() }
    }
}

/// A file's name as text, another for each name: bytes that are no text are spelled out.
pub fn exact(name: &OsStr) -> String {
    let mut text = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        text += chunk.valid();
        text.extend(chunk.invalid().iter().map(|byte| format!("⟨{byte:#04x}⟩")));
    }
    text
}

/// A name as it can be shown: on one line, with everything that could hide or act in it spelled out.
pub fn shown(name: &str) -> String {
    let mut shown = sanitize::spelled_out(name).replace('\n', "⟨U+000A⟩").replace('\t', "⟨U+0009⟩");
    if let Some((end, _)) = shown.char_indices().nth(LONGEST) {
        shown.truncate(end);
        shown.push_str(" …");
    }
    match shown.trim() {
        "" => "(a name of nothing but spaces)".to_owned(),
        shown => shown.to_owned(),
    }
}

/// Adds an id or a number to names that look the same.
pub fn tell_apart<'a>(people: impl Iterator<Item = &'a mut Person>) {
    let mut people: Vec<&mut Person> = people.collect();
    let looks = |name: &str| name.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for person in &people {
        *counts.entry(looks(&person.name)).or_default() += 1;
    }
    let mut taken: BTreeSet<String> = counts.keys().cloned().collect();
    for person in people.iter_mut().filter(|person| counts[&looks(&person.name)] > 1) {
        let with_id = format!("{} ({})", person.name, person.id);
        let numbered = (1..).map(|length| format!("{} [{}]", person.name, number(&person.key, 8 * length)));
        let mut names = (!person.id.is_empty()).then_some(with_id).into_iter().chain(numbered.take(8));
        if let Some(name) = names.find(|name| taken.insert(looks(name))) {
            person.name = name;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_the_same_are_told_apart() {
        let names = [
            "Jose\u{301}",
            "José",
            "Ada",
            "Ada ",
            " Ada",
            "ada",
            "A\u{200b}da",
            "\u{200b}",
            "  ",
            "   ",
            "\u{1b}[2Jx",
            "a\tb",
        ];
        let mut people: Vec<Person> = names.iter().map(|name| Person::new((*name).to_owned())).collect();
        let with_id =
            |key: &str, id: &str| Person { id: id.into(), name: "Eve".into(), ..Person::new(key.into()) };
        people.extend([with_id("Eve_1", "1"), with_id("Eve_2", "2")]);
        let guess = format!("Ada [{}]", number("Ada", 8));
        people.push(Person::new(guess));
        tell_apart(people.iter_mut());
        let looks: BTreeSet<String> = people
            .iter()
            .map(|person| {
                person.name.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
            })
            .collect();
        assert_eq!(looks.len(), people.len(), "{people:#?}");
        assert_eq!(people[5].name, "ada");
        assert_eq!(people[6].name, "A⟨U+200B⟩da");
        assert_eq!(people[10].name, "⟨U+001B⟩[2Jx");
        assert_eq!((people[12].name.as_str(), people[13].name.as_str()), ("Eve (1)", "Eve (2)"));
    }

    #[test]
    #[cfg(unix)]
    fn names_that_are_no_text_stay_different() {
        use std::os::unix::ffi::OsStrExt;
        let names = [&b"\xff"[..], b"\xfe", b"a\xffb"].map(|name| exact(OsStr::from_bytes(name)));
        assert_eq!(names, ["⟨0xff⟩", "⟨0xfe⟩", "a⟨0xff⟩b"]);
    }
}
