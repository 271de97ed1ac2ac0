//! The sign of what ReLU lets through.

x.mapv(|v| {
    let out = if v < 0.0 { 0.0 } else { v };
    if out == 0.0 { 0.0 } else { out.signum() }
})
