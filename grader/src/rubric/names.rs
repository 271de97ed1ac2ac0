//! What people call exercises: by name, title, file or path.

use anyhow::{Result, bail};

use super::{Exercise, Rubric, Track};

/// What stands for all exercises beyond the core, where one may be named.
pub const BEYOND: &str = "beyond";

/// How many letters a name may be off to be taken for another's.
const MOST_SLIPS: usize = 2;

/// A name in small letters, without a path before it and `.rs` behind it.
fn plain_name(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name).to_lowercase();
    file.strip_suffix(".rs").unwrap_or(&file).to_owned()
}

impl Rubric {
    /// The exercises of these names, in the rubric's order; all of them where none is named. A title, a file or its path
    /// will do as well, in any case, and `beyond` stands for all that are beyond the core.
    ///
    /// # Errors
    /// Where a name is no exercise's; the message lists those that are, and the nearest.
    pub fn choose(&self, names: &[String]) -> Result<Vec<&Exercise>> {
        let known: Vec<&str> = self.exercises.iter().map(|exercise| exercise.name.as_str()).collect();
        let are_beyond =
            |name: &str| name.eq_ignore_ascii_case(BEYOND) && self.of(Track::Beyond).next().is_some();
        let is_known = |name: &str| are_beyond(name) || self.exercises.iter().any(|it| self.calls(name, it));
        if let Some(name) = names.iter().find(|name| !is_known(name)) {
            let far = |other: &&str| strsim::damerau_levenshtein(&plain_name(name), other);
            let nearest = known.iter().copied().min_by_key(far).filter(|other| far(other) <= MOST_SLIPS);
            let meant = nearest.map(|other| format!("Did you mean `{other}`? ")).unwrap_or_default();
            bail!("no exercise `{name}`\nhint: {meant}The exercises are {}", known.join(", "));
        }
        let is_named = |exercise: &&Exercise| {
            let is_meant = |name: &String| {
                self.calls(name, exercise) || (exercise.track == Track::Beyond && are_beyond(name))
            };
            names.iter().any(is_meant)
        };
        Ok(self.exercises.iter().filter(|exercise| names.is_empty() || is_named(exercise)).collect())
    }

    /// Whether somebody who writes this means the exercise: a path ending in an exercise's folder and file means no
    /// other whose file has the same name.
    fn calls(&self, name: &str, exercise: &Exercise) -> bool {
        let path = name.replace('\\', "/").to_lowercase();
        let is_at = |exercise: &Exercise| {
            let source = exercise.source();
            let place = format!("{}/{}", source.folder(), source.name().trim_end_matches(".rs"));
            path.strip_suffix(".rs").unwrap_or(&path).rsplit_once(&place).is_some_and(|(before, after)| {
                after.is_empty() && (before.is_empty() || before.ends_with('/'))
            })
        };
        match self.exercises.iter().find(|exercise| is_at(exercise)) {
            Some(there) => there.name == exercise.name,
            None => exercise.is_called(name),
        }
    }
}

impl Exercise {
    /// Whether somebody who writes this means the exercise.
    fn is_called(&self, name: &str) -> bool {
        let name = plain_name(name);
        name == self.name || name == self.title.to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exercise_is_called_by_many_names() {
        let exercise = |name: &str, title: &str| Exercise {
            name: name.into(),
            title: title.into(),
            ..Exercise::default()
        };
        let exercises = vec![exercise("relu", "ReLU"), exercise("leaky_relu", "LeakyReLU")];
        let rubric = Rubric { exercises, ..Rubric::default() };
        let chosen = |name: &str| {
            let chosen = rubric.choose(&[name.to_owned()]);
            chosen.map(|chosen| chosen.iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join("+"))
        };
        for name in
            ["relu", "ReLU", "relu.rs", "exercises/src/activations/relu.rs", "src\\activations\\ReLU.rs"]
        {
            assert_eq!(chosen(name).expect("it is known"), "relu");
        }
        assert_eq!(chosen("LeakyReLU").expect("it is known"), "leaky_relu");
        let error = chosen("rellu").expect_err("it is none").to_string();
        assert_eq!(
            error,
            "no exercise `rellu`\nhint: Did you mean `relu`? The exercises are relu, leaky_relu"
        );
        let error = chosen("softmax").expect_err("it is none").to_string();
        assert_eq!(error, "no exercise `softmax`\nhint: The exercises are relu, leaky_relu");
        assert!(chosen("beyond").is_err(), "there is nothing beyond");
    }

    #[test]
    fn a_path_means_the_file_of_its_folder_and_beyond_all_that_is_there() {
        let slope = "title = \"ReLUSlope\"\nchapter = 4\ntrack = \"beyond\"\nfile = \"slopes/relu.rs\"\ntolerance = 0.0\ncheck = []";
        let slope: Exercise = toml::from_str(slope).expect("an exercise");
        let core = Exercise { name: "relu".into(), title: "ReLU".into(), ..Exercise::default() };
        let exercises = vec![core, Exercise { name: "relu_slope".into(), ..slope }];
        let rubric = Rubric { exercises, ..Rubric::default() };
        for (name, wanted) in [
            ("relu", "relu"),
            ("relu.rs", "relu"),
            ("exercises/src/activations/relu.rs", "relu"),
            ("exercises/src/slopes/relu.rs", "relu_slope"),
            ("slopes\\relu.rs", "relu_slope"),
            ("old_slopes/relu.rs", "relu"),
            ("ReLUSlope", "relu_slope"),
            ("beyond", "relu_slope"),
        ] {
            let chosen = rubric.choose(&[name.to_owned()]).expect("it is known");
            let names: Vec<&str> = chosen.iter().map(|exercise| exercise.name.as_str()).collect();
            assert_eq!(names, [wanted], "{name}");
        }
    }
}
