//! What only instructors read: the class's page, comparisons, and what came of specimens.

mod adequacy;
mod class_page;
mod containment;
mod difference;
mod layers;
mod matrix;
mod moves;
mod tally;

pub use adequacy::adequacies;
pub use class_page::{Class, Counted, Row as ClassRow, ShownCheck, ShownGroup, Spread, class_page};
pub use containment::{Contained, containment};
pub use difference::{difference, markdown_difference};
pub use layers::{Stopped, stopped};
pub use matrix::{Summary, Verified, matrix, misses};
pub use moves::{moves_csv, moves_page, moves_text};
pub use tally::tally;
