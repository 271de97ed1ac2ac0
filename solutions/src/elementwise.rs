use multiversion::multiversion;
use ndarray::{IxDyn, ShapeBuilder};

use crate::Tensor;

/// `f` of every value of `x`, in the shape of `x`: [`mapv`](ndarray::ArrayRef::mapv), and faster.
///
/// ```
/// use ndarray::array;
/// use nn::elementwise;
///
/// let x = array![[1.0, -2.0], [3.0, 0.5]].into_dyn();
/// assert_eq!(elementwise(&x, |v| 10.0 * v), array![[10.0, -20.0], [30.0, 5.0]].into_dyn());
/// ```
///
/// A program is usually compiled for the oldest processor that it might meet. This function has its loop
/// compiled for newer ones, too, and chooses when it runs: with AVX2 it handles 8 values at a time, with
/// AVX-512 16. That works as long as `f` is made of arithmetic and choices, as the functions in
/// [`math`](crate::math) are; the result is the same in any case. Values are read in the order in which they
/// lie in memory, and no memory is zeroed before the results are written to it.
#[inline]
pub fn elementwise(x: &Tensor, f: impl Fn(f32) -> f32) -> Tensor {
    // Where nothing is optimised, nothing would be gained, and there is less to compile.
    if cfg!(debug_assertions) {
        return x.mapv(f);
    }
    let strides: Result<Vec<usize>, _> = x.strides().iter().map(|&stride| stride.try_into()).collect();
    let (shape, y) = match (x.as_slice_memory_order(), strides) {
        (Some(values), Ok(strides)) => (x.raw_dim().strides(IxDyn(&strides)), map(values, f)),
        // With gaps, or walked from its end.
        _ => {
            let values = x.iter().copied().collect::<Vec<_>>();
            (x.raw_dim().into(), map(&values, f))
        }
    };
    Tensor::from_shape_vec(shape, y).expect("as many values as x has, in the same places")
}

/// Values that are worked on at a time: some vectors of the widest kind, so that as little as possible is left over.
const BLOCK: usize = 64;

// `avx512f` stands for all that came with it from Ice Lake on, so older processors, which slow down with such wide vectors,
// take AVX2. All of the loop has to end up in this function's own versions, which alone may use the new instructions:
// `collect` would be a function of its own, which a compiler with several codegen units puts into another unit than its
// caller, and then can't inline. All that is called here, down to `push`, is copied into each unit that calls it.
#[multiversion(targets("x86_64+avx512f", "x86_64+avx2"))]
fn map(values: &[f32], f: impl Fn(f32) -> f32) -> Vec<f32> {
    let (blocks, rest) = values.as_chunks::<BLOCK>();
    let mut results = Vec::with_capacity(blocks.len() + 1);
    for block in blocks {
        // Or else `push` would have to be ready to move what is there, and the block would wait in memory meanwhile.
        assert!(results.len() < results.capacity());
        let mut of_block = [0.0; BLOCK];
        for (result, &v) in of_block.iter_mut().zip(block) {
            *result = f(v);
        }
        results.push(of_block);
    }
    let mut results = results.into_flattened();
    let mut of_rest = [0.0; BLOCK];
    for (result, &v) in of_rest.iter_mut().zip(rest) {
        *result = f(v);
    }
    results.extend_from_slice(&of_rest[..rest.len()]);
    results
}
