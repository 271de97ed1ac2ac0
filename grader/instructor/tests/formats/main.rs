//! Reports for other systems, held to what those systems accept.
//!
//! - `reports`: what is rendered, hostile texts included
//! - `json`: results that a JSON Schema describes, in `schemas`
//! - `junit`: XML, turned to JSON and described by a JSON Schema, too
//! - `github`, `markdown`: what must not become a command, or markup

mod github;
mod json;
mod junit;
mod markdown;
mod reports;
