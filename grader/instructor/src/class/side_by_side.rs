//! As many threads as the system has.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread::{self, Builder, Scope};

use anyhow::{Context, Result};

/// Does the work of each item, in as many threads as there are workshops, and hands on what comes of it in the order in
/// which it is done.
///
/// # Errors
/// Where no thread can be started, or `done` fails.
pub fn for_each<W: Sync, T: Sync, R: Send>(
    workshops: &[W],
    items: &[T],
    work: impl Fn(&W, &T) -> R + Sync,
    mut done: impl FnMut(R) -> Result<()>,
) -> Result<()> {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (sender, results) = mpsc::channel();
        let threads = workshops.iter().map(|workshop| {
            let (sender, next, work) = (sender.clone(), &next, &work);
            move || {
                while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if sender.send(work(workshop, item)).is_err() {
                        return; // Writing has failed, and says why.
                    }
                }
            }
        });
        start_some(scope, threads, Builder::new)?;
        drop(sender);
        results.into_iter().try_for_each(&mut done)
    })
}

/// Starts a thread for each, or for as many as the system has threads: the work is shared by those there are.
///
/// # Errors
/// Where it has none at all.
fn start_some<'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl Iterator<Item = impl FnOnce() + Send + 'scope>,
    mut thread: impl FnMut() -> Builder,
) -> Result<()> {
    for (started, work) in work.enumerate() {
        match thread().spawn_scoped(scope, work) {
            Err(_) if started > 0 => break,
            tried => tried.context("cannot start grading\nhint: this machine may be out of threads")?,
        };
    }
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::*;

    /// More of a stack than there are addresses, so that no thread starts.
    const TOO_MUCH: usize = usize::MAX / 4;

    #[test]
    fn where_threads_run_out_those_that_started_do_the_work() {
        for (threads, says) in [(3, None), (1, None), (0, Some("hint: this machine may be out of threads"))] {
            let (todo, done) = (AtomicUsize::new(10), AtomicUsize::new(0));
            let mut left = threads;
            let thread = || {
                left -= 1;
                if left < 0 { Builder::new().stack_size(TOO_MUCH) } else { Builder::new() }
            };
            let take = || todo.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
            let work = || {
                while take().is_ok() {
                    done.fetch_add(1, Ordering::Relaxed);
                }
            };
            let started = thread::scope(|scope| start_some(scope, [work; 3].into_iter(), thread));
            let error = started.err().map(|error| format!("{error:#}"));
            assert_eq!(error.is_some(), says.is_some(), "{threads}: {error:?}");
            assert!(says.is_none_or(|says| error.is_some_and(|error| error.contains(says))), "{threads}");
            assert_eq!(done.into_inner(), if threads > 0 { 10 } else { 0 }, "{threads}");
        }
    }
}
