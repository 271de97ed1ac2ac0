//! The whole of a class out of its shards: the files that one machine would have written.
//!
//! Files of students are copied, whatever they are; what is about the class as a whole is written anew, as after a run
//! that graded everyone. The folder appears when it is whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use tempfile::{Builder, TempDir};

use super::part::Part;
use super::shard::Shard;
use crate::class::grades::earlier::Earlier;
use crate::class::grades::entry::{Entry, Status};
use crate::class::grades::ledger::Ledger;
use crate::class::grades::run::{Run, Wanted};
use crate::class::grades::summary::Summary;
use crate::class::policy::Policy;
use crate::class::remarks::some_of;
use crate::class::students::person::Person;
use crate::class::verdicts::fingerprint::Workspace;
use crate::digest::sha256;
use grader::project::Project;
use grader::rubric::Rubric;
use grader::trouble::Trouble;
use student::{atomic_write, mirror};

/// How many digits of a digest are shown.
const SHOWN: usize = 12;

/// What came of merging.
#[derive(Debug)]
pub struct Merged {
    /// The class's grades.
    pub summary: Summary,
    /// Shards that came twice, with the same grades.
    pub twice: Vec<Shard>,
    /// Whether the folder held just these files already.
    pub was_there: bool,
}

/// What a shard left, and where.
struct Delivered {
    folder: PathBuf,
    part: Part,
}

/// How a class is to be merged.
#[derive(Debug)]
pub struct MergePlan<'a> {
    /// What shards left, a folder each.
    pub shards: &'a [PathBuf],
    /// Where the grades go.
    pub out: &'a Path,
    /// What is taken off for the time of handing in.
    pub policy: Option<&'a Path>,
    /// The grades of an earlier submission.
    pub earlier: Option<&'a Path>,
}

/// Makes the grades of a class of what its shards left.
///
/// # Errors
/// Where the shards do not fit together, one of them or a student is missing, a file did not arrive whole, or `out` holds
/// something else.
pub fn merge(project: &Project, rubric: &Rubric, plan: &MergePlan) -> Result<Merged> {
    let policy = plan.policy.map(Policy::read).transpose()?;
    let earlier = Earlier::open(plan.earlier, plan.out)?;
    let delivered =
        plan.shards.iter().map(|folder| Ok(Delivered { folder: folder.clone(), part: Part::read(folder)? }));
    let delivered: Vec<Delivered> = delivered.collect::<Result<_>>()?;
    let Some(first) = delivered.first() else { bail!("there is no shard to merge") };
    delivered.iter().try_for_each(|other| refuse_another_run(first, other))?;
    let seed = first.part.seed;
    ensure!(
        Workspace::read(project)?.conditions(rubric, seed) == first.part.conditions,
        "the shards were graded by another suite, grader or compiler than what is here\n\
         hint: merge in the workspace that graded them, or grade each again by the same command and --resume"
    );
    delivered.iter().try_for_each(|other| refuse_another_class(first, other))?;
    let (shards, twice) = each_once(&delivered)?;
    shards.values().try_for_each(|shard| refuse_gaps(shard))?;

    let whole = folder_beside(plan.out)?;
    let only = Run::of(&first.folder).map(|run| run.only).unwrap_or_default();
    let mut ledger = Ledger::open(whole.path(), Wanted { seed: Some(seed), shard: None, only }, false)?;
    ledger.begin(&BTreeSet::new())?;
    copy_files(&shards, whole.path())?;
    for entry in shards.values().flat_map(|shard| &shard.part.entries) {
        ledger.keep(entry.clone(), None)?;
    }
    let people: Vec<&Person> = first.part.class.iter().collect();
    let remarks = policy.iter().flat_map(|policy| policy.remarks(&people)).collect();
    ledger.apply(policy)?;
    earlier.iter().try_for_each(|earlier| earlier.keep(whole.path()))?;
    let mut summary =
        crate::class::write_whole(&ledger, rubric, first.part.strays.clone(), earlier.as_ref())?;
    let unjudged = ledger.entries().iter().any(|entry| entry.status == Status::Unjudged);
    summary.trouble = unjudged.then_some(Trouble::Unknown);
    summary.remarks = remarks;
    let was_there = put(whole, plan.out)?;
    Ok(Merged { summary, twice, was_there })
}

