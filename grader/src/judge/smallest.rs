//! The smallest tensor that fails as a larger one did: what is shown, and never what is decided.
//!
//! Candidates are tried in this order: fewest values, lowest rank, simplest numbers. The learner's code is asked
//! in a process of its own, on time of its own.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use channel::Tensor;

use super::candidates::Candidates;
use super::examiner::{Ask, Examiner};
use super::expectation::Expectation;
use super::failure::Failure;
use super::program::Program;
use super::proof;
use super::questions::Questions;
use super::reference::Reference;
use super::session::Session;

/// How long is looked for one counterexample, and for all those of a run of the suite.
const FOR_ONE: Duration = Duration::from_secs(2);
const FOR_ALL: Duration = Duration::from_secs(6);

/// How often a simpler tensor is asked about again: of code that answers by chance, some of all tensors fail.
const ASKED_AGAIN: usize = 16;

/// How much of that is used up.
static SPENT: Mutex<Duration> = Mutex::new(Duration::ZERO);

/// A tensor that fails, and what its call was like.
pub struct Counterexample {
    /// The tensor.
    pub input: Tensor,
    /// How it fails.
    pub failure: Failure,
    /// What the code printed in this one call.
    pub printed: String,
}

/// Looks for the smallest tensor that fails as `input` did, until the time is used up. `None` where `input` itself
/// does not fail in a new process: then the fault lies in what was asked before. `prints` says whether the code
/// prints anything.
pub fn smallest(
    layer: &str,
    program: &Program,
    expected: &Expectation,
    input: &Tensor,
    failure: &Failure,
    prints: bool,
) -> Option<Counterexample> {
    let start = Instant::now();
    let left = FOR_ALL.saturating_sub(*spent());
    let found = search(layer, program, expected, input, failure, left.min(FOR_ONE));
    let found = found.and_then(|(input, failure, mut examiner)| {
        if !prints && !matches!(failure, Failure::Panicked { .. }) {
            return Some(Counterexample { input, failure, printed: String::new() });
        }
        // What is shown is what this one call prints, or panics with, in a process that has not been asked before.
        let mut alone = Questions::to(layer, program, FOR_ONE);
        let same = examiner.judge(expected.rule, &input, alone.ask(&input, FOR_ONE)?).err()?;
        same.is_like(&failure).then(|| Counterexample { input, failure: same, printed: alone.printed() })
    });
    *spent() += start.elapsed();
    found
}

fn spent() -> MutexGuard<'static, Duration> {
    SPENT.lock().unwrap_or_else(PoisonError::into_inner)
}

fn search(
    layer: &str,
    program: &Program,
    expected: &Expectation,
    input: &Tensor,
    failure: &Failure,
    within: Duration,
) -> Option<(Tensor, Failure, Examiner)> {
    let mut questions = Questions::to(layer, program, within);
    let mut examiner = Examiner::new(Reference::of(layer));
    let until = Instant::now() + within;
    let mut search = Search {
        examiner: &mut examiner,
        ask: &mut questions,
        expected,
        failure,
        until,
        otherwise: Vec::new(),
    };
    let (input, mut failure) = search.among_candidates(input)?;
    if Session::get().proves
        && let Some(simpler) = search.simpler(&input)
    {
        let what = format!("{input:?} is shown, and the simpler {simpler:?} fails in the same way");
        failure = Failure::Grader { what };
    }
    Some((input, failure, examiner))
}

/// A search for tensors that fail in the same way.
struct Search<'a> {
    examiner: &'a mut Examiner,
    ask: &'a mut dyn Ask,
    expected: &'a Expectation,
    failure: &'a Failure,
    until: Instant,
    /// Those that failed, and in another way.
    otherwise: Vec<Tensor>,
}

