//! A quotient of polynomials, limited to the range.
//!
//! fails: agrees_with_the_reference, computes_the_example, stays_between_minus_one_and_one
//! diagnosis: pade_27_clipped

x.mapv(|v| {
    let v = v.clamp(-3.0, 3.0);
    v * (27.0 + v * v) / (27.0 + 9.0 * v * v)
})
