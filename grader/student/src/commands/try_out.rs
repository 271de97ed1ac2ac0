//! `try`: numbers in, what the learner's function makes of them out.

use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use grader::judge::show::{self, Layouts};
use grader::judge::{Failure, Limits, Program, Questions, Reference, Scope, Tensor};
use grader::outcome::Status;
use grader::project::Project;
use grader::rubric::{Exercise, Rubric};

use super::try_slope::{Programs, SLOPE, compared, slope_of};
use super::{BadArgument, Ending, show as print};
use crate::render::Symbols;
use crate::run::{self, Built, Crate, NoWorker, Setup};
use crate::submission::Submission;
use crate::written_tensor;

/// Ask your function about numbers, such as `tanh 0.5 -2 "[[1, 2], [3, 4]]"`, or `slope tanh 0.5`
#[derive(Debug, clap::Args)]
pub struct Try {
    /// Such as `relu`; `slope relu` holds your slope of ReLU to what is measured on your ReLU
    #[arg(value_name = "EXERCISE")]
    exercise: String,
    /// Numbers, NaN and inf among them, or tensors of any shape in brackets
    #[arg(value_name = "INPUT", required = true, allow_hyphen_values = true)]
    inputs: Vec<String>,
    /// The layer's parameter: the slope of a LeakyReLU, the axis of a Softmax
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    with: Option<f32>,
    /// How tensors lie in memory: standard, transposed, sliced or reversed
    #[arg(long, value_name = "NAME", default_value = "standard", value_parser = layout)]
    layout: Layouts,
}

fn layout(name: &str) -> Result<Layouts, String> {
    let known = Layouts::ALL.into_iter().find(|layout| layout.name() == name);
    known.ok_or_else(|| "there are standard, transposed, sliced and reversed".to_owned())
}

/// Shows for each input what the function gives, what it should give, and the difference.
///
/// # Errors
/// A [`BadArgument`] for a name that is no exercise's, and for what is no tensor; otherwise where the exercise does
/// not compile, or is missing.
pub fn try_out(options: &Try) -> Result<Ending> {
    let bad = |error: anyhow::Error| BadArgument(format!("{error:#}"));
    let project = Project::find()?;
    let rubric = Rubric::read(&project.suite())?;
    let (exercise, inputs) = match &options.inputs[..] {
        [of, numbers @ ..] if options.exercise == SLOPE => (slope_of(&rubric, of).map_err(bad)?, numbers),
        inputs => {
            let chosen = rubric.choose(std::slice::from_ref(&options.exercise)).map_err(bad)?;
            (*chosen.first().context("no exercise is named")?, inputs)
        }
    };
    if inputs.is_empty() {
        return Err(bad(anyhow!("there is no number\nhint: cargo try {} 0.5", exercise.name)).into());
    }
    let reference = Reference::read(&project, exercise, options.with).map_err(bad)?;
    let inputs = inputs.iter().map(|text| written_tensor::read(text).map_err(bad));
    let inputs = in_rows(&reference, inputs.collect::<Result<Vec<Tensor>, BadArgument>>()?);
    let laid_out = |tensor: Tensor| {
        let layout = options.layout.of(tensor.shape.len());
        has_rows(&reference, &tensor).map(|()| tensor.laid_out(layout))
    };
    let inputs = inputs.into_iter().map(laid_out).collect::<Result<Vec<Tensor>, BadArgument>>()?;
    let _lock = project.lock()?;
    let written = Submission::own(&project, Crate::Exercises, &rubric.exercises)?;
    let setup = Setup { project: &project, rubric: &rubric, limits: Limits::USUAL, seed: 0 };
    let built = run::build_own(setup, Crate::Exercises, &written)?;
    let program = program(&built, exercise)?;
    let function = exercise.slope_of.as_ref().and_then(|name| {
        let function = rubric.exercises.iter().find(|exercise| exercise.name == *name)?;
        let runs = self::program(&built, function).map_err(|_| "it can't be run".to_owned());
        Some((function, Programs { slope: program, function: runs }))
    });
    let mut text = String::from("\n");
    for input in &inputs {
        if let ([], Some((function, programs))) = (&input.shape[..], &function) {
            text += &compared(exercise, function, programs, &reference, input.values[0])?;
            continue;
        }
        let mut questions = Questions::to(&reference.layer, program, Duration::from_secs(60));
        let reply = questions.ask(input, Limits::USUAL.call).context("the program could not be started")?;
        text += &asked(&reference, input, Failure::of_reply(input, reply));
        let printed = questions.printed();
        if !printed.trim().is_empty() {
            text += &printed.lines().map(|line| format!("    printed  {line}\n")).collect::<String>();
        }
    }
    print(&Symbols::here().write(&text))?;
    Ok(Ending::Good)
}

