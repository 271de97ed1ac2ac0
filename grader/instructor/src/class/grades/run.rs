//! Which run a folder of grades holds: its seed, its part of the class, and its assignment.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use serde::{Deserialize, Serialize};

use crate::class::shards::shard::Shard;
use grader::rubric::Rubric;

/// Where a folder of grades says so.
pub const RUN: &str = "instructor/run.json";

/// What a run is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The seed of everything that is drawn.
    pub seed: u64,
    /// Which part of the class it has; everyone if none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shard: Option<Shard>,
    /// The names of the assignment's exercises, sorted; all if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
}

/// What a run is to be of, where that is said.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The seed; as before, or drawn, if not said.
    pub seed: Option<u64>,
    /// The part of the class.
    pub shard: Option<Shard>,
    /// The names of the assignment's exercises; as before, if there are none.
    pub only: Vec<String>,
}

impl Run {
    /// The run that a folder holds; none where it holds none.
    pub fn of(grades: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(grades.join(RUN)).ok()?).ok()
    }

    /// The rubric of its assignment.
    pub fn rubric(&self, mut whole: Rubric) -> Rubric {
        whole.exercises.retain(|exercise| self.only.is_empty() || self.only.contains(&exercise.name));
        whole
    }
}

impl Wanted {
    /// The run that goes on with an earlier one in this folder, or begins.
    ///
    /// # Errors
    /// Where the earlier one is of something else.
    pub fn after(mut self, earlier: Option<Run>, grades: &Path) -> Result<Run> {
        let grades = grades.display();
        self.only.sort_unstable();
        let Some(earlier) = earlier else {
            let seed = self.seed.unwrap_or_else(|| u64::from(fastrand::u32(..)));
            return Ok(Run { seed, shard: self.shard, only: self.only });
        };
        if earlier.shard != self.shard {
            let named = |shard: Option<Shard>| {
                shard.map_or_else(|| "the whole class".to_owned(), |shard| format!("shard {shard}"))
            };
            bail!(
                "`{grades}` holds the grades of {}, and not of {}\n\
                 hint: each shard has a folder of its own, and `merge` makes the whole class of them",
                named(earlier.shard),
                named(self.shard)
            );
        }
        if !self.only.is_empty() && self.only != earlier.only {
            let named = |only: &[String]| match only {
                [] => "every exercise".to_owned(),
                only => only.join(", "),
            };
            bail!(
                "`{grades}` holds grades for {}, and not for {}\n\
                 hint: leave out --only to go on with them; --out names another folder",
                named(&earlier.only),
                named(&self.only)
            );
        }
        match self.seed {
            Some(seed) if seed != earlier.seed => bail!(
                "the earlier run had the seed {}, and not {seed}\nhint: leave out --seed to go on with it",
                earlier.seed
            ),
            _ => Ok(earlier),
        }
    }
}
