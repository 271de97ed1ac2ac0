//! What is taken off a score for the time at which it was handed in, as `policy.toml` says.
//!
//! - `instant`: points in time
//! - `times`: when everybody handed in, as a table says
//! - `standing`: what one student's score becomes

mod instant;
mod standing;
mod times;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use jiff::ZonedDateTime;
use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::class::grades::entry::{Entry, Status};
use crate::class::students::label::System;
use crate::class::students::person::Person;
use student::atomic_write;
use times::Times;

pub use standing::Standing;

/// Where a folder of grades keeps the policy by which they were made.
const KEPT: &str = "instructor/policy";
const NAME: &str = "policy.toml";

/// What a student is told whose time is not known.
const OPEN: &str = "Whether anything is taken off for the time of handing in is not settled yet.";

/// A policy as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    due: String,
    #[serde(default)]
    zone: Option<String>,
    #[serde(default)]
    late_days: u32,
    #[serde(default)]
    times: Option<String>,
    penalty: Penalty,
    #[serde(default, rename = "extension")]
    extensions: Vec<WrittenExtension>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenExtension {
    students: Vec<String>,
    #[serde(default)]
    due: Option<String>,
    #[serde(default)]
    late_days: Option<u32>,
}

/// What is taken off for each day or hour that has begun.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Penalty {
    /// What is counted.
    pub per: Per,
    /// How much of the points that there are, in percent.
    #[serde(default)]
    pub percent: Option<f64>,
    /// How many points.
    #[serde(default)]
    pub points: Option<f64>,
    /// How much is taken off at most, in the same unit.
    #[serde(default)]
    pub cap: Option<f64>,
}

/// What lateness is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Per {
    /// 24 hours.
    Day,
    /// 60 minutes.
    Hour,
}

/// A policy.
#[derive(Debug)]
pub struct Policy {
    due: ZonedDateTime,
    late_days: u32,
    penalty: Penalty,
    extensions: Vec<Extension>,
    zone: Option<TimeZone>,
    times: Times,
    /// The files that say all this, by the names under which they are kept.
    files: Vec<(String, Vec<u8>)>,
}

/// Other terms for some.
#[derive(Debug)]
struct Extension {
    students: Vec<String>,
    due: Option<ZonedDateTime>,
    late_days: Option<u32>,
}

/// A student as policies name one: by an id, a mail address, the name, or the name of what was handed in. Of a group in
/// Gradescope, each member is named. In the names of files, Canvas leaves out all but letters: `Lovelace, Ada` is
/// `lovelaceada` there.
fn is_named(person: &Person, name: &str) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let [named, called]: [String; 2] = [letters(name), letters(&person.name)];
    if person.system == Some(System::Canvas) && !named.is_empty() && named == called {
        return true;
    }
    let is_group = person.system == Some(System::Gradescope);
    let is_one_of = |list: &str| list == name || (is_group && list.split(", ").any(|one| one == name));
    let is_address = person.email.split(", ").any(|one| one.eq_ignore_ascii_case(name));
    !name.is_empty() && (is_one_of(&person.id) || is_address || is_one_of(&person.name) || person.key == name)
}

