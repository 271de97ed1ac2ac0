//! Tensors from the smallest on: fewest values, lowest rank, simplest numbers.

use channel::{Layout, Tensor};

use super::expectation::{About, Expectation, Rule};
use super::failure::Failure;

/// The simplest numbers. Whole numbers, decimals, the numbers that failed, and those that are none follow.
const SIMPLE: [f32; 21] = [
    0.0, 1.0, -1.0, 2.0, -2.0, 0.5, 10.0, -0.5, -10.0, 3.0, -3.0, 0.25, -0.25, 5.0, -5.0, 20.0, -20.0, 100.0,
    -100.0, 1000.0, -1000.0,
];

/// Every number of values up to this is tried; beyond it, numbers are halved.
const EACH: usize = 600;

/// The same for tensors in an unusual layout.
const EACH_LAID_OUT: usize = 40;

/// How many shapes of a rank are tried with one number of values.
const SHAPES: usize = 24;

/// How many numbers stand in larger tensors, after which they repeat: a prime, so that no row is like another.
const PERIOD: usize = 13;

/// How many of these are the simplest, of which every pair is tried in every unusual layout.
const FEW: usize = 7;

type Lazy = Box<dyn Iterator<Item = Vec<Tensor>>>;

/// Candidates in their order, some at a time.
pub struct Candidates {
    some: Lazy,
    /// Where none of these fails, the input's beginnings are tried: how many values the longest has that passes,
    /// and the shortest that fails.
    between: (usize, usize),
    /// How many values the last one had that was looked for like this.
    asked: Option<usize>,
    input: Tensor,
}

impl Candidates {
    /// Those that could fail as `input` did, and have this rank at least.
    pub fn new(expected: &Expectation, input: &Tensor, failure: &Failure, lowest: usize) -> Self {
        let numbers = numbers(expected, input, failure);
        let mixed = Mixed::of(&numbers, matches!(expected.rule, Rule::Rising));
        // Of a check that is about a shape, tensors of other ranks say nothing.
        let lowest = if expected.about == About::Shape { input.shape.len() } else { lowest };
        let some: Lazy = if input.values.is_empty() {
            Box::new(std::iter::once(empty(lowest.max(1), input.shape.len())))
        } else if input.layout.is_standard() {
            Box::new(plain(input, lowest, numbers, mixed))
        } else if expected.about == About::Layout {
            Box::new(laid_out(input, lowest, mixed))
        } else {
            Box::new(plain(input, lowest, numbers, mixed.clone()).chain(laid_out(input, lowest, mixed)))
        };
        Self { some, between: (1, input.values.len()), asked: None, input: input.clone() }
    }

    /// The next ones, where the last ones failed or not; `None` where nothing smaller is left to try.
    pub fn next(&mut self, fails: bool) -> Option<Vec<Tensor>> {
        match self.asked {
            Some(asked) if fails => self.between.1 = asked,
            Some(asked) => self.between.0 = asked,
            None if fails => return None,
            None => {
                if let Some(some) = self.some.next() {
                    return Some(some);
                }
            }
        }
        let (passing, failing) = self.between;
        if passing + 1 >= failing {
            return None;
        }
        let asked = passing.midpoint(failing);
        self.asked = Some(asked);
        Some(vec![self.of_length(asked)?])
    }

    /// The beginning of the input: of its longest axis, where it has several.
    fn of_length(&self, count: usize) -> Option<Tensor> {
        let (longest, &length) = self.input.shape.iter().enumerate().max_by_key(|(_, length)| **length)?;
        let others = self.input.values.len() / length;
        let mut shape = self.input.shape.clone();
        shape[longest] = (count / others).max(1);
        let count = shape.iter().product();
        let values = self.input.values.iter().copied().take(count).collect();
        Some(Tensor::new(&shape, values).laid_out(self.input.layout.clone()))
    }
}

/// The numbers that a check is about, the simplest first.
fn numbers(expected: &Expectation, input: &Tensor, failure: &Failure) -> Vec<f32> {
    let mut numbers = SIMPLE.to_vec();
    if !matches!(expected.rule, Rule::Alone) {
        let whole = (1..=100_u8).map(f32::from);
        let tenths = (1..=200_u8).map(|tenth| f32::from(tenth) / 10.0);
        numbers.extend(whole.chain(tenths).flat_map(|x| [x, -x]));
    }
    if let Failure::WrongValue { wrong, .. } = failure {
        for &at in wrong.iter().take(4) {
            numbers.extend((1..=8).filter_map(|digits| rounded(input.values[at], digits)));
            numbers.push(input.values[at]);
        }
    }
    numbers.extend([f32::INFINITY, f32::NEG_INFINITY, f32::NAN]);
    numbers.retain(|&x| (expected.among)(x));
    let mut known = std::collections::BTreeSet::new();
    numbers.retain(|x| known.insert((x + 0.0).to_bits()));
    numbers
}

