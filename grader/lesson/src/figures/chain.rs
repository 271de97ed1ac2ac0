//! What is left of a slope that is passed back through many layers.

use pictures::svg::{Axes, Line, Look, lines};
use student::training::Bend;

use super::{Drawn, not_written};
use crate::reader::Reader;

/// How many layers there are.
const LAYERS: usize = 10;

/// What goes into the first one.
const START: f32 = 1.0;

/// The powers of ten that are shown.
const LEAST: f64 = -7.0;

const CHAINED: [(&str, &str, Look, &str); 3] = [
    ("relu", "ReLU", Look::First, "first"),
    ("tanh", "Tanh", Look::Third, "third"),
    ("sigmoid", "Sigmoid", Look::Second, "second"),
];

/// Draws it for each function.
pub fn chain(reader: &Reader) -> Option<Drawn> {
    let (mut all, mut yours, mut open, mut legend) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (exercise, title, look, class) in CHAINED {
        let Some(mut reference) = reader.reference(exercise) else { continue };
        let name = Some((if exercise == "relu" { 8.0 } else { 5.0 }, title.to_owned()));
        all.push(Line { pieces: vec![left(&mut reference)], look, name });
        legend.push((class, title.to_owned()));
        match reader.own(exercise) {
            Some(mut own) => yours.push(Line { pieces: vec![left(&mut own)], look: Look::Yours, name: None }),
            None => open.push(title),
        }
    }
    if all.is_empty() {
        return None;
    }
    if !yours.is_empty() {
        legend.push(("yours", "yours".into()));
    }
    all.extend(yours);
    let axes = Axes {
        x: 0.0..LAYERS as f64,
        y: LEAST - 0.3..0.6,
        says: ("layers", "what is left of the slope"),
        labels: (11, 8),
        is_power: true,
        shaded: Vec::new(),
        marked: Vec::new(),
        lines: all,
        height: 300,
    };
    let described = "A slope of 1 is passed back through one to ten layers. ReLU leaves it at 1, Tanh leaves a few \
                     hundredths after ten, and Sigmoid leaves less than a millionth.";
    let title = "What is left of a slope after one to ten layers";
    Some(Drawn {
        pictures: lines("figure-chain", title, described, &[axes]),
        legend,
        own: not_written(&open),
    })
}

/// The product of the slopes of so many layers, as a power of ten.
fn left(bend: &mut dyn Bend) -> Vec<(f64, f64)> {
    let (mut z, mut product) = (START, 1.0_f64);
    let mut line = vec![(0.0, 0.0)];
    for layer in 1..=LAYERS {
        let Ok((values, slopes)) = bend.bend(&[z]) else { break };
        (z, product) = (values[0], product * f64::from(slopes[0].abs()));
        if product.is_nan() {
            break;
        }
        line.push((layer as f64, product.log10().clamp(LEAST, 1.0)));
    }
    line
}
