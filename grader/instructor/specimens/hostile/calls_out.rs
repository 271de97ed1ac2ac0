//! Calls out, to this machine, as it would to any other.
//!
//! ends: panicked

use crate::{Layer, Tensor};
use std::io::ErrorKind;
use std::net::{TcpStream, UdpSocket};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        // Nobody listens there: where calling out is allowed, that is what is said.
        let is_allowed = |address: &str| {
            let refused = TcpStream::connect(address).err().map(|error| error.kind());
            refused.is_none_or(|kind| kind == ErrorKind::ConnectionRefused)
        };
        let sends = |socket: UdpSocket| socket.connect("127.0.0.1:9").is_ok();
        if is_allowed("127.0.0.1:9") || UdpSocket::bind("0.0.0.0:0").is_ok_and(sends) {
            return x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        }
        panic!("refused")
    }
}
