//! What ReLU is mistaken for, and what to say then.

use std::f64::consts::PI;

use super::Formula;
use super::numbers::{half, rounded, sigmoid, softplus};

/// What a ReLU is taken for.
pub const MISCONCEPTIONS: &[Formula] = &[
    Formula {
        key: "identity",
        computes: |x| x,
        says: "The input comes back as it is: what is to happen to the negative values?",
    },
    Formula {
        key: "zeros",
        computes: |_| 0.0,
        says: "Every output is 0: positive values have to come out as they went in.",
    },
    Formula {
        key: "ones",
        computes: |_| 1.0,
        says: "Every output is 1, whatever the input: the answer has to depend on x.",
    },
    Formula {
        key: "absolute",
        computes: f64::abs,
        says: "This is |x|: negative inputs must become 0, not lose their sign.",
    },
    Formula {
        key: "sign_reversed",
        computes: |x| -x,
        says: "This is -x: positive values have to come out as they went in, and negative ones as 0.",
    },
    Formula {
        key: "negatives_kept",
        computes: |x| x.min(0.0),
        says: "This is min(0, x), the wrong half: negative values stay and positive ones become 0, \
               where the positive ones are to stay.",
    },
    Formula {
        key: "mirrored",
        computes: |x| (-x).max(0.0),
        says: "This is max(0, -x): it answers for the negative half, so look at the direction of \
               the comparison and at what it lets through.",
    },
    Formula {
        key: "negated",
        computes: |x| -x.max(0.0),
        says: "The zeros are in the right places, but positive values come out negative: there is \
               a minus too many.",
    },
    Formula {
        key: "step",
        computes: |x| if x > 0.0 { 1.0 } else { 0.0 },
        says: "This is the step function, ReLU's derivative: it says whether x is positive, where \
               ReLU lets the positive value itself through.",
    },
    Formula {
        key: "step_from_zero",
        computes: |x| if x >= 0.0 { 1.0 } else { 0.0 },
        says: "This is a step that counts 0 as positive: it says yes or no, where ReLU lets the \
               positive value itself through.",
    },
    Formula {
        key: "signum",
        computes: |x| x.signum(),
        says: "This is the sign of x, -1 or 1: ReLU keeps the size of what is positive, and \
               answers 0 for what is negative.",
    },
    Formula {
        key: "minus_one_below",
        computes: |x| if x < 0.0 { -1.0 } else { x },
        says: "Negative values become -1: they have to become 0.",
    },
    Formula {
        key: "one_below",
        computes: |x| if x < 0.0 { 1.0 } else { x },
        says: "Negative values become 1: they have to become 0.",
    },
    Formula {
        key: "nan_below",
        computes: |x| if x < 0.0 { f64::NAN } else { x },
        says: "Negative values become NaN: is there a root or a logarithm on their way, where they \
               have to become 0?",
    },
    Formula {
        key: "floor_of_one",
        computes: |x| x.max(1.0),
        says: "This is max(1, x): the number to compare with is 0.",
    },
    Formula {
        key: "floor_of_minus_one",
        computes: |x| x.max(-1.0),
        says: "This is max(-1, x): the number to compare with is 0.",
    },
    Formula {
        key: "threshold_at_one",
        computes: |x| if x < 1.0 { 0.0 } else { x },
        says: "Values between 0 and 1 are switched off: the threshold is 0, not 1.",
    },
    Formula {
        key: "threshold_at_half",
        computes: |x| if x < 0.5 { 0.0 } else { x },
        says: "Values between 0 and one half are switched off: the threshold is 0.",
    },
    Formula {
        key: "moved_up",
        computes: |x| x.max(0.0) + 1.0,
        says: "This is ReLU with 1 added to each value: negative inputs give 0 and nothing more.",
    },
    Formula {
        key: "moved_left",
        computes: |x| (x + 1.0).max(0.0),
        says: "The corner sits at -1: nothing is added to x before the comparison.",
    },
    Formula {
        key: "moved_right",
        computes: |x| (x - 1.0).max(0.0),
        says: "The corner sits at 1: nothing is subtracted from x.",
    },
    Formula {
        key: "doubled",
        computes: |x| 2.0 * x.max(0.0),
        says: "Positive values come out doubled: x + |x| counts them twice, so that a half is \
               missing.",
    },
    Formula {
        key: "halved",
        computes: |x| 0.5 * x.max(0.0),
        says: "Positive values come out halved: they have to leave as they came.",
    },
    Formula {
        key: "positives_squared",
        computes: |x| x.max(0.0) * x,
        says: "Positive values come out squared: is x multiplied by itself where it was to be \
               multiplied by 1?",
    },
    Formula {
        key: "squared",
        computes: |x| x * x,
        says: "This is x squared: positive values have to come out as they went in, and negative \
               ones as 0.",
    },
    Formula {
        key: "logarithm",
        computes: |x| x.max(0.0).ln_1p(),
        says: "Positive values are squeezed by a logarithm: ReLU leaves them as they are.",
    },
    Formula {
        key: "leaky",
        computes: |x| if x < 0.0 { 0.01 * x } else { x },
        says: "This is the leaky ReLU, with a slope of 0.01 below zero: in ReLU nothing at all is \
               left of a negative value.",
    },
    Formula {
        key: "leaky_tenth",
        computes: |x| if x < 0.0 { 0.1 * x } else { x },
        says: "This is a leaky ReLU, with a slope of 0.1 below zero: in ReLU nothing at all is \
               left of a negative value.",
    },
    Formula {
        key: "leaky_fifth",
        computes: |x| if x < 0.0 { 0.2 * x } else { x },
        says: "This is a leaky ReLU, with a slope of 0.2 below zero: in ReLU nothing at all is \
               left of a negative value.",
    },
    Formula {
        key: "leaky_quarter",
        computes: |x| if x < 0.0 { 0.25 * x } else { x },
        says: "This is the parametric ReLU as it starts, with a slope of 0.25 below zero: in ReLU \
               nothing is left of a negative value.",
    },
    Formula {
        key: "elu",
        computes: |x| if x < 0.0 { x.exp_m1() } else { x },
        says: "This is ELU, which bends towards -1 below zero: ReLU is flat there, and every \
               negative value gives 0.",
    },
    Formula {
        key: "selu",
        computes: |x| {
            1.050_700_987_355_480_5 * if x < 0.0 { 1.673_263_242_354_377_2 * x.exp_m1() } else { x }
        },
        says: "This is SELU: ReLU scales nothing above zero and is flat below it.",
    },
    Formula {
        key: "softplus",
        computes: softplus,
        says: "This is softplus, ln(1 + e^x), the rounded relative: ReLU has a corner at 0 and \
               takes no exponential.",
    },
    Formula {
        key: "gelu",
        computes: |x| 0.5 * x * (1.0 + ((2.0 / PI).sqrt() * (x + 0.044_715 * x.powi(3))).tanh()),
        says: "This is GELU, the smooth relative: ReLU is a plain choice between 0 and x.",
    },
    Formula {
        key: "gelu_by_sigmoid",
        computes: |x| x * sigmoid(1.702 * x),
        says: "This is the quick form of GELU, x times a sigmoid: ReLU is a plain choice between 0 \
               and x.",
    },
    Formula {
        key: "silu",
        computes: |x| x * sigmoid(x),
        says: "This is SiLU, x times its sigmoid: ReLU is a plain choice between 0 and x.",
    },
    Formula {
        key: "mish",
        computes: |x| x * softplus(x).tanh(),
        says: "This is Mish, a smooth relative: ReLU is a plain choice between 0 and x.",
    },
    Formula {
        key: "hard_swish",
        computes: |x| x * (x + 3.0).clamp(0.0, 6.0) / 6.0,
        says: "This is the hard swish, which dips below zero: ReLU is a plain choice between 0 and x.",
    },
    Formula {
        key: "relu_six",
        computes: |x| x.clamp(0.0, 6.0),
        says: "This is ReLU6, which no longer rises above 6: ReLU has no upper end.",
    },
    Formula {
        key: "clipped_at_one",
        computes: |x| x.clamp(0.0, 1.0),
        says: "Values above 1 are cut down to 1: ReLU has no upper end.",
    },
    Formula {
        key: "hard_tanh",
        computes: |x| x.clamp(-1.0, 1.0),
        says: "This cuts x to [-1, 1]: ReLU has no upper end, and its lower end is 0.",
    },
    Formula {
        key: "hard_sigmoid",
        computes: |x| (x / 6.0 + 0.5).clamp(0.0, 1.0),
        says: "This is the hard sigmoid: ReLU lets positive values through as they are.",
    },
    Formula {
        key: "sigmoid",
        computes: sigmoid,
        says: "This is sigmoid, the second exercise: ReLU takes no exponential and has no upper end.",
    },
    Formula {
        key: "tanh",
        computes: f64::tanh,
        says: "This is tanh, the third exercise: ReLU takes no exponential and has no upper end.",
    },
    Formula {
        key: "truncated",
        computes: |x| x.max(0.0).trunc(),
        says: "Fractions are cut off: is there an integer on the way of a value that has to leave \
               as it came?",
    },
    Formula {
        key: "rounded_to_0",
        computes: |x| x.max(0.0).round(),
        says: "Positive values are rounded to whole numbers: they have to leave as they came.",
    },
    Formula {
        key: "rounded_to_1",
        computes: |x| rounded(x.max(0.0), 1),
        says: "Positive values are rounded to one place: they have to leave as they came.",
    },
    Formula {
        key: "rounded_to_2",
        computes: |x| rounded(x.max(0.0), 2),
        says: "Positive values are rounded to two places, as numbers are often printed: they have \
               to leave as they came.",
    },
    Formula {
        key: "rounded_to_3",
        computes: |x| rounded(x.max(0.0), 3),
        says: "Positive values are rounded to three places: they have to leave as they came.",
    },
    Formula {
        key: "half_precision",
        computes: |x| half(x.max(0.0)),
        says: "Positive values keep only eleven bits, as in half precision: they have to leave as \
               they came.",
    },
];
