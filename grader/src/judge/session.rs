//! What the suite is told from outside.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::OnceLock;

/// Environment variable: the file that records are appended to.
pub const RECORDS: &str = "GRADER_RECORDS";
/// Environment variable: the seed of everything that is drawn.
pub const SEED: &str = "GRADER_SEED";
/// Environment variable: set where every counterexample has to be proved to be the smallest.
pub const PROVES: &str = "GRADER_PROVES_SMALLEST";

/// One run of the suite.
pub struct Session {
    /// Where the records go, if anyone wants them.
    pub records: Option<PathBuf>,
    /// Whether every counterexample has to be proved to be the smallest.
    pub proves: bool,
    seed: u64,
}

impl Session {
    /// This process's session.
    pub fn get() -> &'static Self {
        static SESSION: OnceLock<Session> = OnceLock::new();
        SESSION.get_or_init(|| Session {
            records: std::env::var_os(RECORDS).map(PathBuf::from),
            proves: std::env::var_os(PROVES).is_some(),
            seed: std::env::var(SEED)
                .ok()
                .and_then(|text| text.parse().ok())
                .unwrap_or_else(|| fastrand::u64(..)),
        })
    }

    /// The random numbers of one case: the same for the same seed, whatever runs before it.
    pub fn rng(&self, case: &str) -> fastrand::Rng {
        let mut hasher = DefaultHasher::new();
        (self.seed, case).hash(&mut hasher);
        fastrand::Rng::with_seed(hasher.finish())
    }
}