fn rounded(x: f32, digits: usize) -> Option<f32> {
    format!("{x:.digits$e}").parse().ok()
}

fn empty(lowest: usize, rank: usize) -> Vec<Tensor> {
    let shapes = (lowest..=rank.max(1)).flat_map(|rank| {
        let last = vec![[vec![1; rank - 1], vec![0]].concat()];
        let first = (1..rank).map(move |axis| {
            let mut shape = vec![1; rank];
            shape[axis - 1] = 0;
            shape
        });
        last.into_iter().chain(first)
    });
    shapes.map(|shape| Tensor::new(&shape, Vec::new())).collect()
}

/// Tensors in the standard layout, from the lowest rank up to the input's.
fn plain(
    input: &Tensor,
    lowest: usize,
    numbers: Vec<f32>,
    mixed: Mixed,
) -> impl Iterator<Item = Vec<Tensor>> + use<> {
    let rank = input.shape.len().max(1);
    let some = lowest.max(1);
    let single = move |rank: usize| {
        numbers.iter().map(|&x| Tensor::new(&vec![1; rank], vec![x])).collect::<Vec<Tensor>>()
    };
    let few = {
        let mixed = mixed.clone();
        (2..=8_usize).flat_map(move |count| {
            let rows = mixed.rows(count, PERIOD);
            (some..=rank).map(move |rank| filled(&shapes(count, rank), &rows))
        })
    };
    let many = (9..=EACH.min(input.values.len())).map(move |count| {
        let ranks = if rank == some { vec![rank] } else { vec![some, rank] };
        let shapes = ranks.into_iter().flat_map(|rank| shapes(count, rank).into_iter().take(3));
        filled(
            &shapes.collect::<Vec<_>>(),
            &[mixed.row(&mixed.all, count, 0), mixed.row(&mixed.about, count, 0)],
        )
    });
    (lowest..=rank).map(single).chain(few).chain(many)
}

/// A tensor of each of these shapes with each of these rows.
fn filled(shapes: &[Vec<usize>], rows: &[Vec<f32>]) -> Vec<Tensor> {
    shapes.iter().flat_map(|shape| rows.iter().map(|row| Tensor::new(shape, row.clone()))).collect()
}

/// Tensors in a layout as the input's, and in the simple ones where it has none of these.
fn laid_out(input: &Tensor, lowest: usize, mixed: Mixed) -> impl Iterator<Item = Vec<Tensor>> + use<> {
    let (highest, own) = (input.shape.len(), input.layout.clone());
    let simple: [fn(usize) -> Layout; 3] = [Layout::transposed, Layout::reversed, Layout::sliced];
    let alike: Vec<fn(usize) -> Layout> = match simple.iter().find(|kind| kind(highest) == own) {
        Some(kind) => vec![*kind],
        None => simple.to_vec(),
    };
    (1..=EACH_LAID_OUT.min(input.values.len())).flat_map(move |count| {
        let (rows, alike, own) = (mixed.rows(count, FEW), alike.clone(), own.clone());
        (lowest.max(1)..=highest).map(move |rank| {
            let mut layouts: Vec<Layout> = alike.iter().map(|kind| kind(rank)).collect();
            layouts.extend((rank == highest).then(|| own.clone()));
            let tensors = filled(&shapes(count, rank), &rows);
            tensors
                .iter()
                .flat_map(|it| layouts.iter().map(|layout| it.clone().laid_out(layout.clone())))
                .collect()
        })
    })
}

/// What stands in candidates of several values.
#[derive(Debug, Clone)]
struct Mixed {
    /// Numbers that a check is about, the simplest first, the least simple last.
    about: Vec<f32>,
    /// The same among plain ones.
    all: Vec<f32>,
    /// Whether numbers have to ascend.
    is_rising: bool,
}

