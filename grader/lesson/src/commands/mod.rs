//! What the command line does.

mod lesson;
mod train_page;

use std::io::{self, IsTerminal};
use std::path::Path;

pub use lesson::{Lesson, lesson};
pub use train_page::{TrainPage, train_page};

/// Opens a page in a browser where a terminal asks for it. Where there is no browser, the page's path has been
/// printed.
fn open_page(page: &Path, is_unwanted: bool) {
    if io::stdout().is_terminal() && !is_unwanted {
        let _ = open::that_detached(page);
    }
}
