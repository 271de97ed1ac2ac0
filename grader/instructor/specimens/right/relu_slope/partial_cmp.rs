//! By the ordering of numbers, which NaN has not.

use std::cmp::Ordering;
x.mapv(|v| match v.partial_cmp(&0.0) {
    Some(Ordering::Greater) => 1.0,
    Some(_) => 0.0,
    None => v,
})
