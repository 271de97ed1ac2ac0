//! A loop over `indexed_iter` writes into a tensor of zeros.

let mut out = Tensor::zeros(x.raw_dim());
for (index, &v) in x.indexed_iter() {
    if !(v <= 0.0) {
        out[index] = v;
    }
}
out
