//! Whose code is graded.

/// Which crate's code is graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Crate {
    /// What the learner wrote.
    Exercises,
    /// The reference.
    Solutions,
}

impl Crate {
    /// The crate's name, and that of its folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exercises => "exercises",
            Self::Solutions => "solutions",
        }
    }

    /// The package of the worker that links it; only instructors have the reference's.
    pub fn package(self) -> &'static str {
        match self {
            Self::Exercises => "worker",
            Self::Solutions => "reference",
        }
    }

    /// The worker's program.
    pub fn program(self) -> &'static str {
        match self {
            Self::Exercises => "worker-exercises",
            Self::Solutions => "worker-solutions",
        }
    }
}
