//! Curves as SVG pictures, readable in light and dark, with and without colours, and by ear.
//!
//! No text of a learner's gets into a picture: words are the rubric's and the grader's own.
//!
//! - `clip`: lines end at the edge of their panel
//! - `content`: what is drawn between the axes of a panel
//! - `document`: what stands around a drawing: its words, its colours in the dark
//! - `panel`: a pair of axes
//! - `legend`: which line is which
//! - `lines`: named lines of several functions
//! - `plane`: what a network takes the plane for

mod clip;
mod content;
mod document;
mod legend;
mod lines;
mod panel;
mod plane;

use anyhow::Result;
use plotters::element::Rectangle;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;

use self::document::{Area, INK, PAPER, SCALE, document, paragraph, with_rules, words};
use self::panel::Panel;
use student::curves::{Curve, REACH, State, slope};

pub use self::lines::{Axes, Line, Look, lines};
pub use self::plane::{plane, points};

/// Width of a picture, and heights of its parts from above.
const WIDTH: i32 = 720;
const HEAD: i32 = 84;
const CURVE: i32 = 300;
const SLOPE: i32 = 150;
const ERROR: i32 = 210;

/// Size of one in a page, and height of its upper part: letters stay readable on a telephone.
const INLINE: (i32, i32) = (440, 410);
const INLINE_CURVE: i32 = 240;

/// Size of one curve among others.
const CELL: (i32, i32) = (390, 330);

/// A picture of one curve, its slope and its error, as a file.
pub fn svg(curve: &Curve) -> String {
    let size = (WIDTH, HEAD + CURVE + SLOPE + ERROR);
    as_file(
        &id(curve),
        &document(&id(curve), size, &title(curve), &described(curve), |page| one(curve, page)),
    )
}

/// A smaller one of curve and error, to stand in an HTML page, which says by itself what is what, and
/// whose style says how it looks in the dark. Its ids begin with `curve-` and the exercise's name, so that there may
/// be one of each exercise in a page.
pub fn svg_inline(curve: &Curve) -> String {
    document(&id(curve), INLINE, &title(curve), &described(curve), |page| {
        let (top, bottom) = page.split_vertically(INLINE_CURVE * SCALE);
        value_panel(curve, &top)?;
        Panel::error(curve).draw(&bottom, |chart, panel| panel.whole_error(chart, curve))
    })
}

/// How pictures look in a page, in the light and in the dark, where this selector finds them.
pub fn svg_rules(pictures: &str) -> String {
    document::rules(pictures)
}

fn id(curve: &Curve) -> String {
    format!("curve-{}", curve.exercise)
}

fn title(curve: &Curve) -> String {
    format!("{}: yours and as it should be", curve.title)
}

/// A picture of all curves side by side, as a file.
pub fn overview_svg(curves: &[Curve]) -> String {
    let columns = i32::try_from(curves.len()).unwrap_or(1).max(1);
    let described: Vec<String> = curves.iter().map(described).collect();
    let size = (columns * CELL.0, CELL.1 + HEAD);
    as_file(
        "curves",
        &document("curves", size, "Activations: yours and as they should be", &described.join(" "), |page| {
            let (head, cells) = page.split_vertically(HEAD * SCALE);
            words(&head, (16, 28), 18, INK, "Activations")?;
            legend::lines(&head, 56, curves.iter().any(is_written), curves.iter().any(has_marks))?;
            for (cell, curve) in cells.split_evenly((1, curves.len())).iter().zip(curves) {
                words(cell, (72, 8), 15, INK, &curve.title)?;
                paragraph(cell, (72, 28), 290, 11, &curve.summary())?;
                Panel::curve(curve).below(50).draw(cell, |chart, panel| {
                    panel.whole_curve(chart, curve)?;
                    panel.name_marks(chart, curve)
                })?;
            }
            Ok(())
        }),
    )
}

fn as_file(id: &str, picture: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", with_rules(picture, id))
}

fn is_written(curve: &Curve) -> bool {
    curve.state == State::Written
}

fn has_marks(curve: &Curve) -> bool {
    !curve.marks().is_empty()
}

/// What there is to see, in words.
fn described(curve: &Curve) -> String {
    let tolerance = match curve.tolerance.words() {
        None => "Values have to be exact.".to_owned(),
        Some(tolerance) => format!("The tolerance is {tolerance}."),
    };
    format!("{}, for x from -6 to 6: {}. {tolerance}", curve.title, curve.summary())
}

fn one(curve: &Curve, page: &Area) -> Result<()> {
    let (head, rest) = page.split_vertically(HEAD * SCALE);
    let (top, rest) = rest.split_vertically(CURVE * SCALE);
    let (middle, bottom) = rest.split_vertically(SLOPE * SCALE);
    words(&head, (16, 22), 18, INK, &curve.title)?;
    words(&head, (16, 44), 12, INK, &curve.summary())?;
    legend::lines(&head, 68, is_written(curve), has_marks(curve))?;
    value_panel(curve, &top)?;
    let yours: Vec<Vec<(f64, f64)>> = curve.yours().iter().map(|piece| slope(piece)).collect();
    let wanted = slope(&curve.reference());
    Panel::slope(&wanted, &yours).draw(&middle, |chart, panel| {
        panel.reference(chart, &wanted, is_written(curve))?;
        panel.yours(chart, &yours)?;
        let above = panel.y.start + (panel.y.end - panel.y.start) * 0.84;
        panel.say(chart, (-REACH + 0.1, above), HPos::Left, INK, "slope 0: nothing is learnt there")
    })?;
    Panel::error(curve).draw(&bottom, |chart, panel| panel.whole_error(chart, curve))
}

fn value_panel(curve: &Curve, area: &Area) -> Result<()> {
    Panel::curve(curve).draw(area, |chart, panel| {
        panel.whole_curve(chart, curve)?;
        panel.name_marks(chart, curve)
    })
}

/// The paper that everything is drawn on.
fn fill(page: &Area) -> Result<()> {
    let (width, height) = page.dim_in_pixel();
    let corner = (i32::try_from(width)?, i32::try_from(height)?);
    Ok(page.draw(&Rectangle::new([(0, 0), corner], PAPER.filled()))?)
}
