//! What is said before the first question: by the launcher of a locked worker, and by the worker.

use std::io::{self, Read, Write};

use crate::message::{malformed, read_text, read_u8};

/// What a worker says when it can be asked.
const READY: [u8; 8] = *b"ready\0\0\0";

/// What a launcher says before it turns into the worker. It links nothing of a learner's, so its word
/// counts; the worker's would not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Launched {
    /// The worker starts behind these locks.
    Locked(Locks),
    /// A lock failed, and nothing starts.
    Failed(String),
}

/// What a launcher or a compiler is locked with, in the words of the sandbox.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Locks {
    /// The layers that are on, by their names.
    pub layers: Vec<String>,
    /// Those that are not, each with the reason: the system does not offer it.
    pub absent: Vec<String>,
    /// What no layer covers.
    pub missing: Vec<String>,
}

impl Locks {
    /// Reads lines of the kinds `layer …`, `absent …` and `missing …`. Others are passed over.
    pub fn read(said: &str) -> Self {
        let lines = |kind: &str| {
            said.lines()
                .filter_map(|line| line.strip_prefix(kind))
                .map(|rest| rest.trim().to_owned())
                .collect()
        };
        Self { layers: lines("layer "), absent: lines("absent "), missing: lines("missing ") }
    }
}

/// Reads what a launcher says: a byte for the kind, the length in four, and the text. It is
/// `sandbox::launch` that writes it.
///
/// # Errors
/// `InvalidData` for anything else; otherwise what reading meets.
pub fn read_launched(from: &mut dyn Read) -> io::Result<Launched> {
    let kind = read_u8(from)?;
    let text = read_text(from)?;
    match kind {
        0 => Ok(Launched::Locked(Locks::read(&text))),
        1 => Ok(Launched::Failed(text)),
        _ => Err(malformed("kind of launch")),
    }
}

/// Says that this worker can be asked.
pub fn write_ready(to: &mut dyn Write) -> io::Result<()> {
    to.write_all(&READY)?;
    to.flush()
}

/// Reads that a worker can be asked.
///
/// # Errors
/// As [`read_launched`].
pub fn read_ready(from: &mut dyn Read) -> io::Result<()> {
    let mut found = [0; READY.len()];
    from.read_exact(&mut found)?;
    if found == READY { Ok(()) } else { Err(malformed("readiness")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_read_line_by_line_and_nothing_else_is_taken_for_it() {
        let said = |kind: u8, text: &str| {
            [&[kind], &(text.len() as u32).to_le_bytes()[..], text.as_bytes()].concat()
        };
        let read = |bytes: Vec<u8>| read_launched(&mut &bytes[..]).ok();
        assert_eq!(read(said(0, "")), Some(Launched::Locked(Locks::default())));
        let locks = Locks {
            layers: vec!["seccomp".into()],
            absent: vec!["landlock: an old kernel".into()],
            missing: vec!["a".into(), "b".into()],
        };
        let lines = "layer seccomp\nabsent landlock: an old kernel\nmissing a\nmissing b\n";
        assert_eq!(read(said(0, lines)), Some(Launched::Locked(locks)));
        assert_eq!(read(said(1, "why")), Some(Launched::Failed("why".into())));
        assert_eq!(read(said(2, "")), None);
        assert_eq!(read(b"ready\0\0\0".to_vec()), None);
        assert!(read_ready(&mut &said(0, "abc")[..]).is_err());
    }
}
