//! e to the power of minus softplus(-x).

x.mapv(|v| (-(-v).exp().ln_1p()).exp())
