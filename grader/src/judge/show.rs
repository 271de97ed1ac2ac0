//! Tensors as a learner reads them: short, and cut around the place that matters.

use channel::{Layout, Tensor};

/// Tensors of up to this many values are shown whole.
const WHOLE: usize = 8;

/// How many rows are shown, even where these hold no values.
const ROWS: usize = 64;

/// How many neighbours of the place in question are shown on either side.
const NEIGHBOURS: usize = 2;

/// A number with as many digits as tell it from its neighbours, and no rows of zeros.
pub fn number(value: f32) -> String {
    let size = value.abs();
    if value == 0.0 {
        "0".into()
    } else if value.is_finite() && !(1e-4..1e7).contains(&size) {
        format!("{value:e}")
    } else {
        format!("{value}")
    }
}

/// The values of a tensor of this shape; of a long one, those around `at`.
pub fn values(shape: &[usize], values: &[f32], at: usize) -> String {
    written(shape, values, at, &|_| false)
}

/// The same around the first of these places, with a mark at each value that stands in one: `[1, *5*, 3]`.
pub fn marked(shape: &[usize], values: &[f32], places: &[usize]) -> String {
    let is_marked = |at: usize| values.len() > 1 && places.binary_search(&at).is_ok();
    written(shape, values, places.first().copied().unwrap_or_default(), &is_marked)
}

/// All values of a tensor of this shape, with a mark at those in these places.
pub fn whole(shape: &[usize], values: &[f32], places: &[usize]) -> String {
    nested(shape, 0, &|at| {
        let number = number(values[at]);
        if values.len() > 1 && places.contains(&at) { format!("*{number}*") } else { number }
    })
}

fn written(shape: &[usize], values: &[f32], at: usize, is_marked: &dyn Fn(usize) -> bool) -> String {
    let one = |at: usize| {
        let number = number(values[at]);
        if is_marked(at) { format!("*{number}*") } else { number }
    };
    if values.len() <= WHOLE {
        return nested(shape, 0, &one);
    }
    let start = at.saturating_sub(NEIGHBOURS);
    let end = (at + NEIGHBOURS + 1).min(values.len());
    let shown: Vec<String> = (start..end).map(one).collect();
    let before = if start > 0 { "…, " } else { "" };
    let after = if end < values.len() { ", …" } else { "" };
    format!("[{before}{}{after}]", shown.join(", "))
}

/// An input: its values, and what is special about it.
pub fn input(tensor: &Tensor, at: usize) -> String {
    let layout = layout(&tensor.layout);
    let text = values(&tensor.shape, &tensor.values, at);
    if layout.is_empty() && tensor.values.len() <= WHOLE && !tensor.values.is_empty() {
        text
    } else {
        format!("{text} (shape {:?}{layout})", tensor.shape)
    }
}

/// The arguments with which `try` asks about this tensor; none where they would be too long, or don't say all.
pub fn arguments(tensor: &Tensor) -> Option<String> {
    let rank = tensor.shape.len();
    let layout = Layouts::ALL.into_iter().find(|layout| layout.of(rank) == tensor.layout)?;
    // Of an axis without values, the lengths of those inside of it can't be read.
    let is_told = tensor.shape.iter().position(|&length| length == 0).is_none_or(|axis| axis + 1 == rank);
    if tensor.values.len() > WHOLE || !is_told {
        return None;
    }
    let text = nested(&tensor.shape, 0, &|at| number(tensor.values[at]));
    let quoted = if rank == 0 { text } else { format!("\"{text}\"") };
    Some(match layout {
        Layouts::Standard => quoted,
        other => format!("--layout {} {quoted}", other.name()),
    })
}

/// The layouts that have a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layouts {
    /// Row-major and without gaps.
    Standard,
    /// Column-major.
    Transposed,
    /// Every second element of a larger tensor.
    Sliced,
    /// Walked from its end.
    Reversed,
}

impl Layouts {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Standard, Self::Transposed, Self::Sliced, Self::Reversed];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Transposed => "transposed",
            Self::Sliced => "sliced",
            Self::Reversed => "reversed",
        }
    }

    /// The layout, for tensors of a rank.
    pub fn of(self, rank: usize) -> Layout {
        match self {
            Self::Standard => Layout::standard(),
            Self::Transposed => Layout::transposed(rank),
            Self::Sliced => Layout::sliced(rank),
            Self::Reversed => Layout::reversed(rank),
        }
    }
}

