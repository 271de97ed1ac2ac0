//! `layers`: which layer of the sandbox stops which attack by itself.

use anyhow::{Result, ensure};

use super::whole_rubric;
use crate::render;
use crate::verify;
use grader::project::Project;
use student::commands::{Ending, show};

/// Run the hostile specimens behind one layer of the sandbox at a time, and show which stops which
///
/// What one layer does not stop attacks this machine: run it on one to throw away.
#[derive(Debug, clap::Args)]
pub struct Layers {
    /// Only specimens whose name contains this
    #[arg(value_name = "TEXT", default_value = "")]
    filter: String,
}

/// Grades hostile specimens behind each layer alone, and prints the table. Incomplete where no layer stops an attack.
///
/// # Errors
/// Where specimens can't be read or graded, or this system has no layers.
pub fn layers(options: &Layers) -> Result<Ending> {
    let project = Project::find()?;
    let rubric = whole_rubric(&project)?;
    let _lock = project.lock()?;
    let at = |layer: &str| eprintln!("Behind {layer} …");
    let (layers, attacks) = verify::layers(&project, &rubric, &options.filter, at)?;
    ensure!(!attacks.is_empty(), "no hostile specimen's name contains `{}`", options.filter);
    let table = render::stopped(&layers, &attacks);
    show(&table.text)?;
    Ok(if table.missed.is_empty() { Ending::Good } else { Ending::Incomplete })
}
