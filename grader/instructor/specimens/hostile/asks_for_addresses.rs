//! Looks a name up.
//!
//! ends: panicked

use crate::{Layer, Tensor};
use std::net::ToSocketAddrs;

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        if ("localhost", 80).to_socket_addrs().is_ok() {
            return x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        }
        panic!("refused")
    }
}
