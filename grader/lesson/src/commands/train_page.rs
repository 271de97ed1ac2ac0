//! `train --page`: networks as they learn, as a page for a browser.

use std::path::PathBuf;

use anyhow::Result;
use askama::Template;
use grader::project::Project;
use pictures::page::{Policy, written_out};
use student::atomic_write;
use student::commands::{Ending, from_here, show};
use student::training::{Plan, STEPS, Trained};

use super::open_page;
use crate::book::style;
use crate::figures::{Drawn, losses, maps};

/// After how many steps there is a map, beside the last.
const KEPT: [usize; 9] = [0, 5, 10, 20, 40, 80, 150, 250, 350];

/// Columns and rows of a map.
const MAP: (usize, usize) = (40, 40);

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

#[derive(Template)]
#[template(path = "training.html", whitespace = "minimize")]
struct Page<'a> {
    policy: Policy,
    style: &'a str,
    title: String,
    points: usize,
    last: usize,
    stages: Vec<Stage>,
    losses: Drawn,
    broken: Vec<(&'a str, &'a str)>,
    moral: String,
}

/// All networks after so many steps.
struct Stage {
    step: usize,
    maps: Drawn,
}

/// Trains, and writes the page.
///
/// # Errors
/// As [`student::commands::Train::trained`]; also where the page can't be written.
pub fn train_page(options: &TrainPage) -> Result<Ending> {
    let plan = Plan { keep: KEPT.to_vec(), ..options.options.plan(MAP) };
    let all = options.options.trained(&plan)?;
    let usual = || Ok::<_, anyhow::Error>(Project::find()?.target().join("training.html"));
    let path = options.html.clone().map_or_else(usual, Ok)?;
    pictures::commands::refuse_folder(&path)?;
    let page = Page {
        style: style(),
        policy: Policy::with_style(style()),
        title: format!("A network learns: {}", options.options.problem().name()),
        points: plan.points.len(),
        last: STEPS,
        stages: stages(&all, &plan),
        losses: losses(&all),
        broken: all.iter().filter_map(|it| Some((it.title.as_str(), it.broke.as_deref()?))).collect(),
        moral: student::render::moral(&all, plan.points.len()),
    };
    atomic_write::write(&path, written_out(&page).as_bytes())?;
    show(&format!("How each network learns, step by step: {}\n", from_here(&path)))?;
    open_page(&path, options.no_open);
    Ok(Ending::Good)
}

fn stages(all: &[Trained], plan: &Plan) -> Vec<Stage> {
    let steps = KEPT.into_iter().chain([STEPS]);
    let stage = |(number, step): (usize, usize)| {
        let views = all.iter().filter_map(|it| {
            // What ended before this step stays as it was.
            let view = it.views.iter().rev().find(|view| view.step <= step)?;
            Some((it.title.clone(), view))
        });
        Stage { step, maps: maps(&format!("after-{number}"), &views.collect::<Vec<_>>(), plan, number == 0) }
    };
    steps.enumerate().map(stage).collect()
}