/// How a tensor was made that lies in memory otherwise than usual, in words or in code.
fn layout(layout: &Layout) -> String {
    let rank = layout.order().len();
    for (known, words) in [
        (Layout::standard(), ""),
        (Layout::transposed(rank), ", transposed"),
        (Layout::sliced(rank), ", every second element of a larger tensor"),
        (Layout::reversed(rank), ", reversed"),
    ] {
        if *layout == known {
            return words.into();
        }
    }
    let mut how = String::new();
    if !layout.order().is_sorted() {
        let place = |axis| layout.order().iter().position(|&other| other == axis).unwrap_or_default();
        let places: Vec<usize> = (0..rank).map(place).collect();
        how += &format!(".permuted_axes({places:?})");
    }
    if layout.steps().iter().any(|&step| step != 1) {
        let steps =
            layout.steps().iter().map(|&step| if step == 1 { "..".into() } else { format!("..;{step}") });
        how += &format!(".slice(s![{}])", steps.collect::<Vec<String>>().join(", "));
    }
    format!(", as after `{how}`")
}

/// Row-major position `at` as an index of a tensor of this shape.
pub fn index(shape: &[usize], mut at: usize) -> Vec<usize> {
    let mut index: Vec<usize> = shape
        .iter()
        .rev()
        .map(|&length| {
            let i = at % length.max(1);
            at /= length.max(1);
            i
        })
        .collect();
    index.reverse();
    index
}

/// The values from place `start` on, in brackets for each axis.
fn nested(shape: &[usize], start: usize, one: &dyn Fn(usize) -> String) -> String {
    let Some((&rows, inner)) = shape.split_first() else {
        return one(start);
    };
    let size: usize = inner.iter().product();
    let rows: Vec<String> = (0..rows.min(ROWS)).map(|i| nested(inner, start + i * size, one)).collect();
    format!("[{}]", rows.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_tensors_are_shown_whole_and_long_ones_around_the_worst_value() {
        assert_eq!(values(&[], &[2.5], 0), "2.5");
        assert_eq!(values(&[2, 2], &[-0.0, 1.0, f32::NAN, f32::INFINITY], 0), "[[0, 1], [NaN, inf]]");
        assert_eq!(values(&[0, 2], &[], 0), "[]");
        assert_eq!(values(&[2, 0], &[], 0), "[[], []]");
        let long: Vec<f32> = (0..100_u8).map(f32::from).collect();
        assert_eq!(values(&[100], &long, 0), "[0, 1, 2, …]");
        assert_eq!(values(&[4, 25], &long, 50), "[…, 48, 49, 50, 51, 52, …]");
        assert_eq!(index(&[4, 25], 51), [2, 1]);
        assert_eq!(marked(&[2, 2], &[1.0, 2.0, 3.0, 4.0], &[1, 2]), "[[1, *2*], [*3*, 4]]");
        assert_eq!(marked(&[100], &long, &[98, 99]), "[…, 96, 97, *98*, *99*]");
        assert_eq!(marked(&[1], &[5.0], &[0]), "[5]");
    }

    #[test]
    fn numbers_are_exact_and_short() {
        let shown: Vec<String> = [1e-40, 0.268_941_43, 3.402_823_5e38, -3.0].map(number).into();
        assert_eq!(shown, ["1e-40", "0.26894143", "3.4028235e38", "-3"]);
    }

    #[test]
    fn an_input_says_what_is_special_about_it() {
        let plain = Tensor::new(&[2], vec![1.0, 2.0]);
        assert_eq!(input(&plain, 0), "[1, 2]");
        assert_eq!(input(&plain.laid_out(Layout::reversed(1)), 0), "[1, 2] (shape [2], reversed)");
        let layout = Layout::new(vec![2, 0, 1], vec![1, -2, 1]).expect("a layout");
        let cube = Tensor::new(&[1, 1, 1], vec![1.0]).laid_out(layout);
        let how = ".permuted_axes([1, 2, 0]).slice(s![.., ..;-2, ..])";
        assert_eq!(input(&cube, 0), format!("[[[1]]] (shape [1, 1, 1], as after `{how}`)"));
        assert_eq!(input(&Tensor::new(&[0], vec![]), 0), "[] (shape [0])");
    }

    #[test]
    fn what_can_be_said_in_a_line_can_be_tried() {
        let matrix = Tensor::new(&[2, 2], vec![1.0, -2.0, f32::NAN, f32::INFINITY]);
        assert_eq!(arguments(&matrix).as_deref(), Some("\"[[1, -2], [NaN, inf]]\""));
        assert_eq!(arguments(&Tensor::new(&[], vec![-20.0])).as_deref(), Some("-20"));
        let transposed = matrix.laid_out(Layout::transposed(2));
        assert!(arguments(&transposed).is_some_and(|text| text.starts_with("--layout transposed \"[[")));
        assert_eq!(arguments(&Tensor::new(&[2, 0], vec![])).as_deref(), Some("\"[[], []]\""));
        assert_eq!(arguments(&Tensor::new(&[0, 2], vec![])), None);
        assert_eq!(arguments(&Tensor::new(&[100], vec![1.0; 100])), None);
    }
}
