//! What goes wrong with right shares of plain numbers: in other shapes, and far out.

use super::probes::{Answer, Probe, Probes};
use crate::diagnose::Diagnosis;
use crate::diagnose::patterns::{
    CHANGES, FLATTENED, MEMORY_ORDER, NEEDS_CONTIGUOUS, PANICS_ON_EMPTY, SMALL_ONLY,
};
use crate::judge::{Scope, by_row};

/// Answers that depend on when they are asked for.
pub fn unsteady(probes: &Probes) -> Option<Diagnosis> {
    // NaN has many bits, and there may have been no time left to ask again.
    let said = |probe: &Probe| match &probe.answer {
        Answer::Values(values) => format!("{values:?}"),
        other => format!("{other:?}"),
    };
    let changed =
        |(first, again): (&Probe, &Probe)| again.answer != Answer::Nothing && said(again) != said(first);
    probes.plain.iter().zip(&probes.again).any(changed).then(|| CHANGES.diagnosis())
}

/// Rows that are divided by the sum of their powers and of those of all rows before them.
pub fn sum_goes_on(probes: &Probes) -> Option<Diagnosis> {
    let shares = |probe: &Probe, power: fn(f64, f64) -> f64| {
        let numbers: Vec<f64> = probe.input.values.iter().copied().map(f64::from).collect();
        let mut sum = 0.0;
        by_row(Scope::Row(Some(probe.axis)), &probe.input.shape, &numbers, |row| {
            let largest = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let powers: Vec<f64> = row.iter().map(|&x| power(x, largest)).collect();
            sum += powers.iter().sum::<f64>();
            powers.iter().map(|power| power / sum).collect()
        })
    };
    let powers: [fn(f64, f64) -> f64; 2] = [|x, _| x.exp(), |x, largest| (x - largest).exp()];
    let fits =
        |power: &fn(f64, f64) -> f64| probes.plain.iter().all(|probe| probe.is(&shares(probe, *power)));
    powers.iter().any(fits).then(|| {
        Diagnosis::new(
            "sum_goes_on",
            "The first row is right, and the sum of each later one still holds those before it: it has to begin at 0 for every row.",
        )
    })
}

/// Where else it goes wrong, from the most basic on.
pub fn elsewhere(probes: &Probes) -> Option<Diagnosis> {
    shape(probes)
        .or_else(|| axis_lost(probes))
        .or_else(|| one_rank(probes))
        .or_else(|| probes.plain.iter().all(Probe::is_right).then(|| right_but(probes))?)
}

fn shape(probes: &Probes) -> Option<Diagnosis> {
    let other = |probe: &Probe| match &probe.answer {
        Answer::OtherShape(shape) => Some((probe.input.shape.clone(), probe.axis, shape.clone())),
        _ => None,
    };
    let others: Vec<_> = probes.plain.iter().filter_map(other).collect();
    let all = |is: fn(&[usize], usize, &[usize]) -> bool| {
        !others.is_empty() && others.iter().all(|(input, axis, got)| is(input, *axis, got))
    };
    if all(|input, _, got| got == [input.iter().product::<usize>()]) {
        return Some(FLATTENED.diagnosis());
    }
    let is_gone = |input: &[usize], axis: usize, got: &[usize]| {
        let mut gone = input.to_vec();
        gone.remove(axis);
        let mut one = input.to_vec();
        one[axis] = 1;
        got == gone || got == one
    };
    all(is_gone).then(|| {
        Diagnosis::new(
            "axis_gone",
            "One value comes out for each row, as a fold or a sum leaves it: every value of x has to get its share.",
        )
    })
}

/// What a fold leaves is combined with x, and does not fit.
fn axis_lost(probes: &Probes) -> Option<Diagnosis> {
    let does_not_fit = |probe: &Probe| match &probe.answer {
        Answer::Panicked(message) => {
            message.contains("could not broadcast") || message.contains("incompatible shapes")
        }
        _ => false,
    };
    let (first, others): (Vec<&Probe>, Vec<&Probe>) = probes.plain.iter().partition(|probe| probe.axis == 0);
    // Along the first axis what is left fits by itself; so it does in a square, with wrong sums.
    let is_square = |probe: &Probe| probe.input.shape.iter().all(|length| *length == probe.input.shape[0]);
    let fails = others.iter().filter(|probe| !is_square(probe)).all(|probe| does_not_fit(probe));
    (fails && first.iter().all(|probe| probe.is_right())).then(|| {
        Diagnosis::new(
            "axis_lost",
            "This panics along every axis but the first: what a fold or a sum leaves has one axis less and no longer fits to x. That axis has to be put back in its place, with a length of 1.",
        )
    })
}

fn one_rank(probes: &Probes) -> Option<Diagnosis> {
    let ranks = [(1, "a vector"), (2, "a matrix"), (3, "a tensor of rank 3")];
    let of = |rank: usize| probes.plain.iter().filter(move |probe| probe.input.shape.len() == rank);
    let panics = |probe: &Probe| matches!(probe.answer, Answer::Panicked(_));
    let refused: Vec<&str> =
        ranks.iter().filter(|(rank, _)| of(*rank).all(panics)).map(|(_, name)| *name).collect();
    let works = ranks.iter().any(|(rank, _)| of(*rank).all(|probe| probe.values().is_some()));
    (works && !refused.is_empty()).then(|| {
        let says = format!(
            "This works for some ranks and panics for {}: any rank that has the axis has to do.",
            refused.join(" and ")
        );
        Diagnosis::new("one_rank_only", says)
    })
}

