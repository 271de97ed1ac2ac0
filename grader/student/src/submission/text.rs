//! A file's content as a text, in what is kept of a submission.

use serde::ser::Error;
use serde::{Deserialize, Deserializer, Serializer};

/// Writes the content as a text.
///
/// # Errors
/// Where it is not UTF-8, which nothing is that was handed in.
pub fn serialize<S: Serializer>(content: &[u8], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(str::from_utf8(content).map_err(S::Error::custom)?)
}

/// Reads the content from a text.
///
/// # Errors
/// Where there is no text.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
    String::deserialize(from).map(String::into_bytes)
}
