//! The verdicts of a student: what decides each, and what has to run to know them.
//!
//! - `fingerprint`: what a student's grade depends on, as a whole
//! - `key`, `source`: what decides each verdict
//! - `record`: what is kept of them, and what has to run again
//! - `judge`: from a submission to its verdicts
//! - `ran`: what was run to know them
//! - `alarm`: verdicts that are others for no reason

pub mod alarm;
pub mod fingerprint;
pub mod judge;
pub mod key;
pub mod ran;
pub mod record;
mod source;