/// Refuses two shards that were not graded alike.
fn refuse_another_run(a: &Delivered, b: &Delivered) -> Result<()> {
    let (one, other) = (a.folder.display(), b.folder.display());
    ensure!(
        a.part.shard.of == b.part.shard.of,
        "`{one}` is shard {}, and `{other}` is shard {}\nhint: all shards of a class are made with one number of shards",
        a.part.shard,
        b.part.shard
    );
    ensure!(
        a.part.seed == b.part.seed,
        "`{one}` has the seed {}, and `{other}` has {}\nhint: give every shard the same --seed",
        a.part.seed,
        b.part.seed
    );
    let short = |digest: &str| digest.chars().take(SHOWN).collect::<String>();
    ensure!(
        a.part.conditions == b.part.conditions,
        "`{one}` and `{other}` were graded by different suites, graders or compilers: {} and {}\n\
         hint: grade both again in copies of one workspace, by the same command and --resume",
        short(&a.part.conditions),
        short(&b.part.conditions)
    );
    Ok(())
}

/// Refuses two shards that did not see the same submissions.
fn refuse_another_class(a: &Delivered, b: &Delivered) -> Result<()> {
    let (one, other) = (a.folder.display(), b.folder.display());
    let hint =
        "hint: give every shard the same submissions, and run each again by the same command and --resume";
    let only = |those: &Part, these: &Part| -> Vec<String> {
        let has = |person: &&Person| !these.class.iter().any(|known| known.key == person.key);
        those.class.iter().filter(has).map(|person| person.name.clone()).collect()
    };
    for (who, in_one, in_other) in
        [(only(&a.part, &b.part), &one, &other), (only(&b.part, &a.part), &other, &one)]
    {
        ensure!(who.is_empty(), "`{in_one}` knows {}, and `{in_other}` does not\n{hint}", some_of(&who));
    }
    if let Some((person, _)) = a.part.class.iter().zip(&b.part.class).find(|(person, other)| person != other)
    {
        bail!("`{one}` and `{other}` know different things of {}\n{hint}", person.name);
    }
    ensure!(
        a.part.strays == b.part.strays,
        "`{one}` and `{other}` saw different files that belong to nobody\n{hint}"
    );
    Ok(())
}

/// Each shard once, by its number, and those that came twice.
fn each_once(delivered: &[Delivered]) -> Result<(BTreeMap<u32, &Delivered>, Vec<Shard>)> {
    let (mut shards, mut twice) = (BTreeMap::new(), Vec::new());
    for new in delivered {
        let Some(known) = shards.get(&new.part.shard.number).copied() else {
            shards.insert(new.part.shard.number, new);
            continue;
        };
        if let Some(what) = difference(&known.part, &new.part) {
            bail!(
                "`{}` and `{}` are both shard {}, and differ: {what}\nhint: leave out the one that does not count",
                known.folder.display(),
                new.folder.display(),
                new.part.shard
            );
        }
        twice.push(new.part.shard);
    }
    let of = delivered.first().map_or(0, |first| first.part.shard.of);
    let missing = (1..=of).filter(|number| !shards.contains_key(number));
    let missing: Vec<String> = missing.map(|number| Shard { number, of }.to_string()).collect();
    ensure!(
        missing.is_empty(),
        "of {of} shards, {} missing: {}\nhint: name the folder of each shard",
        if missing.len() == 1 { "one is".to_owned() } else { format!("{} are", missing.len()) },
        some_of(&missing)
    );
    Ok((shards, twice))
}

