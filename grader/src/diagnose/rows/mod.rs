//! The slip behind wrong answers of a function of rows.
//!
//! Plain numbers come first: their answers are held to misconceptions, each a formula of rows along the right axis or
//! another, and then to every formula that one slip makes. Where plain numbers come out right, `behaviour` tells
//! what goes wrong elsewhere.

mod behaviour;
mod probes;

use std::time::Duration;

use formula::{Formula, Precision, edits};
use serde::Deserialize;

use self::probes::{Probe, Probes};
use super::misconceptions::Misconception;
use super::{Diagnosis, Setting};
use crate::judge::{Limits, Program, Scope, by_row};
use crate::project::Project;
use crate::rubric::Exercise;

/// Along which axis somebody takes rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Along {
    /// The layer's own.
    #[default]
    Own,
    /// The last, whatever the layer's is.
    Last,
    /// The first.
    First,
    /// The layer's own, counted from the end.
    FromTheEnd,
    /// None: all values are one row.
    All,
}

/// Asks the worker on the probes, within what `waited` has left of the limits, and looks for what fits.
pub fn diagnose(
    project: &Project,
    exercise: &Exercise,
    setting: &Setting,
    worker: &Program,
    limits: Limits,
    waited: Duration,
) -> Option<Diagnosis> {
    let left = limits.exercise.saturating_sub(waited);
    let probes = Probes::ask(project, exercise, worker, limits.call, left)?;
    behaviour::unsteady(&probes)
        .or_else(|| computed(setting, &probes))
        .or_else(|| behaviour::elsewhere(&probes))
}

/// The function that is computed, where all plain questions are answered, and not all of them rightly.
fn computed(setting: &Setting, probes: &Probes) -> Option<Diagnosis> {
    let has_values = probes.plain.iter().all(|probe| probe.values().is_some());
    if !has_values || probes.plain.iter().all(Probe::is_right) {
        return None;
    }
    let fits = |formula: &Formula, along: Along| {
        probes.plain.iter().all(|probe| probe.is(&values(formula, along, probe)))
    };
    let named = setting.known.iter().find(|wrong| fits(&wrong.computes, wrong.along));
    if let Some(Misconception { key, says, .. }) = named {
        return Some(Diagnosis::new(key, says));
    }
    if let Some(found) = behaviour::sum_goes_on(probes) {
        return Some(found);
    }
    let slips = setting.forms.iter().flat_map(edits);
    let slip = slips.into_iter().find(|edit| fits(&edit.formula, Along::Own))?;
    let says = format!("Of each row this computes {}: {}.", slip.formula, slip.slip);
    Some(Diagnosis::new(slip.slip.key(), says))
}

/// What a formula makes of a question.
fn values(formula: &Formula, along: Along, Probe { input, axis, .. }: &Probe) -> Vec<f64> {
    let last = input.shape.len() - 1;
    let (scope, shape) = match along {
        Along::Own => (Scope::Row(Some(*axis)), &input.shape[..]),
        Along::Last => (Scope::Row(None), &input.shape[..]),
        Along::First => (Scope::Row(Some(0)), &input.shape[..]),
        Along::FromTheEnd => (Scope::Row(Some(last - axis)), &input.shape[..]),
        Along::All => (Scope::Row(None), &[input.values.len()][..]),
    };
    let numbers: Vec<f64> = input.values.iter().copied().map(f64::from).collect();
    by_row(scope, shape, &numbers, |row| formula.over(row, Precision::Double))
}
