//! What is kept of each student.
//!
//! ```text
//! grades.csv                       everyone, a line each; also as grade books read it
//! grades-checks.csv                everyone, with the points of every check
//! summary.md                       what to talk about, and a table of links
//! students/NAME/report.{html,json,md}
//!                                  to give back: nothing in it that students may not see
//! instructor/index.html            the same as a page, which sorts
//! instructor/NAME.json             the whole report
//! instructor/NAME.diff.md          the submission beside the reference
//! instructor/verdicts/NAME.json    what was run and what came of it, with all that gives the same again
//! instructor/entries/NAME.json     the student's line, and what it depends on
//! instructor/run.json              the seed of the run, its shard and its exercises
//! shard.json                       what a shard graded, once it came to its end
//! instructor/policy/               the policy of final scores, and the times that go with it
//! instructor/earlier.json          the folder of grades that these are compared with
//! withdrawn/                       the same of students who handed in nothing any more
//! ```
//!
//! Every file is written atomically. A student's entry is removed first and written last, so a student with an
//! entry has all of them, or none where the entry says that there is no report.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::earlier::Earlier;
use super::entry::Entry;
use super::file_name::file_name;
use super::kept_report::KeptReport;
use super::run::{RUN, Run, Wanted};
use super::{notes, sheet};
use crate::class::grading::Made;
use crate::class::policy::{Policy, Standing};
use crate::class::shards::part::PART;
use crate::class::verdicts::record::VERDICTS;
use grader::rubric::Rubric;
use student::atomic_write;
use student::render;

/// How long the tables wait for more students before they are written again.
const PAUSE: Duration = Duration::from_secs(1);

/// Everyone's entries.
pub const ENTRIES: &str = "instructor/entries";
/// What it comes to, which is there when everyone has been graded.
pub const SUMMARY: &str = "summary.md";
/// The points of every check.
const CHECKS: &str = "grades-checks.csv";

/// The tables of everyone.
pub const SHEETS: [&str; 4] = ["grades.csv", "grades-canvas.csv", "grades-nbgrader.csv", CHECKS];

/// All that is kept of a student but the entry, by the name in files.
pub fn files_of(name: &str) -> [String; 4] {
    [
        format!("students/{name}"),
        format!("instructor/{name}.json"),
        format!("instructor/{name}.diff.md"),
        format!("{VERDICTS}/{name}.json"),
    ]
}

/// The folder of a class's grades.
pub struct Ledger {
    folder: PathBuf,
    run: Run,
    entries: BTreeMap<String, Entry>,
    /// Entries of the earlier run that `--resume` goes on with, by the students' keys.
    known: Arc<BTreeMap<String, Entry>>,
    written: Option<Instant>,
    policy: Option<Policy>,
}

impl Ledger {
    /// Opens a new folder, or one of an earlier run to go on with. Nothing is written yet.
    ///
    /// # Errors
    /// Where it holds an earlier run and `resume` is false, or one of something else than `wanted`.
    pub fn open(folder: &Path, wanted: Wanted, resume: bool) -> Result<Self> {
        let earlier = Run::of(folder);
        if earlier.is_some() && !resume {
            bail!(
                "`{}` holds the grades of an earlier run\n\
                 hint: --resume goes on with it; --out names another folder",
                folder.display()
            );
        }
        let run = wanted.after(earlier, folder)?;
        let mut known = BTreeMap::new();
        for entry in fs::read_dir(folder.join(ENTRIES)).into_iter().flatten() {
            // What can't be read is graded again.
            let text = fs::read(entry?.path()).unwrap_or_default();
            if let Ok(entry) = serde_json::from_slice::<Entry>(&text) {
                known.insert(entry.person.key.clone(), entry);
            }
        }
        let (folder, known) = (folder.to_owned(), Arc::new(known));
        Ok(Self { folder, run, entries: BTreeMap::new(), known, written: None, policy: None })
    }

