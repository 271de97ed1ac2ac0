//! How much of a submission is looked at. What is counted is what really happens; what an archive's
//! headers claim counts for nothing.

use std::cell::Cell;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;
use std::time::{Duration, Instant};

/// Largest archive within an archive, in bytes, because that one is held in memory.
pub const LARGEST_INNER: u64 = 64 << 20;

/// How many folders deep, and how many archives deep, a file may lie.
pub const DEEPEST: usize = 24;
pub const MOST_NESTED: usize = 3;

/// The most that is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Entries of folders and archives.
    pub entries: usize,
    /// Bytes that are read or unpacked.
    pub bytes: u64,
    /// Bytes of Rust files that are held in memory.
    pub kept: u64,
    /// Time for all of it. The other bounds end the work well before it, even on a slow machine, so
    /// that the same submission is read or refused wherever it is graded.
    pub time: Duration,
}

impl Bounds {
    /// For one person's submission. A build's `target` folder in a .zip stays well below.
    pub const USUAL: Self =
        Self { entries: 500_000, bytes: 1 << 30, kept: 32 << 20, time: Duration::from_secs(60) };
}

/// What every file that is held in memory counts at least, in bytes.
const LEAST_KEPT: u64 = 16 << 10;

/// What an archive's own list of its entries may take, in bytes.
const LONGEST_LIST: u64 = 32 << 20;

/// What is left of the bounds. Clones share it.
#[derive(Debug, Clone)]
pub struct Budget(Rc<Left>);

#[derive(Debug)]
struct Left {
    entries: Cell<usize>,
    bytes: Cell<u64>,
    kept: Cell<u64>,
    until: Instant,
    used_up: Cell<Option<&'static str>>,
}

impl Budget {
    /// All of them.
    pub fn new(bounds: Bounds) -> Self {
        Self(Rc::new(Left {
            entries: Cell::new(bounds.entries),
            bytes: Cell::new(bounds.bytes),
            kept: Cell::new(bounds.kept),
            until: Instant::now() + bounds.time,
            used_up: Cell::new(None),
        }))
    }

    /// How many entries may follow.
    pub fn entries(&self) -> usize {
        self.0.entries.get()
    }

    /// Counts an entry of a folder or an archive.
    ///
    /// # Errors
    /// Says what is used up.
    pub fn entry(&self) -> Result<(), &'static str> {
        let left = self.0.entries.get().checked_sub(1);
        self.0.entries.set(self.or_used_up(left, "there are too many files")?);
        self.time()
    }

    /// Counts the bytes of a file that stays in memory.
    ///
    /// # Errors
    /// As [`entry`](Self::entry).
    pub fn keep(&self, bytes: usize) -> Result<(), &'static str> {
        let left = self.0.kept.get().checked_sub((bytes as u64).max(LEAST_KEPT));
        self.0.kept.set(self.or_used_up(left, "there are too many .rs files")?);
        Ok(())
    }

    /// Reads an archive's list of its entries, which the reader holds in memory.
    pub fn list<T>(&self, read: impl FnOnce() -> T) -> T {
        let before = self.0.bytes.get();
        let allowed = before.min(LONGEST_LIST);
        self.0.bytes.set(allowed);
        let list = read();
        self.0.bytes.set(before - (allowed - self.0.bytes.get()));
        list
    }

    /// Why nothing more is read, if that is so.
    pub fn is_used_up(&self) -> Option<&'static str> {
        self.0.used_up.get()
    }

    fn read(&self, bytes: usize) -> Result<(), &'static str> {
        let left = self.0.bytes.get().checked_sub(bytes as u64);
        self.0.bytes.set(self.or_used_up(left, "there is too much to unpack")?);
        self.time()
    }

    fn time(&self) -> Result<(), &'static str> {
        let is_left = Instant::now() < self.0.until;
        self.or_used_up(is_left.then_some(()), "it takes too long to look through")
    }

    fn or_used_up<T>(&self, left: Option<T>, why: &'static str) -> Result<T, &'static str> {
        if left.is_none() {
            self.0.used_up.set(self.0.used_up.get().or(Some(why)));
        }
        left.ok_or(why)
    }
}

/// A reader whose every byte counts.
pub struct Metered<R> {
    inner: R,
    budget: Budget,
}

impl<R> Metered<R> {
    /// Reads from `inner`.
    pub fn new(inner: R, budget: &Budget) -> Self {
        Self { inner, budget: budget.clone() }
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.budget.read(read).map_err(io::Error::other)?;
        Ok(read)
    }
}

impl<R: Seek> Seek for Metered<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}
