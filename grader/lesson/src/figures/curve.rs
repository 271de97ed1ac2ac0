//! A function and its slope on the same axes.

use std::ops::Range;

use pictures::svg::{Axes, Line, Look, lines};
use student::curves::{Curve, Pieces, REACH, State, slope};

use super::Drawn;

/// A slope of less than this hardly teaches anything.
const FLAT: f64 = 0.01;

/// Shortest stretch that is shaded: where a slope passes 0, or a measured one is rounded to it, nothing is flat.
const SHORTEST: f64 = 0.4;

/// Draws it, with the stretches shaded in which it is flat.
pub fn curve(curve: &Curve) -> Drawn {
    let wanted = curve.reference();
    let wanted_slope = slope(&wanted);
    let flat = stretches(&wanted_slope, |slope| slope.abs() < FLAT);
    let (low, high) = curve.window();
    let ends = |(low, high): (f64, f64), &(_, y): &(f64, f64)| (low.min(y - 0.08), high.max(y + 0.08));
    let (low, high) = wanted_slope.iter().fold((low, high), ends);
    let mut all = vec![
        Line { pieces: vec![wanted], look: Look::First, name: Some((3.6, "f(x)".into())) },
        Line { pieces: vec![wanted_slope], look: Look::Second, name: Some((4.5, "slope f′(x)".into())) },
    ];
    let is_written = curve.state == State::Written;
    if is_written {
        let slopes: Pieces = curve.yours().iter().map(|piece| slope(piece)).collect();
        all.push(Line { pieces: slopes, look: Look::YoursToo, name: None });
        all.push(Line { pieces: curve.yours(), look: Look::Yours, name: None });
    }
    let mut legend = vec![("first", format!("f(x) = {}", curve.title)), ("second", "its slope".into())];
    if is_written {
        legend.extend([("yours", "yours".to_owned()), ("yours dashed", "its slope".to_owned())]);
    }
    if !flat.is_empty() {
        legend.push(("shade", "flat: the slope is within 0.01 of 0".into()));
    }
    let own = match curve.state {
        State::Written => format!("Yours is {}.", curve.summary()),
        _ => format!("Yours: {}.", curve.summary()),
    };
    let axes = Axes {
        x: -REACH..REACH,
        y: low..high,
        says: ("input x", "f(x) and its slope"),
        labels: (13, 7),
        is_power: false,
        shaded: flat,
        marked: Vec::new(),
        lines: all,
        height: 320,
    };
    let title = format!("{} and its slope", curve.title);
    let described = format!("{title}, for x from -6 to 6. {own}");
    let id = format!("figure-{}", curve.exercise);
    Drawn { pictures: lines(&id, &title, &described, &[axes]), legend, own }
}

/// Where this holds of a line's values, for more than a moment.
fn stretches(line: &[(f64, f64)], holds: impl Fn(f64) -> bool) -> Vec<Range<f64>> {
    let runs = line.chunk_by(|a, b| holds(a.1) == holds(b.1)).filter(|run| holds(run[0].1));
    runs.map(|run| run[0].0..run[run.len() - 1].0).filter(|run| run.end - run.start > SHORTEST).collect()
}
