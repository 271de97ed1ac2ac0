//! The learner's activation, as a check meets it.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::Write;
use std::time::{Duration, Instant};

use channel::Tensor;
use channel::message::Reply;

use super::budget::{self, Limits};
use super::exact::Exact;
use super::failure::Failure;
use super::program::Program;
use super::reference::Reference;
use super::session::Session;
use super::show;
use super::table::Table;
use super::tolerance::Tolerance;
use super::worker::Worker;
use crate::outcome::{Outcome, Record, Status};

/// How many values are sent together, at most: with their answers they fit into the smallest buffer that a system
/// gives to a connection, so that neither side waits for the other to read.
const TOGETHER: usize = 1024;

/// What `forward` returned: values in logical order, in the shape of the input.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The output's values.
    pub values: Vec<f32>,
    /// Whether the input still read as it did before the call.
    pub input_kept: bool,
}

/// A learner's activation, run in a process of its own.
///
/// The first expectation that does not hold ends the case. When the subject is dropped, the
/// worker has to end cleanly and the case leaves its [`Record`]. A case starts as a grader error
/// and passes only if an expectation was evaluated, all held, and the worker ended well.
pub struct Subject {
    /// The reference table of this activation.
    pub table: &'static Table,
    /// The same function at every other number.
    pub exact: &'static Exact,
    /// Random numbers of this case alone.
    pub rng: fastrand::Rng,
    activation: &'static str,
    tolerance: Tolerance,
    program: Result<&'static Program, &'static str>,
    case: String,
    worker: Option<Worker>,
    evaluated: usize,
    failed: Option<Outcome>,
    printed: String,
    missing: BTreeSet<String>,
    waited: Duration,
}

impl Subject {
    /// The activation of this name, held to its reference, and the program that runs it, or why there is
    /// none.
    ///
    /// # Panics
    /// Where there is no such exercise, or its files can't be read.
    pub fn new(activation: &'static str, program: Result<&'static Program, &'static str>) -> Self {
        let reference = Reference::of(activation);
        // libtest runs each case in a thread of the case's name.
        let case = std::thread::current().name().unwrap_or_default().to_owned();
        Self {
            table: &reference.table,
            exact: &reference.exact,
            rng: Session::get().rng(&case),
            activation,
            tolerance: reference.tolerance,
            program,
            case,
            worker: None,
            evaluated: 0,
            failed: None,
            printed: String::new(),
            missing: BTreeSet::new(),
            waited: Duration::ZERO,
        }
    }

    /// How far a value may be off that has to be `expected`.
    pub fn slack(&self, expected: f64) -> f64 {
        self.tolerance.slack(expected)
    }

    /// Runs `forward`; the output has the input's shape, or the case ends here.
    pub fn forward(&mut self, input: &Tensor) -> Answer {
        let reply = self.ask(input);
        self.answer(reply, input)
    }

    fn answer(&mut self, reply: Result<Reply, Failure>, input: &Tensor) -> Answer {
        match reply {
            Ok(Reply::Answer { values, input_kept }) => Answer { values, input_kept },
            Ok(Reply::OtherShape(got)) => {
                self.fail(Failure::WrongShape { expected: input.shape.clone(), got }, Some((input, 0)))
            }
            Ok(Reply::Panicked { message, place }) => {
                self.fail(Failure::from_panic(&message, &place), Some((input, 0)))
            }
            Ok(Reply::Unknown) => {
                let what = format!("the worker knows no activation `{}`", self.activation);
                self.fail(Failure::Grader { what }, None)
            }
            Ok(Reply::Timed(_)) => {
                let how = "the program told a time, which nobody had asked for".into();
                self.fail(Failure::NoAnswer { how }, Some((input, 0)))
            }
            Err(failure) => self.fail(failure, Some((input, 0))),
        }
    }

    /// Expects `forward` to give these values, within the tolerance; NaN where NaN is expected.
    pub fn gives(&mut self, input: &Tensor, expected: &[f64]) {
        let got = self.forward(input).values;
        self.is_right(input, expected, &got);
    }

