//! What Gradescope's export says of its students: `submission_metadata.yml`, beside the folders.
//!
//! Only as much of YAML is read as Gradescope writes there: a block for each submission, and in it the
//! scalars of these keys, plain or in quotes. What is written in another way is not taken.

use std::collections::BTreeMap;

/// The file's name.
pub const METADATA: &str = "submission_metadata.yml";

/// Who handed a submission in, and when.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Submitters {
    /// Names, student numbers and addresses, in order; more than one in a group.
    pub names: Vec<String>,
    /// Student numbers.
    pub numbers: Vec<String>,
    /// Mail addresses.
    pub emails: Vec<String>,
    /// When, as it is written there.
    pub submitted: String,
}

/// Submitters by the name of the submission's folder.
pub fn read(text: &str) -> BTreeMap<String, Submitters> {
    let mut found: BTreeMap<String, Submitters> = BTreeMap::new();
    let mut folder = None;
    // Deeper inside are results and a history, which have the same keys.
    let mut block = "";
    for line in text.lines() {
        let depth = line.len() - line.trim_start().len();
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if depth == 0 && !line.starts_with('-') {
            let name = line.strip_suffix(':').and_then(scalar);
            folder = name.filter(|name| name.starts_with("submission_"));
            block = "";
            continue;
        }
        let Some(entry) = folder.as_ref().map(|name: &String| found.entry(name.clone()).or_default()) else {
            continue;
        };
        let Some((key, value)) = line.trim_start_matches("- ").trim_start_matches(':').split_once(':') else {
            continue;
        };
        let starts_block = depth == 2 && !line.starts_with('-');
        if starts_block {
            block = key;
        }
        let Some(value) = scalar(value) else { continue };
        match (block, key) {
            ("submitters", "name") => entry.names.push(value),
            ("submitters", "sid") => entry.numbers.push(value),
            ("submitters", "email") => entry.emails.push(value),
            ("created_at", "created_at") if starts_block => entry.submitted = value,
            _ => {}
        }
    }
    found.retain(|_, submitters| !submitters.names.is_empty());
    found
}

/// A value on one line; none for what is empty, or starts something that is not read here.
fn scalar(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(quoted) = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')) {
        return Some(quoted.replace("''", "'"));
    }
    if let Some(quoted) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        // JSON's escapes are YAML's, of which some more are not read.
        return serde_json::from_str(&format!("\"{quoted}\"")).ok();
    }
    let is_plain = !text.is_empty()
        && text != "null"
        && !text.starts_with(['!', '&', '*', '|', '>', '[', '{', '%', '@', '`', '\'', '"']);
    is_plain.then(|| text.split(" #").next().unwrap_or(text).trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_numbers_and_times_are_read_and_nothing_else() {
        let text = "---
submission_1234:
  :submitters:
  - :name: Ada Lovelace
    :sid: '00123'
    :email: ada@uni.example
  - :name: \"Zo\\u00eb \\\"Z\\\" \\xc7elik\"
    :sid:
    :email: zoe@uni.example
  :created_at: 2024-09-01 12:00:00.123 Z
  :score: 3.0
  :results:
    name: not a student
    tests:
    - :name: nor this
  :history:
  - :id: 9
    :created_at: 2023-01-01 00:00:00 Z
submission_1235:
  :submitters:
  - :name: 'O''Neil: x # y'
    :sid: 124
  :created_at: !ruby/object:Time 5
submission_1236:
  :submitters: []
other:
  :submitters:
  - :name: nobody
";
        let found = read(text);
        assert_eq!(found.keys().collect::<Vec<_>>(), ["submission_1234", "submission_1235"]);
        let ada = &found["submission_1234"];
        assert_eq!(ada.names, ["Ada Lovelace"]); // `\xc7` is no escape of JSON's.
        assert_eq!(
            (&ada.numbers[..], ada.submitted.as_str()),
            (&["00123".to_owned()][..], "2024-09-01 12:00:00.123 Z")
        );
        assert_eq!(ada.emails, ["ada@uni.example", "zoe@uni.example"]);
        let neil = &found["submission_1235"];
        assert_eq!((&neil.names[..], neil.submitted.as_str()), (&["O'Neil: x # y".to_owned()][..], ""));
        for wrong in ["", "\u{0}", "submission_1:", "  :submitters:\n  - :name: x", ": : :\n - : -\n"] {
            assert!(read(wrong).is_empty(), "{wrong}");
        }
    }
}
