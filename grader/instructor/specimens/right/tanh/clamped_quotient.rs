//! The textbook quotient of an input that is clamped to where f32 sees a difference.

x.mapv(|v| {
    let v = v.clamp(-20.0, 20.0);
    (v.exp() - (-v).exp()) / (v.exp() + (-v).exp())
})
