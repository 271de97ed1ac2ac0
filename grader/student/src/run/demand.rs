//! How well a learner's code is locked up, and how well it has to be.

use anyhow::Result;
use serde::{Deserialize, Serialize};

use grader::trouble::NotHere;

/// The bounds of a learner's code, beside deadlines and a process of its own.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Sandbox {
    /// The layers of locks that were on, while it was compiled and while it ran: without any one of them, nothing of
    /// it would have.
    #[serde(default)]
    pub layers: Vec<String>,
    /// What this system has no lock for, in words; empty where everything is locked.
    pub missing: Vec<String>,
}

/// How well a learner's code has to be locked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Demand {
    /// At least one lock against everything that is known
    Basic,
    /// Every layer, so that one of them may be broken
    Strict,
}

impl Demand {
    /// Refuses where something is `missing`, which no layer covers, or a layer is `absent` and all are demanded.
    ///
    /// # Errors
    /// With the names of these.
    pub fn refuse(self, missing: &[String], absent: &[String]) -> Result<()> {
        if !missing.is_empty() {
            let why = format!(
                "this system can't lock up a learner's code. Not locked:\n  {}\n\
                 hint: without --require-sandbox it is graded behind what locks there are",
                missing.join("\n  ")
            );
            return Err(NotHere(why).into());
        }
        if self == Self::Strict && !absent.is_empty() {
            let why = format!(
                "this system can't lock up a learner's code in every layer. Not here:\n  {}\n\
                 hint: --require-sandbox=basic is content with one lock against each attack",
                absent.join("\n  ")
            );
            return Err(NotHere(why).into());
        }
        Ok(())
    }
}
