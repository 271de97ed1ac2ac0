//! `similarity`: the class's code as programs take it that look for copies.

use std::path::PathBuf;

use anyhow::Result;

use super::whole_rubric;
use crate::class;
use grader::project::Project;
use student::commands::{Ending, show};

/// Lay out the class's code for Dolos and JPlag, which look for copies, with the template that they are to ignore
#[derive(Debug, clap::Args)]
pub struct Similarity {
    /// The folder of grades
    #[arg(value_name = "GRADES")]
    grades: PathBuf,
    /// Where it goes; `similarity` in the folder of grades, if not said
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Writes the folders, and says how to start either program on them.
///
/// # Errors
/// Where something can't be read or written, or the folder holds something else.
pub fn similarity(options: &Similarity) -> Result<Ending> {
    let project = Project::find()?;
    let rubric = class::rubric_of(&options.grades, whole_rubric(&project)?);
    let out = options.out.clone().unwrap_or_else(|| options.grades.join("similarity"));
    let laid_out = class::lay_out(&project, &rubric, &options.grades, &out)?;
    let shown = out.display();
    let mut said = String::new();
    for (exercise, files) in &laid_out {
        said += &format!("{exercise}: {files} {}\n", if *files == 1 { "file" } else { "files" });
    }
    said += &format!(
        "\nThey are in {shown}. For an exercise, such as relu:\n  \
         dolos run -l rust --ignore {shown}/dolos/relu/template.rs {shown}/dolos/relu/info.csv\n  \
         java -jar jplag.jar -l rust -bc {shown}/jplag/relu/template {shown}/jplag/relu/submissions\n\n\
         Few ways lead to so short a body, so likeness alone tells nothing: look for the same slips and comments.\n"
    );
    show(&said)?;
    Ok(Ending::Good)
}
