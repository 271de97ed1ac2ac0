//! A folder of build products that is put back to what is in everybody's builds, so that no
//! submission finds anything of an earlier one.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::mirror::walk;

/// The products that stay: files, relative to the folder.
pub struct Baseline {
    folder: PathBuf,
    kept: BTreeSet<PathBuf>,
}

impl Baseline {
    /// Cleans `folder` by the list of an earlier run, or wholly where there is none; then lets
    /// `make` put into it what is to stay, and keeps the new list in the file `list`.
    ///
    /// What `is_learners` says of a product's path is never kept: a run that was killed may have left a
    /// cargo behind, which goes on building meanwhile, and for which `make`'s own cargo waits.
    ///
    /// # Errors
    /// What `make` meets, and where something can't be read, written or removed.
    pub fn make(
        folder: PathBuf,
        list: &Path,
        is_learners: fn(&Path) -> bool,
        make: impl FnOnce() -> Result<()>,
    ) -> Result<Self> {
        let earlier = fs::read_to_string(list).unwrap_or_default();
        let mut baseline = Self { folder, kept: earlier.lines().map(PathBuf::from).collect() };
        baseline.restore()?;
        make()?;
        baseline.kept = walk(&baseline.folder)?.into_iter().filter(|file| !is_learners(file)).collect();
        let lines: Vec<String> = baseline.kept.iter().map(|file| file.display().to_string() + "\n").collect();
        fs::write(list, lines.concat()).with_context(|| format!("cannot write {}", list.display()))?;
        baseline.restore()?;
        Ok(baseline)
    }

    /// Removes every file that is not to stay.
    ///
    /// # Errors
    /// Where one can't be removed.
    pub fn restore(&self) -> Result<()> {
        for file in walk(&self.folder)?.into_iter().filter(|file| !self.kept.contains(file)) {
            match fs::remove_file(self.folder.join(&file)) {
                // A cargo that was left behind has removed it.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                removed => removed.with_context(|| format!("cannot remove {}", file.display()))?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_made_stays_even_after_an_interrupted_run() {
        let place = tempfile::tempdir().expect("a folder");
        let (folder, list) = (place.path().join("build"), place.path().join("list"));
        let put = |name: &str| {
            fs::create_dir_all(folder.join("deps"))
                .and_then(|()| fs::write(folder.join(name), name))
                .expect("put");
        };
        put("deps/unknown");
        let is_learners = |file: &Path| file.ends_with("learner");
        let make = || {
            put("deps/common");
            put("deps/learner"); // By somebody who is still at work.
            Ok(())
        };
        let baseline = Baseline::make(folder.clone(), &list, is_learners, make).expect("made");
        assert!(!folder.join("deps/learner").exists());
        put("deps/learner");
        baseline.restore().expect("restored");
        put("deps/interrupted");
        let again = Baseline::make(folder.clone(), &list, is_learners, || Ok(())).expect("made");
        assert_eq!(again.kept, BTreeSet::from([PathBuf::from("deps/common")]));
        assert_eq!(fs::read_dir(folder.join("deps")).expect("there").count(), 1);
    }
}
