//! A tensor on its way between two processes.

use ndarray::{ArrayD, Axis, IxDyn, ShapeBuilder, Slice};

/// How the worker lays the values out in memory before it hands them to the learner's code.
///
/// The values a learner reads by index are the same in each; only what `as_slice()` sees differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Layout {
    /// Row-major and without gaps: what `array![…]` makes.
    Standard = 0,
    /// Column-major, as after `.t()`.
    Transposed = 1,
    /// Every second element of a larger array, as after `.slice(s![..;2, ..;2])`.
    Sliced = 2,
    /// Walked from its end, as after `.slice(s![..;-1])`.
    Reversed = 3,
}

impl Layout {
    /// The layout that is written as `code`, if there is one.
    pub fn from_code(code: u8) -> Option<Self> {
        [Self::Standard, Self::Transposed, Self::Sliced, Self::Reversed]
            .into_iter()
            .find(|layout| *layout as u8 == code)
    }
}

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
        Self { shape: shape.to_vec(), values, layout: Layout::Standard }
    }

    /// The same values, met in another memory layout.
    pub fn laid_out(self, layout: Layout) -> Self {
        Self { layout, ..self }
    }

    /// Builds the array that the learner's code is called with.
    pub(crate) fn to_array(&self) -> ArrayD<f32> {
        let shape = IxDyn(&self.shape);
        let standard = ArrayD::from_shape_vec(shape.clone(), self.values.clone())
            .expect("a tensor holds as many values as its shape says");
        match self.layout {
            Layout::Standard => standard,
            Layout::Transposed => {
                let mut array = ArrayD::zeros(shape.f());
                array.assign(&standard);
                array
            }
            Layout::Sliced => {
                let doubled: Vec<usize> = self.shape.iter().map(|length| 2 * length).collect();
                // What lies in the gaps must not look like data: a reader of the raw memory shows.
                let mut array = ArrayD::from_elem(IxDyn(&doubled), f32::NAN);
                for axis in 0..self.shape.len() {
                    array.slice_axis_inplace(Axis(axis), Slice::new(0, None, 2));
                }
                array.assign(&standard);
                array
            }
            Layout::Reversed => {
                let mut array = standard.clone();
                (0..self.shape.len()).for_each(|axis| array.invert_axis(Axis(axis)));
                array.assign(&standard);
                array
            }
        }
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
        for layout in [Layout::Transposed, Layout::Sliced, Layout::Reversed] {
            let array = tensor.clone().laid_out(layout).to_array();
            assert_eq!(array, plain, "{layout:?}");
            assert!(array.as_slice().is_none(), "{layout:?} is contiguous");
        }
    }

    #[test]
    fn scalars_and_empty_tensors_have_every_layout() {
        for shape in [&[][..], &[0], &[3, 0, 2]] {
            let tensor = Tensor::new(shape, vec![7.0; shape.iter().product()]);
            for code in 0..4 {
                let layout = Layout::from_code(code).expect("four layouts");
                assert_eq!(tensor.clone().laid_out(layout).to_array().shape(), shape);
            }
        }
        assert_eq!(Layout::from_code(4), None);
    }
}
