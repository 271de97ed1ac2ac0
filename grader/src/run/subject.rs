//! Whose code is graded.

/// Which crate's code is graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Subject {
    /// What the learner wrote.
    Exercises,
    /// The reference.
    Solutions,
}

impl Subject {
    /// The crate's name, and that of its folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exercises => "exercises",
            Self::Solutions => "solutions",
        }
    }

    /// The worker that links it.
    pub fn program(self) -> &'static str {
        match self {
            Self::Exercises => "subject-exercises",
            Self::Solutions => "subject-solutions",
        }
    }
}
