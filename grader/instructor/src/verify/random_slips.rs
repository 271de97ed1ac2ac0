//! Bodies with slips that nobody has thought of: made of an exercise's formulas, compiled, graded, and held to
//! what is said of them.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, anyhow, ensure};
use fastrand::Rng;
use formula::{Formula, Function, Operator, Precision, edits};
use grader::diagnose::{Computes, Diagnosis};
use grader::judge::Limits;
use grader::project::Project;
use grader::rubric::{Exercise, Parameter, Rubric};
use student::run::{BuildWorkspace, Jail};
use student::stubs;
use student::submission::Submission;

use super::pipeline::{self, Job};

/// A body that computes something else than it should.
#[derive(Debug, Clone)]
struct Slipped {
    exercise: String,
    computes: Formula,
    slips: usize,
}

/// What is said of a body, in comparison with what it computes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// The function that it computes.
    Right,
    /// Two functions, of which it computes one.
    OneOfTwo,
    /// Nothing.
    Nothing,
    /// Something that is not so.
    Wrong,
}

/// What was said of all bodies.
#[derive(Debug, Default)]
pub struct Tally {
    /// How many, by the exercise's title, the number of slips, and what was said.
    pub counts: BTreeMap<(String, usize), BTreeMap<Said, usize>>,
    /// Each body of which something wrong, or nothing, was said: exercise, formula, and what was said.
    pub remarkable: Vec<(String, String, Option<Diagnosis>)>,
}

/// Has `count` bodies with one slip, and as many with two, of each of these exercises graded.
///
/// # Errors
/// Where an exercise has no formula that slips are made in, or a body can't be built or graded.
pub fn random_slips(
    project: &Project,
    rubric: &Rubric,
    chosen: &[&Exercise],
    count: usize,
    seed: u64,
) -> Result<Tally> {
    let workspace = BuildWorkspace::open(project, &rubric.exercises, Some(Jail::make(project)?))?;
    let mut rng = Rng::with_seed(seed);
    let mut queues = Vec::new();
    for exercise in chosen {
        ensure!(!exercise.formulas.is_empty(), "{} has no formula that slips are made in", exercise.name);
        for slips in [1, 2] {
            queues.push(draw(&mut rng, exercise, slips, count)?);
        }
    }
    // One body of each exercise is built at a time.
    let mut jobs = Vec::new();
    for slips in [0, 1] {
        for at in 0..count {
            let bodies: Vec<Slipped> =
                queues.iter().skip(slips).step_by(2).filter_map(|queue| queue.get(at)).cloned().collect();
            jobs.push(job(project, rubric, bodies)?);
        }
    }
    let mut tally = Tally::default();
    pipeline::run(project, rubric, &[workspace], &jobs, &[seed], |graded| {
        for body in graded.what {
            let report = graded.report.exercises.iter().find(|exercise| exercise.name == body.exercise);
            let report = report.ok_or_else(|| anyhow!("{} was not graded", body.exercise))?;
            ensure!(report.compile_error.is_none(), "`{}` does not compile", rust(&body.computes));
            let said = said(&body.computes, report.diagnosis.as_ref());
            *tally.counts.entry((report.title.clone(), body.slips)).or_default().entry(said).or_default() +=
                1;
            if matches!(said, Said::Wrong | Said::Nothing) {
                let formula = body.computes.to_string();
                tally.remarkable.push((report.title.clone(), formula, report.diagnosis.clone()));
            }
        }
        Ok(())
    })?;
    Ok(tally)
}

/// Different bodies that do not compute the right function.
fn draw(rng: &mut Rng, exercise: &Exercise, slips: usize, count: usize) -> Result<Vec<Slipped>> {
    let mut known = BTreeSet::new();
    let mut drawn = Vec::new();
    for _ in 0..100 * count {
        if drawn.len() == count {
            break;
        }
        let mut formula = exercise.formulas[rng.usize(..exercise.formulas.len())].clone();
        for _ in 0..slips {
            let all = edits(&formula);
            formula = all[rng.usize(..all.len())].formula.clone();
        }
        if !is_same(&formula, &exercise.formulas[0]) && known.insert(formula.to_string()) {
            drawn.push(Slipped { exercise: exercise.name.clone(), computes: formula, slips });
        }
    }
    ensure!(drawn.len() == count, "{} has only {} bodies with {slips} slips", exercise.name, drawn.len());
    Ok(drawn)
}

