//! Tensors that nobody knows beforehand: of every rank, of lengths of all kinds, and in every layout.

use fastrand::Rng;
use grader::judge::{DIFFERENT, Layout, Tensor};

use crate::common::MODERATE;

/// Highest rank that is drawn.
pub const HIGHEST_RANK: usize = 8;

/// Most memory that a layout takes, as a multiple of the tensor's own.
const MOST_MEMORY: usize = 12;

/// A number up to [`MODERATE`]: most of them spread evenly, some of any size next to zero.
pub fn moderate(rng: &mut Rng) -> f32 {
    match rng.u8(..4) {
        0 => magnitude(rng, -44.0, 1.3),
        _ => (2.0 * rng.f32() - 1.0) * MODERATE,
    }
}

/// A number beyond [`MODERATE`], up to the largest; many lie where e^x is about to leave f32.
pub fn large(rng: &mut Rng) -> f32 {
    let far = match rng.u8(..3) {
        0 => magnitude(rng, 1.31, 38.5).abs(),
        1 => MODERATE + 20.0 * rng.f32(),
        _ => MODERATE + 90.0 * rng.f32(),
    };
    if rng.bool() { far } else { -far }
}

/// A large or infinite number, or a zero: a large number is no reason to treat its neighbours differently.
pub fn extreme(rng: &mut Rng) -> f32 {
    match rng.u8(..10) {
        0 => f32::INFINITY,
        1 => f32::NEG_INFINITY,
        2 => f32::MAX,
        3 => -0.0,
        4 => 0.0,
        _ => large(rng),
    }
}

/// NaN of either sign and with any payload.
pub fn nan(rng: &mut Rng) -> f32 {
    let sign = if rng.bool() { 1 << 31 } else { 0 };
    f32::from_bits(sign | 0x7f80_0000 | rng.u32(1..1 << 23))
}

/// Of either sign, and any power of ten between the two evenly.
fn magnitude(rng: &mut Rng, least: f32, most: f32) -> f32 {
    let size = 10_f64.powf(f64::from(least + (most - least) * rng.f32()));
    #[expect(clippy::cast_possible_truncation, reason = "an f32 is wanted, subnormal or not")]
    let size = (size as f32).min(f32::MAX);
    if rng.bool() { size } else { -size }
}

/// A tensor of this shape, with values that `one` draws.
pub fn filled(rng: &mut Rng, shape: &[usize], mut one: impl FnMut(&mut Rng) -> f32) -> Tensor {
    let count: usize = shape.iter().product();
    let different: Vec<f32> = (0..count.min(DIFFERENT)).map(|_| one(rng)).collect();
    let mut values = different.repeat(count.div_ceil(different.len().max(1)));
    values.truncate(count);
    Tensor::new(shape, values)
}

/// As many numbers as are drawn for tensors whose numbers are asked about one at a time, too: a prime.
const POOL: usize = 31;

/// Numbers to fill several tensors from.
pub fn pool(rng: &mut Rng, mut one: impl FnMut(&mut Rng) -> f32) -> Vec<f32> {
    (0..POOL).map(|_| one(rng)).collect()
}

/// A tensor of this shape, with values of the pool.
pub fn filled_from(rng: &mut Rng, shape: &[usize], pool: &[f32]) -> Tensor {
    filled(rng, shape, |rng| pool[rng.usize(..pool.len())])
}

/// Puts these values into a tensor, each at a place that is drawn.
pub fn sprinkle(rng: &mut Rng, tensor: &mut Tensor, values: &[f32]) {
    for &value in values {
        let at = rng.usize(..tensor.values.len());
        tensor.values[at] = value;
    }
}

/// A length of up to `most`: small, around a power of two, a multiple of a number, or of any size.
pub fn length(rng: &mut Rng, most: usize) -> usize {
    let bits = most.ilog2() as usize;
    let length = match rng.u8(..5) {
        0 => rng.usize(1..=16),
        1 => ((1_usize << rng.usize(0..=bits)) + rng.usize(0..3)).saturating_sub(1),
        2 => {
            let of = rng.usize(2..=100);
            of * rng.usize(1..=(most / of).max(1))
        }
        _ => {
            let bits = rng.usize(1..=bits);
            rng.usize(1..=1 << bits)
        }
    };
    length.clamp(1, most)
}

/// A shape of this rank with up to about `most` values: one axis is long, the others are short.
pub fn shape(rng: &mut Rng, rank: usize, most: usize) -> Vec<usize> {
    let longest_of_the_others = if rank > 4 { 2 } else { 3 };
    let mut shape: Vec<usize> = (0..rank).map(|_| rng.usize(1..=longest_of_the_others)).collect();
    if rank > 0 {
        let long = rng.usize(..rank);
        shape[long] = 1;
        shape[long] = (length(rng, most) / shape.iter().product::<usize>()).max(1);
    }
    shape
}

/// A layout of this rank: the axes in any order, each walked in either direction, some with gaps.
pub fn layout(rng: &mut Rng, rank: usize) -> Layout {
    let mut order: Vec<usize> = (0..rank).collect();
    rng.shuffle(&mut order);
    let mut memory = 1;
    let steps = (0..rank).map(|_| {
        let wanted = [1, 1, 2, 3][rng.usize(..4)];
        let step = if memory * wanted > MOST_MEMORY { 1 } else { wanted };
        memory *= step;
        if rng.bool() { step as isize } else { -(step as isize) }
    });
    let steps = steps.collect();
    Layout::new(order, steps).expect("a permutation and small steps")
}

/// Column-major, whatever the seed.
pub fn transposed(_: &mut Rng, rank: usize) -> Layout {
    Layout::transposed(rank)
}

/// Every second element of a larger array, whatever the seed.
pub fn sliced(_: &mut Rng, rank: usize) -> Layout {
    Layout::sliced(rank)
}

/// Every axis from its end, whatever the seed.
pub fn reversed(_: &mut Rng, rank: usize) -> Layout {
    Layout::reversed(rank)
}
