//! One minus 2 / (e^2x + 1): an infinite exponential leaves 1, a vanishing one -1.

x.mapv(|v| 1.0 - 2.0 / ((2.0 * v).exp() + 1.0))
