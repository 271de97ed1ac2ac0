//! Which values of a tensor belong together: those of a row, along an axis, or each alone.

use std::ops::Range;

/// What a function looks at to compute one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// That value's own number.
    Value,
    /// All numbers of its row along this axis; along the last, where none is named.
    Row(Option<usize>),
}

impl Scope {
    /// The lowest rank that a tensor has to have.
    pub fn lowest_rank(self) -> usize {
        match self {
            Self::Value => 0,
            Self::Row(axis) => axis.unwrap_or_default() + 1,
        }
    }

    /// How long rows are whose values lie side by side. None where they are scattered, as those of a column are.
    pub fn side_by_side(self, shape: &[usize]) -> Option<usize> {
        let Self::Row(axis) = self else { return Some(1) };
        match shape.get(axis.unwrap_or(shape.len().saturating_sub(1))..) {
            None | Some([]) => Some(1),
            Some([length]) => Some(*length),
            Some(_) => None,
        }
    }

    /// Where the rows of a tensor of this shape have their values. A tensor that has no such axis has rows of one.
    pub fn rows(self, shape: &[usize]) -> impl Iterator<Item = Vec<usize>> + use<> {
        let count: usize = shape.iter().product();
        let axis = match self {
            Self::Row(axis) => axis.or(shape.len().checked_sub(1)).filter(|&axis| axis < shape.len()),
            Self::Value => None,
        };
        let length = axis.map_or(1, |axis| shape[axis]);
        let step: usize = axis.map_or(1, |axis| shape[axis + 1..].iter().product());
        let places = move |start: usize| (0..length).map(move |i| start + i * step).collect();
        let starts = move |block: usize| -> Range<usize> { block..block + step };
        (0..count).step_by((length * step).max(1)).flat_map(starts).map(places)
    }
}

/// What `of` makes of each row of values in this shape, put back into their places.
pub fn by_row<V: Copy, T: Copy>(
    scope: Scope,
    shape: &[usize],
    values: &[V],
    mut of: impl FnMut(&[V]) -> Vec<T>,
) -> Vec<T> {
    let mut all: Vec<Option<T>> = vec![None; values.len()];
    for places in scope.rows(shape) {
        let row: Vec<V> = places.iter().map(|&place| values[place]).collect();
        for (place, value) in places.into_iter().zip(of(&row)) {
            all[place] = Some(value);
        }
    }
    all.into_iter().map(|value| value.expect("every value stands in a row")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_stands_in_one_row() {
        let rows = |scope: Scope, shape: &[usize]| scope.rows(shape).collect::<Vec<_>>();
        assert_eq!(rows(Scope::Value, &[3]), [[0], [1], [2]]);
        assert_eq!(rows(Scope::Row(None), &[2, 3]), [[0, 1, 2], [3, 4, 5]]);
        assert_eq!(rows(Scope::Row(Some(0)), &[2, 3]), [[0, 3], [1, 4], [2, 5]]);
        assert_eq!(rows(Scope::Row(Some(1)), &[2, 2, 2]), [[0, 2], [1, 3], [4, 6], [5, 7]]);
        assert_eq!(rows(Scope::Row(None), &[]), [[0]]);
        assert_eq!(rows(Scope::Row(Some(1)), &[2]), [[0], [1]]);
        for shape in [&[0][..], &[3, 0], &[0, 3]] {
            assert_eq!(rows(Scope::Row(Some(0)), shape), [[0; 0]; 0]);
        }
    }

    #[test]
    fn rows_side_by_side_are_those_along_the_last_axis() {
        let cases = [
            (Scope::Value, &[2, 3][..], Some(1)),
            (Scope::Row(None), &[2, 3], Some(3)),
            (Scope::Row(None), &[], Some(1)),
            (Scope::Row(Some(0)), &[2, 3], None),
            (Scope::Row(Some(1)), &[2, 3], Some(3)),
            (Scope::Row(Some(0)), &[4], Some(4)),
            (Scope::Row(Some(1)), &[4], Some(1)),
            (Scope::Row(Some(5)), &[4], Some(1)),
        ];
        for (scope, shape, length) in cases {
            assert_eq!(scope.side_by_side(shape), length, "{scope:?} of {shape:?}");
            if let Some(length) = length {
                let rows: Vec<_> = scope.rows(shape).collect();
                let places: Vec<usize> = (0..shape.iter().product()).collect();
                assert!(rows.iter().eq(places.chunks(length)), "{scope:?} of {shape:?}");
            }
        }
    }
}
