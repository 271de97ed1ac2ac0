//! Keys: each as it is pressed, or with Enter behind it where the system keeps lines.

use std::io::{self, IsTerminal, Read};
use std::sync::mpsc::Sender;
use std::thread::Builder;

use super::{Event, Key};

/// A terminal that hands out keys. Dropping it makes it as it was.
pub struct Keys {
    #[cfg(unix)]
    _mode: at_once::Mode,
}

impl Keys {
    /// Whether a key counts as it is pressed, and not with Enter behind it.
    pub const AT_ONCE: bool = cfg!(unix);

    /// Begins to read; `None` where nobody can type, or the terminal does not take the mode.
    pub fn read(tell: Sender<Event>) -> Option<Self> {
        if !io::stdin().is_terminal() {
            return None;
        }
        let keys = Self {
            #[cfg(unix)]
            _mode: at_once::Mode::set()?,
        };
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

#[cfg(unix)]
mod at_once {
    use std::io;

    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

    /// A terminal that hands out keys at once and shows none. Dropping it makes it as it was.
    pub struct Mode {
        before: Termios,
    }

    impl Mode {
        /// Sets it; `None` where the terminal does not take it.
        pub fn set() -> Option<Self> {
            let stdin = io::stdin();
            let before = tcgetattr(&stdin).ok()?;
            let mut at_once = before.clone();
            // Ctrl-C stays what it is: a signal.
            at_once.local_modes &= !(LocalModes::ICANON | LocalModes::ECHO);
            tcsetattr(&stdin, OptionalActions::Now, &at_once).ok()?;
            Some(Self { before })
        }
    }

    impl Drop for Mode {
        fn drop(&mut self) {
            // A terminal that is gone needs nothing back.
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &self.before);
        }
    }
}
