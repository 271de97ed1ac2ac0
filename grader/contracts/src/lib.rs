//! Reports for other systems, held to what those systems accept.
//!
//! - `reports`: what is rendered, hostile texts included
//! - `json`: results that a JSON Schema describes, in `../schemas`
//! - `junit`: XML, whose structure is checked here: there is no light validator for its schema
//! - `github`, `markdown`: what must not become a command, or markup

#![cfg(test)]

mod github;
mod json;
mod junit;
mod markdown;
mod reports;
