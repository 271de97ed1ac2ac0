//! What tanh is mistaken for, and what to say then.

use std::f64::consts::{FRAC_2_PI, LN_2, LN_10};

use super::Formula;
use super::numbers::{half, rounded, sigmoid};

/// What tanh is taken for.
pub const MISCONCEPTIONS: &[Formula] = &[
    Formula {
        key: "identity",
        computes: |x| x,
        says: "The input comes back as it is: tanh squeezes every number into the range from -1 to 1.",
    },
    Formula {
        key: "zeros",
        computes: |_| 0.0,
        says: "Every output is 0, as where both exponentials are the same: one has the exponent x, \
               the other -x.",
    },
    Formula {
        key: "ones",
        computes: |_| 1.0,
        says: "Every output is 1, as where the same stands above and below the line: above stands \
               the difference.",
    },
    Formula {
        key: "negated",
        computes: |x| -x.tanh(),
        says: "The size is right and the sign is not: e^x comes first, and e^-x is subtracted from \
               it.",
    },
    Formula {
        key: "sign_lost",
        computes: |x| x.tanh().abs(),
        says: "This is |tanh(x)|: negative inputs give negative outputs, so the sign has to come \
               back at the end.",
    },
    Formula {
        key: "upside_down",
        computes: |x| 1.0 / x.tanh(),
        says: "The quotient stands on its head: the difference of the exponentials belongs above, \
               their sum below.",
    },
    Formula {
        key: "parentheses_lost_below",
        computes: |x| (x.exp() - (-x).exp()) / x.exp() + (-x).exp(),
        says: "Only e^x divides here, and e^-x is added afterwards: the sum below the line has no \
               parentheses.",
    },
    Formula {
        key: "parentheses_lost_above",
        computes: |x| x.exp() - (-x).exp() / (x.exp() + (-x).exp()),
        says: "Only e^-x is divided here: the difference above the line has no parentheses.",
    },
    Formula {
        key: "parentheses_lost",
        computes: |x| x.exp() - (-2.0 * x).exp() + (-x).exp(),
        says: "Division comes before minus and plus: the difference above and the sum below have \
               no parentheses.",
    },
    Formula {
        key: "sinh",
        computes: f64::sinh,
        says: "This is sinh, (e^x - e^-x) / 2: below the line stands the sum of the exponentials, \
               not 2.",
    },
    Formula {
        key: "difference_only",
        computes: |x| x.exp() - (-x).exp(),
        says: "This is e^x - e^-x, the upper half: it is still to be divided by the sum of the two.",
    },
    Formula {
        key: "cosh",
        computes: f64::cosh,
        says: "This is cosh, (e^x + e^-x) / 2: tanh divides the difference of the exponentials by \
               their sum.",
    },
    Formula {
        key: "sum_only",
        computes: |x| x.exp() + (-x).exp(),
        says: "This is e^x + e^-x, the lower half: it has to divide the difference of the two.",
    },
    Formula {
        key: "sech",
        computes: |x| 1.0 / x.cosh(),
        says: "This is 1 / cosh(x), a hill around 0: above the line stands the difference of the \
               exponentials.",
    },
    Formula {
        key: "inner_factor_lost",
        computes: |x| (0.5 * x).tanh(),
        says: "This is tanh of x / 2: in 2 * sigmoid(2x) - 1 the inner 2 is missing, or e^x stands \
               where e^2x belongs.",
    },
    Formula {
        key: "doubled_input",
        computes: |x| (2.0 * x).tanh(),
        says: "This is tanh of 2x: x goes in twice too large, so count the factors in the exponents.",
    },
    Formula {
        key: "outer_factor_lost",
        computes: |x| sigmoid(2.0 * x) - 1.0,
        says: "This is sigmoid(2x) - 1, from -1 to 0: the 2 in front of the sigmoid is missing.",
    },
    Formula {
        key: "minus_one_lost",
        computes: |x| 2.0 * sigmoid(2.0 * x),
        says: "This is 2 * sigmoid(2x), from 0 to 2: the 1 is still to be subtracted.",
    },
    Formula {
        key: "sigmoid_of_double",
        computes: |x| sigmoid(2.0 * x),
        says: "This is sigmoid(2x), or e^x / (e^x + e^-x), from 0 to 1: is e^-x subtracted above \
               the line?",
    },
    Formula {
        key: "half_subtracted",
        computes: |x| sigmoid(x) - 0.5,
        says: "This is sigmoid(x) - 0.5: tanh is steeper and reaches from -1 to 1, by two factors \
               of 2.",
    },
    Formula {
        key: "doubled_output",
        computes: |x| 2.0 * x.tanh(),
        says: "Each value is twice too large: tanh stays between -1 and 1.",
    },
    Formula {
        key: "halved_output",
        computes: |x| 0.5 * x.tanh(),
        says: "Each value is half of what it has to be: tanh reaches from -1 to 1.",
    },
    Formula {
        key: "base_two",
        computes: |x| (LN_2 * x).tanh(),
        says: "This takes powers of 2: the base is e.",
    },
    Formula {
        key: "base_ten",
        computes: |x| (LN_10 * x).tanh(),
        says: "This takes powers of 10: the base is e.",
    },
    Formula {
        key: "degrees",
        computes: |x| x.to_radians().tanh(),
        says: "The input is taken for degrees: a hyperbolic function knows no angle, and x goes in \
               as it is.",
    },
    Formula {
        key: "tangent",
        computes: f64::tan,
        says: "This is the tangent of an angle: the h is missing, which stands for hyperbolic.",
    },
    Formula {
        key: "sine",
        computes: f64::sin,
        says: "This is the sine of an angle: tanh does not swing, it rises from -1 to 1.",
    },
    Formula {
        key: "inverse",
        computes: f64::atanh,
        says: "This is the inverse of tanh: it answers which x has this tanh.",
    },
    Formula {
        key: "arsinh",
        computes: f64::asinh,
        says: "This is the inverse of sinh, which grows without end: tanh stays between -1 and 1.",
    },
    Formula {
        key: "derivative",
        computes: |x| 1.0 - x.tanh().powi(2),
        says: "This is the derivative, 1 - tanh²: tanh itself is wanted.",
    },
    Formula {
        key: "squared",
        computes: |x| x.tanh().powi(2),
        says: "This is the square of tanh, which loses the sign: is something multiplied by itself?",
    },
    Formula {
        key: "tanhshrink",
        computes: |x| x - x.tanh(),
        says: "This is x - tanh(x), what tanh takes away: tanh itself is wanted.",
    },
    Formula {
        key: "sigmoid",
        computes: sigmoid,
        says: "This is sigmoid, the second exercise: tanh reaches from -1 to 1, and is 0 at 0.",
    },
    Formula {
        key: "relu",
        computes: |x| x.max(0.0),
        says: "This is ReLU, the first exercise: tanh squeezes every number into the range from -1 \
               to 1.",
    },
    Formula {
        key: "sign",
        computes: |x| if x == 0.0 { 0.0 } else { x.signum() },
        says: "This is the sign of x: tanh rises gradually, and is near x for small x.",
    },
    Formula {
        key: "signum",
        computes: |x| x.signum(),
        says: "This is the sign of x, which calls 0 positive: tanh rises gradually, through 0 at 0.",
    },
    Formula {
        key: "hard_tanh",
        computes: |x| x.clamp(-1.0, 1.0),
        says: "This is the hard tanh, x cut to [-1, 1]: the curve itself is wanted.",
    },
    Formula {
        key: "softsign",
        computes: |x| x / (1.0 + x.abs()),
        says: "This is softsign, x / (1 + |x|): it looks alike, but tanh is made with exponentials.",
    },
    Formula {
        key: "algebraic",
        computes: |x| x / x.hypot(1.0),
        says: "This is x / √(1 + x²): it looks alike, but tanh is made with exponentials.",
    },
    Formula {
        key: "arctangent",
        computes: f64::atan,
        says: "This is the arctangent, which reaches to π/2: tanh is made with exponentials, and \
               ends at 1.",
    },
    Formula {
        key: "arctangent_scaled",
        computes: |x| x.atan() * FRAC_2_PI,
        says: "This is the arctangent, scaled: it looks alike, but tanh is made with exponentials.",
    },
    Formula {
        key: "stretched",
        computes: |x| 1.7159 * (2.0 * x / 3.0).tanh(),
        says: "This is the stretched tanh, 1.7159 * tanh(2x / 3): the plain one is wanted, without \
               factors.",
    },
    Formula {
        key: "taylor_cubic",
        computes: |x| x - x.powi(3) / 3.0,
        says: "These are two terms of a series around 0, which fail away from 0: the curve is made \
               with exponentials.",
    },
    Formula {
        key: "taylor_cubic_clipped",
        computes: |x| (x - x.powi(3) / 3.0).clamp(-1.0, 1.0),
        says: "These are two terms of a series around 0, cut to [-1, 1], which fail away from 0: \
               the curve is made with exponentials.",
    },
    Formula {
        key: "taylor_fifth",
        computes: |x| taylor_fifth(x),
        says: "These are three terms of a series around 0, which fail away from 0: the curve is \
               made with exponentials.",
    },
    Formula {
        key: "taylor_fifth_clipped",
        computes: |x| taylor_fifth(x).clamp(-1.0, 1.0),
        says: "These are three terms of a series around 0, cut to [-1, 1], which fail away from 0: \
               the curve is made with exponentials.",
    },
    Formula {
        key: "pade_15",
        computes: |x| x * (15.0 + x * x) / (15.0 + 6.0 * x * x),
        says: "This quotient of polynomials is good near 0 alone, and leaves the range: take the \
               exponentials.",
    },
    Formula {
        key: "pade_27",
        computes: pade_27,
        says: "This quotient of polynomials is good near 0 alone, and leaves the range: take the \
               exponentials.",
    },
    Formula {
        key: "pade_27_clipped",
        computes: |x| pade_27(x.clamp(-3.0, 3.0)),
        says: "This quotient of polynomials, cut at 3, is right to two places: six decimals are \
               asked for.",
    },
    Formula {
        key: "nearest_whole",
        computes: |x| x.round().tanh(),
        says: "The input is rounded to a whole number: compute from x itself.",
    },
    Formula {
        key: "nearest_quarter",
        computes: |x| ((4.0 * x).round() / 4.0).tanh(),
        says: "The input is rounded to the nearest quarter: compute from x itself instead of \
               looking it up.",
    },
    Formula {
        key: "constant_below",
        computes: |x| x.sinh() / (x.cosh() + 5e-5 * x.abs().exp()),
        says: "A small constant is added below the line: the sum there is never 0, so leave it as \
               it is.",
    },
    Formula {
        key: "rounded_to_1",
        computes: |x| rounded(x.tanh(), 1),
        says: "The output is rounded to one place: six decimals are asked for, so round nothing.",
    },
    Formula {
        key: "rounded_to_2",
        computes: |x| rounded(x.tanh(), 2),
        says: "The output is rounded to two places, as the examples are printed: six decimals are \
               asked for, so round nothing.",
    },
    Formula {
        key: "rounded_to_3",
        computes: |x| rounded(x.tanh(), 3),
        says: "The output is rounded to three places, as the examples are printed: six decimals \
               are asked for, so round nothing.",
    },
    Formula {
        key: "rounded_to_4",
        computes: |x| rounded(x.tanh(), 4),
        says: "The output is rounded to four places: six decimals are asked for, so round nothing.",
    },
    Formula {
        key: "half_precision",
        computes: |x| half(x.tanh()),
        says: "The output keeps only eleven bits, as in half precision: six decimals are asked for.",
    },
    Formula {
        key: "output_clipped_9",
        computes: |x| x.tanh().clamp(-0.9, 0.9),
        says: "The output is cut to [-0.9, 0.9]: far out it has to come close to -1 and 1.",
    },
    Formula {
        key: "output_clipped_99",
        computes: |x| x.tanh().clamp(-0.99, 0.99),
        says: "The output is cut to [-0.99, 0.99]: far out it has to come close to -1 and 1.",
    },
    Formula {
        key: "output_clipped_999",
        computes: |x| x.tanh().clamp(-0.999, 0.999),
        says: "The output is cut to [-0.999, 0.999]: far out it has to come close to -1 and 1.",
    },
    Formula {
        key: "input_clipped_1",
        computes: |x| x.clamp(-1.0, 1.0).tanh(),
        says: "The input is cut to [-1, 1]: beyond that the curve still rises.",
    },
    Formula {
        key: "input_clipped_2",
        computes: |x| x.clamp(-2.0, 2.0).tanh(),
        says: "The input is cut to [-2, 2]: beyond that the curve still rises.",
    },
    Formula {
        key: "input_clipped_3",
        computes: |x| x.clamp(-3.0, 3.0).tanh(),
        says: "The input is cut to [-3, 3]: beyond that the curve still rises.",
    },
    Formula {
        key: "input_clipped_5",
        computes: |x| x.clamp(-5.0, 5.0).tanh(),
        says: "The input is cut to [-5, 5]: beyond that the curve still rises, by more than 1e-6.",
    },
    Formula {
        key: "saturates_at_2",
        computes: |x| saturated(x, 2.0),
        says: "Beyond 2 this is -1 or 1 already: tanh(2) is 0.96, and the curve is still rising.",
    },
    Formula {
        key: "saturates_at_3",
        computes: |x| saturated(x, 3.0),
        says: "Beyond 3 this is -1 or 1 already: tanh(3) is 0.995, and the curve is still rising.",
    },
    Formula {
        key: "saturates_at_4",
        computes: |x| saturated(x, 4.0),
        says: "Beyond 4 this is -1 or 1 already: tanh(4) is 0.9993, and six decimals are asked for.",
    },
];

fn taylor_fifth(x: f64) -> f64 {
    x - x.powi(3) / 3.0 + 2.0 * x.powi(5) / 15.0
}

/// A quotient that touches 1 at x = 3.
fn pade_27(x: f64) -> f64 {
    x * (27.0 + x * x) / (27.0 + 9.0 * x * x)
}

/// Tanh, taken for -1 or 1 beyond `end`.
fn saturated(x: f64, end: f64) -> f64 {
    if x.abs() > end { x.signum() } else { x.tanh() }
}
