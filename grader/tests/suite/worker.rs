//! The program that runs the learner's code: the one that the command line names, or else the one
//! of the crate that the features name.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use grader::judge::WORKER;
use grader::project::Project;
use grader::run;

/// The program, or why there is none.
pub fn worker() -> Result<&'static Path, &'static str> {
    static PROGRAM: LazyLock<Result<PathBuf, String>> =
        LazyLock::new(|| std::env::var_os(WORKER).map_or_else(build, |path| Ok(path.into())));
    PROGRAM.as_deref().map_err(String::as_str)
}

fn build() -> Result<PathBuf, String> {
    let subjects: &[run::Subject] = &[
        #[cfg(feature = "exercises")]
        run::Subject::Exercises,
        #[cfg(feature = "solutions")]
        run::Subject::Solutions,
    ];
    let &[subject] = subjects else {
        return Err("which crate is to be judged?\nhint: choose one, as with `--features exercises`".into());
    };
    let built = Project::find().and_then(|project| run::build_worker(&project, subject));
    built.map_err(|error| format!("{error:#}"))
}
