//! Holds answers to an expectation.

use channel::Tensor;
use channel::message::Reply;

use super::alone::Alone;
use super::expectation::{Expectation, Rule};
use super::failure::{Expected, Failure};
use super::reference::Reference;
use super::rows::Scope;

/// How many values are sent together, at most: with their answers they fit into the smallest buffer that a system
/// gives to a connection, so that neither side waits for the other to read.
const TOGETHER: usize = 1024;

/// How many tensors are sent together, likewise.
const TENSORS: usize = 100;

/// How many different values a tensor of the suite has at most, after which they repeat: a prime, so that no block
/// length divides the period.
pub const DIFFERENT: usize = 1009;

/// Vector and scalar code may round differently, and a formula may make much of a rounding.
const ROUNDING: f64 = 1e-5;

/// The same of a row, whose sum may be taken in another order, and may be close to 0.
const ROUNDING_OF_ROWS: f64 = 1e-3;

/// Whoever runs a learner's `forward`.
pub trait Ask {
    /// The answer of the layer of this name to each, up to the first that is none.
    fn ask(&mut self, layer: &str, inputs: &[&Tensor]) -> Vec<Result<Reply, Failure>>;
}

/// The shape of a tensor that holds a row of this length.
type Shaped = fn(usize) -> Vec<usize>;

/// What an exercise's answers are held to, and what is known of them already.
pub struct Examiner {
    reference: &'static Reference,
    alone: Alone,
}

/// The first tensor that fails.
#[derive(Debug)]
pub struct Fault {
    /// Which one of those that were asked about.
    pub at: usize,
    /// How it fails.
    pub failure: Failure,
}

impl Examiner {
    /// Knows the reference, and nothing of the learner's yet.
    pub fn new(reference: &'static Reference) -> Self {
        Self { reference, alone: Alone::new(reference.scope) }
    }

    /// The lowest rank that a tensor has to have.
    pub fn lowest_rank(&self) -> usize {
        self.reference.scope.lowest_rank()
    }

    /// Asks about tensors, in their order, and holds the answers to what is expected. A tensor that fails, and
    /// one of whose controls fails, too, is left unjudged. Tells how many were judged.
    ///
    /// # Errors
    /// The first that fails.
    pub fn examine(
        &mut self,
        ask: &mut dyn Ask,
        expected: &Expectation,
        inputs: &[Tensor],
    ) -> Result<usize, Fault> {
        let mut judged = 0;
        let mut start = 0;
        while start < inputs.len() {
            let batch = &inputs[start..start + together(&inputs[start..])];
            if matches!(expected.rule, Rule::Alone) {
                self.ask_alone(ask, batch).map_err(|failure| Fault { at: start, failure })?;
            }
            let mut replies = ask.ask(&self.reference.layer, &batch.iter().collect::<Vec<_>>()).into_iter();
            for (at, input) in (start..).zip(batch) {
                let reply = replies.next().expect("an answer to each, up to the first that is none");
                match self.judge(expected.rule, input, reply) {
                    Ok(()) => judged += 1,
                    Err(failure) if failure.is_answer() && self.is_excused(ask, expected, input) => {}
                    Err(failure) => return Err(Fault { at, failure }),
                }
            }
            start += batch.len();
        }
        Ok(judged)
    }

    /// Holds one answer to a rule.
    ///
    /// # Errors
    /// How it fails.
    pub fn judge(
        &mut self,
        rule: Rule,
        input: &Tensor,
        reply: Result<Reply, Failure>,
    ) -> Result<(), Failure> {
        let got = Failure::of_reply(input, reply)?;
        let (wrong, expected) = self.wrong(rule, input, &got);
        if wrong.is_empty() { Ok(()) } else { Err(Failure::WrongValue { wrong, expected, got }) }
    }

    /// Whether a tensor fails for a reason that has nothing to do with what the check is about.
    fn is_excused(&mut self, ask: &mut dyn Ask, expected: &Expectation, input: &Tensor) -> bool {
        expected.about.controls(self.reference.scope, input).iter().any(|control| {
            let passes = self.ask_alone(ask, std::slice::from_ref(control)).is_ok()
                && ask
                    .ask(&self.reference.layer, &[control])
                    .pop()
                    .is_some_and(|reply| self.judge(Rule::Alone, control, reply).is_ok());
            !passes
        })
    }

