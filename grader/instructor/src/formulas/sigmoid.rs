//! What sigmoid is mistaken for, and what to say then.

use std::f64::consts::{E, PI};

use super::Formula;
use super::numbers::{half, rounded, sigmoid, softplus};

/// What a sigmoid is taken for.
pub const MISCONCEPTIONS: &[Formula] = &[
    Formula {
        key: "identity",
        computes: |x| x,
        says: "The input comes back as it is: sigmoid squeezes every number into the range from 0 \
               to 1.",
    },
    Formula {
        key: "zeros",
        computes: |_| 0.0,
        says: "Every output is 0: the answer has to rise with x, through 0.5 at x = 0.",
    },
    Formula {
        key: "ones",
        computes: |_| 1.0,
        says: "Every output is 1: the answer has to rise with x, through 0.5 at x = 0.",
    },
    Formula {
        key: "constant_half",
        computes: |_| 0.5,
        says: "Every output is 0.5: that is right for x = 0 alone, so look where x has got lost.",
    },
    Formula {
        key: "minus_lost",
        computes: |x| sigmoid(-x),
        says: "This is sigmoid of -x, which falls where sigmoid rises: look at the sign of the \
               exponent.",
    },
    Formula {
        key: "minus_binds_late",
        computes: |x| 1.0 / (1.0 - x.exp()),
        says: "This is 1 / (1 - e^x): the minus applies to the exponential, but belongs to x, \
               before the exponential is taken.",
    },
    Formula {
        key: "difference_below",
        computes: |x| 1.0 / (1.0 - (-x).exp()),
        says: "This is 1 / (1 - e^-x): below the line stands a sum, and the minus belongs into the \
               exponent only.",
    },
    Formula {
        key: "parentheses_lost",
        computes: |x| 1.0 + (-x).exp(),
        says: "This is 1 + e^-x: either the division is missing, or 1 alone is divided, because \
               the sum has no parentheses.",
    },
    Formula {
        key: "exponential",
        computes: f64::exp,
        says: "This is e^x, which 1 / e^-x comes to as well: the 1 that is added below the line is \
               missing.",
    },
    Formula {
        key: "exponential_of_minus",
        computes: |x| (-x).exp(),
        says: "This is e^-x alone, the first step: add 1, then divide 1 by the sum.",
    },
    Formula {
        key: "exponential_share_doubled",
        computes: |x| 1.0 / (x.exp() + (-x).exp()),
        says: "This is 1 / (e^x + e^-x): below the line stand 1 and one exponential.",
    },
    Formula {
        key: "base_two",
        computes: |x| 1.0 / (1.0 + (-x).exp2()),
        says: "This takes powers of 2: the base is e.",
    },
    Formula {
        key: "base_ten",
        computes: |x| 1.0 / (1.0 + 10_f64.powf(-x)),
        says: "This takes powers of 10: the base is e.",
    },
    Formula {
        key: "power_as_product",
        computes: |x| 1.0 / (1.0 - E * x),
        says: "Here e is multiplied by -x: it has to be raised to the power of -x.",
    },
    Formula {
        key: "steeper",
        computes: |x| sigmoid(2.0 * x),
        says: "This is sigmoid of 2x, twice too steep: either x is doubled on its way, or it was \
               to be halved inside tanh.",
    },
    Formula {
        key: "flatter",
        computes: |x| sigmoid(0.5 * x),
        says: "This is sigmoid of x / 2: x goes into the exponent as it is.",
    },
    Formula {
        key: "half_added",
        computes: |x| 0.5 + sigmoid(x),
        says: "Each value is one half too large: sigmoid(0) is 0.5 by itself.",
    },
    Formula {
        key: "centred",
        computes: |x| 2.0 * sigmoid(x) - 1.0,
        says: "This is stretched to the range from -1 to 1: sigmoid stays between 0 and 1.",
    },
    Formula {
        key: "half_subtracted",
        computes: |x| sigmoid(x) - 0.5,
        says: "Each value is one half too small: sigmoid is a probability and lies between 0 and 1.",
    },
    Formula {
        key: "doubled",
        computes: |x| 2.0 * sigmoid(x),
        says: "Each value is twice too large: above the line stands 1.",
    },
    Formula {
        key: "negated",
        computes: |x| -sigmoid(x),
        says: "The size is right and the sign is not: is there a minus in front of the whole \
               quotient?",
    },
    Formula {
        key: "percent",
        computes: |x| 100.0 * sigmoid(x),
        says: "This is in percent: a probability lies between 0 and 1.",
    },
    Formula {
        key: "sign_lost",
        computes: |x| sigmoid(x.abs()),
        says: "This is sigmoid of |x|: negative inputs have to give less than 0.5.",
    },
    Formula {
        key: "branches_mixed",
        computes: |x| if x < 0.0 { x.exp() * sigmoid(x) } else { sigmoid(x) },
        says: "Negative inputs mix two forms: where e^x stands above the line, 1 + e^x stands \
               below it.",
    },
    Formula {
        key: "exponential_below_zero",
        computes: |x| if x < 0.0 { x.exp() } else { sigmoid(x) },
        says: "Negative inputs give e^x alone: it is still to be divided by 1 + e^x.",
    },
    Formula {
        key: "derivative",
        computes: |x| sigmoid(x) * sigmoid(-x),
        says: "This is the derivative, s * (1 - s): sigmoid itself is wanted, the s in it.",
    },
    Formula {
        key: "logarithm",
        computes: |x| -softplus(-x),
        says: "This is the logarithm of sigmoid: the last step is one too many.",
    },
    Formula {
        key: "squared",
        computes: |x| sigmoid(x).powi(2),
        says: "This is the square of sigmoid: is the quotient taken twice?",
    },
    Formula {
        key: "bell",
        computes: |x| sigmoid(-x * x),
        says: "The input is squared in the exponent: it goes in once, with a minus.",
    },
    Formula {
        key: "tanh",
        computes: f64::tanh,
        says: "This is tanh, the third exercise: sigmoid lies between 0 and 1, and is 0.5 at 0.",
    },
    Formula {
        key: "relu",
        computes: |x| x.max(0.0),
        says: "This is ReLU, the first exercise: sigmoid squeezes every number into the range from \
               0 to 1.",
    },
    Formula {
        key: "softplus",
        computes: softplus,
        says: "This is softplus, ln(1 + e^x): sigmoid is its slope, and needs no logarithm.",
    },
    Formula {
        key: "silu",
        computes: |x| x * sigmoid(x),
        says: "This is SiLU: above the line stands x where 1 belongs, or the result is multiplied \
               by x.",
    },
    Formula {
        key: "step",
        computes: |x| if x > 0.0 { 1.0 } else { 0.0 },
        says: "This is a decision, 0 or 1: sigmoid gives the probability before the decision.",
    },
    Formula {
        key: "step_from_zero",
        computes: |x| if x >= 0.0 { 1.0 } else { 0.0 },
        says: "This is a decision, 0 or 1, perhaps by rounding: sigmoid gives the probability \
               before the decision.",
    },
    Formula {
        key: "clipped_at_one",
        computes: |x| x.clamp(0.0, 1.0),
        says: "This cuts x to [0, 1]: sigmoid is a curve, and gives 0.5 at 0.",
    },
    Formula {
        key: "hard_sigmoid",
        computes: |x| (x / 6.0 + 0.5).clamp(0.0, 1.0),
        says: "This is the hard sigmoid with a slope of 1/6, three straight pieces: the curve \
               itself is wanted.",
    },
    Formula {
        key: "hard_sigmoid_fifth",
        computes: |x| (0.2 * x + 0.5).clamp(0.0, 1.0),
        says: "This is the hard sigmoid with a slope of 1/5, three straight pieces: the curve \
               itself is wanted.",
    },
    Formula {
        key: "hard_sigmoid_quarter",
        computes: |x| (0.25 * x + 0.5).clamp(0.0, 1.0),
        says: "This is the tangent at 0, cut to [0, 1]: the curve itself is wanted.",
    },
    Formula {
        key: "hard_sigmoid_half",
        computes: |x| (0.5 * x + 0.5).clamp(0.0, 1.0),
        says: "This is the hard sigmoid with a slope of 1/2, three straight pieces: the curve \
               itself is wanted.",
    },
    Formula {
        key: "softsign",
        computes: |x| x / (1.0 + x.abs()),
        says: "This is softsign, x / (1 + |x|): sigmoid is made with an exponential, and lies \
               between 0 and 1.",
    },
    Formula {
        key: "softsign_half",
        computes: |x| 0.5 + 0.5 * x / (1.0 + x.abs()),
        says: "This S is made of x / (1 + |x|): it looks alike, but sigmoid is made with an \
               exponential.",
    },
    Formula {
        key: "algebraic_half",
        computes: |x| 0.5 + 0.5 * x / x.hypot(1.0),
        says: "This S is made of x / √(1 + x²): it looks alike, but sigmoid is made with an \
               exponential.",
    },
    Formula {
        key: "arctangent_half",
        computes: |x| 0.5 + x.atan() / PI,
        says: "This S is made of the arctangent: it looks alike, but sigmoid is made with an \
               exponential.",
    },
    Formula {
        key: "gompertz",
        computes: |x| (-(-x).exp()).exp(),
        says: "This is e^(-e^-x), an S that is not symmetric: after e^-x no second exponential \
               follows, but a sum and a division.",
    },
    Formula {
        key: "taylor_linear",
        computes: |x| 0.5 + x / 4.0,
        says: "This is the tangent at 0, 1/2 + x/4: it leaves the curve at once, which is made \
               with an exponential.",
    },
    Formula {
        key: "taylor_cubic",
        computes: |x| 0.5 + x / 4.0 - x.powi(3) / 48.0,
        says: "These are the first terms of a series around 0, which fail away from 0: the curve \
               is made with an exponential.",
    },
    Formula {
        key: "taylor_cubic_clipped",
        computes: |x| (0.5 + x / 4.0 - x.powi(3) / 48.0).clamp(0.0, 1.0),
        says: "These are the first terms of a series around 0, cut to [0, 1], which fail away from \
               0: the curve is made with an exponential.",
    },
    Formula {
        key: "exp_series_10",
        computes: |x| 1.0 / (1.0 + exponential_of_terms(-x, 10)),
        says: "The exponential is a series of ten terms, too few away from 0: the standard library \
               has the exponential itself.",
    },
    Formula {
        key: "exp_series_12",
        computes: |x| 1.0 / (1.0 + exponential_of_terms(-x, 12)),
        says: "The exponential is a series of twelve terms, too few away from 0: the standard \
               library has the exponential itself.",
    },
    Formula {
        key: "exp_series_20",
        computes: |x| 1.0 / (1.0 + exponential_of_terms(-x, 20)),
        says: "The exponential is a series of twenty terms, too few for large x: the standard \
               library has the exponential itself.",
    },
    Formula {
        key: "exp_limit_256",
        computes: |x| 1.0 / (1.0 + (1.0 - x / 256.0).powi(256)),
        says: "The exponential is (1 + x/n)^n with n = 256, which is close but not close enough: \
               the standard library has it itself.",
    },
    Formula {
        key: "exp_limit_1024",
        computes: |x| 1.0 / (1.0 + (1.0 - x / 1024.0).powi(1024)),
        says: "The exponential is (1 + x/n)^n with n = 1024, which is close but not close enough: \
               the standard library has it itself.",
    },
    Formula {
        key: "nearest_quarter",
        computes: |x| sigmoid((4.0 * x).round() / 4.0),
        says: "The input is rounded to the nearest quarter: compute from x itself instead of \
               looking it up.",
    },
    Formula {
        key: "nearest_whole",
        computes: |x| sigmoid(x.round()),
        says: "The input is rounded to a whole number: compute from x itself.",
    },
    Formula {
        key: "rounded_to_1",
        computes: |x| rounded(sigmoid(x), 1),
        says: "The output is rounded to one place: six decimals are asked for, so round nothing.",
    },
    Formula {
        key: "rounded_to_2",
        computes: |x| rounded(sigmoid(x), 2),
        says: "The output is rounded to two places, as the examples are printed: six decimals are \
               asked for, so round nothing.",
    },
    Formula {
        key: "rounded_to_3",
        computes: |x| rounded(sigmoid(x), 3),
        says: "The output is rounded to three places: six decimals are asked for, so round nothing.",
    },
    Formula {
        key: "rounded_to_4",
        computes: |x| rounded(sigmoid(x), 4),
        says: "The output is rounded to four places: six decimals are asked for, so round nothing.",
    },
    Formula {
        key: "half_precision",
        computes: |x| half(sigmoid(x)),
        says: "The output keeps only eleven bits, as in half precision: six decimals are asked for.",
    },
    Formula {
        key: "output_clipped_1",
        computes: |x| sigmoid(x).clamp(0.1, 0.9),
        says: "The output is cut to [0.1, 0.9]: far out it has to come close to 0 and 1.",
    },
    Formula {
        key: "output_clipped_05",
        computes: |x| sigmoid(x).clamp(0.05, 0.95),
        says: "The output is cut to [0.05, 0.95]: far out it has to come close to 0 and 1.",
    },
    Formula {
        key: "output_clipped_01",
        computes: |x| sigmoid(x).clamp(0.01, 0.99),
        says: "The output is cut to [0.01, 0.99]: far out it has to come close to 0 and 1.",
    },
    Formula {
        key: "output_clipped_001",
        computes: |x| sigmoid(x).clamp(0.001, 0.999),
        says: "The output is cut to [0.001, 0.999]: far out it has to come close to 0 and 1.",
    },
    Formula {
        key: "input_clipped_1",
        computes: |x| sigmoid(x.clamp(-1.0, 1.0)),
        says: "The input is cut to [-1, 1]: beyond that the curve still rises.",
    },
    Formula {
        key: "input_clipped_3",
        computes: |x| sigmoid(x.clamp(-3.0, 3.0)),
        says: "The input is cut to [-3, 3]: beyond that the curve still rises.",
    },
    Formula {
        key: "input_clipped_5",
        computes: |x| sigmoid(x.clamp(-5.0, 5.0)),
        says: "The input is cut to [-5, 5]: beyond that the curve still rises.",
    },
    Formula {
        key: "input_clipped_6",
        computes: |x| sigmoid(x.clamp(-6.0, 6.0)),
        says: "The input is cut to [-6, 6]: beyond that the curve still rises, by more than 1e-6.",
    },
    Formula {
        key: "input_clipped_10",
        computes: |x| sigmoid(x.clamp(-10.0, 10.0)),
        says: "The input is cut to [-10, 10]: beyond that the curve still rises, by more than 1e-6.",
    },
    Formula {
        key: "saturates_at_3",
        computes: |x| saturated(x, 3.0),
        says: "Beyond 3 this is 0 or 1 already: sigmoid(3) is 0.95, and the curve is still rising.",
    },
    Formula {
        key: "saturates_at_4",
        computes: |x| saturated(x, 4.0),
        says: "Beyond 4 this is 0 or 1 already: sigmoid(4) is 0.98, and the curve is still rising.",
    },
    Formula {
        key: "saturates_at_5",
        computes: |x| saturated(x, 5.0),
        says: "Beyond 5 this is 0 or 1 already: sigmoid(5) is 0.993, and the curve is still rising.",
    },
    Formula {
        key: "saturates_at_6",
        computes: |x| saturated(x, 6.0),
        says: "Beyond 6 this is 0 or 1 already: sigmoid(6) is 0.998, and six decimals are asked for.",
    },
];

/// e^x by the first terms of its series.
fn exponential_of_terms(x: f64, count: u32) -> f64 {
    let mut term = 1.0;
    let mut sum = 0.0;
    for n in 1..=count {
        sum += term;
        term *= x / f64::from(n);
    }
    sum
}

/// Sigmoid, taken for 0 or 1 beyond `end`.
fn saturated(x: f64, end: f64) -> f64 {
    if x > end {
        1.0
    } else if x < -end {
        0.0
    } else {
        sigmoid(x)
    }
}
