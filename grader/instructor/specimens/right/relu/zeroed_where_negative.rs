//! A copy, in which those that are negative are set to 0.

let mut out = x.clone();
for v in out.iter_mut().filter(|v| **v < 0.0) {
    *v = 0.0;
}
out
