//! How far a value may be off.

use serde::Deserialize;

/// How far a value may be off, absolutely and in relation to what it has to be: the larger of both counts.
///
/// In `exercise.toml` that is `tolerance = 1e-6`, or `tolerance = { relative = 1e-6 }`, or both in braces; 0
/// where a value has to be exact.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(from = "Written")]
pub struct Tolerance {
    /// Absolutely.
    pub absolute: f64,
    /// As a share of the right value.
    pub relative: f64,
}

/// What stands in the file.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Number(f64),
    Parts(Parts),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    #[serde(default)]
    absolute: f64,
    #[serde(default)]
    relative: f64,
}

impl From<Written> for Tolerance {
    fn from(written: Written) -> Self {
        match written {
            Written::Number(absolute) => Self { absolute, relative: 0.0 },
            Written::Parts(Parts { absolute, relative }) => Self { absolute, relative },
        }
    }
}

impl Tolerance {
    /// Values have to be exact.
    pub const EXACT: Self = Self { absolute: 0.0, relative: 0.0 };

    /// How far a value may be off that has to be `expected`.
    pub fn slack(self, expected: f64) -> f64 {
        let share = if expected.is_finite() { self.relative * expected.abs() } else { 0.0 };
        self.absolute.max(share)
    }

    /// In a few words, such as `1e-6`; none where values have to be exact.
    pub fn words(self) -> Option<String> {
        match (self.absolute, self.relative) {
            (0.0, 0.0) => None,
            (absolute, 0.0) => Some(format!("{absolute:e}")),
            (0.0, relative) => Some(format!("{relative:e} of the value")),
            (absolute, relative) => Some(format!("{absolute:e}, or {relative:e} of the value")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct File {
        tolerance: Tolerance,
    }

    #[test]
    fn it_is_a_number_or_says_what_it_relates_to() {
        let read = |text: &str| toml::from_str::<File>(text).map(|file| file.tolerance);
        let absolute = read("tolerance = 1e-6").expect("a number");
        assert_eq!((absolute.slack(1e9), absolute.words().as_deref()), (1e-6, Some("1e-6")));
        let relative = read("tolerance = { relative = 1e-6 }").expect("a share");
        assert_eq!(
            (relative.slack(-2e6), relative.slack(0.0), relative.slack(f64::INFINITY)),
            (2.0, 0.0, 0.0)
        );
        let both = read("tolerance = { absolute = 1.0, relative = 0.5 }").expect("both");
        assert_eq!((both.slack(1.0), both.slack(4.0)), (1.0, 2.0));
        assert_eq!(read("tolerance = 0.0").expect("exact"), Tolerance::EXACT);
        assert!(read("tolerance = { relativ = 1e-6 }").is_err());
    }
}
