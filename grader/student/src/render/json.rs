//! The report as JSON, for programs.

use crate::report::Report;

/// The whole report, indented, with a line end.
///
/// # Panics
/// Never: a report is plain data.
pub fn json(report: &Report) -> String {
    serde_json::to_string_pretty(report).expect("a report is plain data") + "\n"
}
