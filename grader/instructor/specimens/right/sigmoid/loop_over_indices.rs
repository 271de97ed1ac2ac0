//! A loop over `indexed_iter` writes into a tensor of zeros.

let mut out = Tensor::zeros(x.raw_dim());
for (index, v) in x.indexed_iter() {
    out[&index] = 1.0 / (1.0 + (-v).exp());
}
out
