//! Misconceptions that any function can be taken for, computed from the function itself: an exercise has
//! them without a word of its own.

use super::close;
use super::misconception::Misconception;
use super::probes::numbers;

/// What a function is taken for: a key, a sentence in which `{f}` is the function's name, and the values, from
/// x and the right function.
type Generic = (&'static str, &'static str, fn(f32, &dyn Fn(f32) -> f64) -> f64);

const GENERIC: [Generic; 25] = [
    ("negated", "This is -{f}(x): there is a minus sign too many.", |x, f| -f(x)),
    ("sign_lost", "This is |{f}(x)|: negative outputs have lost their sign.", |x, f| f(x).abs()),
    ("squared", "This is the square of {f}(x): is something multiplied by itself?", |x, f| f(x) * f(x)),
    ("doubled", "Each value is twice too large: look for a factor of 2.", |x, f| 2.0 * f(x)),
    ("halved", "Each value is half of what it has to be: look for a factor of 2.", |x, f| f(x) / 2.0),
    ("one_more", "Each value is larger by 1: something is added at the end.", |x, f| f(x) + 1.0),
    ("one_less", "Each value is smaller by 1: something is subtracted at the end.", |x, f| f(x) - 1.0),
    ("complement", "This is 1 - {f}(x): the curve falls where it has to rise.", |x, f| 1.0 - f(x)),
    ("upside_down", "This is 1 / {f}(x): the quotient stands on its head.", |x, f| 1.0 / f(x)),
    ("mirrored", "This is {f}(-x): x goes in with the other sign.", |x, f| f(-x)),
    ("doubled_input", "This is {f}(2x): x goes in twice too large.", |x, f| f(2.0 * x)),
    ("halved_input", "This is {f}(x / 2): x goes in at half its size.", |x, f| f(x / 2.0)),
    ("nearest_whole", "The input is rounded to a whole number: compute from x itself.", |x, f| f(x.round())),
    ("applied_twice", "This is {f}({f}(x)): once is enough.", |x, f| {
        #[expect(clippy::cast_possible_truncation, reason = "what goes in is an f32")]
        let inner = f(x) as f32;
        f(inner)
    }),
    ("identity", "The input comes back as it is: nothing is computed.", |x, _| f64::from(x)),
    ("zeros", "Every output is 0, whatever the input.", |_, _| 0.0),
    ("ones", "Every output is 1, whatever the input.", |_, _| 1.0),
    ("clipped_at_one", "The output is cut to [0, 1]: {f} has other limits.", |x, f| f(x).clamp(0.0, 1.0)),
    ("clipped_at_minus_one", "The output is cut to [-1, 1]: {f} has other limits.", |x, f| {
        f(x).clamp(-1.0, 1.0)
    }),
    ("rounded_to_0", "The output is rounded to a whole number: round nothing.", |x, f| rounded(f(x), 0)),
    ("rounded_to_1", "The output is rounded to one place: round nothing.", |x, f| rounded(f(x), 1)),
    ("rounded_to_2", "The output is rounded to two places: round nothing.", |x, f| rounded(f(x), 2)),
    ("rounded_to_3", "The output is rounded to three places: round nothing.", |x, f| rounded(f(x), 3)),
    ("rounded_to_4", "The output is rounded to four places: round nothing.", |x, f| rounded(f(x), 4)),
    ("half_precision", "The output keeps only eleven bits, as in half precision.", |x, f| eleven_bits(f(x))),
];

/// What the function `title` is taken for. Of those that are one and the same for this function, such as -f(x) and
/// f(-x), only the first counts.
pub fn generic(title: &str, right: &dyn Fn(f32) -> f64) -> Vec<Misconception> {
    let numbers = numbers();
    let misconception = |(key, says, computes): &Generic| Misconception {
        key: (*key).into(),
        says: says.replace("{f}", title),
        values: numbers.iter().map(|&x| computes(x, right)).collect(),
    };
    let mut different: Vec<Misconception> = Vec::new();
    for misconception in GENERIC.iter().map(misconception) {
        if !different.iter().any(|other| same(&other.values, &misconception.values)) {
            different.push(misconception);
        }
    }
    different
}

fn same(a: &[f64], b: &[f64]) -> bool {
    a.iter().zip(b).all(|(&a, &b)| close(a, b))
}

fn rounded(y: f64, places: i32) -> f64 {
    let unit = 10_f64.powi(places);
    (y * unit).round() / unit
}

fn eleven_bits(y: f64) -> f64 {
    if y == 0.0 || !y.is_finite() {
        return y;
    }
    let unit = 2_f64.powf(y.abs().log2().floor() - 10.0);
    (y / unit).round() * unit
}
