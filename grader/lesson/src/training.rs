//! Networks as they learn, stage by stage, as a page for a browser.

use askama::Template;
use pictures::page::{Policy, written_out};
use student::render::{moral, slopes};
use student::training::{Plan, STEPS, Trained};

use crate::book::style;
use crate::figures::{Drawn, losses, maps};

/// After how many steps there is a map, beside the last.
const KEPT: [usize; 9] = [0, 5, 10, 20, 40, 80, 150, 250, 350];

/// Columns and rows of a map.
pub const MAP: (usize, usize) = (40, 40);

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

/// The plan that also keeps a map of each stage.
pub fn with_stages(plan: Plan) -> Plan {
    Plan { keep: KEPT.to_vec(), ..plan }
}

/// The page of networks that were trained by a plan [with stages](with_stages).
pub fn page(all: &[Trained], plan: &Plan) -> String {
    let page = Page {
        style: style(),
        policy: Policy::with_style(style()),
        title: format!("A network learns: {}", plan.problem.name()),
        points: plan.points.len(),
        last: STEPS,
        stages: stages(all, plan),
        losses: losses(all),
        broken: all.iter().filter_map(|it| Some((it.title.as_str(), it.broke.as_deref()?))).collect(),
        moral: format!("{} {}", moral(all, plan.points.len()), slopes(all)),
    };
    written_out(&page)
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
