//! The file that an exercise is written in.

use serde::Deserialize;

/// The folder of exercises that name no file.
const USUAL_FOLDER: &str = "activations";

/// The file of an exercise, by its path in a crate's `src/`, such as `slopes/relu.rs`.
///
/// Two exercises may have files of one name, in different folders.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct SourceFile(String);

impl SourceFile {
    /// The file of an exercise that names none: `activations/NAME.rs`.
    pub fn usual(exercise: &str) -> Self {
        Self(format!("{USUAL_FOLDER}/{exercise}.rs"))
    }

    /// The file that a path leads to, such as `exercises/src/slopes/relu.rs`; none where that is in no crate's `src/`.
    pub fn at(path: &str) -> Option<Self> {
        let path = path.replace('\\', "/");
        path.rsplit_once("src/").map(|(_, inner)| Self(inner.to_owned()))
    }

    /// The path in a crate, such as `src/slopes/relu.rs`.
    pub fn path(&self) -> String {
        format!("src/{}", self.0)
    }

    /// The path in a crate's `src/`, such as `slopes/relu.rs`.
    pub fn path_in_src(&self) -> &str {
        &self.0
    }

    /// The folder's own name, such as `slopes`.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folders, _)| folders.rsplit('/').next().unwrap_or(folders))
    }

    /// The name without its folder, such as `relu.rs`.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// What people call the file, and what it is called where it is handed in: `relu.rs` in the usual folder, and
    /// `slopes/relu.rs` elsewhere.
    pub fn shown(&self) -> &str {
        self.0.strip_prefix(USUAL_FOLDER).and_then(|rest| rest.strip_prefix('/')).unwrap_or(&self.0)
    }

    /// Whether it lies in the folder in which most exercises do.
    pub fn is_in_usual_folder(&self) -> bool {
        self.shown() != self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_by_its_folder_where_that_is_another() {
        let usual = SourceFile::usual("relu");
        assert_eq!((usual.path().as_str(), usual.shown()), ("src/activations/relu.rs", "relu.rs"));
        assert_eq!(
            (usual.folder(), usual.name(), usual.is_in_usual_folder()),
            ("activations", "relu.rs", true)
        );
        let other = SourceFile("slopes/relu.rs".into());
        assert_eq!((other.path().as_str(), other.shown()), ("src/slopes/relu.rs", "slopes/relu.rs"));
        assert_eq!((other.folder(), other.name(), other.is_in_usual_folder()), ("slopes", "relu.rs", false));
        assert_eq!(SourceFile::at("exercises\\src\\slopes\\relu.rs"), Some(other));
        assert_eq!(
            (SourceFile::at("exercises/src/activations/relu.rs"), SourceFile::at("a.rs")),
            (Some(usual), None)
        );
    }
}
