//! All functions on the same axes, and their slopes below.

use anyhow::Result;
use pictures::svg::{Axes, Line, Look, lines};
use student::curves::{Curve, Pieces, State, slope};

use super::{Drawn, not_written};
use crate::reader::Reader;

/// The functions that are compared, how they look, and where the names of curve and slope stand.
const COMPARED: [(&str, Look, f64, f64); 3] = [
    ("relu", Look::First, 1.3, 3.0),
    ("sigmoid", Look::Second, -2.2, -1.8),
    ("tanh", Look::Third, -3.0, -1.2),
];

/// What is drawn of a curve: itself, or its slope.
type Of = fn(&[(f64, f64)]) -> Vec<(f64, f64)>;

/// Draws them.
pub fn together(reader: &Reader) -> Result<Drawn> {
    let curves: Vec<&Curve> = COMPARED.iter().map(|(name, ..)| reader.curve(name)).collect::<Result<_>>()?;
    let both = |of: Of, at: &dyn Fn(usize) -> f64| {
        let wanted = curves.iter().enumerate().map(|(number, curve)| Line {
            pieces: vec![of(&curve.reference())],
            look: COMPARED[number].1,
            name: Some((at(number), curve.title.clone())),
        });
        let written = curves.iter().filter(|curve| curve.state == State::Written);
        let yours = written.map(|curve| Line {
            pieces: curve.yours().iter().map(|piece| of(piece)).collect::<Pieces>(),
            look: Look::Yours,
            name: None,
        });
        wanted.chain(yours).collect::<Vec<Line>>()
    };
    let axes = |y: std::ops::Range<f64>, says: &'static str, height: i32, lines: Vec<Line>| Axes {
        x: -4.0..4.0,
        y,
        says: ("input x", says),
        labels: (9, 7),
        is_power: false,
        shaded: Vec::new(),
        marked: Vec::new(),
        lines: lines.into_iter().map(near).collect(),
        height,
    };
    let upper = axes(-1.3..2.2, "output f(x)", 280, both(<[_]>::to_vec, &|number| COMPARED[number].2));
    let lower = axes(-0.15..1.25, "slope f′(x)", 220, both(slope, &|number| COMPARED[number].3));
    let looks = ["first", "second", "third"];
    let mut legend: Vec<(&str, String)> =
        looks.into_iter().zip(curves.iter().map(|curve| curve.title.clone())).collect();
    let open: Vec<&str> =
        curves.iter().filter(|curve| curve.state != State::Written).map(|curve| &*curve.title).collect();
    if open.len() < curves.len() {
        legend.push(("yours", "yours".into()));
    }
    let title = "ReLU, Sigmoid and Tanh, and their slopes";
    let described = "For x from -4 to 4. ReLU is 0 and then rises without end, with slope 1; Sigmoid rises from 0 to 1, with \
                     a slope of a quarter at most; Tanh rises from -1 to 1, with slope 1 in the middle.";
    Ok(Drawn {
        pictures: lines("figure-together", title, described, &[upper, lower]),
        legend,
        own: not_written(&open),
    })
}

/// As much of a line as these axes show.
fn near(line: Line) -> Line {
    let shown =
        |piece: Vec<(f64, f64)>| piece.into_iter().filter(|(x, _)| x.abs() <= 4.0).collect::<Vec<_>>();
    Line { pieces: line.pieces.into_iter().map(shown).collect(), ..line }
}
