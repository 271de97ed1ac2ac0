//! What a network takes the plane for: a map of two colours, with the points that it learns from.

use std::fmt::Write;

use super::document::{GRID, PAPER, RANGE, TROUBLE, escaped};
use plotters::style::RGBColor;
use student::training::{Point, REACH, View};

/// Width and height, in pixels.
const SIZE: usize = 200;

/// How many strengths a colour has.
const LEVELS: usize = 5;

/// Points for maps on the same page, by this id: of the first kind discs, of the second squares. Nothing is seen of them
/// by themselves.
pub fn points(id: &str, points: &[Point]) -> String {
    let place = |at: f32| (at / REACH + 1.0) / 2.0 * SIZE as f32;
    let mut svg = format!(
        "<svg class=\"kept\" width=\"0\" height=\"0\" aria-hidden=\"true\"><g id=\"{id}\" stroke=\"{}\" stroke-width=\"0.6\">",
        written(PAPER)
    );
    for point in points {
        let (x, y) = (place(point.at[0]), place(-point.at[1]));
        let _ = if point.is_first {
            write!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.2\" fill=\"{}\"/>", written(RANGE))
        } else {
            let (left, top) = (x - 2.0, y - 2.0);
            write!(
                svg,
                "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"4\" height=\"4\" fill=\"{}\"/>",
                written(TROUBLE)
            )
        };
    }
    svg + "</g></svg>\n"
}

/// A map, to stand in a page that has [`points`] of this id.
pub fn plane(id: &str, title: &str, description: &str, view: &View, points: &str) -> String {
    let (rows, columns) = (view.map.len().max(1), view.map.first().map_or(1, Vec::len));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" \
         width=\"{SIZE}\" height=\"{SIZE}\" viewBox=\"0 0 {SIZE} {SIZE}\">\n<title id=\"{id}-title\">{}</title>\n\
         <desc id=\"{id}-desc\">{}</desc>\n<rect width=\"{SIZE}\" height=\"{SIZE}\" fill=\"{}\"/>\n\
         <g transform=\"scale({:.4} {:.4})\">\n",
        escaped(title),
        escaped(description),
        written(PAPER),
        SIZE as f32 / columns as f32,
        SIZE as f32 / rows as f32,
    );
    for (is_first, colour) in [(true, RANGE), (false, TROUBLE)] {
        for level in 1..=LEVELS {
            let path = cells(view, |sure| (sure > 0.5) == is_first && strength(sure) == level);
            if !path.is_empty() {
                let opacity = 0.75 * level as f64 / LEVELS as f64;
                let colour = written(colour);
                let _ = writeln!(svg, "<path fill=\"{colour}\" fill-opacity=\"{opacity:.2}\" d=\"{path}\"/>");
            }
        }
    }
    svg + &format!(
        "</g>\n<use href=\"#{points}\"/>\n<rect width=\"{SIZE}\" height=\"{SIZE}\" fill=\"none\" stroke=\"{}\"/>\n</svg>",
        written(GRID)
    )
}

/// From 1, nearly undecided, to [`LEVELS`], sure.
fn strength(sure: f32) -> usize {
    1 + (((sure - 0.5).abs() * 2.0 * LEVELS as f32) as usize).min(LEVELS - 1)
}

/// The cells of the map of which this holds, as a path: one rectangle for each run of them in a row.
fn cells(view: &View, is_one: impl Fn(f32) -> bool) -> String {
    let mut path = String::new();
    for (y, row) in view.map.iter().enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| is_one(*a) == is_one(*b)) {
            if is_one(run[0]) {
                let _ = write!(path, "M{x} {y}h{}v1h-{}z", run.len(), run.len());
            }
            x += run.len();
        }
    }
    path
}

fn written(colour: RGBColor) -> String {
    format!("#{:02X}{:02X}{:02X}", colour.0, colour.1, colour.2)
}
