//! The learner's activation, as a check meets it.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::Write;
use std::time::{Duration, Instant};

use channel::message::Reply;
use channel::{Tensor, layer};

use super::budget::{self, Limits};
use super::examiner::{Ask, Examiner};
use super::expectation::{Expectation, Rule};
use super::failure::{Expected, Failure};
use super::program::Program;
use super::reference::Reference;
use super::rows::Scope;
use super::session::Session;
use super::show;
use super::smallest::smallest;
use super::table::Table;
use super::worker::Worker;
use crate::outcome::{Outcome, Record, Status};

/// How many numbers are asked about again, to see whether their answers stay the same.
const ASKED_AGAIN: u8 = 31;

/// A learner's activation, run in a process of its own.
///
/// The first expectation that does not hold ends the case. When the subject is dropped, the
/// worker has to end cleanly and the case leaves its [`Record`]. A case starts as a grader error
/// and passes only if an expectation was evaluated, all held, and the worker ended well.
pub struct Subject {
    /// The reference table of this activation with its usual parameter; empty for a function of rows.
    pub table: &'static Table,
    /// Random numbers of this case alone.
    pub rng: fastrand::Rng,
    reference: &'static Reference,
    program: Result<&'static Program, &'static str>,
    examiner: Examiner,
    line: Line,
    case: String,
    /// How many tensors were asked about, and how many of them were judged.
    asked: usize,
    judged: usize,
    failed: Option<Outcome>,
    printed: String,
}

/// The line to a worker, and what it is like to wait for it.
struct Line {
    exercise: &'static str,
    program: Result<&'static Program, &'static str>,
    worker: Option<Worker>,
    printed: String,
    missing: BTreeSet<String>,
    waited: Duration,
    starts: usize,
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
            rng: Session::get().rng(&case),
            reference,
            program,
            examiner: Examiner::new(reference),
            line: Line {
                exercise: activation,
                program,
                worker: None,
                printed: String::new(),
                missing: BTreeSet::new(),
                waited: Duration::ZERO,
                starts: 0,
            },
            case,
            asked: 0,
            judged: 0,
            failed: None,
            printed: String::new(),
        }
    }

    /// From now on, the layer with this parameter is meant, and not the one with the usual parameter.
    ///
    /// # Panics
    /// Where the layer has no parameter, or none that could be this.
    pub fn with(&mut self, parameter: f32) -> &mut Self {
        self.reference = Reference::of(&layer::with(self.line.exercise, parameter));
        self.examiner = Examiner::new(self.reference);
        self
    }

    /// Expects this of the answer to each of these tensors, in their order.
    pub fn expect(&mut self, expected: &Expectation, inputs: &[Tensor]) {
        self.asked += inputs.len();
        match self.examiner.examine(&mut self.line, expected, inputs) {
            Ok(judged) => self.judged += judged,
            Err(fault) => {
                let input = &inputs[fault.at];
                if matches!(expected.rule, Rule::Alone) && fault.failure.is_answer() && !self.is_steady() {
                    let what = if self.reference.scope == Scope::Value { "number" } else { "row" };
                    let why = format!("what a single {what} gives changes from call to call");
                    self.fail(Failure::NotJudged { why }, None);
                }
                self.fail_in_small(expected, input, fault.failure);
            }
        }
    }

    /// Runs `forward`; the output has the input's shape, or the case ends here.
    pub fn forward(&mut self, input: &Tensor) -> Vec<f32> {
        let reply = self.line.ask(&self.reference.layer, &[input]).pop().expect("an answer to each");
        Failure::of_reply(input, reply).unwrap_or_else(|failure| self.fail(failure, Some(input)))
    }

    /// Expects the answer to be the one that was given to the same input before, to the last bit.
    pub fn repeats(&mut self, input: &Tensor, before: &[f32]) {
        let got = self.forward(input);
        (self.asked, self.judged) = (self.asked + 1, self.judged + 1);
        let differs = |&i: &usize| got[i].to_bits() != before[i].to_bits();
        let wrong: Vec<usize> = (0..got.len()).filter(differs).collect();
        if !wrong.is_empty() {
            let expected = Expected::Words("the answer that was given to this input before");
            self.fail(Failure::WrongValue { wrong, expected, got }, Some(input));
        }
    }

    /// Ends the worker; the next question starts another, which remembers nothing.
    pub fn restart(&mut self) {
        if let Err(failure) = self.line.finish(true) {
            self.fail(failure, None);
        }
    }

    /// Whether one new process gives single numbers, or rows of two, the answers that another gives, which is asked
    /// backwards.
    fn is_steady(&mut self) -> bool {
        let row = |x: f32| if self.reference.scope == Scope::Value { vec![x] } else { vec![x, 0.5] };
        let rows = (0..ASKED_AGAIN).map(|i| row(f32::from(i) / 4.0 - 4.0));
        let mut inputs: Vec<Tensor> = rows.map(|row| Tensor::new(&[row.len()], row)).collect();
        let forwards = self.answers_of_new(&inputs);
        inputs.reverse();
        let mut backwards = self.answers_of_new(&inputs);
        backwards.reverse();
        forwards == backwards
    }

    /// The bits of a new process's answers to single rows, of each the first.
    fn answers_of_new(&mut self, inputs: &[Tensor]) -> Vec<Option<u32>> {
        let _ = self.line.finish(false);
        let replies = self.line.ask(self.reference.alone(), &inputs.iter().collect::<Vec<_>>()).into_iter();
        let answers = inputs.iter().zip(replies).map(|(input, reply)| Failure::of_reply(input, reply).ok());
        answers.map(|answer| Some(answer?[0].to_bits())).collect()
    }

    fn fail_in_small(&mut self, expected: &Expectation, input: &Tensor, failure: Failure) -> ! {
        let program = self.program.ok().filter(|_| failure.is_answer());
        let _ = self.line.finish(false);
        let prints = !self.line.printed.is_empty();
        let layer = &self.reference.layer;
        let found = program.and_then(|program| smallest(layer, program, expected, input, &failure, prints));
        let Some(found) = found else { self.fail(failure, Some(input)) };
        self.printed = found.printed;
        self.fail(found.failure, Some(&found.input))
    }

    fn fail(&mut self, failure: Failure, input: Option<&Tensor>) -> ! {
        let failure = failure.of(&self.reference.source);
        let asks_again = failure.is_answer();
        let mut outcome = failure.outcome(input);
        let Reference { exercise, layer, parameter, .. } = self.reference;
        if let Some(parameter) = parameter {
            outcome.message = format!("with {parameter}, {}", outcome.message);
        }
        let arguments = input.filter(|_| asks_again).and_then(show::arguments);
        outcome.again = arguments.map(|arguments| match layer::split(layer) {
            Some((_, Some(parameter))) => format!("{exercise} --with {parameter} {arguments}"),
            _ => format!("{exercise} {arguments}"),
        });
        let text = describe(&outcome);
        self.failed = Some(outcome);
        panic!("{text}");
    }
}

