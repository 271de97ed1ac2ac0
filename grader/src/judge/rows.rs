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
}
