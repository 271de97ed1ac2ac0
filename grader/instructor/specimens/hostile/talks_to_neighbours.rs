//! Opens sockets that stay on this machine.
//!
//! ends: panicked

use crate::{Layer, Tensor};
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixListener, UnixStream};

/// A learner's ReLU.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReLU;

impl Layer for ReLU {
    fn forward(&self, x: &Tensor) -> Tensor {
        if UnixStream::pair().is_ok()
            || UnixListener::bind("hostile").is_ok()
            || SocketAddr::from_abstract_name("hostile")
                .is_ok_and(|name| UnixListener::bind_addr(&name).is_ok())
        {
            return x.mapv(|v| if v < 0.0 { 0.0 } else { v });
        }
        panic!("refused")
    }
}
