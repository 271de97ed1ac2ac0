//! One minus the share of the other side.

x.mapv(|v| 1.0 - 1.0 / (1.0 + v.exp()))
