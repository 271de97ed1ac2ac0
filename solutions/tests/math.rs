//! The given functions, at their edges and at some numbers. `cargo make ulp` asks about all of them.

use nn::math::{ERF_ULP, EXP_ULP, TANH_ULP, erf, exp, tanh};

const INFINITY: f32 = f32::INFINITY;
const SMALLEST: f32 = f32::from_bits(1);

/// A function, what it should be, and how far it may be off.
type Function = (fn(f32) -> f32, fn(f64) -> f64, f64);

/// The distance between neighbouring floats where `exact` lies.
fn unit(exact: f64) -> f64 {
    let below = exact.abs().min(f64::from(f32::MAX)) as f32;
    f64::from(below.next_up().min(f32::MAX)) - f64::from(below.next_up().min(f32::MAX).next_down())
}

#[test]
fn edges_are_as_promised() {
    let table = [
        (0.0, 1.0, 0.0),
        (SMALLEST, 1.0, SMALLEST),
        (INFINITY, INFINITY, 1.0),
        (f32::MAX, INFINITY, 1.0),
        (88.73, INFINITY, 1.0),
        (9.02, exp(9.02), 1.0),
    ];
    for (x, e, t) in table {
        assert_eq!((exp(x), tanh(x), tanh(-x)), (e, t, -t), "{x:e}");
    }
    assert_eq!(
        [-0.0, -SMALLEST, -103.0, -104.0, f32::MIN, -INFINITY].map(exp),
        [1.0, 1.0, SMALLEST, 0.0, 0.0, 0.0]
    );
    assert!(exp(88.72).is_finite());
    assert_eq!(tanh(-0.0).to_bits(), (-0.0f32).to_bits());
    let of_erf = [-INFINITY, f32::MIN, -4.0, -0.0, 0.0, 4.0, f32::MAX, INFINITY].map(erf);
    assert_eq!(of_erf, [-1.0, -1.0, -1.0, 0.0, 0.0, 1.0, 1.0, 1.0]);
    assert_eq!(erf(-0.0).to_bits(), (-0.0f32).to_bits());
    assert!([exp, tanh, erf].iter().all(|f| f(f32::NAN).is_nan() && f(-f32::NAN).is_nan()));
}

/// The standard library has no `erf` to compare with: these values are mpmath's, of the nearest `f32`.
#[test]
fn erf_is_within_its_bound_and_never_decreases() {
    let known = [
        (1e-30, 1.1283791706736896e-30),
        (0.01, 0.011283415303662439),
        (0.25, 0.27632639016823696),
        (0.5, 0.5204998778130465),
        (0.74, 0.7046780840782572),
        (0.76, 0.717536746766012),
        (1.0, 0.8427007929497149),
        (1.25, 0.9229001282564583),
        (1.75, 0.9866716712191824),
        (2.0, 0.9953222650189527),
        (2.5, 0.999593047982555),
        (3.0, 0.9999779095030014),
        (3.5, 0.9999992569016276),
        (3.9, 0.9999999652077781),
    ];
    for (x, exact) in known {
        let (y, mirrored) = (erf(x), erf(-x));
        assert!((f64::from(y) - exact).abs() <= ERF_ULP * unit(exact), "erf({x}) = {y:e}");
        assert_eq!(mirrored, -y);
    }
    let all = (0..=INFINITY.to_bits()).step_by(8191).map(|bits| erf(f32::from_bits(bits)));
    assert!(all.collect::<Vec<f32>>().is_sorted());
}

#[test]
fn errors_are_within_their_bounds_and_nothing_decreases() {
    let functions: [Function; 2] = [(exp, f64::exp, EXP_ULP), (tanh, f64::tanh, TANH_ULP)];
    for (f, exact, bound) in functions {
        // From -∞ up to 0, and on to ∞.
        let below = (0..=INFINITY.to_bits()).rev().step_by(8191).map(|bits| -f32::from_bits(bits));
        let above = (0..=INFINITY.to_bits()).step_by(8191).map(f32::from_bits);
        let mut before = -INFINITY;
        for x in below.chain(above) {
            let (y, exact) = (f(x), exact(f64::from(x)));
            let is_infinite = y == INFINITY && exact as f32 == INFINITY;
            assert!(is_infinite || (f64::from(y) - exact).abs() <= bound * unit(exact), "f({x:e}) = {y:e}");
            assert!(y >= before, "f({x:e}) = {y:e} is below {before:e}");
            before = y;
        }
    }
}
