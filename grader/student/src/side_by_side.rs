//! Work that several threads share: each takes the next item when it is ready for it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread::{self, Builder, Scope};

use anyhow::{Context, Result};

/// What becomes of each item, `at_a_time` of them at once, in the items' order.
///
/// # Errors
/// Where no thread can be started.
///
/// # Panics
/// Where the work does.
pub fn map<T: Sync, R: Send>(at_a_time: usize, items: &[T], work: impl Fn(&T) -> R + Sync) -> Result<Vec<R>> {
    let mut all = Vec::with_capacity(items.len());
    let threads = vec![(); at_a_time.clamp(1, items.len().max(1))];
    in_order(
        &threads,
        items,
        |(), item| work(item),
        |_, result| {
            all.push(result);
            Ok(())
        },
    )?;
    Ok(all)
}

/// As [`for_each`], but hands on each item with what comes of it, in the items' order.
///
/// # Errors
/// As [`for_each`].
///
/// # Panics
/// Where the work does.
pub fn in_order<W: Sync, T: Sync, R: Send>(
    workshops: &[W],
    items: &[T],
    work: impl Fn(&W, &T) -> R + Sync,
    mut done: impl FnMut(&T, R) -> Result<()>,
) -> Result<()> {
    let places: Vec<usize> = (0..items.len()).collect();
    let (mut waiting, mut next) = (BTreeMap::new(), 0);
    for_each(
        workshops,
        &places,
        |workshop, &place| (place, work(workshop, &items[place])),
        |(place, result)| {
            waiting.insert(place, result);
            while let Some(result) = waiting.remove(&next) {
                next += 1;
                done(&items[next - 1], result)?;
            }
            Ok(())
        },
    )
}

/// Does the work of each item, in as many threads as there are workshops, and hands on what comes of it in the order in
/// which it is done.
///
/// # Errors
/// Where no thread can be started, or `done` fails.
///
/// # Panics
/// Where the work does.
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
                        return; // `done` has failed, and says why.
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
            tried => tried.context("cannot start a thread\nhint: this machine may be out of threads")?,
        };
    }
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    use anyhow::bail;

    use super::*;

    #[test]
    fn results_are_handed_on_in_the_order_of_their_items() {
        let items: Vec<u64> = (0..20).collect();
        // The earlier an item, the later it is ready.
        let slow = |item: &u64| {
            thread::sleep(Duration::from_millis(20 - item));
            item * item
        };
        let squares: Vec<u64> = items.iter().map(|item| item * item).collect();
        assert_eq!(map(4, &items, slow).expect("there are threads"), squares);
        assert!(map(4, &items[..0], slow).expect("there is nothing to do").is_empty());
        let mut seen = Vec::new();
        let failed = in_order(
            &[(); 4],
            &items,
            |(), item| slow(item),
            |&item, _| {
                seen.push(item);
                if item == 5 { bail!("enough") } else { Ok(()) }
            },
        );
        assert_eq!(
            (failed.map_err(|error| error.to_string()), seen),
            (Err("enough".into()), (0..6).collect())
        );
    }

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
