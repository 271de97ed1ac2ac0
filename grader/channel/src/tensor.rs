//! A tensor on its way between two processes.

use ndarray::{ArrayD, Axis, IxDyn, Slice};

use crate::layout::Layout;

/// Values in logical (row-major) order, their shape, and a memory layout to meet them in.
#[derive(Debug, Clone, PartialEq)]
pub struct Tensor {
    /// One length per axis; empty for a 0-d tensor, which holds one value.
    pub shape: Vec<usize>,
    /// As many values as the shape's product.
    pub values: Vec<f32>,
    /// How the worker lays the values out.
    pub layout: Layout,
}

impl Tensor {
    /// A tensor of this shape in standard layout.
    ///
    /// # Panics
    /// Where the number of values is not the product of the shape.
    pub fn new(shape: &[usize], values: Vec<f32>) -> Self {
        assert_eq!(shape.iter().product::<usize>(), values.len(), "values for shape {shape:?}");
        Self { shape: shape.to_vec(), values, layout: Layout::standard() }
    }

    /// The same values, met in another memory layout.
    ///
    /// # Panics
    /// Where the layout is one for tensors of another rank.
    pub fn laid_out(self, layout: Layout) -> Self {
        assert!(layout.fits(self.shape.len()), "{layout:?} for shape {:?}", self.shape);
        Self { layout, ..self }
    }

    /// Builds the array that the learner's code is called with.
    pub(crate) fn to_array(&self) -> ArrayD<f32> {
        let standard = ArrayD::from_shape_vec(IxDyn(&self.shape), self.values.clone())
            .expect("a tensor holds as many values as its shape says");
        if self.layout.is_standard() {
            return standard;
        }
        let axes = 0..self.shape.len();
        let memory: Vec<usize> = axes
            .clone()
            .map(|place| self.layout.axis_at(place))
            .map(|axis| self.shape[axis] * self.layout.step_of(axis).unsigned_abs())
            .collect();
        let places: Vec<usize> = axes.clone().map(|axis| self.layout.place_of(axis)).collect();
        // What lies in the gaps must not look like data: a reader of the raw memory shows.
        let mut array = ArrayD::from_elem(IxDyn(&memory), f32::NAN).permuted_axes(IxDyn(&places));
        for axis in axes {
            array.slice_axis_inplace(Axis(axis), Slice::new(0, None, self.layout.step_of(axis)));
        }
        array.assign(&standard);
        array
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layout_reads_the_same_and_only_the_standard_one_is_a_slice() {
        let tensor = Tensor::new(&[2, 3], vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        let plain = tensor.to_array();
        assert!(plain.as_slice().is_some());
        let one_axis_reversed = Layout::new(vec![0, 1], vec![1, -1]).expect("a layout");
        for layout in [Layout::transposed(2), Layout::sliced(2), Layout::reversed(2), one_axis_reversed] {
            let array = tensor.clone().laid_out(layout.clone()).to_array();
            assert_eq!(array, plain, "{layout:?}");
            assert!(array.as_slice().is_none(), "{layout:?} is contiguous");
        }
    }

    #[test]
    fn axes_lie_in_memory_in_the_order_and_with_the_steps_that_are_asked_for() {
        let values: Vec<f32> = (0..24_u8).map(f32::from).collect();
        let tensor = Tensor::new(&[2, 3, 4], values);
        let layout = Layout::new(vec![2, 0, 1], vec![1, -2, 3]).expect("a layout");
        let array = tensor.clone().laid_out(layout).to_array();
        assert_eq!(array, tensor.to_array());
        // Axis 1 lies innermost, in 3 · 2 places; axis 0 outside of it; axis 2 outermost, 2 · 6 places apart.
        assert_eq!(array.strides(), [6, -2, 3 * 12]);
    }

    #[test]
    fn scalars_and_empty_tensors_have_every_layout() {
        for shape in [&[][..], &[0], &[3, 0, 2]] {
            let rank = shape.len();
            let tensor = Tensor::new(shape, vec![7.0; shape.iter().product()]);
            for layout in
                [Layout::standard(), Layout::transposed(rank), Layout::sliced(rank), Layout::reversed(rank)]
            {
                assert_eq!(tensor.clone().laid_out(layout).to_array().shape(), shape);
            }
        }
    }
}
