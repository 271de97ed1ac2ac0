//! Which function the answers are those of: the known misconceptions, then what one slip makes of the exercise's
//! formulas, then what two make of them.
//!
//! Whatever fits all answers is asked for more: where two functions fit, for the number that tells them apart.

use std::collections::HashSet;

use formula::{Formula, Precision, Slip, edits};

use super::misconceptions::Misconception;
use super::{Computes, Diagnosis};

/// Numbers and their answers.
pub type Answers = Vec<(f32, f32)>;

/// What asks the learner's code about single numbers; `None` where it does not answer.
pub type AskNumbers<'a> = dyn FnMut(&[f32]) -> Option<Answers> + 'a;

/// How often functions that fit are told apart by another number.
const ROUNDS: usize = 6;

/// Longest sentence, in characters.
const LONGEST: usize = 200;

/// A function, and what is to be said where it is the one.
#[derive(Debug, Clone)]
struct Hypothesis<'a> {
    computes: Formula,
    words: Words<'a>,
}

#[derive(Debug, Clone)]
enum Words<'a> {
    Known(&'a Misconception),
    Slips(Vec<Slip>),
}

/// The function that the answers are those of, where there is one, or one of two. `far` are answers far out, where
/// single precision ends.
pub fn recognised(
    forms: &[Formula],
    known: &[Misconception],
    answers: &Answers,
    far: &Answers,
    ask: &mut AskNumbers,
) -> Option<Diagnosis> {
    let known =
        known.iter().map(|wrong| Hypothesis { computes: wrong.computes.clone(), words: Words::Known(wrong) });
    let known: Vec<Hypothesis> = known.filter(|hypothesis| fits(&hypothesis.computes, answers)).collect();
    if !known.is_empty() {
        return decided(known, answers, ask);
    }
    let single: Vec<Hypothesis> = forms.iter().flat_map(slipped).collect();
    let one: Vec<Hypothesis> =
        single.iter().filter(|hypothesis| fits(&hypothesis.computes, answers)).cloned().collect();
    if !one.is_empty() {
        return decided(by_overflow(one, far), answers, ask);
    }
    decided(by_overflow(twice_slipped(&single, answers), far), answers, ask)
}

/// What one slip makes of a formula.
fn slipped(form: &Formula) -> impl Iterator<Item = Hypothesis<'static>> {
    edits(form)
        .into_iter()
        .map(|edit| Hypothesis { computes: edit.formula, words: Words::Slips(vec![edit.slip]) })
}

/// What another slip makes of what is one slip away already, where that fits.
fn twice_slipped<'a>(single: &[Hypothesis<'a>], answers: &Answers) -> Vec<Hypothesis<'a>> {
    let mut known = HashSet::new();
    let mut fitting = Vec::new();
    for first in single {
        // Of functions that are the same, only the first formula is changed again.
        if !known.insert(fingerprint(&first.computes)) {
            continue;
        }
        let Words::Slips(slips) = &first.words else { continue };
        for edit in edits(&first.computes) {
            if fits(&edit.formula, answers) {
                let slips = [&slips[..], &[edit.slip]].concat();
                fitting.push(Hypothesis { computes: edit.formula, words: Words::Slips(slips) });
            }
        }
    }
    fitting
}

/// A function's values at some numbers, coarse enough for two ways of computing it.
fn fingerprint(formula: &Formula) -> [u32; 4] {
    #[expect(clippy::cast_possible_truncation, reason = "coarser is what is wanted")]
    [0.75, -1.5, 3.25, -0.2]
        .map(|x| (formula.at(x, Precision::Double) * (1.0 + 1e-9)) as f32)
        .map(|y| y.to_bits() >> 3)
}

/// Those first that end where the learner's numbers end: of two ways to write a function, theirs overflows alike.
fn by_overflow<'a>(mut hypotheses: Vec<Hypothesis<'a>>, far: &Answers) -> Vec<Hypothesis<'a>> {
    let differences = |hypothesis: &Hypothesis| {
        let differs = |&&(x, y): &&(f32, f32)| {
            let value = hypothesis.computes.at(x.into(), Precision::Single);
            value.is_nan() != y.is_nan() || value.is_infinite() != y.is_infinite()
        };
        far.iter().filter(differs).count()
    };
    hypotheses.sort_by_cached_key(differences);
    hypotheses
}

/// The one function of those that fit, after more questions: where they differ, and where nobody has looked yet.
fn decided(mut fitting: Vec<Hypothesis>, answers: &Answers, ask: &mut AskNumbers) -> Option<Diagnosis> {
    let known: Vec<f32> = answers.iter().map(|(x, _)| *x).collect();
    let mut next: Vec<f32> = grid().filter(|x| !known.contains(x)).collect();
    for _ in 0..ROUNDS {
        if fitting.is_empty() {
            return None;
        }
        let more = ask(&next)?;
        fitting.retain(|hypothesis| fits(&hypothesis.computes, &more));
        let telling =
            different(&fitting).windows(2).filter_map(|pair| telling(pair[0], pair[1])).collect::<Vec<f32>>();
        if telling.is_empty() {
            break;
        }
        next = telling;
    }
    match &different(&fitting)[..] {
        [one] => Some(one.diagnosis()),
        [one, other] => Some(one.or(other)),
        _ => None,
    }
}

/// The first of each function.
fn different<'a, 'b>(hypotheses: &'b [Hypothesis<'a>]) -> Vec<&'b Hypothesis<'a>> {
    let mut different: Vec<&Hypothesis> = Vec::new();
    for hypothesis in hypotheses {
        if !different.iter().any(|known| telling(known, hypothesis).is_none()) {
            different.push(hypothesis);
        }
    }
    different
}