    /// The same for several inputs, in this order; small ones are sent together.
    pub fn gives_all(&mut self, inputs: &[(Tensor, Vec<f64>)]) {
        let mut left = inputs;
        while let Some((first, _)) = left.first() {
            let mut size = first.values.len();
            let more = left[1..].iter().take_while(|(input, _)| {
                size += input.values.len();
                size <= TOGETHER
            });
            let (batch, rest) = left.split_at(1 + more.count());
            left = rest;
            let inputs: Vec<&Tensor> = batch.iter().map(|(input, _)| input).collect();
            let mut replies = self.ask_all(&inputs).into_iter();
            for (input, expected) in batch {
                let reply = replies.next().expect("an answer to each, up to the first that is none");
                let got = self.answer(reply, input).values;
                self.is_right(input, expected, &got);
            }
        }
    }

    fn is_right(&mut self, input: &Tensor, expected: &[f64], got: &[f32]) {
        assert_eq!(expected.len(), got.len(), "an expectation for each value");
        let (mut count, mut worst, mut most) = (0, 0, 0.0);
        for (i, (&got, &expected)) in got.iter().zip(expected).enumerate() {
            let beyond = error(f64::from(got), expected) - self.slack(expected);
            if beyond > 0.0 {
                count += 1;
            }
            if beyond > most {
                (worst, most) = (i, beyond);
            }
        }
        self.evaluated += 1;
        if count > 0 {
            #[expect(clippy::cast_possible_truncation, reason = "shown as the f32 it has to become")]
            let expected: Vec<f32> = expected.iter().map(|&y| y as f32).collect();
            let failure = Failure::WrongValue {
                message: place(&input.shape, count, worst),
                expected: show::values(&input.shape, &expected, worst),
                got: show::values(&input.shape, got, worst),
            };
            self.fail(failure, Some((input, worst)));
        }
    }

    /// Expects a property of every value of an answer to `input`; `rule` says it in words.
    pub fn holds(&mut self, input: &Tensor, got: &[f32], rule: &str, property: impl Fn(usize) -> bool) {
        let wrong: Vec<usize> = (0..got.len()).filter(|&i| !property(i)).collect();
        self.evaluated += 1;
        if let Some(&first) = wrong.first() {
            let failure = Failure::WrongValue {
                message: place(&input.shape, wrong.len(), first),
                expected: rule.to_owned(),
                got: show::values(&input.shape, got, first),
            };
            self.fail(failure, Some((input, first)));
        }
    }

    /// Ends the worker; the next question starts another, which remembers nothing.
    pub fn restart(&mut self) {
        if let Err(failure) = self.finish() {
            self.fail(failure, None);
        }
    }

    fn ask(&mut self, input: &Tensor) -> Result<Reply, Failure> {
        let activation = self.activation;
        self.within_limits(|worker, limit| worker.ask(activation, input, limit))?
    }

    /// An answer to each, up to the first that is none.
    fn ask_all(&mut self, inputs: &[&Tensor]) -> Vec<Result<Reply, Failure>> {
        let activation = self.activation;
        self.within_limits(|worker, limit| worker.ask_all(activation, inputs, limit))
            .unwrap_or_else(|failure| vec![Err(failure)])
    }

    /// Asks the worker, which is started where there is none, on the learner's time.
    fn within_limits<T>(&mut self, ask: impl FnOnce(&mut Worker, Duration) -> T) -> Result<T, Failure> {
        let limit = budget::next_wait(self.activation)
            .ok_or(Failure::NotRun { limit: Limits::current().exercise })?;
        let worker = match &mut self.worker {
            Some(worker) => worker,
            empty => {
                let program = self.program.map_err(|what| Failure::Grader { what: what.to_owned() })?;
                let worker = Worker::start(program).map_err(|what| Failure::Grader { what })?;
                self.missing.extend(worker.missing().iter().cloned());
                empty.insert(worker)
            }
        };
        // Starting it was not on the learner's time.
        let start = Instant::now();
        let answer = ask(worker, limit);
        self.spend(start.elapsed());
        Ok(answer)
    }

