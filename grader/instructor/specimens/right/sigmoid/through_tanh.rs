//! The identity 0.5 * (1 + tanh(x / 2)).

x.mapv(|v| 0.5 * (1.0 + (0.5 * v).tanh()))
