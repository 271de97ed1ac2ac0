//! What the suite is told from outside, and what it does when nobody tells it.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::OnceLock;

use crate::project::Project;
use crate::run;

/// Environment variable: the worker to ask.
pub const WORKER: &str = "GRADER_WORKER";
/// Environment variable: the file that records are appended to.
pub const RECORDS: &str = "GRADER_RECORDS";
/// Environment variable: the seed of everything that is drawn.
pub const SEED: &str = "GRADER_SEED";

/// One run of the suite.
pub struct Session {
    /// The program to ask, or why there is none.
    pub worker: Result<PathBuf, String>,
    /// Where the records go, if anyone wants them.
    pub records: Option<PathBuf>,
    seed: u64,
}

impl Session {
    /// This process's session.
    pub fn get() -> &'static Self {
        static SESSION: OnceLock<Session> = OnceLock::new();
        SESSION.get_or_init(|| Session {
            worker: std::env::var_os(WORKER).map_or_else(build_worker, |path| Ok(path.into())),
            records: std::env::var_os(RECORDS).map(PathBuf::from),
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

/// Without a command line around it, the suite builds the worker that the features name.
fn build_worker() -> Result<PathBuf, String> {
    let subject = match (cfg!(feature = "exercises"), cfg!(feature = "solutions")) {
        (true, false) => run::Subject::Exercises,
        (false, true) => run::Subject::Solutions,
        _ => {
            return Err("which crate is to be judged?\n\
                 hint: choose one with `--features exercises` or `--features solutions`"
                .into());
        }
    };
    Project::find()
        .and_then(|project| run::build_worker(&project, subject))
        .map_err(|error| format!("{error:#}"))
}
