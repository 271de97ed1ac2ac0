//! What networks take a plane for, and how their loss falls.

use std::fmt::Write;

use pictures::svg::{Axes, Line, Look, lines, plane, points};
use student::training::{Plan, Trained, View};

use super::{Drawn, not_written};
use crate::reader::{Bent, Reader};

/// How a network's line looks, in their order.
const LOOKS: [(Look, &str); 4] =
    [(Look::Plain, "plain"), (Look::First, "first"), (Look::Second, "second"), (Look::Third, "third")];

/// The loss of somebody who tosses a coin.
const COIN: f64 = std::f64::consts::LN_2;

/// A network without an activation.
pub fn straight(reader: &Reader) -> Drawn {
    let (plan, all) = reader.ring();
    side_by_side("straight", &all[..1], plan)
}

/// All networks of the core.
pub fn all(reader: &Reader) -> Drawn {
    let (plan, all) = reader.ring();
    side_by_side("ring", all, plan)
}

fn side_by_side(id: &str, all: &[Bent], plan: &Plan) -> Drawn {
    let named = all.iter().filter_map(|network| {
        let whose = match network.is_own {
            None => "no activation".to_owned(),
            Some(true) => format!("your {}", network.trained.title),
            Some(false) => format!("{} as it should be", network.trained.title),
        };
        Some((whose, network.trained.views.last()?))
    });
    let open: Vec<&str> = all
        .iter()
        .filter(|network| network.is_own == Some(false))
        .map(|network| network.trained.title.as_str())
        .collect();
    Drawn { own: not_written(&open), ..maps(id, &named.collect::<Vec<_>>(), plan, true) }
}

/// Maps side by side, each with its name and how many points it has right. `with_points` where the page has none of
/// these points yet.
pub fn maps(id: &str, named: &[(String, &View)], plan: &Plan, with_points: bool) -> Drawn {
    let mut html = String::new();
    if with_points {
        html += &points("points", &plan.points);
    }
    html += "<div class=\"planes\">";
    for (number, (name, view)) in named.iter().enumerate() {
        let count = plan.points.len();
        let says = format!("{} of {count} points on the right side, after {} steps", view.right, view.step);
        let _ = write!(
            html,
            "<div class=\"one\">{}<p><strong>{name}</strong> {} of {count}</p></div>",
            plane(&format!("{id}-{number}"), name, &says, view, "points"),
            view.right
        );
    }
    html += "</div>";
    let legend = vec![("disc", "it should say yes".to_owned()), ("square", "it should say no".to_owned())];
    Drawn { pictures: html, legend, own: String::new() }
}

/// How the loss of each network falls.
pub fn losses(all: &[Trained]) -> Drawn {
    let line = |(trained, (look, _)): (&Trained, &(Look, &str))| Line {
        pieces: vec![
            trained.losses.iter().enumerate().map(|(at, loss)| (at as f64, f64::from(*loss))).collect(),
        ],
        look: *look,
        name: None,
    };
    let drawn: Vec<&Trained> = all.iter().filter(|trained| !trained.losses.is_empty()).collect();
    let lines_of = drawn.iter().copied().zip(LOOKS.iter().cycle()).map(line).collect();
    let steps = drawn.iter().map(|trained| trained.losses.len()).max().unwrap_or(1);
    let axes = Axes {
        x: 0.0..steps as f64,
        y: 0.0..1.3 * COIN,
        says: ("steps", "loss"),
        labels: (6, 6),
        is_power: false,
        shaded: Vec::new(),
        marked: Vec::new(),
        lines: lines_of,
        height: 280,
    };
    let legend = drawn.iter().zip(LOOKS.iter().cycle()).map(|(it, (_, class))| (*class, it.title.clone()));
    let ends = drawn.iter().map(|it| format!("{} ends at {:.3}", it.title, it.losses[it.losses.len() - 1]));
    let described =
        format!("The mean loss over the steps; a coin has 0.693. {}.", ends.collect::<Vec<_>>().join(", "));
    Drawn {
        pictures: lines("losses", "How the loss falls", &described, &[axes]),
        legend: legend.collect(),
        own: String::new(),
    }
}
