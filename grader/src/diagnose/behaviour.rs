//! Patterns that any exercise can show: how the answers depend on shape, order, size and time.

use super::patterns::{CHANGES, FLATTENED, MEMORY_ORDER, NEEDS_CONTIGUOUS, PANICS_ON_EMPTY, SMALL_ONLY};
use super::probes::{Answer, EXAMPLE, FAR, Probe, Probes};
use super::{Diagnosis, close, fits};
use crate::judge::show;

/// Answers that depend on when they are asked for.
pub fn unsteady(probes: &Probes, right: impl Fn(f32) -> f64) -> Option<Diagnosis> {
    let first = probes.line.values()?;
    let changed = probes.line_again.iter().any(|again| match &again.answer {
        Answer::Values(again) => bits(first) != bits(again),
        Answer::OtherShape(_) | Answer::Panicked => true,
        Answer::Nothing => false, // There may have been no time left to ask.
    });
    if changed {
        return Some(CHANGES.diagnosis());
    }
    let remembered = probes.backwards.values().is_some_and(|other| bits(other) == bits(first));
    (remembered && is_right(&probes.line, right)).then(|| {
        Diagnosis::new(
            "changes_between_calls",
            "Another input got the answer of an earlier one: something is remembered from call to call.",
        )
    })
}

/// Right answers that are not given everywhere.
pub fn incomplete(probes: &Probes, right: impl Fn(f32) -> f64 + Copy) -> Option<Diagnosis> {
    shape(probes)
        .or_else(|| partly_done(&probes.line, &probes.backwards, right))
        .or_else(|| partly_done(&probes.matrix, &probes.matrix_backwards, right))
        .or_else(|| order(probes, right))
        .or_else(|| examples_only(probes, right))
        .or_else(|| neighbours(probes))
        .or_else(|| {
            // What follows says "but", so the rest has to be right.
            let works = is_right(&probes.line, right) || is_right(&probes.matrix, right);
            works.then(|| one_rank(probes).or_else(|| extremes(probes, right)))?
        })
}

fn shape(probes: &Probes) -> Option<Diagnosis> {
    let [rows, columns] = probes.matrix.input.shape[..] else { return None };
    match &probes.matrix.answer {
        Answer::OtherShape(shape) if shape.iter().max() == Some(&(rows * columns)) => {
            Some(FLATTENED.diagnosis())
        }
        Answer::OtherShape(shape) if *shape == [columns, rows] => Some(Diagnosis::new(
            "transposed",
            "Rows and columns have changed places in the output: it must have the shape of x.",
        )),
        _ => None,
    }
}

/// Some places computed, and the others left at 0 or as they were, whatever stands in them.
fn partly_done(probe: &Probe, backwards: &Probe, right: impl Fn(f32) -> f64) -> Option<Diagnosis> {
    let (xs, got, other) = (&probe.input.values, probe.values()?, backwards.values()?);
    let is_wrong = |x: f32, y: f32| !close(f64::from(y), right(x));
    let wrong: Vec<usize> = (0..got.len()).filter(|&i| is_wrong(xs[i], got[i])).collect();
    let &first = wrong.first()?;
    let zero = wrong.iter().all(|&i| got[i] == 0.0);
    let unchanged = wrong.iter().all(|&i| got[i].to_bits() == xs[i].to_bits());
    // A number that is wrong in one place and right in another: the place is to blame.
    let last = got.len() - 1;
    let by_place = wrong.iter().any(|&i| !is_wrong(xs[i], other[last - i]));
    if !by_place || !(zero || unchanged) {
        return None;
    }
    let left = if zero { "0" } else { "what they were" };
    let what = match probe.input.shape[..] {
        [rows, columns] if first >= columns && first % columns == 0 => {
            format!("{} of {rows} rows", first / columns)
        }
        _ => "some of the places".to_owned(),
    };
    Some(Diagnosis::new(
        "partly_done",
        format!(
            "Only {what} are computed, and the others are {left}: which places does the loop visit, and where does it end?"
        ),
    ))
}

fn order(probes: &Probes, right: impl Fn(f32) -> f64 + Copy) -> Option<Diagnosis> {
    let scrambled = |probe: &Probe| {
        !is_right(probe, right)
            && probe.values().is_some_and(|got| {
                let mut wanted: Vec<f64> = probe.input.values.iter().map(|&x| right(x)).collect();
                let mut got: Vec<f64> = got.iter().copied().map(f64::from).collect();
                wanted.sort_by(f64::total_cmp);
                got.sort_by(f64::total_cmp);
                got.iter().zip(&wanted).all(|(&got, &wanted)| close(got, wanted))
            })
    };
    if probes.layouts.iter().any(scrambled) && is_right(&probes.matrix, right) {
        return Some(MEMORY_ORDER.diagnosis());
    }
    [&probes.line, &probes.matrix].into_iter().any(scrambled).then(|| {
        Diagnosis::new(
            "order_scrambled",
            "The values are right and stand in the wrong places: each output belongs where its input was.",
        )
    })
}

