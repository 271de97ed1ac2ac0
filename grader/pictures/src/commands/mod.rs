//! What the command line does.

mod page;
mod plot;

pub use page::{Page, page, refuse_folder, write_page};
pub use plot::{Plot, plot};