    /// The places of the values that break a rule, and what should be there.
    fn wrong(&mut self, rule: Rule, input: &Tensor, got: &[f32]) -> (Vec<usize>, Expected) {
        let xs = &input.values;
        let places = |holds: &dyn Fn(usize) -> bool| (0..got.len()).filter(|&i| !holds(i)).collect();
        match rule {
            Rule::Right => {
                let right = self.reference.values(input);
                let holds = |i: usize| self.is_right(got[i], right[i]);
                #[expect(clippy::cast_possible_truncation, reason = "shown as the f32 it has to become")]
                let expected = right.iter().map(|&y| y as f32).collect();
                (places(&holds), Expected::Values(expected))
            }
            Rule::Alone => {
                let alone = self.alone.put_together(self.reference, input);
                let is_of_rows = self.reference.scope != Scope::Value;
                let rounding = if is_of_rows { ROUNDING_OF_ROWS } else { ROUNDING };
                let is_as_alone = |i: usize| {
                    let (got, alone) = (got[i], alone[i]);
                    got.to_bits() == alone.to_bits() || off(got, alone.into()) <= rounding * rounded(alone)
                };
                let differing: Vec<usize> = places(&is_as_alone);
                let right = if differing.is_empty() { Vec::new() } else { self.reference.values(input) };
                let is_wrong = |&i: &usize| !self.is_right(got[i], right[i]);
                let wrong = differing.into_iter().filter(is_wrong).collect();
                (wrong, if is_of_rows { Expected::RowAlone(alone) } else { Expected::Alone(alone) })
            }
            Rule::Each { words, holds } => (places(&|i| holds(xs[i], got[i])), Expected::Words(words)),
            Rule::Row { words, holds } => {
                let of = |values: &[f32], places: &[usize]| -> Vec<f32> {
                    places.iter().map(|&place| values[place]).collect()
                };
                let rows = self.reference.scope.rows(&input.shape);
                let mut wrong: Vec<usize> =
                    rows.filter(|places| !holds(&of(xs, places), &of(got, places))).flatten().collect();
                wrong.sort_unstable();
                (wrong, Expected::Words(words))
            }
            Rule::Rising => {
                let slack = |y: f32| self.reference.tolerance.slack(y.into()) / 3.0;
                // A step backwards of some units in the last place is less than the accuracy that is asked for.
                let falls = |i: usize| f64::from(got[i]) < f64::from(got[i - 1]) - slack(got[i]);
                let holds = |i: usize| !got[i].is_nan() && (i == 0 || !falls(i));
                (places(&holds), Expected::Words("no value smaller than the one before it"))
            }
        }
    }

    fn is_right(&self, got: f32, right: f64) -> bool {
        off(got, right) <= self.reference.tolerance.slack(right)
    }

    /// Has each number of these tensors answered alone, in the simplest tensor of one value that is answered; each row,
    /// where the function is one of rows, in a vector.
    fn ask_alone(&mut self, ask: &mut dyn Ask, inputs: &[Tensor]) -> Result<(), Failure> {
        let missing = self.alone.missing(self.reference, inputs);
        let (what, shapes): (_, &[Shaped]) = match self.reference.scope {
            Scope::Value => ("single numbers", &[|_| vec![1], |_| vec![], |_| vec![1, 1]]),
            Scope::Row(_) => ("single rows", &[|length| vec![length], |length| vec![1, length]]),
        };
        let mut refused = None;
        'shapes: for shape in shapes {
            let all: Vec<Tensor> =
                missing.iter().map(|row| Tensor::new(&shape(row.len()), row.clone())).collect();
            let mut rest = &all[..];
            while !rest.is_empty() {
                let (some, others) = rest.split_at(together(rest));
                rest = others;
                let replies = ask.ask(self.reference.alone(), &some.iter().collect::<Vec<_>>());
                for (input, reply) in some.iter().zip(replies) {
                    match Failure::of_reply(input, reply) {
                        Ok(answer) => {
                            self.alone.insert(&input.values, answer);
                        }
                        Err(failure) if failure.is_answer() => {
                            refused.get_or_insert(failure);
                            continue 'shapes;
                        }
                        Err(failure) => return Err(failure),
                    }
                }
            }
            return Ok(());
        }
        let how = refused.map(|failure| failure.outcome(None).message).unwrap_or_default();
        Err(Failure::NotJudged { why: format!("{what} get no answer: {how}") })
    }
}

/// How many of the first tensors can be sent together.
fn together(inputs: &[Tensor]) -> usize {
    let mut size = 0;
    let fitting = inputs.iter().take(TENSORS).take_while(|input| {
        size += input.values.len();
        size <= TOGETHER
    });
    fitting.count().max(1)
}

/// How far a value is off: 0 for two NaN or the same infinity, infinite for one of them.
fn off(got: f32, expected: f64) -> f64 {
    let got = f64::from(got);
    if got == expected || (got.is_nan() && expected.is_nan()) {
        0.0
    } else {
        Some((got - expected).abs()).filter(|off| !off.is_nan()).unwrap_or(f64::INFINITY)
    }
}

