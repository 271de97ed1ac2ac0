//! What a learner's code prints: kept for the learner, up to a limit, and never waited for.

use std::io::{self, PipeReader, Read};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread::Builder;
use std::time::Duration;

use crate::sanitize;

/// How much is kept, in bytes, and shown, in characters. The rest is read and thrown away, so that
/// nobody stalls.
const KEPT: usize = 8000;
const SHOWN: usize = 2000;

/// How long after the worker's end the last of its output may take to arrive.
const GRACE: Duration = Duration::from_millis(100);

/// Both standard streams of a worker, being read in the background.
pub struct Printed {
    kept: Arc<Mutex<Vec<u8>>>,
    end: mpsc::Receiver<()>,
}

impl Printed {
    /// Starts reading.
    ///
    /// # Errors
    /// Where the system has no thread left for it.
    pub fn collect(mut pipe: PipeReader) -> io::Result<Self> {
        let kept = Arc::new(Mutex::new(Vec::new()));
        let (finished, end) = mpsc::channel();
        let into = Arc::clone(&kept);
        Builder::new().spawn(move || {
            let mut chunk = [0; 8192];
            while let Ok(count @ 1..) = pipe.read(&mut chunk) {
                let mut kept = into.lock().unwrap_or_else(PoisonError::into_inner);
                let room = KEPT.saturating_sub(kept.len());
                kept.extend_from_slice(&chunk[..count.min(room)]);
            }
            // Nobody listens any more where a grandchild has kept the pipe open.
            let _ = finished.send(());
        })?;
        Ok(Self { kept, end })
    }

    /// What was printed, once the worker has ended. A process that holds on to the pipe is not
    /// waited for.
    pub fn text(&self) -> String {
        let _ = self.end.recv_timeout(GRACE);
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        sanitize::plain(&without_thread_numbers(&String::from_utf8_lossy(&kept)), SHOWN)
    }
}

/// The standard library's words on a thread that ended, without the thread's number: it is another in each run, and the
/// same code is to get the same report, to the byte.
fn without_thread_numbers(text: &str) -> String {
    let without = |line: &str| -> Option<String> {
        let (name, rest) = line.strip_prefix("thread '")?.split_once("' (")?;
        let (number, rest) = rest.split_once(") ")?;
        let is_number = !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit());
        is_number.then(|| format!("thread '{name}' {rest}"))
    };
    text.split_inclusive('\n').map(|line| without(line).unwrap_or_else(|| line.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::without_thread_numbers;

    #[test]
    fn a_thread_that_ended_has_no_number_and_nothing_else_changes() {
        let ended = "\nthread 'main' (4711) has overflowed its stack\nthread 'a' (b) (1) panicked at x.rs:1:2:\n(12) ";
        assert_eq!(
            without_thread_numbers(ended),
            "\nthread 'main' has overflowed its stack\nthread 'a' (b) (1) panicked at x.rs:1:2:\n(12) "
        );
        for text in ["", "thread 'main' (", "thread 'main' () x", "a thread 'main' (1) x", "thread 'x' (12)"]
        {
            assert_eq!(without_thread_numbers(text), text);
        }
    }
}
