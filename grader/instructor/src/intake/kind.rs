//! What a file may be, by its name alone: names are what learning platforms and browsers change.

use grader::rubric::{COMMON, Exercise};

/// What a file's name says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Rust, so perhaps an exercise.
    Rust,
    /// It would say how to build, if anyone listened.
    Build,
    /// An archive that can be opened.
    Archive(Format),
    /// An archive that can't.
    Unopenable,
    /// What all exercises of the suite share: the folder around the suite is the grader that was handed out.
    Suite,
    /// Nothing to the grader.
    Nothing,
}

/// How an archive is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// .zip
    Zip,
    /// .tar
    Tar,
    /// .tar.gz
    TarGz,
}

/// How well a file's name fits an exercise. Better is less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is that of the exercise's file.
    Exact,
    /// It ends like that: something stands before or behind it, or its letters have another case.
    Loose,
    /// Not at all; only the type that the file declares fits.
    Type,
}

const BUILD: [&str; 5] = ["cargo.toml", "cargo.lock", "build.rs", "rust-toolchain", "rust-toolchain.toml"];
const UNOPENABLE: [&str; 8] = [".7z", ".rar", ".tar.xz", ".txz", ".tar.bz2", ".tbz2", ".tar.zst", ".gz"];

/// Folders in which nothing is a learner's: build products, histories, copies of the lesson's own, and
/// what macOS puts beside files.
const SKIPPED: [&str; 6] = ["target", ".git", "stubs", "__macosx", ".kept", "node_modules"];

/// Whether nothing in a folder of this name counts.
pub fn is_skipped(folder: &str) -> bool {
    SKIPPED.iter().any(|skipped| folder.eq_ignore_ascii_case(skipped)) || is_shadow(folder)
}

/// Whether a file of this name is only what macOS keeps beside the real one.
pub fn is_shadow(file: &str) -> bool {
    file.starts_with("._") || file == ".DS_Store"
}

/// What a file is, by its name and that of its folder.
pub fn content(folder: &str, file: &str) -> Content {
    let file = file.to_lowercase();
    let ends = |end: &&str| file.ends_with(*end);
    if BUILD.contains(&file.as_str()) || (folder == ".cargo" && (file == "config.toml" || file == "config")) {
        Content::Build
    } else if folder == "suite" && file == COMMON {
        Content::Suite
    } else if stem(&file).is_some() {
        Content::Rust
    } else if file.ends_with(".zip") {
        Content::Archive(Format::Zip)
    } else if [".tar.gz", ".tgz"].iter().any(ends) {
        Content::Archive(Format::TarGz)
    } else if file.ends_with(".tar") {
        Content::Archive(Format::Tar)
    } else if UNOPENABLE.iter().any(ends) {
        Content::Unopenable
    } else {
        Content::Nothing
    }
}

/// A Rust file's name without `.rs`, behind which some systems put `.txt`.
fn stem(file: &str) -> Option<&str> {
    file.strip_suffix(".txt").unwrap_or(file).strip_suffix(".rs")
}

/// The exercises whose file this may be by its name, in their order: more than one where they have files of one name in
/// different folders. Case does not matter, nor what platforms put in front (`doejane_12345_relu.rs`) or behind
/// (`relu (1).rs`, `relu-2.rs`, `relu - Copy.rs`, `relu.rs.txt`).
pub fn exercises_of<'a>(file: &str, exercises: &'a [Exercise]) -> (Vec<&'a Exercise>, Fit) {
    let exact: Vec<&Exercise> =
        exercises.iter().filter(|exercise| exercise.source().name() == file).collect();
    if exact.is_empty() { (loosely(file, exercises), Fit::Loose) } else { (exact, Fit::Exact) }
}

fn loosely<'a>(file: &str, exercises: &'a [Exercise]) -> Vec<&'a Exercise> {
    let lower = file.to_lowercase();
    let Some(stem_of_file) = stem(&lower) else { return Vec::new() };
    let words = words(stem_of_file);
    let mut words = &words[..];
    loop {
        let fits = |name: &str| {
            let name = name.to_lowercase();
            let name = self::words(&name);
            if words.ends_with(&name) { name.len() } else { 0 }
        };
        let length = |exercise: &&Exercise| {
            let source = exercise.source();
            let stem = stem(source.name()).unwrap_or_default();
            fits(&exercise.name).max(fits(&exercise.title)).max(fits(stem))
        };
        // The longest, so that `leaky_relu` is not taken for `relu`.
        let longest = exercises.iter().map(|exercise| length(&exercise)).max().unwrap_or_default();
        if longest > 0 {
            return exercises.iter().filter(|exercise| length(exercise) == longest).collect();
        }
        match words.split_last() {
            Some((last, before)) if *last == "copy" || last.bytes().all(|byte| byte.is_ascii_digit()) => {
                words = before;
            }
            _ => return Vec::new(),
        }
    }
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exercise(name: &str, title: &str) -> Exercise {
        Exercise { name: name.into(), title: title.into(), ..Exercise::default() }
    }

    #[test]
    fn a_name_is_known_whatever_was_done_to_it() {
        let lesson =
            [exercise("relu", "ReLU"), exercise("leaky_relu", "LeakyReLU"), exercise("tanh", "Tanh")];
        let known = |file: &str| {
            let (exercises, fit) = exercises_of(file, &lesson);
            exercises.first().map(|exercise| (&*exercise.name, fit))
        };
        assert_eq!(known("relu.rs"), Some(("relu", Fit::Exact)));
        for name in [
            "ReLU.rs",
            "relu.RS",
            "my_relu.rs",
            "relu (1).rs",
            "relu(2).rs",
            "relu.rs.txt",
            "relu - Copy.rs",
            "relu copy 2.rs",
            "doejane_12345_relu.rs",
            "doejane_LATE_12345_678910_relu-1.rs",
        ] {
            assert_eq!(known(name), Some(("relu", Fit::Loose)), "{name}");
        }
        assert_eq!(known("leaky_relu.rs"), Some(("leaky_relu", Fit::Exact)));
        assert_eq!(known("x_LeakyReLU-3.rs"), Some(("leaky_relu", Fit::Loose)));
        for name in
            ["prelu.rs", "relu.py", "relu.txt", "relus.rs", "relu_helpers.rs", ".rs", "1.rs", "main.rs"]
        {
            assert_eq!(known(name), None, "{name}");
        }
    }

    #[test]
    fn a_name_that_two_files_have_is_either() {
        let slope =
            "title = \"ReLUSlope\"\nchapter = 1\nfile = \"slopes/relu.rs\"\ntolerance = 0.0\ncheck = []";
        let slope = Exercise { name: "relu_slope".into(), ..toml::from_str(slope).expect("an exercise") };
        let lesson = [exercise("relu", "ReLU"), slope];
        let known = |file: &str| {
            let (exercises, fit) = exercises_of(file, &lesson);
            (exercises.iter().map(|exercise| exercise.name.as_str()).collect::<Vec<_>>(), fit)
        };
        assert_eq!(known("relu.rs"), (vec!["relu", "relu_slope"], Fit::Exact));
        assert_eq!(known("doejane_1_relu-1.rs"), (vec!["relu", "relu_slope"], Fit::Loose));
        assert_eq!(known("ReLUSlope.rs"), (vec!["relu_slope"], Fit::Loose));
        assert_eq!(known("my_relu_slope.rs"), (vec!["relu_slope"], Fit::Loose));
    }
}
