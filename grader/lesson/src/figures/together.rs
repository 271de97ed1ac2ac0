//! All functions on the same axes, and their slopes.

use std::ops::Range;

use pictures::svg::{Axes, Line, Look, lines};
use student::curves::{Curve, State, slope};

use super::{Drawn, not_written};
use crate::reader::Reader;

/// The picture reaches from -`REACH` to `REACH`.
const REACH: f64 = 4.0;

/// How the functions look, and in the legend.
const LOOKS: [(Look, &str); 3] = [(Look::First, "first"), (Look::Second, "second"), (Look::Third, "third")];

/// Where the names of curves stand, and those of slopes.
const NAMES: [f64; 3] = [1.3, -2.2, -3.0];
const NAMES_OF_SLOPES: [f64; 3] = [3.0, 2.3, -1.2];

/// The values of slopes that are shown.
const SLOPES: Range<f64> = -0.15..1.25;

/// What is drawn of a curve: itself, or its slope.
type Of = fn(&[(f64, f64)]) -> Vec<(f64, f64)>;

/// Draws the functions, and below them what their slopes are, measured on their curves.
pub fn together(reader: &Reader) -> Option<Drawn> {
    let curves = find(reader, ["relu", "sigmoid", "tanh"])?;
    let upper = axes(-1.3..2.2, "output f(x)", 280, drawn(&curves, <[_]>::to_vec, NAMES));
    let lower = axes(SLOPES, "slope f′(x)", 220, drawn(&curves, slope, NAMES_OF_SLOPES));
    let title = "ReLU, Sigmoid and Tanh, and their slopes";
    let described = "For x from -4 to 4. ReLU is 0 and then rises without end, with slope 1; Sigmoid rises from 0 to 1, with \
                     a slope of a quarter at most; Tanh rises from -1 to 1, with slope 1 in the middle.";
    Some(figure("figure-together", title, described, &[upper, lower], &curves))
}

/// Draws the slopes as functions that are exercises of their own.
pub fn slopes(reader: &Reader) -> Option<Drawn> {
    let curves = find(reader, ["relu_slope", "sigmoid_slope", "tanh_slope"])?;
    let only = axes(SLOPES, "slope f′(x)", 280, drawn(&curves, <[_]>::to_vec, NAMES_OF_SLOPES));
    let title = "The slopes of ReLU, Sigmoid and Tanh";
    let described = "For x from -4 to 4. ReLU's slope jumps from 0 to 1 at 0; Sigmoid's is a hill of a quarter at 0; Tanh's \
                     is a hill of 1.";
    Some(figure("figure-slopes", title, described, &[only], &curves))
}

fn find<'a>(reader: &'a Reader, names: [&str; 3]) -> Option<Vec<&'a Curve>> {
    names.iter().map(|name| reader.curve(name)).collect()
}

/// What should be of each curve, and the reader's own over it.
fn drawn(curves: &[&Curve], of: Of, names: [f64; 3]) -> Vec<Line> {
    let near = |line: &[(f64, f64)]| {
        of(line).into_iter().filter(|(x, _)| x.abs() <= REACH).collect::<Vec<(f64, f64)>>()
    };
    let wanted = curves.iter().zip(LOOKS).zip(names).map(|((curve, (look, _)), x)| Line {
        pieces: vec![near(&curve.reference())],
        look,
        name: Some((x, curve.title.clone())),
    });
    let written = curves.iter().filter(|curve| curve.state == State::Written);
    let yours = written.map(|curve| Line {
        pieces: curve.yours().iter().map(|piece| near(piece)).collect(),
        look: Look::Yours,
        name: None,
    });
    wanted.chain(yours).collect()
}

fn axes(y: Range<f64>, says: &'static str, height: i32, lines: Vec<Line>) -> Axes {
    Axes {
        x: -REACH..REACH,
        y,
        says: ("input x", says),
        labels: (9, 7),
        is_power: false,
        shaded: Vec::new(),
        marked: Vec::new(),
        lines,
        height,
    }
}

fn figure(id: &str, title: &str, described: &str, axes: &[Axes], curves: &[&Curve]) -> Drawn {
    let names = LOOKS.iter().zip(curves).map(|((_, class), curve)| (*class, curve.title.clone()));
    let mut legend: Vec<(&str, String)> = names.collect();
    let open: Vec<&str> =
        curves.iter().filter(|curve| curve.state != State::Written).map(|curve| &*curve.title).collect();
    if open.len() < curves.len() {
        legend.push(("yours", "yours".into()));
    }
    Drawn { pictures: lines(id, title, described, axes), legend, own: not_written(&open) }
}
