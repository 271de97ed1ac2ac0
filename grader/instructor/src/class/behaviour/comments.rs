//! What an instructor says to everyone whose code behaves in one way.
//!
//! A comment is kept with the behaviour and not with names: whoever hands in something else by the next run no longer
//! gets it, and whoever makes the same mistake later does.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::Behaviour;
use super::groups::{Group, chosen, groups};
use crate::class::grades::earlier::Earlier;
use crate::class::regrade::points::Points;
use crate::class::{reopen, write_whole};
use grader::rubric::Rubric;
use grader::sanitize::plain;
use student::atomic_write;

/// Where they lie in a folder of grades.
const COMMENTS: &str = "instructor/comments.json";

/// Longest comment, in characters.
const LONGEST: usize = 2_000;

/// The comments of a class.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Comments(Vec<Comment>);

#[derive(Debug, Serialize, Deserialize)]
struct Comment {
    says: String,
    behaviour: Behaviour,
}

/// Says this to everyone in the group of this name, in place of what was said before, and nothing where the text is
/// empty. Their pages and the class's are written anew. Returns the group.
///
/// # Errors
/// Where there is no such group, or something can't be read or written.
pub fn comment(grades: &Path, rubric: &Rubric, name: &str, says: &str) -> Result<Group> {
    let rubric = Points::of(grades)?.applied(rubric)?;
    let (ledger, strays) = reopen(grades)?;
    let group = chosen(groups(grades, &rubric, &ledger.entries()), name)?;
    let mut comments = Comments::read(grades)?;
    comments.set(&group, &plain(says, LONGEST));
    comments.write(grades)?;
    write_whole(&ledger, &rubric, strays, Earlier::open(None, grades)?.as_ref())?;
    Ok(group)
}

impl Comments {
    /// Those of a folder of grades.
    ///
    /// # Errors
    /// Where they can't be read.
    pub fn read(grades: &Path) -> Result<Self> {
        let path = grades.join(COMMENTS);
        match fs::read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            text => {
                let text = text.with_context(|| format!("cannot read {}", path.display()))?;
                serde_json::from_slice(&text).ok().with_context(|| {
                    format!("{} is not as it was written\nhint: remove it, and comment again", path.display())
                })
            }
        }
    }

    /// Keeps them with the grades.
    ///
    /// # Errors
    /// Where they can't be written.
    pub fn write(&self, grades: &Path) -> Result<()> {
        atomic_write::write(&grades.join(COMMENTS), &serde_json::to_vec(self)?)
    }

    /// Says this to a group, in place of what was said before; nothing, where the text is empty.
    pub fn set(&mut self, group: &Group, says: &str) {
        self.0.retain(|comment| !comment.behaviour.is_like(&group.behaviour));
        if !says.is_empty() {
            self.0.push(Comment { says: says.to_owned(), behaviour: group.behaviour.clone() });
        }
    }

    /// What is said to each student, by the students' keys.
    pub fn by_student(&self, groups: &[Group]) -> BTreeMap<String, Vec<String>> {
        let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (group, says) in groups.iter().filter_map(|group| Some((group, self.of(group)?))) {
            for member in &group.members {
                let says = format!("From your instructor, on {}: {says}", group.title);
                said.entry(member.key.clone()).or_default().push(says);
            }
        }
        said
    }

    /// What is said to a group.
    pub fn of(&self, group: &Group) -> Option<&str> {
        let comment = self.0.iter().find(|comment| comment.behaviour.is_like(&group.behaviour));
        comment.map(|comment| comment.says.as_str())
    }
}