    /// Begins to write: from now on the folder holds a run. What is left of students without a submission
    /// is moved away, and their names are returned.
    ///
    /// # Errors
    /// Where something can't be written or moved.
    pub fn begin(&self, keys: &BTreeSet<&str>) -> Result<Vec<String>> {
        self.remove(PART)?;
        self.write(RUN, &serde_json::to_vec(&self.run)?)?;
        self.remove(SUMMARY)?;
        atomic_write::tidy(&self.folder)?;
        let gone: Vec<&Entry> =
            self.known.values().filter(|entry| !keys.contains(entry.person.key.as_str())).collect();
        for entry in &gone {
            self.withdraw(&entry.person.key)?;
        }
        Ok(gone.into_iter().map(|entry| entry.person.name.clone()).collect())
    }

    /// Makes final scores by this policy, and keeps it with them.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn apply(&mut self, policy: Option<Policy>) -> Result<()> {
        if let Some(policy) = &policy {
            policy.keep(&self.folder)?;
        }
        self.policy = policy;
        Ok(())
    }

    /// The policy of final scores, where there is one.
    pub fn policy(&self) -> Option<&Policy> {
        self.policy.as_ref()
    }

    /// The seed of the run.
    pub fn seed(&self) -> u64 {
        self.run.seed
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Who was graded in an earlier run, by the students' keys.
    pub fn known(&self) -> Arc<BTreeMap<String, Entry>> {
        Arc::clone(&self.known)
    }

    /// Everyone who has been kept, in order of their names.
    pub fn entries(&self) -> Vec<&Entry> {
        let mut entries: Vec<&Entry> = self.entries.values().collect();
        entries.sort_by(|a, b| a.person.cmp(&b.person));
        entries
    }

    /// Keeps what became of a student. What is known from an earlier run is written again only where it
    /// differs.
    ///
    /// # Errors
    /// Where something can't be written.
    pub fn keep(&mut self, entry: Entry, made: Option<&Made>) -> Result<()> {
        let name = file_name(&entry.person.key);
        let known = self.known.get(&entry.person.key);
        if let Some(Made { report, page, differences, record }) = made {
            self.remove(&format!("{ENTRIES}/{name}.json"))?;
            let back = report.for_student();
            self.write(&format!("students/{name}/report.json"), render::json(&back).as_bytes())?;
            self.write(&format!("students/{name}/report.md"), render::markdown(&back).as_bytes())?;
            self.write(&format!("students/{name}/report.html"), page.as_bytes())?;
            self.write(&format!("{VERDICTS}/{name}.json"), &serde_json::to_vec(record)?)?;
            let differences: String = differences.iter().map(crate::render::markdown_difference).collect();
            self.write(&format!("instructor/{name}.diff.md"), differences.as_bytes())?;
            self.write(&format!("instructor/{name}.json"), render::json(report).as_bytes())?;
        } else if known.is_some_and(|known| known.has_report) && !entry.has_report {
            self.withdraw(&entry.person.key)?;
        }
        if made.is_some() || known != Some(&entry) {
            self.write(&format!("{ENTRIES}/{name}.json"), &serde_json::to_vec(&entry)?)?;
        }
        self.entries.insert(entry.person.key.clone(), entry);
        Ok(())
    }

    /// Writes the grades as they are by now, unless that was done a moment ago.
    ///
    /// # Errors
    /// Where they can't be written.
    pub fn write_sheets_at_times(&mut self, rubric: &Rubric) -> Result<()> {
        if self.written.is_none_or(|written| written.elapsed() >= PAUSE) {
            self.write_sheets(rubric)?;
            self.written = Some(Instant::now());
        }
        Ok(())
    }

    /// Writes the grades as they are by now.
    ///
    /// # Errors
    /// Where they can't be written.
    pub fn write_sheets(&self, rubric: &Rubric) -> Result<()> {
        let (entries, policy) = (self.entries(), self.policy.as_ref());
        let [plain, canvas, nbgrader, _] = SHEETS;
        self.write(plain, &sheet::plain(rubric, &entries, policy)?)?;
        self.write(canvas, &sheet::canvas(rubric, &entries, policy)?)?;
        self.write(nbgrader, &sheet::nbgrader(&entries, policy)?)
    }

    /// The reports of those who have one, in order of their names.
    ///
    /// # Errors
    /// Where one can't be read.
    pub fn reports(&self) -> Result<Vec<(&Entry, KeptReport)>> {
        let with_report = self.entries().into_iter().filter(|entry| entry.has_report);
        with_report.map(|entry| Ok((entry, KeptReport::read(&self.folder, &entry.person.key)?))).collect()
    }

    /// Writes the points of every check, when everyone has been kept.
    ///
    /// # Errors
    /// Where the table can't be written.
    pub fn write_checks(&self, rubric: &Rubric, reports: &[(&Entry, KeptReport)]) -> Result<()> {
        self.write(CHECKS, &sheet::checks(rubric, &self.entries(), reports)?)
    }

    /// Who has a score and no final one, and why.
    pub fn unsettled(&self) -> Vec<(String, String)> {
        let why = |entry: &Entry| match self.policy.as_ref()?.of(entry)? {
            Standing::Open(why) => Some((entry.person.name.clone(), why)),
            Standing::Settled(_) => None,
        };
        self.entries().into_iter().filter_map(why).collect()
    }

    /// Puts what is said beside a report into those that are given back, whenever they were written. `comments` are an
    /// instructor's, by the students' keys.
    ///
    /// # Errors
    /// Where a page can't be read or written.
    pub fn write_notes(
        &self,
        reports: &[(&Entry, KeptReport)],
        earlier: Option<&Earlier>,
        comments: &BTreeMap<String, Vec<String>>,
    ) -> Result<()> {
        for (entry, now) in reports {
            let mut said: Vec<String> = self.policy.iter().filter_map(|policy| policy.says(entry)).collect();
            said.extend(comments.get(&entry.person.key).into_iter().flatten().cloned());
            said.extend(earlier.and_then(|earlier| earlier.says(entry, now)));
            let name = file_name(&entry.person.key);
            let (page, text) = (format!("students/{name}/report.html"), format!("students/{name}/report.md"));
            self.rewrite(&page, |page| notes::on_page(page, &said))?;
            self.rewrite(&text, |text| Ok(notes::in_markdown(text, &said)))?;
        }
        Ok(())
    }

    /// Writes a file again where it is to be another.
    fn rewrite(&self, file: &str, change: impl FnOnce(&str) -> Result<String>) -> Result<()> {
        let path = self.folder.join(file);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let changed = change(&text).with_context(|| format!("cannot add to {}", path.display()))?;
        if changed == text { Ok(()) } else { self.write(file, changed.as_bytes()) }
    }

    /// Writes a file atomically.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn write(&self, file: &str, content: &[u8]) -> Result<()> {
        atomic_write::write(&self.folder.join(file), content)
    }

    /// Moves what was kept of a student to where nobody takes it for a result of this class.
    fn withdraw(&self, key: &str) -> Result<()> {
        let name = file_name(key);
        // The entry last, so that a run that is killed meanwhile goes on with it.
        for file in files_of(&name).into_iter().chain([format!("{ENTRIES}/{name}.json")]) {
            let (from, to) = (self.folder.join(&file), self.folder.join("withdrawn").join(&file));
            let moved = || {
                if !from.exists() {
                    return Ok(());
                }
                self.remove(&format!("withdrawn/{file}"))?;
                fs::create_dir_all(to.parent().unwrap_or(&to))?;
                Ok::<_, anyhow::Error>(fs::rename(&from, &to)?)
            };
            moved().with_context(|| format!("cannot move {} to {}", from.display(), to.display()))?;
        }
        Ok(())
    }

    /// Removes a file or a folder, which need not be there.
    fn remove(&self, file: &str) -> Result<()> {
        let path = self.folder.join(file);
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        match removed {
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(()),
            removed => removed.with_context(|| format!("cannot remove {}", path.display())),
        }
    }
}