    fn finish(&mut self) -> Result<(), Failure> {
        let Some(mut worker) = self.worker.take() else { return Ok(()) };
        let start = Instant::now();
        let limit = budget::next_wait(self.activation).unwrap_or(budget::LEAST);
        let finished = if self.failed.is_none() { worker.finish(limit) } else { Ok(()) };
        self.spend(start.elapsed());
        self.printed.push_str(&worker.end());
        finished
    }

    fn spend(&mut self, waited: Duration) {
        budget::spend(self.activation, waited);
        self.waited += waited;
    }

    fn fail(&mut self, failure: Failure, input: Option<(&Tensor, usize)>) -> ! {
        let outcome = failure.outcome(input.map(|(tensor, at)| show::input(tensor, at)));
        let text = describe(&outcome);
        self.failed = Some(outcome);
        panic!("{text}");
    }
}

impl Drop for Subject {
    fn drop(&mut self) {
        let finished = self.finish();
        let broken = |what: &str| Failure::Grader { what: what.to_owned() }.outcome(None);
        let outcome = match (self.failed.take(), finished) {
            (Some(outcome), _) => outcome,
            (None, _) if std::thread::panicking() => broken("the check itself panicked"),
            (None, Err(failure)) => failure.outcome(None),
            (None, Ok(())) if self.evaluated == 0 => broken("the check evaluated no expectation"),
            (None, Ok(())) => Outcome::new(Status::Passed, ""),
        };
        let record = Record {
            case: self.case.clone(),
            outcome,
            printed: self.printed.clone(),
            missing: std::mem::take(&mut self.missing),
            waited: self.waited.as_secs_f64(),
        };
        if let Some(path) = &Session::get().records {
            let line = serde_json::to_string(&record).expect("a record is plain data") + "\n";
            let file = OpenOptions::new().append(true).create(true).open(path);
            // If this fails, the grader reports the missing record: see `student::run::suite`.
            let _ = file.and_then(|mut file| file.write_all(line.as_bytes()));
        }
        if record.outcome.status != Status::Passed && !std::thread::panicking() {
            panic!("{}", describe(&record.outcome));
        }
    }
}

/// How far a value is off: 0 for two NaN or the same infinity, infinite for one of them.
fn error(got: f64, expected: f64) -> f64 {
    if got == expected || (got.is_nan() && expected.is_nan()) {
        0.0
    } else {
        Some((got - expected).abs()).filter(|off| !off.is_nan()).unwrap_or(f64::INFINITY)
    }
}

fn place(shape: &[usize], wrong: usize, worst: usize) -> String {
    let total: usize = shape.iter().product();
    match (total, wrong) {
        (1, _) => "the value is wrong".into(),
        (_, 1) => format!("1 of {total} values is wrong, at index {:?}", show::index(shape, worst)),
        _ => {
            format!("{wrong} of {total} values are wrong, the worst at index {:?}", show::index(shape, worst))
        }
    }
}

fn describe(outcome: &Outcome) -> String {
    let mut text = outcome.message.clone();
    for (name, value) in [("input", &outcome.input), ("expected", &outcome.expected), ("got", &outcome.got)] {
        if let Some(value) = value {
            text += &format!("\n  {name:9} {value}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nan_and_infinity_are_right_only_where_they_are_expected() {
        let (nan, inf) = (f64::NAN, f64::INFINITY);
        assert_eq!(error(nan, nan), 0.0);
        assert_eq!(error(inf, inf), 0.0);
        assert_eq!(error(-0.0, 0.0), 0.0);
        for (got, expected) in [(nan, 0.0), (0.0, nan), (inf, -inf), (inf, nan), (nan, inf), (inf, 1.0)] {
            assert_eq!(error(got, expected), inf, "{got} for {expected}");
        }
        assert_eq!(error(0.5, 0.25), 0.25);
    }
}
