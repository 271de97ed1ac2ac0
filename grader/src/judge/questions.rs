//! Many questions to one learner's code, within a time for all of them.

use std::time::{Duration, Instant};

use channel::Tensor;
use channel::message::Reply;

use super::budget::Limits;
use super::examiner::Ask;
use super::failure::Failure;
use super::program::Program;
use super::worker::Worker;

/// Asks one worker after the other: one that has failed to answer is not asked again.
pub struct Questions<'a> {
    layer: &'a str,
    program: &'a Program,
    until: Instant,
    worker: Option<Worker>,
}

impl<'a> Questions<'a> {
    /// To `forward` of the layer of this name in `program`, `within` this time from now.
    pub fn to(layer: &'a str, program: &'a Program, within: Duration) -> Self {
        Self { layer, program, until: Instant::now() + within, worker: None }
    }

    /// What `forward` makes of `input`, or how it failed, waiting no longer than `at_most`; `None`
    /// where no time is left, or no worker can be started.
    pub fn ask(&mut self, input: &Tensor, at_most: Duration) -> Option<Result<Reply, Failure>> {
        self.ask_all(&[input], at_most)?.pop()
    }

    /// The same for several small ones: an answer to each, up to the first that is none.
    pub fn ask_all(&mut self, inputs: &[&Tensor], at_most: Duration) -> Option<Vec<Result<Reply, Failure>>> {
        self.ask_layer(self.layer, inputs, at_most)
    }

    /// The same of the layer of another name.
    pub fn ask_layer(
        &mut self,
        layer: &str,
        inputs: &[&Tensor],
        at_most: Duration,
    ) -> Option<Vec<Result<Reply, Failure>>> {
        let left = |until: Instant| until.saturating_duration_since(Instant::now());
        if left(self.until).is_zero() {
            return None;
        }
        let mut worker = match self.worker.take() {
            Some(worker) => worker,
            None => {
                let start = Instant::now();
                let worker = Worker::start(self.program).ok()?;
                // A start is not on the learner's time.
                self.until += start.elapsed();
                worker
            }
        };
        let left = left(self.until).min(at_most);
        let replies = worker.ask_all(layer, inputs, left);
        if replies.iter().all(Result::is_ok) {
            self.worker = Some(worker);
        }
        Some(replies)
    }

    /// Ends the worker; the next question starts another, which remembers nothing.
    pub fn start_anew(&mut self) {
        self.worker = None;
    }

    /// Ends the worker, and tells what it printed.
    pub fn printed(&mut self) -> String {
        self.worker.take().map(Worker::end).unwrap_or_default()
    }
}

/// How long is waited for an answer to what is asked for no verdict.
const PATIENCE: Duration = Duration::from_millis(250);

impl Ask for Questions<'_> {
    fn ask(&mut self, layer: &str, inputs: &[&Tensor]) -> Vec<Result<Reply, Failure>> {
        let none = || vec![Err(Failure::NotRun { limit: Limits::current().exercise })];
        self.ask_layer(layer, inputs, PATIENCE).unwrap_or_else(none)
    }
}
