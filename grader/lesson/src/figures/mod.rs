//! Figures of the book: each shows what should be, and over it what the reader's own code makes of it.
//!
//! - `curve`: a function and its slope
//! - `together`: all functions on the same axes
//! - `chain`: what is left of a slope after many layers
//! - `unit`: one unit of a network, alive and dead
//! - `plane`: what networks take a plane for, and how their loss falls

mod chain;
mod curve;
mod plane;
mod together;
mod unit;

use anyhow::{Result, bail};

use crate::reader::Reader;

pub use plane::{losses, maps};

/// A figure, ready to stand in a page.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// One or more pictures, as HTML.
    pub pictures: String,
    /// Which of the lines is which: a class of the style, and words.
    pub legend: Vec<(&'static str, String)>,
    /// What there is to see of the reader's own.
    pub own: String,
}

/// Draws the figure that a chapter names, such as `curve relu`; none where this workspace has no such exercise, as one
/// may be handed out without some of them.
///
/// # Errors
/// Where there is no figure of this name.
pub fn draw(name: &str, reader: &Reader) -> Result<Option<Drawn>> {
    Ok(match name.split_once(' ').unwrap_or((name, "")) {
        ("curve", exercise) => reader.curve(exercise).map(curve::curve),
        ("together", "") => together::together(reader),
        ("slopes", "") => together::slopes(reader),
        ("chain", "") => chain::chain(reader),
        ("unit", exercise) => unit::unit(exercise, reader),
        ("plane", "straight") => Some(plane::straight(reader)),
        ("plane", "") => Some(plane::all(reader)),
        _ => bail!("there is no figure `{name}`"),
    })
}

/// What is said of a reader's function that is not drawn.
fn not_written(titles: &[&str]) -> String {
    match titles {
        [] => String::new(),
        [one] => format!("Your {one} joins in as soon as it is written."),
        [before @ .., last] => {
            format!("Your {} and {last} join in as soon as they are written.", before.join(", "))
        }
    }
}
