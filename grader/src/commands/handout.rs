//! `handout`: writes the workspace as students get it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{BadArgument, Ending, from_here};
use crate::handout::{self, unfold};
use crate::mirror::write;
use crate::pack::pack;
use crate::project::Project;

/// The folder that the archive unpacks into.
const TOP: &str = "activations";

/// Lies in every handout that this command wrote, but in no archive.
const MARKER: &str = ".handout";

/// Write the workspace as students get it, to a folder and a .zip beside it
#[derive(Debug, clap::Args)]
pub struct Handout {
    /// A new or empty folder, or an earlier handout, which is replaced [default: target/handout]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Writes it, all or nothing.
///
/// # Errors
/// A [`BadArgument`] for a folder with something else in it; otherwise where something can't be read or
/// written, markers do not match, or an answer would be handed out.
pub fn handout(options: &Handout) -> Result<Ending> {
    let project = Project::find()?;
    let folder = options.folder.clone().unwrap_or_else(|| project.target().join("handout"));
    let folder = std::path::absolute(&folder)?;
    let zip = PathBuf::from([folder.as_os_str(), ".zip".as_ref()].join("".as_ref()));
    refuse_to_overwrite(&folder, &zip)?;
    let files = handout::handout(&project)?;
    let beside = folder.parent().context("a handout needs a folder to lie in")?;
    fs::create_dir_all(beside).with_context(|| format!("cannot write to {}", beside.display()))?;
    let unready =
        tempfile::tempdir_in(beside).with_context(|| format!("cannot write to {}", beside.display()))?;
    let (new, new_zip, old) =
        (unready.path().join("new"), unready.path().join("new.zip"), unready.path().join("old"));
    unfold(&files, &new)?;
    let packed = files.keys().map(|name| (format!("{TOP}/{name}"), new.join(name))).collect();
    pack(&packed, &mut fs::File::create(&new_zip)?)?;
    write(&new.join(MARKER), b"Written by `cargo make handout`, which may replace this folder.\n")?;
    if folder.exists() {
        fs::rename(&folder, old)?;
    }
    fs::rename(new, &folder).with_context(|| format!("cannot write {}", folder.display()))?;
    fs::rename(new_zip, &zip).with_context(|| format!("cannot write {}", zip.display()))?;
    println!("wrote {}: {} files, and no answer in them", from_here(&folder), files.len());
    println!("wrote {}, which unpacks into `{TOP}`", from_here(&zip));
    Ok(Ending::Good)
}

/// Nothing is replaced but what this command wrote.
fn refuse_to_overwrite(folder: &Path, zip: &Path) -> Result<(), BadArgument> {
    let is_earlier = folder.join(MARKER).is_file();
    let is_free = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => !folder.exists(),
    };
    if !is_earlier && !is_free {
        return Err(BadArgument(format!(
            "`{}` is not empty and no earlier handout, and nothing was written\nhint: name a new folder",
            folder.display()
        )));
    }
    if !is_earlier && zip.exists() {
        return Err(BadArgument(format!(
            "`{}` is there, and of no earlier handout, and nothing was written\nhint: name another folder",
            zip.display()
        )));
    }
    Ok(())
}
