//! `handout`: writes the workspace as students get it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::only::{Only, definition};
use crate::handout::{self, Answers, Kept, Mark, Renewed, renew, unfold};
use grader::project::Project;
use grader::rubric::Rubric;
use student::atomic_write;
use student::commands::{BadArgument, Ending, from_here};
use student::pack::pack;

/// The folder that the archive unpacks into.
const TOP: &str = "activations";

/// Write the workspace as students get it, to a folder and a .zip beside it
#[derive(Debug, clap::Args)]
pub struct Handout {
    /// A new folder, a git repository with nothing in it, or an earlier handout, in which files that
    /// somebody changed or added stay as they are [default: target/handout]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    #[command(flatten)]
    only: Only,
}

/// Writes it. Nothing is written before all of it has been searched for answers.
///
/// # Errors
/// A [`BadArgument`] for a folder with something else in it, and for exercises that are no assignment; otherwise where something can't be read or
/// written, markers do not match, or an answer would be handed out.
pub fn handout(options: &Handout) -> Result<Ending> {
    let project = Project::find()?;
    let folder = options.folder.clone().unwrap_or_else(|| project.target().join("handout"));
    let folder = std::path::absolute(&folder)?;
    let zip = PathBuf::from([folder.as_os_str(), ".zip".as_ref()].join("".as_ref()));
    let rubric = Rubric::read(&project.suite())?;
    let others = options.only.others(&rubric)?;
    let earlier = earlier(&folder, &zip)?;
    let (mut files, answers) = handout::handout(&project, &rubric)?;
    for name in &others {
        files.remove(&definition(name));
    }
    handout::leave_out_examples(&mut files, &others);
    let new = tempfile::tempdir().context("cannot make a temporary folder")?;
    unfold(&mut files, new.path())?;
    fs::create_dir_all(&folder).with_context(|| format!("cannot write to {}", folder.display()))?;
    let done = renew(&files, &folder, &earlier)?;
    let packed = files.iter().map(|(name, content)| (format!("{TOP}/{name}"), content.clone())).collect();
    atomic_write::make(&zip, |file| pack(&packed, file))?;
    let (written, removed) = (done.written.len(), done.removed.len());
    println!(
        "wrote {}: {} files ({written} new or changed, {removed} removed)",
        from_here(&folder),
        files.len()
    );
    println!("wrote {}, which unpacks into `{TOP}`: {}", from_here(&zip), answers.searched());
    Ok(tell_of_kept(&done, &folder, &zip, &answers))
}

/// Names files that are not as they are handed out. Somebody has to look where what is handed out has
/// changed, too, and where an answer was left in the folder.
fn tell_of_kept(done: &Renewed, folder: &Path, zip: &Path, answers: &Answers) -> Ending {
    let mut ending = Ending::Good;
    for Kept { name, is_news } in &done.kept {
        println!("kept {name}, which differs from what is handed out");
        let text = fs::read(folder.join(name)).unwrap_or_default();
        if let Some((title, _)) = answers.find(&String::from_utf8_lossy(&text)) {
            eprintln!("{} holds an answer to {title}", from_here(&folder.join(name)));
            eprintln!("hint: remove the file and run this again, which writes it as it is handed out");
            ending = Ending::Incomplete;
        } else if *is_news {
            eprintln!("{name} has changed here and in what is handed out");
            eprintln!(
                "hint: the one that is handed out is in {}; copy from it what you want",
                from_here(zip)
            );
            ending = Ending::Incomplete;
        }
    }
    ending
}

/// The list of what an earlier handout wrote, empty where the folder is free.
fn earlier(folder: &Path, zip: &Path) -> Result<Mark, BadArgument> {
    if let Some(mark) = Mark::read(folder).map_err(|error| BadArgument(format!("{error:#}")))? {
        return Ok(mark);
    }
    let is_free = match fs::read_dir(folder) {
        Ok(entries) => entries.flatten().all(|entry| entry.file_name() == ".git"),
        Err(_) => !folder.exists(),
    };
    if !is_free {
        return Err(BadArgument(format!(
            "`{}` is not empty and no earlier handout, and nothing was written\n\
             hint: name a new folder, or a git repository with nothing in it",
            folder.display()
        )));
    }
    if zip.exists() {
        return Err(BadArgument(format!(
            "`{}` is there, and of no earlier handout, and nothing was written\nhint: name another folder",
            zip.display()
        )));
    }
    Ok(Mark::default())
}
