//! How a tensor lies in memory.

/// Largest step along an axis: each multiplies the memory that the worker takes.
const LARGEST_STEP: isize = 4;

/// How the worker lays a tensor's values out in memory before it hands them to the learner's code.
///
/// The values a learner reads by index are the same in each layout; only what `as_slice()` sees differs.
/// A layout is an order of the axes and a step for each. Without axes it is the standard layout: row-major
/// and without gaps, as `array![…]` makes it, for tensors of any rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    order: Vec<usize>,
    steps: Vec<isize>,
}

impl Layout {
    /// Row-major and without gaps.
    pub fn standard() -> Self {
        Self { order: Vec::new(), steps: Vec::new() }
    }

    /// A layout of the axes in `order`, from the outermost in memory to the innermost, and with `steps`,
    /// one for each axis: 2 takes every second element of a larger array, -1 walks the axis from its end.
    ///
    /// `None` where `order` is no permutation of the axes, or a step is 0 or larger than 4.
    pub fn new(order: Vec<usize>, steps: Vec<isize>) -> Option<Self> {
        let has_every_axis = (0..steps.len()).all(|axis| order.contains(&axis));
        let is_step = |&step: &isize| step != 0 && step.abs() <= LARGEST_STEP;
        (order.len() == steps.len() && has_every_axis && steps.iter().all(is_step))
            .then_some(Self { order, steps })
    }

    /// Column-major, as after `.t()`.
    pub fn transposed(rank: usize) -> Self {
        Self { order: (0..rank).rev().collect(), steps: vec![1; rank] }
    }

    /// Every second element of a larger array, as after `.slice(s![..;2, ..;2])`.
    pub fn sliced(rank: usize) -> Self {
        Self { order: (0..rank).collect(), steps: vec![2; rank] }
    }

    /// Walked from its end, as after `.slice(s![..;-1, ..;-1])`.
    pub fn reversed(rank: usize) -> Self {
        Self { order: (0..rank).collect(), steps: vec![-1; rank] }
    }

    /// Whether nothing is laid out in another way than usual.
    pub fn is_standard(&self) -> bool {
        self.order.is_empty()
    }

    /// Whether tensors of this rank can be laid out like this.
    pub fn fits(&self, rank: usize) -> bool {
        self.is_standard() || self.order.len() == rank
    }

    /// The axes, from the outermost in memory to the innermost; empty for the standard layout.
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// The step along each axis; empty for the standard layout.
    pub fn steps(&self) -> &[isize] {
        &self.steps
    }

    pub(crate) fn axis_at(&self, place: usize) -> usize {
        self.order[place]
    }

    pub(crate) fn place_of(&self, axis: usize) -> usize {
        self.order.iter().position(|&other| other == axis).expect("every axis has a place")
    }

    pub(crate) fn step_of(&self, axis: usize) -> isize {
        self.steps[axis]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_permutations_and_small_steps_are_layouts() {
        assert!(Layout::new(vec![1, 2, 0], vec![1, -4, 4]).is_some());
        assert!(Layout::new(vec![], vec![]).is_some_and(|layout| layout.is_standard()));
        for (order, steps) in [
            (vec![0, 0], vec![1, 1]),
            (vec![0, 2], vec![1, 1]),
            (vec![0, 1], vec![1]),
            (vec![0, 1], vec![1, 0]),
            (vec![0, 1], vec![1, 5]),
            (vec![0, 1], vec![isize::MIN + 1, 1]),
        ] {
            assert_eq!(Layout::new(order.clone(), steps.clone()), None, "{order:?} {steps:?}");
        }
    }
}
