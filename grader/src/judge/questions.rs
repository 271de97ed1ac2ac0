//! Many questions to one learner's code, within a time for all of them.

use std::path::Path;
use std::time::{Duration, Instant};

use channel::Tensor;
use channel::message::Reply;

use super::failure::Failure;
use super::worker::Worker;

/// Asks one worker after the other: one that has failed to answer is not asked again.
pub struct Questions<'a> {
    exercise: &'a str,
    program: &'a Path,
    until: Instant,
    worker: Option<Worker>,
}

impl<'a> Questions<'a> {
    /// To `forward` of the exercise in `program`, `within` this time from now.
    pub fn to(exercise: &'a str, program: &'a Path, within: Duration) -> Self {
        Self { exercise, program, until: Instant::now() + within, worker: None }
    }

    /// What `forward` makes of `input`, or how it failed, waiting no longer than `at_most`; `None`
    /// where no time is left, or no worker can be started.
    pub fn ask(&mut self, input: &Tensor, at_most: Duration) -> Option<Result<Reply, Failure>> {
        let left = self.until.saturating_duration_since(Instant::now()).min(at_most);
        if left.is_zero() {
            return None;
        }
        let mut worker = self.worker.take().or_else(|| Worker::start(self.program, left).ok())?;
        let reply = worker.ask(self.exercise, input, left);
        if reply.is_ok() {
            self.worker = Some(worker);
        }
        Some(reply)
    }
}