fn job(project: &Project, rubric: &Rubric, bodies: Vec<Slipped>) -> Result<Job<Vec<Slipped>>> {
    let mut submission = Submission::default();
    for body in &bodies {
        let exercise = rubric.exercises.iter().find(|exercise| exercise.name == body.exercise);
        let exercise = exercise.ok_or_else(|| anyhow!("no exercise `{}`", body.exercise))?;
        let file = project.solutions().join(exercise.source().path());
        let solution = std::fs::read_to_string(&file)?;
        let mut computes = rust(&body.computes);
        // What stands for the parameter's usual value in a formula is the layer's own in its code.
        if let Some(Parameter { name, usual: Some(usual) }) = &exercise.parameter {
            computes = computes.replace(&rust(&Formula::Number(f64_of(*usual))), &format!("self.{name}"));
        }
        let text = stubs::with_body(&solution, &format!("x.mapv(|v| {computes})"))?;
        submission.put(exercise, &text);
    }
    let names = bodies.iter().map(|body| body.exercise.clone());
    let known = |name: &String| rubric.exercises.iter().any(|exercise| exercise.name == *name);
    Ok(Job {
        label: bodies.iter().map(|body| rust(&body.computes)).collect::<Vec<_>>().join(", "),
        exercises: names.filter(known).collect(),
        what: bodies,
        submission,
        is_checked: true,
        limits: Limits::USUAL,
    })
}

/// A number as formulas read it: in f64, with the digits that it is written with.
fn f64_of(number: f32) -> f64 {
    number.to_string().parse().unwrap_or_default()
}

/// A formula in Rust, for a value `v` in single precision.
fn rust(formula: &Formula) -> String {
    let method = |function: Function, a: &Formula| match function {
        Function::Sigmoid => format!("(1.0_f32 / (1.0_f32 + (-{}).exp()))", rust(a)),
        Function::Erf => format!("crate::math::erf({})", rust(a)),
        // Rust's own is 1 at 0.
        Function::Sign => {
            format!("{{ let a: f32 = {}; if a == 0.0 {{ a }} else {{ a.signum() }} }}", rust(a))
        }
        other => format!("{}.{}()", rust(a), other.name()),
    };
    match formula {
        Formula::X => "v".into(),
        Formula::Number(number) => format!("({number:?}_f32)"),
        Formula::E => "std::f32::consts::E".into(),
        Formula::Pi => "std::f32::consts::PI".into(),
        Formula::Negative(a) => format!("(-{})", rust(a)),
        Formula::Call(function, a) => method(*function, a),
        Formula::Pair(operator, a, b) => match operator {
            Operator::Add => format!("({} + {})", rust(a), rust(b)),
            Operator::Subtract => format!("({} - {})", rust(a), rust(b)),
            Operator::Multiply => format!("({} * {})", rust(a), rust(b)),
            Operator::Divide => format!("({} / {})", rust(a), rust(b)),
            Operator::Power => format!("{}.powf({})", rust(a), rust(b)),
            Operator::Max => format!("{}.max({})", rust(a), rust(b)),
            Operator::Min => format!("{}.min({})", rust(a), rust(b)),
        },
    }
}

fn said(computes: &Formula, diagnosis: Option<&Diagnosis>) -> Said {
    let is = |text: &String| text.parse().is_ok_and(|named: Formula| is_same(&named, computes));
    match diagnosis.map(|diagnosis| &diagnosis.computes) {
        None => Said::Nothing,
        Some(Some(Computes::One(named))) if is(named) => Said::Right,
        Some(Some(Computes::OneOf(two))) if two.iter().any(is) => Said::OneOfTwo,
        Some(_) => Said::Wrong,
    }
}

/// Whether two formulas are the same function, as far as single precision can tell.
fn is_same(one: &Formula, other: &Formula) -> bool {
    (-400..=400_i16).map(|i| f64::from(i) / 20.0).all(|x| {
        [Precision::Double, Precision::Single].into_iter().any(|precision| {
            let [a, b] = [one, other].map(|formula| {
                #[expect(clippy::cast_possible_truncation, reason = "a learner's arithmetic ends in f32")]
                let value = formula.at(x, precision) as f32;
                f64::from(value)
            });
            a == b || (a.is_nan() && b.is_nan()) || (a - b).abs() <= 2e-6 * a.abs().max(1.0)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formula(text: &str) -> Formula {
        text.parse().expect("a formula")
    }

    #[test]
    fn what_is_said_is_held_to_what_is_computed() {
        let computes = formula("1 / (1 + exp(x))");
        let named = |computes| Diagnosis { computes, ..Diagnosis::new("some", "Some.") };
        let one = |text: &str| named(Some(Computes::One(text.into())));
        assert_eq!(said(&computes, Some(&one("sigmoid(-x)"))), Said::Right);
        assert_eq!(said(&computes, Some(&one("1 / (1 + exp2(x))"))), Said::Wrong);
        let two = named(Some(Computes::OneOf(["x".into(), "1 - sigmoid(x)".into()])));
        assert_eq!(said(&computes, Some(&two)), Said::OneOfTwo);
        assert_eq!(
            (said(&computes, None), said(&computes, Some(&named(None)))),
            (Said::Nothing, Said::Wrong)
        );
    }

    #[test]
    fn a_formula_is_written_as_rust() {
        assert_eq!(
            rust(&formula("max(0, x) / (1 + exp(-x)) ^ 2")),
            "((0.0_f32).max(v) / ((1.0_f32) + (-v).exp()).powf((2.0_f32)))"
        );
    }
}
