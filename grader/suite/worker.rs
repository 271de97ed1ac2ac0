//! The program that runs the learner's code: the one that the command line names, or else the one
//! of the crate that the features name.

use std::sync::LazyLock;

use grader::cargo::{self, Call};
use grader::judge::Program;
use grader::project::Project;

/// The program, or why there is none.
pub fn worker() -> Result<&'static Program, &'static str> {
    static BUILT: LazyLock<Result<Program, String>> = LazyLock::new(build);
    Program::told().map_or_else(|| BUILT.as_ref().map_err(String::as_str), Ok)
}

fn build() -> Result<Program, String> {
    let workers: &[[&str; 2]] = &[
        #[cfg(feature = "exercises")]
        ["worker", "worker-exercises"],
        #[cfg(feature = "solutions")]
        ["reference", "worker-solutions"],
    ];
    let &[[package, program]] = workers else {
        return Err("which crate is to be judged?\nhint: choose one, as with `--features exercises`".into());
    };
    let built = Project::find().and_then(|project| {
        cargo::build(&Call {
            folder: project.root(),
            target: &project.target(),
            arguments: &["-p", package, "--bin", program],
            environment: Vec::new(),
            within: None,
        })
    });
    let mut built = built.map_err(|error| format!("{error:#}"))?;
    match built.programs.remove(program) {
        Some(program) if built.success => Ok(Program::unlocked(program)),
        _ => Err(format!("it does not compile\n{}", built.explanation())),
    }
}
