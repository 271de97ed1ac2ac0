//! The formulas behind the exercises' tables of misconceptions, which only instructors have: some are what
//! another exercise asks for.
//!
//! After a change here, this writes the tables anew: `UPDATE_EXPECT=1 cargo test -p instructor --lib formulas`

mod numbers;
mod relu;
mod sigmoid;
mod tanh;

/// A function that the exercise's function is taken for.
#[derive(Debug)]
pub struct Formula {
    /// Its name for programs and specimens.
    pub key: &'static str,
    /// What it computes.
    pub computes: fn(f64) -> f64,
    /// One sentence for the learner: what was done, and what to look at. Not the code to type.
    pub says: &'static str,
}

/// The functions that an exercise's function is taken for; none for an exercise without formulas.
pub fn formulas(exercise: &str) -> &'static [Formula] {
    match exercise {
        "relu" => relu::MISCONCEPTIONS,
        "sigmoid" => sigmoid::MISCONCEPTIONS,
        "tanh" => tanh::MISCONCEPTIONS,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use grader::diagnose::{MISCONCEPTIONS, Misconception, numbers, parse};
    use grader::project::Project;
    use grader::rubric::Rubric;

    use super::*;

    fn exercises() -> Vec<String> {
        let rubric = Rubric::read(&Project::of_this_build().suite()).expect("the rubric reads");
        rubric.exercises.into_iter().map(|exercise| exercise.name).collect()
    }

    /// Systems compute exponentials differently, in the last places.
    fn same(a: f64, b: f64) -> bool {
        a == b || (a.is_nan() && b.is_nan()) || (a - b).abs() <= 1e-12 * a.abs().max(b.abs()).max(1.0)
    }

    fn computed(exercise: &str) -> Vec<Misconception> {
        let misconception = |formula: &Formula| Misconception {
            key: formula.key.into(),
            says: formula.says.into(),
            values: numbers().into_iter().map(|x| (formula.computes)(f64::from(x))).collect(),
        };
        formulas(exercise).iter().map(misconception).collect()
    }

    /// The text of a table, from which `parse` gets the very same values.
    fn write(all: &[Misconception]) -> String {
        let head = Misconception {
            key: "key".into(),
            says: "says".into(),
            values: numbers().into_iter().map(f64::from).collect(),
        };
        let line = |it: &Misconception| {
            let values: String = it.values.iter().map(|value| format!("\t{value:?}")).collect();
            format!("{}\t{}{values}\n", it.key, it.says)
        };
        std::iter::once(&head).chain(all).map(line).collect()
    }

    #[test]
    fn the_tables_hold_what_the_formulas_compute() {
        for exercise in &exercises() {
            let path = Project::of_this_build().suite().join(exercise).join(MISCONCEPTIONS);
            let wanted = computed(exercise);
            let found = fs::read_to_string(&path).ok().and_then(|text| parse(&text).ok()).unwrap_or_default();
            let agree = wanted.len() == found.len()
                && wanted.iter().zip(&found).all(|(wanted, found)| {
                    (&wanted.key, &wanted.says) == (&found.key, &found.says)
                        && wanted.values.iter().zip(&found.values).all(|(&a, &b)| same(a, b))
                });
            if !agree && std::env::var_os("UPDATE_EXPECT").is_some() {
                fs::write(&path, write(&wanted)).expect("written");
                continue;
            }
            assert!(agree, "{} is not what the formulas compute: UPDATE_EXPECT=1 writes it", path.display());
        }
    }

    #[test]
    fn a_written_table_reads_as_it_was() {
        for exercise in &exercises() {
            let (wanted, read) = (computed(exercise), parse(&write(&computed(exercise))).expect("a table"));
            // NaN has a sign that no text tells and nothing here asks for.
            let bits = |value: &f64| if value.is_nan() { None } else { Some(value.to_bits()) };
            let bits = |all: &[Misconception]| {
                all.iter().flat_map(|it| it.values.iter().map(bits)).collect::<Vec<Option<u64>>>()
            };
            assert_eq!(bits(&wanted), bits(&read), "{exercise}");
        }
    }
}