/// In what two deliveries of one shard differ.
fn difference(a: &Part, b: &Part) -> Option<String> {
    let of = |part: &Part, key: &str| part.entries.iter().find(|entry| entry.person.key == key).cloned();
    let graded = |entry: &&Entry| of(b, &entry.person.key).as_ref() != Some(*entry);
    if let Some(entry) = a.entries.iter().find(graded) {
        return Some(format!("in what became of {}", entry.person.name));
    }
    let files: BTreeSet<&String> = a.files.keys().chain(b.files.keys()).collect();
    let file = files.into_iter().find(|file| a.files.get(*file) != b.files.get(*file));
    file.map(|file| format!("in {file}")).or_else(|| (a != b).then(|| "in who was graded".to_owned()))
}

/// Refuses a shard that lacks one of its students, or has somebody else's.
fn refuse_gaps(Delivered { folder, part }: &Delivered) -> Result<()> {
    let folder = folder.display();
    let has = |person: &Person| part.entries.iter().any(|entry| entry.person.key == person.key);
    let own = part.class.iter().filter(|person| part.shard.holds(&person.key));
    let missing: Vec<String> =
        own.clone().filter(|person| !has(person)).map(|person| person.name.clone()).collect();
    ensure!(
        missing.is_empty(),
        "`{folder}` lacks students of shard {}: {}\nhint: run it again by the same command and --resume",
        part.shard,
        some_of(&missing)
    );
    ensure!(
        own.count() == part.entries.len(),
        "`{folder}` has students who are not in shard {}\nhint: run it again into an empty folder",
        part.shard
    );
    Ok(())
}

/// Copies the files of all students, and refuses those that are not what their shard wrote.
fn copy_files(shards: &BTreeMap<u32, &Delivered>, to: &Path) -> Result<()> {
    let mut taken: BTreeMap<&str, &Delivered> = BTreeMap::new();
    for shard in shards.values() {
        for (file, digest) in &shard.part.files {
            let from = shard.folder.join(file);
            let content = fs::read(&from).with_context(|| {
                format!("cannot read {}\nhint: copy the shard's folder again", from.display())
            })?;
            ensure!(
                sha256(&content) == *digest,
                "{} is not as its shard wrote it\nhint: copy the shard's folder again",
                from.display()
            );
            if let Some(other) = taken.insert(file, shard) {
                let same = other.part.files.get(file) == Some(digest);
                ensure!(
                    same,
                    "`{}` and `{}` both have {file}, and differ in it",
                    other.folder.display(),
                    shard.folder.display()
                );
            }
            atomic_write::write(&to.join(file), &content)?;
        }
    }
    Ok(())
}

/// A folder beside another, from where it can be moved into its place at once.
fn folder_beside(out: &Path) -> Result<TempDir> {
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let made = || {
        fs::create_dir_all(parent)?;
        let mut builder = Builder::new();
        builder.prefix(".unfinished-");
        // As any new folder: others may read it, as far as this user's mask lets them.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
        builder.tempdir_in(parent)
    };
    made().with_context(|| format!("cannot write to {}", parent.display()))
}

/// Moves the folder into its place; whether the same is there already.
fn put(whole: TempDir, out: &Path) -> Result<bool> {
    let is_empty = || Ok::<_, anyhow::Error>(fs::read_dir(out)?.next().is_none());
    if out.exists() && !(out.is_dir() && is_empty()?) {
        let same = out.is_dir() && is_same(whole.path(), out)?;
        ensure!(
            same,
            "`{}` is there already, and holds something else\nhint: name another folder, or remove this one",
            out.display()
        );
        return Ok(true);
    }
    let from = whole.keep();
    let moved = (|| {
        if out.exists() {
            fs::remove_dir(out)?; // Empty: not every system renames over it.
        }
        fs::rename(&from, out)
    })();
    moved.with_context(|| format!("cannot move {} to {}", from.display(), out.display()))?;
    Ok(false)
}

/// Whether two folders hold the same files.
fn is_same(a: &Path, b: &Path) -> Result<bool> {
    let files = mirror::files(a)?;
    if files != mirror::files(b)? {
        return Ok(false);
    }
    for file in files {
        if fs::read(a.join(&file))? != fs::read(b.join(&file))? {
            return Ok(false);
        }
    }
    Ok(true)
}
