//! A loop over `indexed_iter` writes into a copy.

let mut out = x.clone();
for (index, &v) in x.indexed_iter() {
    if v < 0.0 {
        out[index] = self.slope * v;
    }
}
out
