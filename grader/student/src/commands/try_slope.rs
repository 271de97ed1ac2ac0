//! `try slope tanh 0.5`: the learner's slope, the one that is measured on their own function, and the right one.

use anyhow::{Context, Result, bail};
use grader::judge::{Failure, Limits, Program, Questions, Reference, Tensor, show};
use grader::outcome::Status;
use grader::rubric::{Exercise, Rubric};
use std::time::Duration;

use crate::render::wrap;
use crate::slope_check::{CLOSE, Measured, measure};

/// What stands for the slope of the exercise that is named next.
pub const SLOPE: &str = "slope";

/// The exercise in which the slope of the one of this name is written.
///
/// # Errors
/// Where the name is no exercise's, or no slope of that one is to be written.
pub fn slope_of<'a>(rubric: &'a Rubric, name: &str) -> Result<&'a Exercise> {
    let chosen = rubric.choose(&[name.to_owned()])?;
    let of = chosen.first().context("no exercise is named")?;
    match rubric.slope_of(of) {
        Some(slope) => Ok(slope),
        None if of.slope_of.is_some() => Ok(of),
        None => {
            let known = rubric.exercises.iter().filter_map(|exercise| exercise.slope_of.as_deref());
            let names: Vec<&str> = known.collect();
            bail!(
                "no slope of {} is to be written here\nhint: there are those of {}",
                of.title,
                names.join(", ")
            )
        }
    }
}

/// Whose code answers.
pub struct Programs<'a> {
    /// For the slope.
    pub slope: &'a Program,
    /// For the function that it is the slope of, or why there is none.
    pub function: Result<&'a Program, String>,
}

/// All three slopes at a number, and what agrees with what, in lines.
///
/// # Errors
/// Where the learner's program can't be started.
pub fn compared(
    slope: &Exercise,
    function: &Exercise,
    programs: &Programs,
    reference: &Reference,
    x: f32,
) -> Result<String> {
    let input = Tensor::new(&[], vec![x]);
    let mut questions = Questions::to(&slope.name, programs.slope, Duration::from_secs(60));
    let reply = questions.ask(&input, Limits::USUAL.call).context("the program could not be started")?;
    let yours = Failure::of_reply(&input, reply).map(|values| values[0]);
    let measured = match &programs.function {
        Ok(program) => measure(&function.name, program, x).map_err(|failure| failure.outcome(None).message),
        Err(why) => Err(why.clone()),
    };
    let right = reference.at(x);
    let mut text = format!("  {}({})\n", slope.name, show::number(x));
    let line = |label: &str, value: String| format!("    {label:9}{value}\n");
    text += &match &yours {
        Ok(y) => line("yours", show::number(*y)),
        Err(failure) => {
            let outcome = failure.clone().outcome(None);
            line("yours", outcome.message)
        }
    };
    text += &match &measured {
        Ok(Some(measured)) => line(
            "measured",
            format!(
                "{} on your {}, from {} to {}",
                rounded(measured.slope),
                function.title,
                show::number(measured.between.0),
                show::number(measured.between.1)
            ),
        ),
        Ok(None) => line("measured", "nothing: there are no two sides of this number".into()),
        Err(why) => line("measured", format!("nothing on your {}: {why}", function.title)),
    };
    text += &line("right", rounded(right));
    let yours = match yours {
        Ok(y) => Some(Yours {
            value: f64::from(y),
            is_right: is_near(f64::from(y), right, reference.tolerance.slack(right)),
        }),
        Err(failure) if failure.clone().outcome(None).status == Status::NotImplemented => None,
        Err(_) => return Ok(text + "    ✗ your slope gave no answer\n"),
    };
    let says = verdict(function, yours, measured.ok().flatten(), right);
    Ok(text + &wrap(&says, "    ", "      ", 6))
}

/// The learner's slope at a number.
#[derive(Clone, Copy)]
struct Yours {
    value: f64,
    is_right: bool,
}

/// What agrees with what.
fn verdict(function: &Exercise, yours: Option<Yours>, measured: Option<Measured>, right: f64) -> String {
    let title = &function.title;
    let Some(yours) = yours else {
        return match measured {
            Some(measured) if is_near(measured.slope, right, CLOSE) => {
                format!("○ your slope is still to be written; your {title} rises as it should here")
            }
            _ => "○ your slope is still to be written".into(),
        };
    };
    let Some(measured) = measured else {
        return if yours.is_right { "✓ yours is right".into() } else { "✗ yours is not right".into() };
    };
    if measured.is_corner() {
        let (left, other) = (rounded(measured.sides.0), rounded(measured.sides.1));
        let corner = format!(
            "your {title} has a corner here: {left} to the left, {other} to the right, and measured is the mean"
        );
        return if yours.is_right {
            format!("✓ yours is right; {corner}")
        } else {
            format!("✗ yours is not the one that is asked for; {corner}")
        };
    }
    let fits_measured = is_near(yours.value, measured.slope, CLOSE);
    let is_measured_right = is_near(measured.slope, right, CLOSE);
    match (yours.is_right, is_measured_right, fits_measured) {
        (true, true, _) => "✓ all three agree".into(),
        (true, false, _) => {
            format!("✗ your slope is right, and your {title} has another here: mend your {title}")
        }
        (false, true, true) => {
            "✗ yours fits what is measured, and is not exact: six digits are asked for".into()
        }
        (false, true, false) => {
            format!("✗ your {title} has the right slope, and yours is another: mend your slope")
        }
        (false, false, true) => {
            format!("✗ your slope fits your {title}, and neither is right: mend your {title} first")
        }
        (false, false, false) => {
            format!("✗ none of the three agree: mend your {title} first, and then your slope")
        }
    }
}

fn is_near(a: f64, b: f64, slack: f64) -> bool {
    (a.is_nan() && b.is_nan()) || a == b || (a - b).abs() <= slack
}

/// As many digits as an f32 has.
fn rounded(value: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "shown with the digits of an f32")]
    show::number(value as f32)
}
