//! Named lines of several functions between one or more pairs of axes.

use std::ops::Range;

use anyhow::Result;
use plotters::element::{Circle, DashedPathElement, PathElement, Rectangle};
use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor, ShapeStyle};

use super::clip::visible;
use super::document::{GRID, INK, RANGE, REFERENCE, SCALE, TROUBLE, YOURS, document};
use super::legend::DASH;
use super::panel::{Chart, Panel};
use student::curves::Pieces;

/// Width of a picture, in pixels: letters stay readable on a telephone.
const WIDTH: i32 = 440;

/// One of so many points of a learner's line has a marker.
const BETWEEN_MARKERS: usize = 24;

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As it should be: broad, in the first colour.
    First,
    /// As it should be, in the second colour.
    Second,
    /// As it should be, in the third.
    Third,
    /// The learner's: narrow, with markers, over what it should be.
    Yours,
    /// The learner's as well, where there are two: dashed.
    YoursToo,
    /// Nobody's, to compare with: narrow, in the colour of words.
    Plain,
}

/// A line, and its name.
#[derive(Debug, Clone)]
pub struct Line {
    /// Where it goes.
    pub pieces: Pieces,
    /// How it looks.
    pub look: Look,
    /// Its name, beside the point of it that is nearest to this input.
    pub name: Option<(f64, String)>,
}

/// A pair of axes, and what is drawn between them.
#[derive(Debug, Clone)]
pub struct Axes {
    /// The inputs that it shows.
    pub x: Range<f64>,
    /// The values that it shows.
    pub y: Range<f64>,
    /// What the axes say.
    pub says: (&'static str, &'static str),
    /// About how many numbers stand at each.
    pub labels: (usize, usize),
    /// Whether values are powers of ten.
    pub is_power: bool,
    /// Inputs that are shaded.
    pub shaded: Vec<Range<f64>>,
    /// Inputs that are marked at the bottom, such as those of examples.
    pub marked: Vec<f64>,
    /// Its lines, the last on top.
    pub lines: Vec<Line>,
    /// How high it is, in pixels.
    pub height: i32,
}

/// A picture of axes below each other, to stand in a page.
pub fn lines(id: &str, title: &str, description: &str, all: &[Axes]) -> String {
    let height: i32 = all.iter().map(|axes| axes.height).sum();
    document(id, (WIDTH, height), title, description, |page| {
        let mut rest = page.clone();
        for axes in all {
            let (area, below) = rest.split_vertically(axes.height * SCALE);
            let panel = Panel::new((axes.x.clone(), axes.y.clone()), axes.says, axes.labels);
            let panel = if axes.is_power { panel.of_powers() } else { panel };
            panel.draw(&area, |chart, panel| draw(axes, chart, panel))?;
            rest = below;
        }
        Ok(())
    })
}

fn draw(axes: &Axes, chart: &mut Chart, panel: &Panel) -> Result<()> {
    for inputs in &axes.shaded {
        let corners = [(inputs.start, axes.y.start), (inputs.end, axes.y.end)];
        chart.plotting_area().draw(&Rectangle::new(corners, GRID.mix(0.5).filled()))?;
    }
    let bottom = axes.y.start + 0.02 * (axes.y.end - axes.y.start);
    for &input in &axes.marked {
        chart.plotting_area().draw(&Circle::new((input, bottom), 20, INK.mix(0.4).filled()))?;
    }
    for line in &axes.lines {
        let style = line.look.style();
        for piece in line.pieces.iter().flat_map(|piece| visible(piece, &axes.y)) {
            let area = chart.plotting_area();
            if line.look == Look::Yours {
                for &point in piece.iter().step_by(BETWEEN_MARKERS) {
                    area.draw(&Circle::new(point, 26, style.filled()))?;
                }
                area.draw(&PathElement::new(piece, style))?;
            } else if [Look::Second, Look::YoursToo].contains(&line.look) {
                area.draw(&DashedPathElement::new(piece, DASH.0, DASH.1, style))?;
            } else {
                area.draw(&PathElement::new(piece, style))?;
            }
        }
    }
    for line in &axes.lines {
        let Some((x, name)) = &line.name else { continue };
        if let Some((at, side)) = beside(line, *x, 0.025 * (axes.y.end - axes.y.start)) {
            panel.say(chart, at, side, line.look.colour(), name)?;
        }
    }
    Ok(())
}

/// A place for a name above the line, on the side to which the line falls.
fn beside(line: &Line, x: f64, above: f64) -> Option<((f64, f64), HPos)> {
    let points: Vec<&(f64, f64)> = line.pieces.iter().flatten().collect();
    let far = |at: &usize| (points[*at].0 - x).abs();
    let near = (0..points.len()).min_by(|a, b| far(a).total_cmp(&far(b)))?;
    let (before, after) = (points[near.saturating_sub(1)], points[(near + 1).min(points.len() - 1)]);
    let side = match after.1 - before.1 {
        rise if rise > above / 4.0 => HPos::Right,
        rise if rise < -above / 4.0 => HPos::Left,
        _ => HPos::Center,
    };
    Some(((points[near].0, points[near].1 + above), side))
}

impl Look {
    fn colour(self) -> RGBColor {
        match self {
            Self::First => REFERENCE,
            Self::Second => RANGE,
            Self::Third => TROUBLE,
            Self::Yours | Self::YoursToo => YOURS,
            Self::Plain => INK,
        }
    }

    fn style(self) -> ShapeStyle {
        self.colour().stroke_width(if [Self::Yours, Self::YoursToo, Self::Plain].contains(&self) {
            18
        } else {
            42
        })
    }
}
