//! Stands for cargo where a Windows program runs under Wine: hands its arguments, its folder and its environment to the
//! real one outside (`serve`), and prints what that says.
//!
//! A message is a length of four bytes, the least first, and as many bytes. Outwards go the arguments, an empty message,
//! the folder, and what the environment tells cargo; back come messages that begin with `o` for standard output, `e` for
//! standard error, or `x` and the exit code.

use std::env;
use std::io::{Read, Write, stderr, stdout};
use std::net::TcpStream;
use std::process::exit;

fn main() {
    let address = env::var("CARGO_OUTSIDE").expect("CARGO_OUTSIDE says where cargo listens");
    let mut line = TcpStream::connect(address).expect("cargo listens");
    let mut say = |text: &str| {
        let length = u32::try_from(text.len()).expect("short").to_le_bytes();
        line.write_all(&[&length, text.as_bytes()].concat()).expect("it listens");
    };
    env::args().skip(1).for_each(|argument| say(&argument));
    say("");
    say(&env::current_dir().expect("a folder").to_string_lossy());
    for (name, value) in env::vars().filter(|(name, _)| name.starts_with("CARGO_") || name.starts_with("RUST")) {
        say(&format!("{name}={value}"));
    }
    say("");
    loop {
        let mut length = [0; 4];
        line.read_exact(&mut length).expect("it answers");
        let mut said = vec![0; u32::from_le_bytes(length) as usize];
        line.read_exact(&mut said).expect("it answers");
        match said.split_first() {
            Some((b'o', text)) => stdout().write_all(text).expect("somebody reads"),
            Some((b'e', text)) => stderr().write_all(text).expect("somebody reads"),
            Some((b'x', code)) => exit(String::from_utf8_lossy(code).parse().expect("a number")),
            _ => panic!("what cargo says can't be read"),
        }
    }
}