impl Search<'_> {
    fn among_candidates(&mut self, input: &Tensor) -> Option<(Tensor, Failure)> {
        // Where a new process answers it well, the fault lies in what was asked before.
        let mut best = self.first(std::slice::from_ref(input))?;
        let mut candidates = Candidates::new(self.expected, input, self.failure, self.examiner.lowest_rank());
        let mut fails = false;
        while let Some(some) = candidates.next(fails) {
            let found = self.first(&some);
            fails = found.is_some();
            best = found.unwrap_or(best);
        }
        Some(best)
    }

    /// One that is simpler than what was found, by a proof's enumeration, and that fails in this way whenever it is
    /// asked about: what sometimes crashes and sometimes panics was no counterexample when the search came to it.
    fn simpler(&mut self, found: &Tensor) -> Option<Tensor> {
        let (simpler, _) = self.first(&proof::simpler(self.expected, found, self.examiner.lowest_rank()))?;
        let always = (0..ASKED_AGAIN).all(|_| self.first(std::slice::from_ref(&simpler)).is_some());
        (always && !self.otherwise.contains(&simpler)).then_some(simpler)
    }

    /// The first that fails in this way.
    fn first(&mut self, some: &[Tensor]) -> Option<(Tensor, Failure)> {
        let mut some = some;
        while !some.is_empty() && Instant::now() < self.until {
            match self.examiner.examine(self.ask, self.expected, some) {
                Ok(_) => return None,
                Err(fault) if fault.failure.is_like(self.failure) => {
                    return Some((some[fault.at].clone(), fault.failure));
                }
                // It fails otherwise, which is another check's business.
                Err(fault) => {
                    self.otherwise.push(some[fault.at].clone());
                    some = &some[fault.at + 1..];
                }
            }
        }
        None
    }
}