/// The program that answers for an exercise.
fn program<'a>(built: &'a Built, exercise: &Exercise) -> Result<&'a Program> {
    match built.workers.get(&exercise.name) {
        Some(Ok(program)) => Ok(program),
        Some(Err(NoWorker::DoesNotCompile(error))) => {
            Err(anyhow!("{} does not compile\n{}", exercise.file(), error.in_words()))
        }
        _ => Err(anyhow!("{} can't be run\nhint: cargo grade {} says why", exercise.file(), exercise.name)),
    }
}

/// The same tensors, with numbers that stand by themselves put into one row where the function is one of rows.
fn in_rows(reference: &Reference, inputs: Vec<Tensor>) -> Vec<Tensor> {
    if reference.scope == Scope::Value {
        return inputs;
    }
    let (numbers, mut tensors): (Vec<Tensor>, Vec<Tensor>) =
        inputs.into_iter().partition(|input| input.shape.is_empty());
    if !numbers.is_empty() {
        let row: Vec<f32> = numbers.into_iter().flat_map(|number| number.values).collect();
        tensors.insert(0, Tensor::new(&[row.len()], row));
    }
    tensors
}

/// Refuses a tensor that has no rows along the axis that is asked for.
fn has_rows(reference: &Reference, input: &Tensor) -> Result<(), BadArgument> {
    if input.shape.len() >= reference.scope.lowest_rank() {
        return Ok(());
    }
    let parameter = reference.parameter.as_deref().unwrap_or("the axis");
    Err(BadArgument(format!(
        "{parameter} is none of a tensor of shape {:?}\nhint: axes are counted from 0, the outermost first",
        input.shape
    )))
}

fn asked(reference: &Reference, input: &Tensor, got: Result<Vec<f32>, Failure>) -> String {
    let places: Vec<usize> = (0..input.values.len()).collect();
    let whole = |values: &[f32]| show::whole(&input.shape, values, &[]);
    let right = reference.values(input);
    #[expect(clippy::cast_possible_truncation, reason = "shown as the f32 it has to become")]
    let expected: Vec<f32> = right.iter().map(|&y| y as f32).collect();
    let parameter = reference.parameter.iter().map(|parameter| format!(" with {parameter}"));
    let mut text = format!(
        "  {}({}){}\n    expected {}\n",
        reference.exercise,
        whole(&input.values),
        parameter.collect::<String>(),
        whole(&expected)
    );
    match got {
        Ok(got) => {
            let off = |i: usize| {
                let is_same = f64::from(got[i]) == right[i] || (got[i].is_nan() && right[i].is_nan());
                if is_same { 0.0 } else { (f64::from(got[i]) - right[i]).abs() }
            };
            let is_wrong = |&i: &usize| off(i).is_nan() || off(i) > reference.tolerance.slack(right[i]);
            let wrong: Vec<usize> = places.into_iter().filter(is_wrong).collect();
            text += &format!("    got      {}\n", show::whole(&input.shape, &got, &wrong));
            let most = (0..got.len())
                .map(off)
                .fold(0.0, |most: f64, off| if off.is_nan() { off } else { most.max(off) });
            text += &match (wrong.is_empty(), most) {
                (true, 0.0) => "    ✓ the same\n".to_owned(),
                (true, most) => format!("    ✓ off by {most:.0e}, which is close enough\n"),
                (false, most) if most.is_finite() => {
                    let up_to = if got.len() > 1 { "up to " } else { "" };
                    format!("    ✗ off by {up_to}{}\n", show::number(most as f32))
                }
                (false, _) if wrong.iter().any(|&i| right[i].is_nan()) => {
                    "    ✗ NaN has to stay NaN\n".to_owned()
                }
                (false, _) => "    ✗ infinite or NaN where a number should be, or the reverse\n".to_owned(),
            };
        }
        Err(failure) => {
            let outcome = failure.outcome(Some(input));
            let got = outcome.got.map(|got| format!(": {got}")).unwrap_or_default();
            let mark = if outcome.status == Status::NotImplemented { "○" } else { "✗" };
            text += &format!("    {mark} {}{got}\n", outcome.message);
        }
    }
    text
}
