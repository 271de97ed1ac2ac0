//! Which files starting a program takes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::Failed;

/// Libraries that a worker may have and this program may lack, beside the ones that both have. The first one both have;
/// its file may have another name.
const COMPANIONS: [&str; 6] =
    ["libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "librt.so.1", "libgcc_s.so.1"];

/// Where programs say that the loader is, which may be a link to it. They are set by the ABI of each architecture:
/// System V ABI for x86-64, and the one for the Arm 64-bit architecture.
const KNOWN: [&str; 2] = ["/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"];

/// Files, and no folders, because a folder of libraries might hold anybody's files, too.
#[derive(Debug)]
pub struct Loader {
    /// The dynamic loader, which is run.
    pub programs: Vec<PathBuf>,
    /// Libraries, and what says where they are.
    pub files: Vec<PathBuf>,
}

impl Loader {
    /// What this very program was started with: a worker is made by the same compiler, for the same system.
    ///
    /// # Errors
    /// Where it can't be found out.
    pub fn find() -> Result<Self, Failed> {
        let maps = fs::read_to_string("/proc/self/maps")
            .map_err(|error| format!("cannot read which libraries a program has: {error}"))?;
        let own = std::env::current_exe().unwrap_or_default();
        let mapped =
            maps.lines().filter_map(|line| line.find('/').map(|start| PathBuf::from(&line[start..])));
        let libraries: BTreeSet<PathBuf> = mapped.filter(|file| *file != own).collect();
        let is_loader =
            |file: &&PathBuf| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("ld"));
        let programs = libraries.iter().filter(is_loader).cloned().collect();
        let beside = libraries.iter().filter_map(|file| file.parent());
        let companions = beside.flat_map(|folder| COMPANIONS.map(|name| folder.join(name)));
        // The worker leaves the line for an empty standard input, as soon as it runs.
        let others = ["/etc/ld.so.cache", "/dev/null"].into_iter().chain(KNOWN).map(PathBuf::from);
        let files = companions.chain(libraries.iter().cloned()).chain(others).collect();
        Ok(Self { programs, files })
    }

    /// The paths of all of them.
    pub fn all(&self) -> Vec<&Path> {
        self.programs.iter().chain(&self.files).map(PathBuf::as_path).collect()
    }
}