impl Policy {
    /// Reads a policy, and the table of times beside it that it names.
    ///
    /// # Errors
    /// Where it can't be read, or says something that can't be meant.
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        let in_policy = || format!("{} is no policy", path.display());
        let written: Written = toml::from_str(&text).with_context(in_policy)?;
        let name = written.times.clone();
        let mut policy = Self::new(written).with_context(in_policy)?;
        policy.files.push((NAME.to_owned(), text.into_bytes()));
        if let Some(name) = name {
            let table = path.with_file_name(&name);
            let bytes = fs::read(&table).with_context(|| {
                format!("cannot read {}\nhint: `times` names a table beside the policy", table.display())
            })?;
            policy.times = Times::read(&bytes, policy.zone.as_ref())
                .with_context(|| format!("{} is no table of times", table.display()))?;
            policy.files.push((name, bytes));
        }
        Ok(policy)
    }

    /// The policy by which the grades of a folder were made, if there was one.
    ///
    /// # Errors
    /// Where it can't be read.
    pub fn kept(grades: &Path) -> Result<Option<Self>> {
        let path = grades.join(KEPT).join(NAME);
        if !path.is_file() {
            return Ok(None);
        }
        Self::read(&path).map(Some)
    }

    /// Keeps the policy with the grades that are made by it.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn keep(&self, grades: &Path) -> Result<()> {
        let folder: PathBuf = grades.join(KEPT);
        self.files.iter().try_for_each(|(name, bytes)| atomic_write::write(&folder.join(name), bytes))
    }

    fn new(written: Written) -> Result<Self> {
        let zone = written.zone.as_deref().map(instant::zone).transpose()?;
        let due = instant::instant(&written.due, zone.as_ref()).context("`due`")?;
        written.penalty.check()?;
        if let Some(name) = &written.times {
            let is_beside = Path::new(name).file_name().is_some_and(|file| file == name.as_str());
            ensure!(
                is_beside && name != NAME,
                "`times = \"{name}\"`\nhint: it names a table beside the policy, such as `times-2.csv`"
            );
        }
        let mut named = BTreeSet::new();
        let mut extensions = Vec::new();
        for extension in written.extensions {
            ensure!(
                extension.due.is_some() || extension.late_days.is_some(),
                "an extension for {} extends nothing\nhint: give it a `due`, or `late_days`",
                extension.students.join(", ")
            );
            for student in &extension.students {
                ensure!(named.insert(student.clone()), "`{student}` has two extensions\nhint: leave one");
            }
            let read = |text: &String| instant::instant(text, zone.as_ref());
            let due = extension.due.as_ref().map(read).transpose();
            let due = due.with_context(|| format!("the extension for {}", extension.students.join(", ")))?;
            extensions.push(Extension { students: extension.students, due, late_days: extension.late_days });
        }
        let (late_days, penalty) = (written.late_days, written.penalty);
        Ok(Self { due, late_days, penalty, extensions, zone, times: Times::default(), files: Vec::new() })
    }

    /// What becomes of a student's score; none where there is no grade.
    pub fn of(&self, entry: &Entry) -> Option<Standing> {
        let is_graded = entry.status == Status::Graded;
        is_graded.then(|| self.standing(&entry.person, entry.score, entry.max_score))
    }

    /// What the student is told of it; none where there is nothing to tell.
    pub fn says(&self, entry: &Entry) -> Option<String> {
        match self.of(entry)? {
            Standing::Settled(applied) => Some(applied.says).filter(|says| !says.is_empty()),
            Standing::Open(_) => Some(OPEN.to_owned()),
        }
    }

    /// Names those in the policy and its table of times who handed nothing in, and those who are several: there may be a
    /// slip in a name.
    pub fn remarks(&self, people: &[&Person]) -> Vec<String> {
        let extended = self.extensions.iter().flat_map(|extension| &extension.students);
        let names: BTreeSet<&String> = extended.chain(self.times.students()).collect();
        let count = |name: &str| people.iter().filter(|person| is_named(person, name)).count();
        let with = |is: fn(usize) -> bool| -> Vec<&str> {
            names.iter().filter(|name| is(count(name))).map(|name| name.as_str()).collect()
        };
        let (unknown, several) = (with(|count| count == 0), with(|count| count > 1));
        let mut remarks = Vec::new();
        if !unknown.is_empty() {
            remarks.push(format!(
                "In the policy, and handed nothing in: {}. Whoever did is called otherwise here: write the id, or the name in \
                 grades.csv.",
                unknown.join(", ")
            ));
        }
        if !several.is_empty() {
            remarks.push(format!(
                "In the policy by a name that several have: {}. Write the id.",
                several.join(", ")
            ));
        }
        remarks
    }
}

impl Penalty {
    fn check(&self) -> Result<()> {
        let (percent, points) = (self.percent, self.points);
        ensure!(
            percent.is_some() != points.is_some(),
            "[penalty] takes off {}\nhint: give it either `percent` or `points`",
            if percent.is_some() { "percent and points at once" } else { "nothing" }
        );
        let most = if percent.is_some() { 100.0 } else { f64::MAX };
        for (name, amount) in [("percent", percent), ("points", points), ("cap", self.cap)] {
            let fits = amount.is_none_or(|amount| (0.0..=most).contains(&amount));
            let unit = if percent.is_some() { "from 0 to 100" } else { "0 or more" };
            ensure!(fits, "[penalty] `{name} = {}`\nhint: it is {unit}", amount.unwrap_or_default());
        }
        Ok(())
    }
}
