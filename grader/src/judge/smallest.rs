//! The smallest tensor that fails as a larger one did: what is shown, and never what is decided.
//!
//! Candidates are tried in this order: fewest values, lowest rank, simplest numbers. The learner's code is asked
//! in a process of its own, on time of its own.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use channel::Tensor;

use super::candidates::Candidates;
use super::examiner::Examiner;
use super::expectation::Expectation;
use super::failure::Failure;
use super::program::Program;
use super::questions::Questions;
use super::reference::Reference;

/// How long is looked for one counterexample, and for all those of a run of the suite.
const FOR_ONE: Duration = Duration::from_millis(400);
const FOR_ALL: Duration = Duration::from_millis(1500);

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
/// does not fail in a new process: then the fault lies in what was asked before.
pub fn smallest(
    activation: &str,
    program: &Program,
    expected: &Expectation,
    input: &Tensor,
    failure: &Failure,
) -> Option<Counterexample> {
    let start = Instant::now();
    let left = FOR_ALL.saturating_sub(*spent());
    let found = search(activation, program, expected, input, failure, left.min(FOR_ONE));
    *spent() += start.elapsed();
    found
}

fn spent() -> MutexGuard<'static, Duration> {
    SPENT.lock().unwrap_or_else(PoisonError::into_inner)
}

fn search(
    activation: &str,
    program: &Program,
    expected: &Expectation,
    input: &Tensor,
    failure: &Failure,
    within: Duration,
) -> Option<Counterexample> {
    let until = Instant::now() + within;
    let mut questions = Questions::to(activation, program, within);
    let mut examiner = Examiner::new(Reference::of(activation));
    let mut first_like = |some: &[Tensor]| {
        let mut some = some;
        while !some.is_empty() && Instant::now() < until {
            match examiner.examine(&mut questions, expected, some) {
                Ok(_) => return None,
                Err(fault) if fault.failure.is_like(failure) => {
                    return Some((some[fault.at].clone(), fault.failure));
                }
                // It fails otherwise, which is another check's business.
                Err(fault) => some = &some[fault.at + 1..],
            }
        }
        None
    };
    // Where a new process answers it well, the fault lies in what was asked before.
    let mut best = first_like(std::slice::from_ref(input))?;
    let mut candidates = Candidates::new(expected, input, failure);
    let mut fails = false;
    while let Some(some) = candidates.next(fails) {
        let found = first_like(&some);
        fails = found.is_some();
        best = found.unwrap_or(best);
    }
    let (input, failure) = best;
    let mut alone = Questions::to(activation, program, FOR_ONE);
    let printed = match Failure::of_reply(&input, alone.ask(&input, FOR_ONE)?) {
        // The same call, and nothing else.
        Ok(_) | Err(Failure::Panicked { .. } | Failure::WrongShape { .. }) => alone.printed(),
        Err(_) => String::new(),
    };
    Some(Counterexample { input, failure, printed })
}

impl Failure {
    /// Whether two tensors fail in the same way.
    fn is_like(&self, other: &Self) -> bool {
        self.is_answer() && std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}
