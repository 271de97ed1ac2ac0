//! The textbook quotient, with an answer of its own far out.

x.mapv(|v| {
    if v.abs() > 30.0 {
        return v.signum();
    }
    let (up, down) = (v.exp(), (-v).exp());
    (up - down) / (up + down)
})
