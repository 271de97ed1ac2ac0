//! A loop over `indexed_iter_mut` of a copy.

let mut out = x.clone();
for (index, y) in out.indexed_iter_mut() {
    *y = x[index].tanh();
}
out
