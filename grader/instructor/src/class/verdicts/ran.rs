//! What was run to know verdicts.

use super::record::Due;
use grader::rubric::Exercise;
use student::report::Finding;
use student::run::Verdicts;

/// What was run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ran {
    /// How many students' code was built.
    pub builds: usize,
    /// How many checks were run.
    pub checks: usize,
    /// How many workers were started for checks.
    pub workers: usize,
}

impl std::ops::AddAssign for Ran {
    fn add_assign(&mut self, other: Self) {
        self.builds += other.builds;
        self.checks += other.checks;
        self.workers += other.workers;
    }
}

impl Ran {
    /// In a sentence.
    pub fn words(&self) -> String {
        match self {
            Self { checks: 0, .. } => "Nothing had to run: what decides a verdict is as it was.".to_owned(),
            Self { builds, checks, workers } => format!(
                "Run again: {checks} {} of {builds} {}, in {workers} processes; every other verdict stands.",
                if *checks == 1 { "check" } else { "checks" },
                if *builds == 1 { "student" } else { "students" },
            ),
        }
    }

    /// Counts what was run of an exercise.
    pub fn count(&mut self, exercise: &Exercise, due: &Due, finding: &Finding) {
        let Ok(Verdicts { starts, .. }) = &finding.result else { return };
        self.workers += starts;
        self.checks += match due {
            Due::Nothing => 0,
            Due::Checks(names) => names.len(),
            Due::Whole => exercise.checks.len(),
        };
    }
}