/// What a rounding is in relation to.
fn rounded(value: f32) -> f64 {
    if value.is_finite() { f64::from(value.abs()).max(0.1) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{About, Layout};

    #[test]
    fn nan_and_infinity_are_right_only_where_they_are_expected() {
        let (nan, inf) = (f32::NAN, f32::INFINITY);
        assert_eq!(off(nan, f64::NAN), 0.0);
        assert_eq!(off(inf, f64::INFINITY), 0.0);
        assert_eq!(off(-0.0, 0.0), 0.0);
        for (got, expected) in [(nan, 0.0), (0.0, nan), (inf, -inf), (inf, nan), (nan, inf), (inf, 1.0)] {
            assert_eq!(off(got, expected.into()), f64::INFINITY, "{got} for {expected}");
        }
        assert_eq!(off(0.5, 0.25), 0.25);
    }

    /// A learner's code that answers every tensor by a function of the whole tensor.
    struct Learner(fn(&Tensor) -> Vec<f32>);

    impl Ask for Learner {
        fn ask(&mut self, _: &str, inputs: &[&Tensor]) -> Vec<Result<Reply, Failure>> {
            inputs.iter().map(|input| Ok(Reply::Answer((self.0)(input)))).collect()
        }
    }

    fn examine(
        learner: fn(&Tensor) -> Vec<f32>,
        rule: Rule,
        about: About,
        input: Tensor,
    ) -> Result<usize, Fault> {
        let expected = Expectation { rule, about, among: |_| true };
        Examiner::new(Reference::of("tanh")).examine(&mut Learner(learner), &expected, &[input])
    }

    fn matrix() -> Tensor {
        Tensor::new(&[2, 2], vec![1.0, 2.0, -1.0, 3.0])
    }

    #[test]
    fn a_wrong_formula_breaks_no_rule_of_form() {
        let doubled = |input: &Tensor| input.values.iter().map(|x| 2.0 * x.tanh()).collect();
        assert!(examine(doubled, Rule::Alone, About::Shape, matrix()).is_ok_and(|judged| judged == 1));
        let fault = examine(doubled, Rule::Right, About::Numbers, matrix()).expect_err("twice too large");
        assert!(matches!(fault.failure, Failure::WrongValue { wrong, .. } if wrong == [0, 1, 2, 3]));
    }

    #[test]
    fn a_wrong_form_is_left_to_the_check_that_is_about_it() {
        let backwards = |input: &Tensor| {
            let right = input.values.iter().map(|x| x.tanh());
            if input.shape.len() == 2 { right.rev().collect() } else { right.collect() }
        };
        assert!(examine(backwards, Rule::Alone, About::Shape, matrix()).is_err());
        assert!(examine(backwards, Rule::Right, About::Numbers, matrix()).is_ok_and(|judged| judged == 0));
        let laid_out = matrix().laid_out(Layout::transposed(2));
        assert!(examine(backwards, Rule::Alone, About::Layout, laid_out).is_ok_and(|judged| judged == 0));
    }

    /// Shares of 1 along the last axis, whatever is asked for, of powers with this sign.
    fn shares(input: &Tensor, sign: f32) -> Vec<f32> {
        let length = input.shape.last().copied().unwrap_or(1).max(1);
        let row = |row: &[f32]| -> Vec<f32> {
            let sum: f32 = row.iter().map(|x| (sign * x).exp()).sum();
            row.iter().map(|x| (sign * x).exp() / sum).collect()
        };
        input.values.chunks(length).flat_map(row).collect()
    }

    #[test]
    fn a_row_is_compared_with_itself_in_a_vector() {
        let judged = |learner: fn(&Tensor) -> Vec<f32>, layer: &str, rule: Rule| {
            let expected = Expectation { rule, about: About::Shape, among: |_| true };
            let examined =
                Examiner::new(Reference::of(layer)).examine(&mut Learner(learner), &expected, &[matrix()]);
            examined.map_err(|fault| fault.failure)
        };
        let last: fn(&Tensor) -> Vec<f32> = |input| shares(input, 1.0);
        assert_eq!(judged(last, "softmax", Rule::Right), Ok(1));
        let of_columns = judged(last, "softmax 0", Rule::Alone).expect_err("rows are taken for columns");
        assert!(matches!(of_columns, Failure::WrongValue { wrong, .. } if wrong == [0, 1, 2, 3]));
        let wrong: fn(&Tensor) -> Vec<f32> = |input| shares(input, -1.0);
        assert_eq!(judged(wrong, "softmax", Rule::Alone), Ok(1), "its form is right");
        let first_below = Rule::Row { words: "no more than", holds: |_, shares| shares[0] <= shares[1] };
        let failure = judged(wrong, "softmax", first_below).expect_err("the first row falls");
        assert!(matches!(failure, Failure::WrongValue { wrong, .. } if wrong == [0, 1, 2, 3]));
        let one = judged(last, "softmax", first_below);
        assert_eq!(one, Ok(1), "both rows rise");
    }

    #[test]
    fn code_that_answers_no_single_number_is_not_judged_by_its_form() {
        struct Refuses;
        impl Ask for Refuses {
            fn ask(&mut self, _: &str, inputs: &[&Tensor]) -> Vec<Result<Reply, Failure>> {
                let panicked = || Reply::Panicked { message: "too few".into(), place: "a.rs:1".into() };
                inputs.iter().map(|_| Ok(panicked())).collect()
            }
        }
        let expected = Expectation { rule: Rule::Alone, about: About::Shape, among: |_| true };
        let mut examiner = Examiner::new(Reference::of("tanh"));
        let fault = examiner.examine(&mut Refuses, &expected, &[matrix()]).expect_err("no answer");
        assert!(matches!(fault.failure, Failure::NotJudged { .. }));
    }
}
