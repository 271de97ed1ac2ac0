//! `gradescope`: packs what Gradescope builds an autograder from.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::only::{Only, definition};
use grader::project::Project;
use grader::rubric::Rubric;
use student::atomic_write;
use student::commands::{Ending, from_here};
use student::mirror::files;
use student::pack::{Packing, pack};

/// Write what Gradescope builds an autograder from
#[derive(Debug, clap::Args)]
pub struct Gradescope {
    /// The archive to write [default: target/autograder.zip]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[command(flatten)]
    only: Only,
}

/// What the autograder is built from, beside its two scripts: the workspace, but for what tests it.
const TOP: [&str; 4] = [".cargo/config.toml", "Cargo.lock", "Cargo.toml", "LICENSE-MIT"];
const FOLDERS: [&str; 3] = ["exercises", "grader", "solutions"];
const LEFT_OUT: [&str; 2] = ["grader/instructor/specimens/", "grader/instructor/tests/"];

/// Where the two scripts are that Gradescope calls by their names.
const SCRIPTS: &str = "grader/instructor/systems/gradescope";

/// Writes it.
///
/// # Errors
/// A [`BadArgument`](student::commands::BadArgument) for exercises that are no assignment; otherwise where something
/// can't be read or written.
pub fn gradescope(options: &Gradescope) -> Result<Ending> {
    let project = Project::find()?;
    let root = project.root();
    let others = options.only.others(&Rubric::read(&project.suite())?)?;
    let others: Vec<String> = others.iter().map(|name| definition(name)).collect();
    let to = options.file.clone().unwrap_or_else(|| project.target().join("autograder.zip"));
    let mut packed = Packing::new();
    let mut put = |name: &str, file: &str| -> Result<()> {
        let content = fs::read(root.join(file)).with_context(|| format!("cannot read {file}"))?;
        packed.insert(name.to_owned(), content);
        Ok(())
    };
    for file in TOP {
        put(file, file)?;
    }
    for folder in FOLDERS {
        for file in files(&root.join(folder))? {
            let file = format!("{folder}/{file}");
            if !LEFT_OUT.iter().any(|left| file.starts_with(left)) && !others.contains(&file) {
                put(&file, &file)?;
            }
        }
    }
    for script in ["setup.sh", "run_autograder"] {
        put(script, &format!("{SCRIPTS}/{script}"))?;
    }
    atomic_write::make(&to, |file| pack(&packed, file))?;
    println!("wrote {}", from_here(&to));
    Ok(Ending::Good)
}
