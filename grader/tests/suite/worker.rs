//! The program that runs the learner's code: the one that the command line names, or else the one
//! of the crate that the features name.

use std::sync::LazyLock;

use grader::judge::Program;
use grader::project::Project;
use grader::run;

/// The program, or why there is none.
pub fn worker() -> Result<&'static Program, &'static str> {
    static PROGRAM: LazyLock<Result<Program, String>> =
        LazyLock::new(|| Program::told().map_or_else(build, Ok));
    PROGRAM.as_ref().map_err(String::as_str)
}

fn build() -> Result<Program, String> {
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
    built.map(Program::unlocked).map_err(|error| format!("{error:#}"))
}
