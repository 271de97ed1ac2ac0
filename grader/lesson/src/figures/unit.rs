//! One unit of a network, alive and dead.

use pictures::svg::{Axes, Line, Look, lines};
use student::training::{Bend, REACH};

use super::{Drawn, not_written};
use crate::reader::Reader;

/// A unit's weight, its offset while it lives, and its offset after a step that was too large.
const WEIGHT: f32 = 1.5;
const ALIVE: f32 = 0.4;
const DEAD: f32 = -2.4;

/// How many places a line has on each side.
const PLACES: i32 = 60;

/// Inputs that the unit sees in training.
const SEEN: [f64; 9] = [-1.0, -0.8, -0.55, -0.3, -0.1, 0.2, 0.45, 0.7, 0.95];

/// Draws both.
pub fn unit(exercise: &str, reader: &Reader) -> Option<Drawn> {
    let title = reader.curve(exercise)?.title.clone();
    let mut reference = reader.reference(exercise)?;
    let mut own = reader.own(exercise);
    let is_written = own.is_some();
    let mut axes = |offset: f32, is_last: bool| {
        let (value, slope) = line(&mut reference, offset);
        let says = format!("{title}({WEIGHT}x {} {})", if offset < 0.0 { '-' } else { '+' }, offset.abs());
        let mut all = vec![
            Line { pieces: vec![value], look: Look::First, name: Some((0.8, says)) },
            Line { pieces: vec![slope], look: Look::Second, name: None },
        ];
        if let Some(own) = &mut own {
            let (value, slope) = line(own, offset);
            let looks = [(slope, Look::YoursToo), (value, Look::Yours)];
            all.extend(looks.map(|(line, look)| Line { pieces: vec![line], look, name: None }));
        }
        Axes {
            x: f64::from(-REACH)..f64::from(REACH),
            y: -0.2..2.4,
            says: (if is_last { "input x" } else { "" }, if is_last { "dead" } else { "alive" }),
            labels: (7, 5),
            is_power: false,
            shaded: Vec::new(),
            marked: SEEN.to_vec(),
            lines: all,
            height: 200,
        }
    };
    let all = [axes(ALIVE, false), axes(DEAD, true)];
    let mut legend = vec![
        ("first", "the unit's output".to_owned()),
        ("second", "its slope, for the weight to learn by".to_owned()),
        ("dots", "inputs it is trained with".to_owned()),
    ];
    legend.extend(is_written.then(|| ("yours", "yours".to_owned())));
    let described = "Above, a unit that lives: for some inputs its output rises, and its slope is not 0. Below, the same unit \
                     after its offset has become very negative: output and slope are 0 for every input.";
    Some(Drawn {
        pictures: lines("figure-unit", "A unit, alive and dead", described, &all),
        legend,
        own: if is_written { String::new() } else { not_written(&[&title]) },
    })
}

/// Points of a line.
type Drawing = Vec<(f64, f64)>;

/// A unit's output, and its slope by x.
fn line(bend: &mut dyn Bend, offset: f32) -> (Drawing, Drawing) {
    let xs: Vec<f32> = (-PLACES..=PLACES).map(|step| REACH * step as f32 / PLACES as f32).collect();
    let zs: Vec<f32> = xs.iter().map(|x| WEIGHT * x + offset).collect();
    let Ok((values, slopes)) = bend.bend(&zs) else { return (Vec::new(), Vec::new()) };
    let line = |ys: Vec<f32>, factor: f32| {
        let points = xs.iter().zip(ys).map(|(&x, y)| (f64::from(x), f64::from(factor * y)));
        points.filter(|(_, y)| y.is_finite()).collect::<Vec<_>>()
    };
    (line(values, 1.0), line(slopes, WEIGHT))
}
