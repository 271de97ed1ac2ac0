//! `exp_m1` is e^x - 1, so that 2 takes the place of 1.

x.mapv(|v| 1.0 / (2.0 + (-v).exp_m1()))
