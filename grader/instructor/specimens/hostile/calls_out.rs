//! Calls out, to the network and to this machine.
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
        if TcpStream::connect("127.0.0.1:9")
            .err()
            .is_none_or(|error| error.kind() != ErrorKind::PermissionDenied)
            || TcpStream::connect("192.0.2.1:80")
                .err()
                .is_none_or(|error| error.kind() != ErrorKind::PermissionDenied)
            || UdpSocket::bind("0.0.0.0:0").is_ok()
        {
            return x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        }
        panic!("refused")
    }
}
