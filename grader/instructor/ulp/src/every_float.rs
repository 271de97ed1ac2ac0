//! Every `f32`, in ascending order.

/// How many there are.
pub const COUNT: u64 = 1 << 32;

/// The one that `place` others lie below: first NaN with a sign, then -∞ and so on up to ∞, then NaN.
pub fn at(place: u64) -> f32 {
    let place = place as u32;
    let sign = 1 << 31;
    f32::from_bits(if place < sign { !place } else { place ^ sign })
}

/// The distance between neighbouring `f32` where `exact` lies; between subnormal ones where it is 0.
pub fn unit(exact: f64) -> f64 {
    // The exponent of the `f64` itself, because rounding to `f32` might change it.
    let exponent = (exact.abs().to_bits() >> 52) as i32 - 1023;
    2f64.powi(exponent.clamp(-126, 127) - 23)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_ascend_and_none_is_left_out() {
        let around = |x: f32| (0..COUNT).step_by(1 << 20).find(|&place| at(place) == x);
        assert_eq!(around(1.0), Some((1 << 31) + u64::from(1f32.to_bits())));
        assert_eq!([at((1 << 31) - 1).to_bits(), at(1 << 31).to_bits()], [1 << 31, 0]);
        assert!(at(0).is_nan() && at(COUNT - 1).is_nan());
        let places = (0..COUNT).step_by(12_345).map(at).filter(|x| !x.is_nan());
        assert!(places.is_sorted());
    }

    #[test]
    fn a_unit_is_the_distance_to_the_next_float() {
        for x in [1.0, 1.5, 0.999, 3e38, f32::MIN_POSITIVE, 1e-40, 0.0] {
            assert_eq!(unit(f64::from(x)), f64::from(f32::from_bits(x.to_bits() + 1)) - f64::from(x), "{x}");
        }
        assert_eq!(unit(-4.0), unit(7.9));
    }
}
