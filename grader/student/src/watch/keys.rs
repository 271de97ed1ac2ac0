//! Keys, each read as it is pressed.

use std::io::{self, IsTerminal, Read};
use std::sync::mpsc::Sender;
use std::thread::Builder;

use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

use super::{Event, Key};

/// A terminal that hands out keys at once and shows none. Dropping it makes it as it was.
pub struct Keys {
    before: Termios,
}

impl Keys {
    /// Begins to read; `None` where nobody can type, or the terminal does not take the mode.
    pub fn read(tell: Sender<Event>) -> Option<Self> {
        let stdin = io::stdin();
        if !stdin.is_terminal() {
            return None;
        }
        let before = tcgetattr(&stdin).ok()?;
        let mut at_once = before.clone();
        // Ctrl-C stays what it is: a signal.
        at_once.local_modes &= !(LocalModes::ICANON | LocalModes::ECHO);
        tcsetattr(&stdin, OptionalActions::Now, &at_once).ok()?;
        let keys = Self { before };
        let listen = move || {
            let mut byte = [0];
            while io::stdin().read(&mut byte).is_ok_and(|read| read == 1) {
                let Some(key) = Key::of(byte[0]) else { continue };
                if tell.send(Event::Key(key)).is_err() {
                    return;
                }
            }
        };
        Builder::new().spawn(listen).ok()?;
        Some(keys)
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        // A terminal that is gone needs nothing back.
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &self.before);
    }
}