fn examples_only(probes: &Probes, right: impl Fn(f32) -> f64 + Copy) -> Option<Diagnosis> {
    let others_wrong = !is_right(&probes.line, right) && !is_right(&probes.matrix, right);
    let answers = || probes.line.input.values.iter().copied().zip(probes.line.values().into_iter().flatten());
    let is_right_at = |x: f32, y: f32| close(f64::from(y), right(x));
    let filler = answers().find(|&(x, &y)| !is_right_at(x, y)).map(|(_, &y)| f64::from(y))?;
    // Right by more than chance: neither an example, nor what everything else is given.
    let lucky =
        answers().filter(|&(x, &y)| !EXAMPLE.contains(&x) && is_right_at(x, y) && !close(filler, right(x)));
    let lucky = lucky.count();
    (others_wrong && lucky <= 3 && is_right(&probes.example, right)).then(|| {
        Diagnosis::new(
            "examples_only",
            "The numbers of the examples come out right and others do not: compute from x, so that any number works.",
        )
    })
}

/// Whether one number at the end changes the answers to those before it.
fn neighbours(probes: &Probes) -> Option<Diagnosis> {
    let own = probes.line.values()?.split_last()?.1;
    let changed = |probe: &Probe| {
        let other = probe.values().and_then(<[f32]>::split_last);
        other.is_some_and(|(_, other)| !own.iter().zip(other).all(|(&a, &b)| close(a.into(), b.into())))
    };
    probes.line_ends_otherwise.iter().any(changed).then(|| {
        Diagnosis::new(
            "depends_on_neighbours",
            "The answer to one number changes with the numbers beside it: each output must depend on its own input alone.",
        )
    })
}

fn one_rank(probes: &Probes) -> Option<Diagnosis> {
    let panicked = |probe: &Probe| probe.answer == Answer::Panicked;
    let ranks = [
        ("a 0-d tensor", &probes.scalar),
        ("a vector", &probes.line),
        ("a matrix", &probes.matrix),
        ("a tensor of rank 3", &probes.cube),
    ];
    let refused: Vec<&str> =
        ranks.iter().filter(|(_, probe)| panicked(probe)).map(|(name, _)| *name).collect();
    if !refused.is_empty() {
        let says = format!(
            "This works for some ranks and panics for {}: any rank has to do.",
            refused.join(" and ")
        );
        return Some(Diagnosis::new("one_rank_only", says));
    }
    if probes.layouts.iter().any(panicked) {
        return Some(NEEDS_CONTIGUOUS.diagnosis());
    }
    panicked(&probes.empty).then(|| PANICS_ON_EMPTY.diagnosis())
}

fn extremes(probes: &Probes, right: impl Fn(f32) -> f64 + Copy) -> Option<Diagnosis> {
    let nan = probes.nan.values();
    if let Some(y) = nan.and_then(|got| [got[1], got[3]].into_iter().find(|y| !y.is_nan())) {
        return Some(Diagnosis::new(
            "nan_swallowed",
            format!(
                "NaN comes out as {}: a broken value has to stay visible. Which branch or method does it pass through?",
                show::number(y)
            ),
        ));
    }
    let far = probes.far.values().and_then(|got| got.iter().position(|y| y.is_nan()));
    if let Some(at) = far {
        return Some(Diagnosis::new(
            "overflows_to_nan",
            match FAR[at] {
                x if x.is_finite() => format!(
                    "From about x = {} on the output is NaN: a number grew past what f32 can hold, and the formula went on with infinity.",
                    show::number(x)
                ),
                x => format!(
                    "For x = {} the output is NaN: somewhere infinity is divided by infinity, taken from itself or multiplied by 0.",
                    show::number(x)
                ),
            },
        ));
    }
    // Where an earlier question got no answer, there may have been no time left for this one.
    let asked = [&probes.nan, &probes.far].into_iter().all(|probe| probe.answer != Answer::Nothing);
    (asked && !is_right(&probes.large, right)).then(|| SMALL_ONLY.diagnosis())
}

fn is_right(probe: &Probe, right: impl Fn(f32) -> f64) -> bool {
    probe.values().is_some_and(|got| fits(&probe.input.values, got, right))
}

fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| value.to_bits()).collect()
}
