//! The names of the files that are written about a student.
//!
//! No two students may share a name, on any system: some take `Ada` and `ADA` for the same file, some take
//! two spellings of `é` for the same, some drop dots and spaces at the end, and some keep `con` and `aux.txt` for
//! themselves. So a name stays as it is only where it is the one of its look-alikes that may; any other gets a
//! number behind a plus sign, which is made from the whole name and stands in no name that stays.

use crate::digest::sha256;

/// Longest name that stays, and longest beginning of one that does not, in bytes.
const LONGEST: usize = 80;

/// Names that Windows keeps for devices, whatever stands behind the first dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// The names of files in `instructor/` that are no student's.
const OURS: [&str; 2] = ["run", "strays"];

/// The file name for a student's key: another for each.
pub fn file_name(key: &str) -> String {
    if stays(key) {
        return key.to_owned();
    }
    let harmless: String = key.chars().map(|c| if is_harmless(c) { c } else { '_' }).take(LONGEST).collect();
    let beginning = match harmless.trim_matches(['.', ' ']) {
        "" => "student",
        beginning => beginning,
    };
    let guard = if is_taken(beginning) { "_" } else { "" };
    format!("{guard}{beginning}+{}", number(key, 16))
}

/// So many hexadecimal digits that are made from a text, always the same.
pub fn number(text: &str, digits: usize) -> String {
    sha256(text.as_bytes()).chars().take(digits).collect()
}

fn stays(key: &str) -> bool {
    let ends = |c: char| c == '.' || c == ' ';
    let is_plain = !key.is_empty() && key.len() <= LONGEST && key.chars().all(is_harmless);
    is_plain && !key.starts_with(ends) && !key.ends_with(ends) && !is_taken(key) && spelling(key) == key
}

fn is_harmless(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '@' | '.' | ' ')
}

/// Of all ways to write a name in small and capital letters, the one that stays: a login in small letters,
/// names of several words with a capital each.
fn spelling(key: &str) -> String {
    let small = key.to_ascii_lowercase();
    if !small.contains(' ') {
        return small;
    }
    let word = |word: &str| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_ascii_uppercase() + rest
    };
    small.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn is_taken(name: &str) -> bool {
    let small = name.to_ascii_lowercase();
    let stem = small.split('.').next().unwrap_or_default().trim_end();
    let numbered = |device| {
        let number = stem.strip_prefix(device);
        number.is_some_and(|number| number.len() == 1 && number.bytes().all(|digit| digit.is_ascii_digit()))
    };
    OURS.contains(&small.as_str()) || DEVICES.contains(&stem) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn usual_names_stay_and_others_can_be_recognised() {
        for name in ["ada", "Ada Lovelace", "student-1", "doejane_12345", "j.doe@uni.example"] {
            assert_eq!(file_name(name), name);
        }
        for (name, beginning) in [
            ("Ada", "Ada+"),
            ("ADA Lovelace", "ADA Lovelace+"),
            ("Zoë Çelik", "Zo_ _elik+"),
            ("../../etc", "_.._etc+"),
            ("con", "_con+"),
            ("aux.txt", "_aux.txt+"),
            ("Com1 .a", "_Com1 .a+"),
            ("run", "_run+"),
            ("strays", "_strays+"),
            ("...", "student+"),
            ("", "student+"),
            ("\u{200b}", "_+"),
            ("ends.", "ends+"),
        ] {
            assert!(file_name(name).starts_with(beginning), "{name}: {}", file_name(name));
        }
    }

    /// What the least careful file system makes of a name.
    fn as_seen(name: &str) -> String {
        name.to_lowercase().trim_end_matches(['.', ' ']).to_owned()
    }

    #[test]
    fn no_two_names_share_a_file_and_each_file_can_be_written_everywhere() {
        let pieces = [
            "a",
            "A",
            "ada",
            "Ada",
            "é",
            "e\u{301}",
            "É",
            "ß",
            "ss",
            "ı",
            "İ",
            "\u{200b}",
            "\u{202e}",
            " ",
            "  ",
            ".",
            "con",
            "CON",
            "aux",
            "com1",
            "lpt9",
            "run",
            "(10)",
            "\u{2810}",
            "%28",
            "%2810%29",
            "+",
            "_",
            "/",
            "\\",
            ":",
            "\t",
            "\n",
            "0",
            "学",
            "🦀",
            "+0123456789abcdef",
        ];
        let mut random = fastrand::Rng::with_seed(7);
        let mut names: Vec<String> = (0..40_000)
            .map(|_| (0..random.usize(0..5)).map(|_| *random.choice(pieces.iter()).unwrap_or(&"")).collect())
            .collect();
        names.extend(["x".repeat(5_000), "x".repeat(5_001), "x".repeat(80), "x".repeat(81)]);
        names.sort();
        names.dedup();
        // The file of one student is a name that another may bear.
        names.extend(names.clone().iter().map(|name| file_name(name)).filter(|file| file.contains('+')));
        names.sort();
        names.dedup();
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for name in &names {
            let file = file_name(name);
            assert!(file.len() < 130 && file.is_ascii() && !file.starts_with('.'), "{name:?}: {file:?}");
            assert!(!file.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|']), "{name:?}: {file:?}");
            assert!(!file.ends_with(['.', ' ']) && !is_taken(&file), "{name:?}: {file:?}");
            if let Some(other) = seen.insert(as_seen(&file), name) {
                panic!("{name:?} and {other:?} share {file:?}");
            }
        }
    }
}