impl Failure {
    /// Whether two tensors fail in the same way.
    fn is_like(&self, other: &Self) -> bool {
        self.is_answer() && std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

#[cfg(test)]
mod tests {
    use channel::message::Reply;

    use super::*;
    use crate::judge::{About, Layout, Rule};

    /// Code that makes this of a tensor.
    struct Learner(Forward);

    type Forward = fn(&Tensor) -> Vec<f32>;

    impl Ask for Learner {
        fn ask(&mut self, _: &str, inputs: &[&Tensor]) -> Vec<Result<Reply, Failure>> {
            inputs.iter().map(|input| Ok(Reply::Answer((self.0)(input)))).collect()
        }
    }

    const RIGHT: Expectation =
        Expectation { rule: Rule::Right, about: About::Numbers, among: |x| x.abs() <= 20.0 };

    fn each(input: &Tensor, f: impl Fn(f32) -> f32) -> Vec<f32> {
        input.values.iter().map(|&x| f(x)).collect()
    }

    /// What is shown where this is asked about. Every simpler one passes.
    fn shown(learner: Forward, expected: &Expectation, input: &Tensor) -> Tensor {
        let (mut examiner, mut ask) = (Examiner::new(Reference::of("tanh")), Learner(learner));
        let fault =
            examiner.examine(&mut ask, expected, std::slice::from_ref(input)).expect_err("it is wrong");
        let until = Instant::now() + Duration::from_secs(60);
        let (examiner, ask, failure) = (&mut examiner, &mut ask, &fault.failure);
        let mut search = Search { examiner, ask, expected, failure, until, otherwise: Vec::new() };
        let (found, _) = search.among_candidates(input).expect("it fails again");
        assert_eq!(search.simpler(&found), None, "{found:?} is shown");
        found
    }

    #[test]
    fn what_is_not_the_smallest_is_found_out() {
        let doubled: Forward = |input| each(input, |x| 2.0 * x.tanh());
        let (mut examiner, mut ask) = (Examiner::new(Reference::of("tanh")), Learner(doubled));
        let shown =
            [Tensor::new(&[1], vec![1.0]), Tensor::new(&[], vec![3.0]), Tensor::new(&[2], vec![0.0, 1.0])];
        for shown in shown {
            let one = std::slice::from_ref(&shown);
            let failure = examiner.examine(&mut ask, &RIGHT, one).expect_err("it is wrong").failure;
            let until = Instant::now() + Duration::from_secs(60);
            let (examiner, ask, failure) = (&mut examiner, &mut ask, &failure);
            let simpler = Search { examiner, ask, expected: &RIGHT, failure, until, otherwise: Vec::new() }
                .simpler(&shown);
            assert_eq!(simpler.map(|simpler| simpler.values), Some(vec![1.0]), "{shown:?}");
        }
    }

    /// Code that crashes when it is first asked, and panics from then on.
    struct CrashesOnce(bool);

    impl Ask for CrashesOnce {
        fn ask(&mut self, _: &str, inputs: &[&Tensor]) -> Vec<Result<Reply, Failure>> {
            if std::mem::replace(&mut self.0, true) {
                let panicked = || Reply::Panicked { message: "no".into(), place: String::new() };
                return inputs.iter().map(|_| Ok(panicked())).collect();
            }
            vec![Err(Failure::Crashed { how: String::new() })]
        }
    }

    #[test]
    fn what_crashed_when_the_search_came_to_it_is_not_held_against_the_search() {
        for (has_crashed, simpler) in [(true, Some(vec![0.0])), (false, None)] {
            let (mut examiner, mut ask) = (Examiner::new(Reference::of("tanh")), CrashesOnce(has_crashed));
            let until = Instant::now() + Duration::from_secs(60);
            let failure = &Failure::from_panic("no", "");
            let (examiner, ask) = (&mut examiner, &mut ask);
            let mut search =
                Search { examiner, ask, expected: &RIGHT, failure, until, otherwise: Vec::new() };
            search.first(&[Tensor::new(&[1], vec![0.0])]);
            let found = search.simpler(&Tensor::new(&[2], vec![0.0, 0.0]));
            assert_eq!(found.map(|found| found.values), simpler);
        }
    }

    #[test]
    fn no_simpler_one_fails() {
        let drawn: Vec<f32> = (0..240_u8).map(|i| f32::from(i) / 6.5 - 18.3).collect();
        let vector = Tensor::new(&[240], drawn.clone());
        let learners: [(Forward, &[usize], &[f32]); 7] = [
            (|input| each(input, |x| x.tanh() + 1.0), &[], &[0.0]),
            (|input| each(input, |x| -x.tanh()), &[], &[1.0]),
            (|input| each(input, |x| x.tanh().abs()), &[], &[-1.0]),
            (|input| each(input, |x| x.clamp(-2.0, 2.0).tanh()), &[], &[10.0]),
            (|input| each(input, |x| if x > 12.0 { 0.5 } else { x.tanh() }), &[], &[20.0]),
            // A softmax of a kind: each value depends on those beside it.
            (
                |input| each(input, |x| x.tanh() * if input.values.len() > 1 { 0.5 } else { 1.0 }),
                &[2],
                &[0.0, 1.0],
            ),
            (
                |input| each(input, |x| if input.values.len() == 240 { 0.25 } else { x.tanh() }),
                &[240],
                &drawn,
            ),
        ];
        for (learner, shape, values) in learners {
            let found = shown(learner, &RIGHT, &vector);
            assert_eq!(found.shape, shape);
            assert!(values.len() > 2 || found.values == values, "{found:?}");
        }
    }

    #[test]
    fn a_fault_of_form_is_shown_in_that_form() {
        let rows: Forward = |input| {
            let right = each(input, f32::tanh);
            if input.shape.len() == 2 && input.shape[0] > 1 {
                right.into_iter().rev().collect()
            } else {
                right
            }
        };
        let matrix = Tensor::new(&[4, 3], (0..12_u8).map(f32::from).collect());
        let shape = Expectation { rule: Rule::Alone, about: About::Shape, among: |x| x.abs() <= 20.0 };
        assert_eq!(shown(rows, &shape, &matrix).shape, [2, 1]);

        let memory: Forward = |input| {
            let right = each(input, f32::tanh);
            if input.layout.is_standard() { right } else { right.into_iter().rev().collect() }
        };
        let layout = Expectation { about: About::Layout, ..shape };
        let found = shown(memory, &layout, &matrix.clone().laid_out(Layout::transposed(2)));
        assert_eq!((found.values.len(), found.layout), (2, Layout::transposed(found.shape.len())));

        let large: Forward = |input| {
            let wrong = |(i, y): (usize, f32)| if i >= 1234 { 0.5 } else { y };
            each(input, f32::tanh).into_iter().enumerate().map(wrong).collect()
        };
        let size = Expectation { about: About::Size, ..shape };
        let long = Tensor::new(&[70_000], (0..70_000_u32).map(|i| (i % 7) as f32).collect());
        assert_eq!(shown(large, &size, &long).values.len(), 1235);
    }
}