/// What is wrong where shares of plain numbers are right.
fn right_but(probes: &Probes) -> Option<Diagnosis> {
    layouts(probes)
        .or_else(|| {
            let panics = probes.empty.iter().any(|probe| matches!(probe.answer, Answer::Panicked(_)));
            panics.then(|| {
                PANICS_ON_EMPTY.diagnosis()
            })
        })
        .or_else(|| cut(probes))
        .or_else(|| largest(probes))
        .or_else(|| masks(probes))
        .or_else(|| {
            let kept = probes.nan.values()?.iter().filter(|y| y.is_nan()).count();
            (kept < 3).then(|| {
                Diagnosis::new(
                    "nan_swallowed",
                    "NaN in a row does not make all of its shares NaN: a broken value has to stay visible. What replaces it?",
                )
            })
        })
        .or_else(|| {
            let is_wrong = probes.large.answer != Answer::Nothing && !probes.large.is_right();
            is_wrong.then(|| {
                SMALL_ONLY.diagnosis()
            })
        })
}

fn layouts(probes: &Probes) -> Option<Diagnosis> {
    if probes.layouts.iter().any(|probe| matches!(probe.answer, Answer::Panicked(_))) {
        return Some(NEEDS_CONTIGUOUS.diagnosis());
    }
    let is_wrong = |probe: &Probe| probe.values().is_some() && !probe.is_right();
    probes.layouts.iter().any(is_wrong).then(|| MEMORY_ORDER.diagnosis())
}

/// Values that are cut off: far out, rows of different values get equal shares.
fn cut(probes: &Probes) -> Option<Diagnosis> {
    let are_equal = |probe: &Probe| probe.is(&[0.5, 0.5]);
    let far = probes.around.iter().filter(|(x, _)| x.abs() >= 1000.0);
    (far.into_iter().all(|(_, probe)| are_equal(probe))).then(|| {
        Diagnosis::new(
            "input_cut",
            "1000 and 1001 get equal shares, and are 1 apart as 0 and 1 are: x is cut off on its way, where the row's largest value has to be subtracted.",
        )
    })
}

/// What is subtracted before powers are taken, where it is not the row's largest value.
fn largest(probes: &Probes) -> Option<Diagnosis> {
    let around = |x: f32| probes.around.iter().find(|(at, _)| *at == x).map(|(_, probe)| probe);
    let is_right = |x: f32| around(x).is_some_and(Probe::is_right);
    let is_nan = |probe: &Probe| probe.values().is_some_and(|got| got.iter().any(|y| y.is_nan()));
    let breaks = |x: f32| around(x).is_some_and(is_nan);
    if is_right(60.0) && is_right(-60.0) && [-1000.0, -200.0, 100.0, 1000.0].into_iter().all(breaks) {
        return Some(Diagnosis::new(
            "largest_not_subtracted",
            "Large values come out as NaN, since e^x overflows beyond 88.7: subtract the largest value of each row first, which changes no share.",
        ));
    }
    let above = [60.0, 100.0, 1000.0].into_iter().all(is_right);
    if above && is_right(-60.0) && [-1000.0, -200.0].into_iter().all(breaks) {
        return Some(Diagnosis::new(
            "largest_of_zero_and_more",
            "Rows far below 0 come out as NaN: the search for the largest value starts from 0 or more, and has to start below everything.",
        ));
    }
    if probes.around.iter().any(|(_, probe)| !probe.is_right()) {
        return None;
    }
    if probes.far_apart.iter().any(is_nan) {
        return Some(Diagnosis::new(
            "another_than_the_largest",
            "The row of 0 and 1000 comes out as NaN in one order or both: what is subtracted has to be its largest value, and no other.",
        ));
    }
    let second =
        |probe: &Probe| probe.values().is_some_and(|got| got[2..].iter().all(|y| y.is_nan() || *y == 0.0));
    let first =
        |probe: &Probe| probe.values().is_some_and(|got| got[..2].iter().all(|y| y.is_nan() || *y == 0.0));
    let [large, small] = &probes.beside;
    (second(large) && first(small)).then(|| {
        Diagnosis::new(
            "largest_of_all",
            "A row far below another is lost: the largest value of all of x is subtracted, and each row needs its own.",
        )
    })
}

fn masks(probes: &Probes) -> Option<Diagnosis> {
    let far = probes.around.iter().map(|(_, probe)| probe).chain(&probes.far_apart).chain(&probes.beside);
    if !far.into_iter().all(Probe::is_right) {
        return None;
    }
    if probes.masked.iter().any(|probe| probe.values().is_some_and(|got| got.iter().any(|y| y.is_nan()))) {
        return Some(Diagnosis::new(
            "mask_to_nan",
            "A row with one -inf comes out as NaN: somewhere infinity is taken from itself, or multiplied by 0.",
        ));
    }
    let equal = probes.all_masked.values().is_some_and(|got| got.iter().all(|y| *y > 0.0));
    equal.then(|| {
        Diagnosis::new(
            "mask_gets_a_share",
            "In a row of nothing but -inf each place gets a share, and none may: is -inf replaced by a large number?",
        )
    })
}
