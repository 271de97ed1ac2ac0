//! What a specimen says at its top.

use std::collections::BTreeSet;

use anyhow::{Result, bail, ensure};

use super::{Fails, Kind};

/// What must come of a specimen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The checks that must fail.
    pub fails: Fails,
    /// The key of the diagnosis that must be made; `None` where none may be.
    pub diagnosis: Option<String>,
    /// Whether any diagnosis will do, because the seed or the exercise decides what can be named.
    pub any_diagnosis: bool,
}

/// Reads a header. `known` are the names of the checks.
///
/// # Errors
/// Where it does not say what must come of the specimen, or names a check that is not known.
pub fn parse(kind: Kind, text: &str, known: &BTreeSet<String>) -> Result<Header> {
    let says = fields(text);
    let field = |wanted: &str| says.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.as_str());
    let names = |names: &str| -> BTreeSet<String> {
        names.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
    };
    let fails = match (kind, field("fails")) {
        (Kind::Right, None) => Fails::These(BTreeSet::new()),
        (Kind::Uncompiled, None) => Fails::These(known.clone()),
        (Kind::Uncompiled, Some(_)) => bail!("what does not compile fails everything"),
        (Kind::Right, Some(_)) => bail!("a right specimen fails nothing"),
        (Kind::Wrong, None) => bail!("no line `//! fails: …`"),
        (Kind::Wrong, Some("all")) => Fails::These(known.clone()),
        (Kind::Wrong, Some(listed)) => match listed.strip_prefix("some") {
            Some(least) => Fails::Some(names(least)),
            None => Fails::These(names(listed)),
        },
    };
    let (Fails::These(listed) | Fails::Some(listed)) = &fails;
    if let Some(unknown) = listed.difference(known).next() {
        bail!("`{unknown}` is no check of this exercise");
    }
    let is_exact = matches!(fails, Fails::These(_));
    ensure!(
        !(is_exact && kind == Kind::Wrong && listed.is_empty()),
        "a wrong specimen has to fail something"
    );
    let diagnosis = match (kind, field("diagnosis")) {
        (Kind::Right, None) | (Kind::Wrong | Kind::Uncompiled, Some("none")) => None,
        (Kind::Right, Some(_)) => bail!("a right specimen gets no diagnosis"),
        (Kind::Wrong | Kind::Uncompiled, None) if is_exact => bail!("no line `//! diagnosis: …`"),
        (Kind::Wrong | Kind::Uncompiled, key) => key.map(str::to_owned),
    };
    Ok(Header { fails, diagnosis, any_diagnosis: !is_exact })
}

/// Whether a header says that rows are taken apart.
pub fn takes_rows_apart(text: &str) -> bool {
    fields(text).iter().any(|(key, value)| key == "takes" && value == "single values")
}

/// Whether a header names no other checks than these.
pub fn names_only(text: &str, known: &BTreeSet<String>) -> bool {
    let says = fields(text);
    let listed = says.iter().filter(|(key, _)| key == "fails").flat_map(|(_, value)| value.split(','));
    listed.map(str::trim).all(|name| ["some", "all"].contains(&name) || known.contains(name))
}

/// The `key: value` lines of a file's `//!` header; an indented line goes on with the one before.
pub fn fields(text: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in text.lines().map_while(|line| line.strip_prefix("//!")) {
        let is_key = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase());
        match (line.strip_prefix("  "), line.trim().split_once(':')) {
            (Some(rest), _) => {
                if let Some((_, value)) = fields.last_mut() {
                    *value += " ";
                    *value += rest.trim();
                }
            }
            (None, Some((key, value))) if is_key(key) => fields.push((key.into(), value.trim().into())),
            _ => {}
        }
    }
    fields
}

/// The text with other checks and another diagnosis at its top.
///
/// # Errors
/// Where it has no such lines.
pub fn blessed(text: &str, failed: &BTreeSet<String>, diagnosis: Option<&str>) -> Result<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = text.lines().peekable();
    let mut written = 0;
    while let Some(line) = rest.next() {
        let value = match line.strip_prefix("//! ").and_then(|line| line.split_once(": ")) {
            Some(("fails", _)) => failed.iter().cloned().collect::<Vec<_>>().join(", "),
            Some(("diagnosis", _)) => diagnosis.unwrap_or("none").to_owned(),
            _ => {
                lines.push(line.to_owned());
                continue;
            }
        };
        while rest.next_if(|line| line.starts_with("//!   ")).is_some() {}
        let key = line.split_once(": ").map_or(line, |(key, _)| key);
        let options = textwrap::Options::new(100).subsequent_indent("//!     ");
        lines.extend(textwrap::wrap(&format!("{key}: {value}"), options).into_iter().map(Into::into));
        written += 1;
    }
    ensure!(written == 2, "it does not say which checks fail, and what is diagnosed");
    Ok(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(kind: Kind, text: &str) -> Result<Header> {
        parse(kind, text, &["a", "b", "c"].map(str::to_owned).into())
    }

    #[test]
    fn a_specimen_says_what_must_come_of_it() {
        let text = "//! A slip: of the pen.\n//!\n//! fails: a,\n//!     b\n//! diagnosis: none\nuse x;\n//! fails: c\n";
        let header = parsed(Kind::Wrong, text).expect("it says all");
        assert_eq!(header.fails, Fails::These(["a".into(), "b".into()].into()));
        assert_eq!(header.diagnosis, None);
        let honest = parsed(Kind::Right, "//! Honest.\n").expect("it says all");
        assert_eq!(honest.fails, Fails::These(BTreeSet::new()));
        let drawn = parsed(Kind::Wrong, "//! Rare.\n//!\n//! fails: some\n").expect("it says all");
        assert_eq!((drawn.fails, drawn.diagnosis), (Fails::Some(BTreeSet::new()), None));
        let least = parsed(Kind::Wrong, "//! fails: some, b\n").expect("it says all");
        assert_eq!(least.fails, Fails::Some(["b".into()].into()));
    }

    #[test]
    fn a_specimen_that_says_too_little_or_nonsense_is_refused() {
        for text in ["", "//! fails: a", "//! fails: z\n//! diagnosis: none", "//! fails: some, z"] {
            assert!(parsed(Kind::Wrong, text).is_err(), "{text}");
        }
        assert!(parsed(Kind::Right, "//! fails: a").is_err());
    }

    #[test]
    fn a_blessed_specimen_says_what_came_of_it_and_is_otherwise_the_same() {
        let text = "//! A slip.\n//!\n//! fails: a,\n//!     b\n//! diagnosis: none\n\nx.clone()\n";
        let long: BTreeSet<String> = (0..12).map(|number| format!("check_number_{number:02}")).collect();
        let text = blessed(text, &long, Some("halved")).expect("it says both");
        assert!(text.ends_with("//! diagnosis: halved\n\nx.clone()\n"), "{text}");
        assert!(text.lines().all(|line| line.len() <= 100) && text.lines().count() == 8, "{text}");
        let header = parse(Kind::Wrong, &text, &long).expect("it reads");
        assert_eq!((header.fails, header.diagnosis.as_deref()), (Fails::These(long), Some("halved")));
        assert!(blessed("x.clone()\n", &BTreeSet::new(), None).is_err());
    }
}
