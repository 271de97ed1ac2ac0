//! One worker's activation, asked round by round.

use std::path::Path;
use std::time::Duration;

use channel::message::{Passes, Reply};

use super::Time;
use grader::judge::{Failure, Program, Worker};
use grader::outcome::Status;

/// How long a round should take: long enough to time reliably, short enough that clock drift hits all alike.
const ROUND: Duration = Duration::from_millis(12);

/// An honest round takes a second at the very most.
const PATIENCE: Duration = Duration::from_secs(20);

/// An activation on tensors of one size.
pub struct Contestant {
    activation: String,
    passes: Passes,
    /// A process of its own, so that no other's memory is at hand for its output.
    worker: Result<Worker, String>,
    /// Nanoseconds per value, a number for each round.
    rounds: Vec<f64>,
}

impl Contestant {
    /// Starts its worker, and finds out how many calls make a round.
    pub fn new(program: Result<&Path, &str>, activation: &str, values: u32) -> Self {
        let start = |path: &Path| Worker::start(&Program::unlocked(path.to_owned()));
        let worker = program.map_err(str::to_owned).and_then(start);
        let passes = Passes { values, count: 1 };
        let mut new = Self { activation: activation.to_owned(), passes, worker, rounds: Vec::new() };
        new.go();
        if let Some(single) = new.rounds.pop() {
            let single = single * f64::from(values) / 1e9;
            // No more than 20,000: a body may be quick because it computes nothing.
            new.passes.count = (ROUND.as_secs_f64() / single).clamp(1.0, 20_000.0) as u32;
        }
        new
    }

    /// One round, unless an earlier one went wrong.
    pub fn go(&mut self) {
        let Ok(worker) = &mut self.worker else { return };
        let failure = match worker.time(&self.activation, self.passes, PATIENCE) {
            Ok(Reply::Timed(time)) => {
                let values = f64::from(self.passes.count) * f64::from(self.passes.values);
                self.rounds.push(time.as_nanos() as f64 / values);
                return;
            }
            Ok(Reply::Panicked { message, place }) => Failure::from_panic(&message, &place),
            Ok(Reply::OtherShape(got)) => {
                Failure::WrongShape { expected: vec![self.passes.values as usize], got }
            }
            Ok(Reply::Answer(_) | Reply::Unknown) => {
                Failure::NoAnswer { how: "the worker told no time".into() }
            }
            Err(failure) => failure,
        };
        let outcome = failure.outcome(None);
        self.worker = Err(match outcome.status {
            Status::NotImplemented => "not implemented yet".to_owned(),
            _ => outcome.message,
        });
    }

    /// The median of all rounds.
    pub fn time(mut self) -> Time {
        self.rounds.sort_by(f64::total_cmp);
        match (self.worker, self.rounds.get(self.rounds.len() / 2)) {
            (Ok(_), Some(median)) => Time::Nanoseconds(*median),
            (Ok(_), None) => Time::None("not measured".into()),
            (Err(why), _) => Time::None(why),
        }
    }
}
