//! `try`: numbers in, what the learner's function makes of them out.

use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use grader::judge::show::{self, Layouts};
use grader::judge::{Failure, Limits, Program, Questions, Reference, Tensor};
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
    let tensor = |text: &String| {
        let tensor = written_tensor::read(text).map_err(bad)?;
        let layout = options.layout.of(tensor.shape.len());
        Ok(tensor.laid_out(layout))
    };
    let inputs = inputs.iter().map(tensor).collect::<Result<Vec<Tensor>>>()?;
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
    let reference = Reference::read(&project, exercise)?;
    let mut text = String::from("\n");
    for input in &inputs {
        if let ([], Some((function, programs))) = (&input.shape[..], &function) {
            text += &compared(exercise, function, programs, &reference, input.values[0])?;
            continue;
        }
        let mut questions = Questions::to(&exercise.name, program, Duration::from_secs(60));
        let reply = questions.ask(input, Limits::USUAL.call).context("the program could not be started")?;
        text += &asked(exercise, &reference, input, Failure::of_reply(input, reply));
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

fn asked(
    exercise: &Exercise,
    reference: &Reference,
    input: &Tensor,
    got: Result<Vec<f32>, Failure>,
) -> String {
    let places: Vec<usize> = (0..input.values.len()).collect();
    let whole = |values: &[f32]| show::whole(&input.shape, values, &[]);
    let right: Vec<f64> = input.values.iter().map(|&x| reference.at(x)).collect();
    #[expect(clippy::cast_possible_truncation, reason = "shown as the f32 it has to become")]
    let expected: Vec<f32> = right.iter().map(|&y| y as f32).collect();
    let mut text =
        format!("  {}({})\n    expected {}\n", exercise.name, whole(&input.values), whole(&expected));
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
                (false, _) => {
                    "    ✗ not a number, or infinite, where it should not be, or the reverse\n".to_owned()
                }
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
