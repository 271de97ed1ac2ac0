//! Holds a counterexample to the order it was looked for in, by an enumeration of its own.
//!
//! It is for whoever changes the search: `verify` has every counterexample of every specimen proved.

use channel::{Layout, Tensor};

use super::expectation::{About, Expectation, Rule};

/// The numbers that are simpler than all others, the simplest first.
const SIMPLEST: [f32; 7] = [0.0, 1.0, -1.0, 2.0, -2.0, 0.5, 10.0];

/// Up to this number of values, tensors of every shape are tried.
const EVERY_SHAPE: usize = 5;

/// Tensors that are simpler than `found`: with fewer values, or of a lower rank, or with simpler numbers. They have
/// its kind of layout, where the check is about that, no higher rank, and the lowest that there may be at least.
pub fn simpler(expected: &Expectation, found: &Tensor, lowest: usize) -> Vec<Tensor> {
    let rank = found.shape.len();
    if found.values.is_empty() {
        return (lowest.max(1)..rank).map(|rank| Tensor::new(&vec![0; rank], Vec::new())).collect();
    }
    let lowest = if expected.about == About::Shape { rank } else { lowest };
    let mut simpler = Vec::new();
    for count in 1..=found.values.len().min(EVERY_SHAPE) {
        let rows = rows(expected, count);
        for rank in lowest..=rank {
            let is_less = (count, rank) < (found.values.len(), found.shape.len());
            let is_simpler = |row: &&Vec<f32>| is_less || is_simpler(expected, row, &found.values);
            for shape in shapes(count, rank) {
                simpler.extend(rows.iter().filter(is_simpler).map(|row| Tensor::new(&shape, row.clone())));
            }
        }
    }
    if rank == 1 && found.values.len() > EVERY_SHAPE {
        let shorter = &found.values[..found.values.len() - 1];
        simpler.push(Tensor::new(&[shorter.len()], shorter.to_vec()));
    }
    if found.layout.is_standard() || expected.about != About::Layout {
        return simpler;
    }
    let kinds: [fn(usize) -> Layout; 3] = [Layout::transposed, Layout::reversed, Layout::sliced];
    let kind = kinds.into_iter().find(|kind| kind(rank) == found.layout);
    let laid_out = simpler.into_iter().filter_map(|it| match (kind, it.shape.len()) {
        (_, 0) => None,
        (Some(kind), rank) => Some(it.laid_out(kind(rank))),
        (None, its) => (its == rank).then(|| it.laid_out(found.layout.clone())),
    });
    laid_out.collect()
}

/// Rows of so many numbers, at least one of which the check is about.
fn rows(expected: &Expectation, count: usize) -> Vec<Vec<f32>> {
    let rows: Vec<Vec<f32>> = match count {
        1 => {
            let whole = (0..=100_u8).map(f32::from);
            let tenths = (0..=200_u8).map(|tenth| f32::from(tenth) / 10.0);
            let both = whole.chain(tenths).flat_map(|x| [x, -x]);
            SIMPLEST.into_iter().chain(both).map(|x| vec![x]).collect()
        }
        2 => SIMPLEST.iter().flat_map(|&x| SIMPLEST.map(|y| vec![x, y])).collect(),
        _ => vec![SIMPLEST.iter().copied().cycle().take(count).collect()],
    };
    let is_about = |row: &Vec<f32>| row.iter().any(|&x| (expected.among)(x));
    let may_be_asked =
        |row: &Vec<f32>| !matches!(expected.rule, Rule::Rising) || row.is_sorted_by(|a, b| a < b);
    rows.into_iter().filter(|row| is_about(row) && may_be_asked(row)).collect()
}

/// Whether these numbers are simpler, in the order of the rows' places: those that the check is about, whole ones,
/// those of one decimal.
fn is_simpler(expected: &Expectation, row: &[f32], than: &[f32]) -> bool {
    let simplicity = |&x: &f32| {
        let place = SIMPLEST.iter().position(|&simplest| simplest == x);
        let is_whole = |x: f32| x.fract() == 0.0 && x.abs() <= 200.0;
        let decimals = usize::from(!is_whole(x)) + usize::from(!is_whole(x * 10.0));
        (!(expected.among)(x), place.unwrap_or(SIMPLEST.len() + decimals))
    };
    row.iter().map(simplicity).lt(than.iter().map(simplicity))
}

/// Every shape of this rank with so many values.
fn shapes(count: usize, rank: usize) -> Vec<Vec<usize>> {
    let Some(others) = rank.checked_sub(1) else {
        return if count == 1 { vec![Vec::new()] } else { Vec::new() };
    };
    let lengths = (1..=count).filter(|length| count.is_multiple_of(*length));
    let shapes = lengths.flat_map(|length| {
        shapes(count / length, others).into_iter().map(move |rest| [&[length], &rest[..]].concat())
    });
    shapes.collect()
}
