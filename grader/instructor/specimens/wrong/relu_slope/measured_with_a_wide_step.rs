//! Central differences with a step that is too wide.
//!
//! fails: some, is_zero_at_zero

let relu = |v: f32| if v < 0.0 { 0.0 } else { v };
x.mapv(|v| (relu(v + 0.5) - relu(v - 0.5)) / 1.0)