impl Mixed {
    fn of(numbers: &[f32], is_rising: bool) -> Self {
        let (simple, others) = numbers.split_at(numbers.len().min(FEW));
        let about = [simple, &others[others.len().saturating_sub(3)..]].concat();
        let mut all = about.clone();
        for plain in SIMPLE.into_iter().chain([4.0]) {
            if all.len() < PERIOD && !all.contains(&plain) {
                all.push(plain);
            }
        }
        Self { about, all, is_rising }
    }

    /// Rows of so many numbers: every one, every pair of the first `paired`, and longer ones from several starts.
    fn rows(&self, count: usize, paired: usize) -> Vec<Vec<f32>> {
        match count {
            1 => self.about.iter().map(|&x| vec![x]).collect(),
            2 => {
                let some = &self.all[..paired];
                let pairs = some.iter().flat_map(|&a| some.iter().map(move |&b| vec![a, b]));
                pairs.filter(|pair| !self.is_rising || pair[0] < pair[1]).collect()
            }
            _ => {
                let starts = [0, 1, 3, 7].map(|start| self.row(&self.all, count, start));
                starts.into_iter().chain([self.row(&self.about, count, 0)]).collect()
            }
        }
    }

    fn row(&self, numbers: &[f32], count: usize, start: usize) -> Vec<f32> {
        let mut row: Vec<f32> = numbers.iter().copied().cycle().skip(start).take(count).collect();
        if self.is_rising {
            row.sort_by(f32::total_cmp);
        }
        row
    }
}

/// Shapes of a rank with so many values, the long axis last first.
fn shapes(count: usize, rank: usize) -> Vec<Vec<usize>> {
    fn add(shapes: &mut Vec<Vec<usize>>, before: &mut Vec<usize>, count: usize, rank: usize) {
        if shapes.len() >= SHAPES {
            return;
        }
        if rank == 1 {
            shapes.push([&before[..], &[count]].concat());
            return;
        }
        for length in (1..=count).filter(|length| count.is_multiple_of(*length)) {
            before.push(length);
            add(shapes, before, count / length, rank - 1);
            before.pop();
        }
    }
    let mut shapes = Vec::new();
    add(&mut shapes, &mut Vec::new(), count, rank);
    shapes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(input: &Tensor, about: About, among: fn(f32) -> bool) -> Vec<Tensor> {
        let expected = Expectation { rule: Rule::Right, about, among };
        let failure = Failure::WrongValue {
            wrong: vec![0],
            expected: super::super::failure::Expected::Words("another"),
            got: input.values.clone(),
        };
        let mut candidates = Candidates::new(&expected, input, &failure, 0);
        let all = std::iter::from_fn(|| candidates.next(false).filter(|_| candidates.asked.is_none()));
        all.take(400).flatten().collect()
    }

    #[test]
    fn fewest_values_come_first_then_the_lowest_rank_then_the_simplest_numbers() {
        let matrix = Tensor::new(&[2, 5], (0..10_u8).map(|i| f32::from(i) + 0.125).collect());
        let all = all(&matrix, About::Numbers, |x| x.abs() < 20.0);
        let starts: Vec<&[f32]> = all.iter().take(7).map(|tensor| &tensor.values[..]).collect();
        assert_eq!(starts, [[0.0], [1.0], [-1.0], [2.0], [-2.0], [0.5], [10.0]]);
        let size = |tensor: &Tensor| (tensor.values.len(), tensor.shape.len());
        assert!(all.is_sorted_by_key(size) && all.iter().all(|tensor| tensor.shape.len() <= 2));
        assert_eq!(all.last().map(|tensor| tensor.values.len()), Some(10));
        assert!(all.iter().filter(|tensor| tensor.values.len() == 1).any(|one| one.values == [0.125]));
    }

    #[test]
    fn only_numbers_that_the_check_is_about_stand_alone() {
        let one = Tensor::new(&[3], vec![f32::NAN, 1.0, f32::NAN]);
        let alone =
            all(&one, About::Numbers, f32::is_nan).into_iter().filter(|tensor| tensor.values.len() == 1);
        assert!(alone.into_iter().all(|tensor| tensor.values[0].is_nan()));
    }

    #[test]
    fn a_layout_stays_of_its_kind() {
        let values = vec![1.0; 24];
        let laid_out = Tensor::new(&[2, 3, 4], values).laid_out(Layout::transposed(3));
        for candidate in all(&laid_out, About::Layout, |_| true) {
            assert_eq!(candidate.layout, Layout::transposed(candidate.shape.len()));
        }
    }
}
