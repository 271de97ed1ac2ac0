//! `train --page`: networks as they learn, as a page for a browser.

use std::path::PathBuf;

use anyhow::Result;
use grader::project::Project;
use student::atomic_write;
use student::commands::{Ending, from_here, show};

use super::open_page;
use crate::training::{MAP, page, with_stages};

/// Train one small network without an activation, and with each of yours, and show it on a page
#[derive(Debug, clap::Args)]
pub struct TrainPage {
    /// Write a page with pictures of every stage, and open it
    #[arg(long)]
    page: bool,
    /// Write the page to this file instead of `target/training.html`
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Do not open the page in a browser, as is done where a terminal asks for it
    #[arg(long)]
    no_open: bool,
    #[command(flatten)]
    options: student::commands::Train,
}

/// Trains, and writes the page.
///
/// # Errors
/// As [`student::commands::Train::trained`]; also where the page can't be written.
pub fn train_page(options: &TrainPage) -> Result<Ending> {
    let usual = || Ok::<_, anyhow::Error>(Project::find()?.target().join("training.html"));
    let path = options.html.clone().map_or_else(usual, Ok)?;
    pictures::commands::refuse_folder(&path)?;
    let plan = with_stages(options.options.plan(MAP));
    let all = options.options.trained(&plan)?;
    let page = page(&all, &plan);
    atomic_write::write(&path, page.as_bytes())?;
    show(&format!("How each network learns, step by step: {}\n", from_here(&path)))?;
    open_page(&path, options.no_open);
    Ok(Ending::Good)
}
