//! A `match` with a guard.

x.mapv(|v| match v {
    v if v < 0.0 => 0.0,
    v => v,
})
