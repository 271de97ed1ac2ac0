//! The functions that somebody writes by mistake in place of an exercise's.

use formula::{Formula, Precision, edits};
use grader::diagnose::Misconception;
use grader::judge::Reference;
use grader::rubric::Exercise;

use super::number::is_close;

/// Two functions that are nowhere further apart than this, or than this share of their values, are one: f32
/// computes it in many ways.
const SLACK: f64 = 1e-5;

/// Beyond this, two ways to compute a function differ only by what overflows.
const MIDDLE: f32 = 20.0;

/// Functions that are not an exercise's, each of them once.
#[derive(Debug)]
pub struct Wrong {
    /// Other functions.
    other: Vec<Formula>,
    /// The exercise's function, in ways to compute it that fail far out, or for NaN.
    fragile: Vec<Formula>,
}

impl Wrong {
    /// The functions that an exercise's is taken for, those that one slip makes of its formulas, and these formulas
    /// themselves where f32 is not enough for them. What is right at every number is left out.
    pub fn of(exercise: &Exercise, known: &[Misconception], reference: &Reference) -> Self {
        let (middle, far): (Vec<f32>, Vec<f32>) = numbers().partition(|x| x.abs() <= MIDDLE);
        let candidates = (exercise.formulas.iter().cloned())
            .chain(known.iter().map(|wrong| wrong.computes.clone()))
            .chain(exercise.formulas.iter().flat_map(edits).map(|edit| edit.formula));
        let (right, other): (Vec<Formula>, Vec<Formula>) =
            candidates.partition(|function| is_right(function, &middle, reference));
        let fragile = right.into_iter().filter(|function| !is_right(function, &far, reference));
        Self { other: different(other, &middle), fragile: different(fragile, &far) }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.other.len() + self.fragile.len()
    }

    /// Of each function, whether its value at a number gives it away, computed as a learner's code computes it.
    pub fn found(&self, x: f32, gives_away: impl Fn(f64) -> bool) -> Vec<bool> {
        // What becomes of NaN, and of 0 times infinity, depends on the code, and not on the function.
        let is_certain = |value: f64| !x.is_nan() && (x.is_finite() || !value.is_nan());
        let other = self.other.iter().map(|function| at(function, x));
        let other = other.map(|value| is_certain(value) && gives_away(value));
        let fragile = self.fragile.iter().map(|function| gives_away(at(function, x)));
        other.chain(fragile).collect()
    }
}

/// Numbers that somebody may choose for an example, simple ones first: whole numbers, tenths, and some far out.
pub fn numbers() -> impl Iterator<Item = f32> {
    let whole = (0..=10_u8).map(f32::from);
    let tenths = (1..100_u8).filter(|tenth| tenth % 10 != 0).map(|tenth| f32::from(tenth) / 10.0);
    let far = [20.0, 100.0, 1000.0, f32::INFINITY];
    let of_either_sign = |x: f32| [x, -x].into_iter().take(if x == 0.0 { 1 } else { 2 });
    whole.chain(tenths).chain(far).flat_map(of_either_sign).chain([f32::NAN])
}

fn at(function: &Formula, x: f32) -> f64 {
    function.at(x.into(), Precision::Single)
}

fn is_right(function: &Formula, numbers: &[f32], reference: &Reference) -> bool {
    numbers.iter().all(|&x| {
        let right = reference.at(x);
        is_close(at(function, x), right, reference.tolerance.slack(right))
    })
}

/// The first of those that are the same at all these numbers.
fn different(functions: impl IntoIterator<Item = Formula>, numbers: &[f32]) -> Vec<Formula> {
    let mut different: Vec<(Formula, Vec<f64>)> = Vec::new();
    for function in functions {
        let values: Vec<f64> = numbers.iter().map(|&x| at(&function, x)).collect();
        let is_same = |known: &[f64]| {
            values.iter().zip(known).all(|(&a, &b)| is_close(a, b, SLACK * b.abs().clamp(1.0, f64::MAX)))
        };
        if !different.iter().any(|(_, known)| is_same(known)) {
            different.push((function, values));
        }
    }
    different.into_iter().map(|(function, _)| function).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use grader::diagnose::misconceptions;
    use grader::project::Project;
    use grader::rubric::Rubric;

    fn of(name: &str) -> (Wrong, Reference) {
        let project = Project::of_this_build();
        let rubric = Rubric::read(&project.suite()).expect("a rubric");
        let chosen = rubric.choose(&[name.to_owned()]).expect("it is there");
        let reference = Reference::read(&project, chosen[0], None).expect("a reference");
        let known = misconceptions(&project.suite(), chosen[0], None).expect("they read");
        (Wrong::of(chosen[0], &known, &reference), reference)
    }

    fn texts(functions: &[Formula]) -> Vec<String> {
        functions.iter().map(Formula::to_string).collect()
    }

    #[test]
    fn a_function_is_there_once_and_the_right_one_is_not() {
        let (wrong, reference) = of("tanh");
        let other = texts(&wrong.other);
        for one in ["x", "-tanh(x)", "(exp(x) - exp(-x)) / 2"] {
            assert_eq!(other.iter().filter(|text| *text == one).count(), 1, "{one}");
        }
        // Another way to write -tanh(x), and two ways to write what is right.
        for none in ["-((exp(x) - exp(-x)) / (exp(x) + exp(-x)))", "tanh(x)", "2 * sigmoid(2 * x) - 1"] {
            assert!(!other.iter().any(|text| text == none), "{none}");
        }
        for function in wrong.other.iter().chain(&wrong.fragile) {
            assert!(!is_right(function, &numbers().collect::<Vec<f32>>(), &reference), "{function}");
        }
    }

    #[test]
    fn a_formula_that_f32_is_not_enough_for_is_wrong_far_out() {
        let (tanh, _) = of("tanh");
        let fragile = texts(&tanh.fragile);
        assert!(fragile.contains(&"(exp(x) - exp(-x)) / (exp(x) + exp(-x))".to_owned()), "{fragile:?}");
        assert!(!fragile.contains(&"tanh(x)".to_owned()), "{fragile:?}");
        let found = |x: f32, right: f64| {
            let found = tanh.found(x, |value| !is_close(value, right, 1e-6));
            found[tanh.other.len()..].iter().filter(|&&found| found).count()
        };
        assert_eq!(found(3.0, 3.0_f64.tanh()), 0);
        assert!(found(100.0, 1.0) > 0 && found(-100.0, -1.0) > 0);
    }

    #[test]
    fn nan_finds_only_what_loses_it() {
        let (relu, _) = of("relu");
        let found = relu.found(f32::NAN, |value| !value.is_nan());
        assert!(found[..relu.other.len()].iter().all(|found| !found));
        assert!(found[relu.other.len()..].contains(&true), "max(0, NaN) is 0");
    }
}
