//! When everybody handed in, as a table says: `student,submitted`, and whatever columns else.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::instant::instant;

/// Times by students, as the table names these.
#[derive(Debug, Default)]
pub struct Times(BTreeMap<String, Timestamp>);

impl Times {
    /// Reads the table.
    ///
    /// # Errors
    /// Where a column is missing, a time can't be read, or a student has two.
    pub fn read(bytes: &[u8], zone: Option<&TimeZone>) -> Result<Self> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut table = csv::Reader::from_reader(bytes);
        let heads = table.headers().context("its first line names no columns")?.clone();
        let column = |name: &str| {
            let found = heads.iter().position(|head| head.trim() == name);
            found.with_context(|| {
                let there: Vec<&str> = heads.iter().collect();
                format!(
                    "it has no column `{name}`\nhint: it needs `student` and `submitted`, and has {}",
                    there.join(", ")
                )
            })
        };
        let (student, submitted) = (column("student")?, column("submitted")?);
        let mut times = BTreeMap::new();
        for line in table.records() {
            let line = line?;
            let name = line.get(student).unwrap_or_default().trim();
            let time = line.get(submitted).unwrap_or_default();
            // Whoever handed nothing in has no time.
            if name.is_empty() || time.trim().is_empty() {
                continue;
            }
            let time = instant(time, zone).with_context(|| format!("`{name}`"))?.timestamp();
            ensure!(
                times.insert(name.to_owned(), time).is_none(),
                "`{name}` has two times\nhint: leave the one that counts"
            );
        }
        Ok(Self(times))
    }

    /// Everyone who has a time.
    pub fn students(&self) -> impl Iterator<Item = &String> {
        self.0.keys()
    }

    /// The time of whoever `is_meant` knows by the name in the table.
    pub fn of(&self, is_meant: impl Fn(&str) -> bool) -> Option<Timestamp> {
        self.0.iter().find(|(name, _)| is_meant(name)).map(|(_, time)| *time)
    }
}
