//! The socket between judge and worker.
//!
//! It is made before the learner's code runs and is no file, no standard stream and no
//! environment variable of the worker's by the time it does: what learners print cannot disturb
//! it, and when the worker ends, however it ends, the judge reads an end of file.

pub use platform::{Pending, Stream, attach, open};

#[cfg(unix)]
mod platform {
    use std::fs::File;
    use std::io;
    use std::os::fd::{AsFd, OwnedFd};
    use std::process::Command;
    use std::time::Duration;

    /// One end of the line.
    pub type Stream = std::os::unix::net::UnixStream;

    /// The judge's end, until the worker has been started.
    pub struct Pending(Stream);

    /// Gives `command` the worker's end of a new line, in place of its standard input.
    pub fn attach(command: &mut Command) -> io::Result<Pending> {
        let (ours, theirs) = Stream::pair()?;
        command.stdin(OwnedFd::from(theirs));
        Ok(Pending(ours))
    }

    impl Pending {
        /// The judge's end. `command` must be gone by now, or the line never ends.
        pub fn accept(self, _within: Duration, _has_ended: impl FnMut() -> bool) -> io::Result<Stream> {
            Ok(self.0)
        }
    }

    /// The worker's end. Standard input is empty from here on.
    pub fn open() -> io::Result<Stream> {
        let stream = io::stdin().as_fd().try_clone_to_owned()?;
        rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
        Ok(stream.into())
    }
}

/// Where a socket can't be inherited: a connection over the loopback interface. The worker
/// opens it before the learner's code runs, and shows a number that only it was told.
#[cfg(not(unix))]
mod platform {
    use std::collections::hash_map::RandomState;
    use std::hash::{BuildHasher, Hasher};
    use std::io::{self, Read, Write};
    use std::net::{Ipv4Addr, TcpListener};
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};

    /// One end of the line.
    pub type Stream = std::net::TcpStream;

    /// The judge's end, until the worker has connected.
    pub struct Pending {
        listener: TcpListener,
        password: u64,
    }

    /// Tells `command` where to connect, and what to say first.
    pub fn attach(command: &mut Command) -> io::Result<Pending> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let password = RandomState::new().build_hasher().finish();
        command.stdin(Stdio::null());
        command.arg(listener.local_addr()?.port().to_string()).arg(password.to_string());
        Ok(Pending { listener, password })
    }

    impl Pending {
        /// The judge's end, once the worker has connected; `has_ended` says that it never will.
        pub fn accept(self, within: Duration, mut has_ended: impl FnMut() -> bool) -> io::Result<Stream> {
            let start = Instant::now();
            while start.elapsed() < within {
                let Ok((mut stream, _)) = self.listener.accept() else {
                    if has_ended() {
                        return Err(io::ErrorKind::UnexpectedEof.into());
                    }
                    std::thread::sleep(Duration::from_micros(200));
                    continue;
                };
                stream.set_nonblocking(false)?;
                stream.set_nodelay(true)?;
                stream.set_read_timeout(Some(within))?;
                let mut shown = [0; 8];
                if stream.read_exact(&mut shown).is_ok() && u64::from_le_bytes(shown) == self.password {
                    return Ok(stream);
                }
            }
            Err(io::ErrorKind::TimedOut.into())
        }
    }

    /// The worker's end.
    pub fn open() -> io::Result<Stream> {
        let mut numbers = std::env::args().skip(1).filter_map(|text| text.parse::<u64>().ok());
        let (Some(port), Some(password)) = (numbers.next(), numbers.next()) else {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "expected a port and a number"));
        };
        let port = u16::try_from(port).map_err(|_| io::ErrorKind::InvalidInput)?;
        let mut stream = Stream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_nodelay(true)?;
        stream.write_all(&password.to_le_bytes())?;
        Ok(stream)
    }
}
