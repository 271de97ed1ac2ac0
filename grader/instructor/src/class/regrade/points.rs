//! Points of a class's own: what its checks are worth, and which of them count for nobody.
//!
//! They lie beside the grades, so that whoever is graded later has the same.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};

use grader::rubric::{Exercise, Rubric};
use student::atomic_write;

/// Where they lie in a folder of grades.
pub const POINTS: &str = "instructor/points.toml";

/// Points of a class's own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Points {
    /// Checks that count for nobody: their points are neither earned nor there.
    pub without: BTreeSet<String>,
    /// What a check is worth, where that is not what the suite says.
    pub points: BTreeMap<String, u32>,
}

impl Points {
    /// Those of a folder of grades; none where it has no such file.
    ///
    /// # Errors
    /// Where the file can't be read.
    pub fn of(grades: &Path) -> Result<Self> {
        let path = grades.join(POINTS);
        if path.exists() { Self::read(&path) } else { Ok(Self::default()) }
    }

    /// Those of a file.
    ///
    /// # Errors
    /// Where it can't be read, or holds something else.
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        toml::from_str(&text).with_context(|| {
            format!(
                "{} does not hold points\nhint: write `without = [\"relu::keeps_nan\"]`, or `\"relu::keeps_nan\" = 3` \
                 below `[points]`",
                path.display()
            )
        })
    }

    /// Writes them beside the grades; where there are none, no file stays.
    ///
    /// # Errors
    /// Where the file can't be written or removed.
    pub fn write(&self, grades: &Path) -> Result<()> {
        let path = grades.join(POINTS);
        if *self != Self::default() {
            return atomic_write::write(&path, toml::to_string(self)?.as_bytes());
        }
        if path.exists() {
            fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
        Ok(())
    }

    /// The rubric with these points.
    ///
    /// # Errors
    /// Where a name is no check's, or an exercise is left without any.
    pub fn applied(&self, rubric: &Rubric) -> Result<Rubric> {
        for name in self.without.iter().chain(self.points.keys()) {
            named(rubric, name)?;
        }
        let mut applied = rubric.clone();
        for exercise in &mut applied.exercises {
            let ids: Vec<String> = exercise.checks.iter().map(|check| exercise.id(check)).collect();
            let is_meant = |name: &String, id: &String| is_called(id, name);
            for (check, id) in exercise.checks.iter_mut().zip(&ids) {
                // What is said of one exercise goes before what is said of all.
                let mut meant: Vec<(&String, &u32)> =
                    self.points.iter().filter(|(name, _)| is_meant(name, id)).collect();
                meant.sort_by_key(|(name, _)| name.len());
                check.points = meant.last().map_or(check.points, |(_, points)| **points);
            }
            let mut ids = ids.iter();
            exercise
                .checks
                .retain(|_| ids.next().is_some_and(|id| !self.without.iter().any(|name| is_meant(name, id))));
            ensure!(
                !exercise.checks.is_empty(),
                "no check of `{}` is left that counts\nhint: an exercise needs at least one",
                exercise.name
            );
        }
        Ok(applied)
    }
}

/// The ids of the checks of this name: one, such as `relu::keeps_nan`, or `keeps_nan` of every exercise that has it.
///
/// # Errors
/// Where there is none.
pub fn named(rubric: &Rubric, name: &str) -> Result<Vec<String>> {
    let of = |exercise: &Exercise| -> Vec<String> {
        exercise.checks.iter().map(|check| exercise.id(check)).collect()
    };
    let all: Vec<String> = rubric.exercises.iter().flat_map(of).collect();
    let meant: Vec<String> = all.iter().filter(|id| is_called(id, name)).cloned().collect();
    if meant.is_empty() {
        let names: BTreeSet<&str> = all.iter().filter_map(|id| id.split("::").nth(1)).collect();
        let names: Vec<&str> = names.into_iter().collect();
        bail!(
            "no check `{name}`\nhint: write it as `relu::keeps_nan`, or without an exercise. There are {}",
            names.join(", ")
        );
    }
    Ok(meant)
}

fn is_called(id: &str, name: &str) -> bool {
    id == name || id.split_once("::").is_some_and(|(_, check)| check == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use grader::rubric::Check;

    fn rubric() -> Rubric {
        let check = |name: &str| Check { name: name.into(), points: 2, ..Check::default() };
        let exercise = |name: &str| Exercise {
            name: name.into(),
            checks: vec![check("a"), check("b")],
            ..Exercise::default()
        };
        Rubric { exercises: vec![exercise("relu"), exercise("tanh")], ..Rubric::default() }
    }

    fn worth(points: &str) -> Result<String> {
        let points: Points = toml::from_str(points).expect("points");
        let rubric = points.applied(&rubric())?;
        let of = |exercise: &Exercise| {
            let worth =
                exercise.checks.iter().map(|check| format!("{} {}", exercise.id(check), check.points));
            worth.collect::<Vec<_>>()
        };
        Ok(rubric.exercises.iter().flat_map(of).collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn one_check_or_all_of_a_name_have_points_of_their_own_or_count_for_nobody() {
        assert_eq!(worth("").expect("as it is"), "relu::a 2, relu::b 2, tanh::a 2, tanh::b 2");
        let some = "without = [\"tanh::b\"]\n[points]\n\"a\" = 5\n\"relu::a\" = 0";
        assert_eq!(worth(some).expect("some"), "relu::a 0, relu::b 2, tanh::a 5");
        assert_eq!(worth("without = [\"b\"]").expect("all"), "relu::a 2, tanh::a 2");
        for wrong in ["without = [\"c\"]", "[points]\n\"gelu::a\" = 1", "without = [\"a\", \"relu::b\"]"] {
            let error = worth(wrong).expect_err(wrong).to_string();
            assert!(error.contains("\nhint: "), "{error}");
        }
    }
}
