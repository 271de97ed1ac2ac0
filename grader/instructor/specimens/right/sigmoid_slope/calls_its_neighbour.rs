//! Made of the sigmoid that was written before.

crate::functional::sigmoid(x).mapv(|s| s * (1.0 - s))