/// The number that tells two functions apart best, where one does.
fn telling(one: &Hypothesis, other: &Hypothesis) -> Option<f32> {
    let apart = |x: f32| {
        let [a, b] = [one, other].map(|it| limited(it.computes.at(x.into(), Precision::Double)));
        match (a - b).abs() / slack(a.abs().min(b.abs())) {
            ratio if ratio.is_nan() => {
                if a.is_nan() == b.is_nan() {
                    0.0
                } else {
                    f64::INFINITY
                }
            }
            ratio => ratio,
        }
    };
    let best = grid().map(|x| (x, apart(x))).max_by(|(_, a), (_, b)| a.total_cmp(b));
    best.filter(|(_, ratio)| *ratio > 4.0).map(|(x, _)| x)
}

/// Numbers from -20 to 20, close together around 0.
fn grid() -> impl Iterator<Item = f32> {
    let wide = (-160..=160_i16).map(|i| f32::from(i) / 8.0 + 0.0625);
    let close = (-64..64_i16).map(|i| f32::from(i) / 32.0 + 0.015_625);
    wide.chain(close)
}

/// Whether the function's values are the answers, as far as single precision can tell.
pub fn fits(formula: &Formula, answers: &Answers) -> bool {
    answers.iter().all(|&(x, y)| is_value(formula, x, y))
}

fn is_value(formula: &Formula, x: f32, y: f32) -> bool {
    let close = |value: f64| {
        let (y, value) = (f64::from(y), limited(value));
        y == value || (y.is_nan() && value.is_nan()) || (y - value).abs() <= slack(value.abs())
    };
    close(formula.at(x.into(), Precision::Double)) || close(formula.at(x.into(), Precision::Single))
}

/// Beyond what f32 holds, a value is infinite for a learner.
fn limited(value: f64) -> f64 {
    if value.abs() > f64::from(f32::MAX) { f64::INFINITY.copysign(value) } else { value }
}

/// How far an answer may be off that is computed in single precision, in a few steps: a bit more than the values
/// of 2.7183 and e are apart.
fn slack(size: f64) -> f64 {
    let share = if size > 2.0 { 2e-6 * size } else { 5e-7 };
    if share.is_finite() { share } else { 0.0 }
}

impl Hypothesis<'_> {
    fn diagnosis(&self) -> Diagnosis {
        let computes = self.computes.is_common().then(|| Computes::One(self.computes.to_string()));
        let (key, says) = match &self.words {
            Words::Known(wrong) => (wrong.key.as_str(), wrong.says.clone()),
            Words::Slips(slips) => {
                let key = if let [slip] = &slips[..] { slip.key() } else { "two_slips" };
                let clauses: Vec<String> = slips.iter().map(ToString::to_string).collect();
                let clauses = clauses.join(", and ");
                let whole = format!("This computes {}: {clauses}.", self.computes);
                let fits = whole.chars().count() <= LONGEST;
                (key, if fits { whole } else { format!("This computes {}: two slips.", self.computes) })
            }
        };
        Diagnosis { key: key.to_owned(), says, computes }
    }

    fn or(&self, other: &Self) -> Diagnosis {
        let [a, b] = [self, other].map(|it| it.computes.to_string());
        let is_common = self.computes.is_common() && other.computes.is_common();
        Diagnosis {
            key: "one_of_two".into(),
            says: format!("This computes {a}, or else {b}: no number told them apart."),
            computes: is_common.then_some(Computes::OneOf([a, b])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TANH: [&str; 4] = [
        "(exp(x) - exp(-x)) / (exp(x) + exp(-x))",
        "(exp(2 * x) - 1) / (exp(2 * x) + 1)",
        "2 / (1 + exp(-2 * x)) - 1",
        "tanh(x)",
    ];

    fn answers(xs: &[f32], f: &dyn Fn(f32) -> f32) -> Answers {
        xs.iter().map(|&x| (x, f(x))).collect()
    }

    fn named(f: &dyn Fn(f32) -> f32) -> Option<Diagnosis> {
        let forms: Vec<Formula> = TANH.iter().map(|form| form.parse().expect("a formula")).collect();
        let (xs, far) = (super::super::numbers(), answers(&[-100.0, 100.0], f));
        recognised(&forms, &[], &answers(&xs, f), &far, &mut |xs| Some(answers(xs, f)))
    }

    #[test]
    fn a_slip_is_named_by_what_is_computed() {
        let minus = named(&|x| (x.exp() - x.exp()) / (x.exp() + (-x).exp())).expect("a name");
        assert_eq!(minus.computes, Some(Computes::One("(exp(x) - exp(x)) / (exp(x) + exp(-x))".into())));
        let late = named(&|x| (x.exp() - -x.exp()) / (x.exp() + (-x).exp())).expect("a name");
        assert_eq!(late.key, "parentheses_moved");
        let short: f32 = "2.718".parse().expect("a number");
        let digits = named(&|x| {
            let (up, down) = (short.powf(x), short.powf(-x));
            (up - down) / (up + down)
        });
        assert!(digits.is_some_and(|found| found.says.contains("e has more digits than 2.718")));
    }

    #[test]
    fn two_slips_are_named_where_no_single_one_fits() {
        let two = named(&|x| (x.exp() + (-x).exp()) / (x.exp() + (-x).exp2())).expect("a name");
        assert_eq!(two.key, "two_slips");
        assert!(matches!(two.computes, Some(Computes::One(text)) if text.contains("exp2(-x)")));
    }

    #[test]
    fn what_is_one_function_here_and_another_there_gets_no_name() {
        assert_eq!(named(&|x| if (3.1..3.2).contains(&x) { 0.5 } else { x.tanh() * 2.0 }), None);
        assert_eq!(named(&|x| x.tanh() + 0.001 * x.sin()), None);
    }
}