impl Ask for Line {
    fn ask(&mut self, layer: &str, inputs: &[&Tensor]) -> Vec<Result<Reply, Failure>> {
        self.within_limits(|worker, limit| worker.ask_all(layer, inputs, limit))
            .unwrap_or_else(|failure| vec![Err(failure)])
    }
}

impl Line {
    /// Asks the worker, which is started where there is none, on the learner's time.
    fn within_limits<T>(&mut self, ask: impl FnOnce(&mut Worker, Duration) -> T) -> Result<T, Failure> {
        let limit =
            budget::next_wait(self.exercise).ok_or(Failure::NotRun { limit: Limits::current().exercise })?;
        let worker = match &mut self.worker {
            Some(worker) => worker,
            empty => {
                let program = self.program.map_err(|what| Failure::Grader { what: what.to_owned() })?;
                self.starts += 1;
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

    /// Ends the worker, which has to end well where nothing has failed yet.
    fn finish(&mut self, has_to_end_well: bool) -> Result<(), Failure> {
        let Some(mut worker) = self.worker.take() else { return Ok(()) };
        let start = Instant::now();
        let limit = budget::next_wait(self.exercise).unwrap_or(budget::LEAST);
        let finished = if has_to_end_well { worker.finish(limit) } else { Ok(()) };
        self.spend(start.elapsed());
        self.printed.push_str(&worker.end());
        finished
    }

    fn spend(&mut self, waited: Duration) {
        budget::spend(self.exercise, waited);
        self.waited += waited;
    }
}

impl Drop for Subject {
    fn drop(&mut self) {
        let finished = self.line.finish(self.failed.is_none());
        let broken = |what: &str| Failure::Grader { what: what.to_owned() }.outcome(None);
        let not_judged =
            || Failure::NotJudged { why: "no tensor of its kind is answered well enough".into() };
        let outcome = match (self.failed.take(), finished) {
            (Some(outcome), _) => outcome,
            (None, _) if std::thread::panicking() => broken("the check itself panicked"),
            (None, Err(failure)) => failure.outcome(None),
            (None, Ok(())) if self.asked == 0 => broken("the check asked about nothing"),
            (None, Ok(())) if self.judged == 0 => not_judged().outcome(None),
            (None, Ok(())) => Outcome::new(Status::Passed, ""),
        };
        // Without a smaller one to show, it is not known which call printed what.
        let printed = if self.printed.is_empty() { &mut self.line.printed } else { &mut self.printed };
        let record = Record {
            case: self.case.clone(),
            outcome,
            printed: std::mem::take(printed),
            missing: std::mem::take(&mut self.line.missing),
            waited: self.line.waited.as_secs_f64(),
            starts: self.line.starts,
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

fn describe(outcome: &Outcome) -> String {
    let mut text = outcome.message.clone();
    for (name, value) in [("input", &outcome.input), ("expected", &outcome.expected), ("got", &outcome.got)] {
        if let Some(value) = value {
            text += &format!("\n  {name:9} {value}");
        }
    }
    text
}
