//! A process that runs a learner's code, as the judge sees it.

use std::io::{self, BufReader, BufWriter, Read, Write};
use std::net::Shutdown;
use std::process::{Child, ExitStatus};
use std::time::{Duration, Instant};

use channel::Tensor;
use channel::link::Stream;
use channel::message::{self, Passes, Reply};
use tempfile::TempDir;

use super::failure::Failure;
use super::printed::Printed;
use super::threads;
use crate::process_group;

/// How often a worker that is waited for is looked at.
const LOOK: Duration = Duration::from_millis(5);

/// A running worker. Dropping it ends the process, and whatever that has started.
pub struct Worker {
    pub(super) child: Child,
    pub(super) stream: Stream,
    pub(super) printed: Printed,
    pub(super) missing: Vec<String>,
    pub(super) asked: u64,
    pub(super) _folder: TempDir,
}

impl Worker {
    /// What this worker is not locked out of, in its launcher's words; empty where it has no launcher.
    pub fn missing(&self) -> &[String] {
        &self.missing
    }

    /// Runs `forward` of the activation on the tensor.
    ///
    /// # Errors
    /// How it ended, where not with a complete and matching answer in time.
    pub fn ask(&mut self, activation: &str, input: &Tensor, within: Duration) -> Result<Reply, Failure> {
        self.asked += 1;
        let until = Instant::now() + within;
        let answered = self.exchange(activation, input, until);
        answered.map_err(|error| self.explain(&error, within))
    }

    /// The same for several tensors, all of which are sent before the first answer is waited for, so that the
    /// two programs wait for each other less often. All answers together may take as long as `within`.
    ///
    /// Several tensors have to be small: what is sent, and what comes back, must fit into the connection. Answers
    /// end with the first that is none.
    pub fn ask_all(
        &mut self,
        activation: &str,
        inputs: &[&Tensor],
        within: Duration,
    ) -> Vec<Result<Reply, Failure>> {
        if let [input] = inputs {
            // It may be large: what is sent is read while it is written.
            return vec![self.ask(activation, input, within)];
        }
        let first = self.asked + 1;
        self.asked += inputs.len() as u64;
        let mut replies = Vec::new();
        let failed = self.exchange_all(activation, inputs, first, within, &mut replies).err();
        let failed = failed.map(|error| Err(self.explain(&error, within)));
        // Whoever said too much has not answered the last question.
        replies.truncate(inputs.len() - usize::from(failed.is_some()));
        replies.into_iter().map(Ok).chain(failed).collect()
    }

    fn exchange_all(
        &self,
        activation: &str,
        inputs: &[&Tensor],
        first: u64,
        within: Duration,
        replies: &mut Vec<Reply>,
    ) -> io::Result<()> {
        let mut requests = Vec::new();
        for (id, input) in (first..).zip(inputs) {
            message::write_request(&mut requests, id, activation, input)?;
        }
        let until = Instant::now() + within;
        self.stream.set_write_timeout(Some(within))?;
        (&self.stream).write_all(&requests)?;
        let mut from = BufReader::new(Timed { stream: &self.stream, child: &self.child, until });
        for (id, input) in (first..).zip(inputs) {
            replies.push(message::read_reply(&mut from, id, input.values.len())?);
        }
        if from.buffer().is_empty() { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    /// Has the worker itself take the time of calls of `forward`: for a benchmark, and for no verdict.
    ///
    /// # Errors
    /// As [`ask`](Self::ask).
    pub fn time(&mut self, activation: &str, passes: Passes, within: Duration) -> Result<Reply, Failure> {
        self.asked += 1;
        let until = Instant::now() + within;
        let written =
            message::write_timing(&mut BufWriter::new(&self.stream), self.asked, activation, passes);
        written.and_then(|()| self.reply(0, until)).map_err(|error| self.explain(&error, within))
    }

    fn exchange(&mut self, activation: &str, input: &Tensor, until: Instant) -> io::Result<Reply> {
        self.stream.set_write_timeout(Some(remaining(until)?))?;
        message::write_request(&mut BufWriter::new(&self.stream), self.asked, activation, input)?;
        self.reply(input.values.len(), until)
    }

    fn reply(&mut self, count: usize, until: Instant) -> io::Result<Reply> {
        let mut from = BufReader::new(Timed { stream: &self.stream, child: &self.child, until });
        let reply = message::read_reply(&mut from, self.asked, count)?;
        if from.buffer().is_empty() { Ok(reply) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    /// Ends the conversation: the worker has to say nothing more and to exit with success.
    pub fn finish(&mut self, within: Duration) -> Result<(), Failure> {
        let until = Instant::now() + within;
        let mut more = [0];
        // Shutting down fails where the worker is gone already; its exit status tells.
        let _ = self.stream.shutdown(Shutdown::Write);
        match (Timed { stream: &self.stream, child: &self.child, until }).read(&mut more) {
            Ok(0) => {}
            Ok(_) => return Err(Failure::NoAnswer { how: "the program said more than it was asked".into() }),
            Err(error) => return Err(self.explain(&error, within)),
        }
        match wait(&mut self.child, until) {
            Some(status) if status.success() => Ok(()),
            Some(status) => Err(Failure::from_exit(status)),
            None => Err(Failure::TimedOut { after: within }),
        }
    }

    /// Ends the process, if it has not ended yet, and tells what it printed.
    pub fn end(mut self) -> String {
        self.stop();
        self.printed.text()
    }

    fn stop(&mut self) {
        process_group::end(&mut self.child);
    }

    fn explain(&mut self, error: &io::Error, within: Duration) -> Failure {
        match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Failure::TimedOut { after: within },
            io::ErrorKind::InvalidData => {
                Failure::NoAnswer { how: "what the program answered can't be read".into() }
            }
            io::ErrorKind::QuotaExceeded => Failure::NoAnswer {
                how: format!("the program had more than {} threads at a time", threads::MOST),
            },
            // The line was cut: the process is gone, or about to be.
            _ => match wait(&mut self.child, Instant::now() + Duration::from_millis(500)) {
                Some(status) => Failure::from_exit(status),
                None => Failure::NoAnswer { how: "the program closed the line and went on".into() },
            },
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Reading with one deadline over all reads, so that a trickle of bytes can't stretch it, and an end
/// where the worker has too many threads.
pub(super) struct Timed<'a> {
    pub stream: &'a Stream,
    pub child: &'a Child,
    pub until: Instant,
}

impl Read for Timed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut stream = self.stream;
        loop {
            stream.set_read_timeout(Some(remaining(self.until)?.min(LOOK)))?;
            match stream.read(buffer) {
                Err(error) if matches!(error.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock) => {
                    if threads::are_too_many(self.child) {
                        return Err(io::ErrorKind::QuotaExceeded.into());
                    }
                }
                read => return read,
            }
        }
    }
}

fn remaining(until: Instant) -> io::Result<Duration> {
    let left = until.saturating_duration_since(Instant::now());
    if left.is_zero() { Err(io::ErrorKind::TimedOut.into()) } else { Ok(left) }
}

/// The exit status, polled for: a process whose end of the line is closed is about to end.
pub(super) fn wait(child: &mut Child, until: Instant) -> Option<ExitStatus> {
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Err(_) => return None,
            Ok(None) if Instant::now() >= until => return None,
            Ok(None) => std::thread::sleep(Duration::from_micros(100)),
        }
    }
}

#[cfg(all(test, unix))]
mod tests;
