//! The slopes of the activations: what a network learns by.
//!
//! - **Goal:** write the derivative of each activation of the core, in a file of the same name: `relu.rs`,
//!   `sigmoid.rs`, `tanh.rs`. They are beyond the core: for when that is done.
//! - **Command:** `cargo grade beyond`; `cargo try slope tanh 0.5` measures a slope, and holds yours to it
//! - **Checks:** `grader/suite/`
//!
//! A slope says how much the output changes where the input changes a little: `f'(x) ≈ (f(x + h) - f(x - h)) / 2h`. In
//! backpropagation, what a layer is told to change is multiplied by the slope of its activation. So where the slope
//! is 0, nothing is learnt.
//!
//! Each one is a layer, too, and keeps the promises of the activations: a tensor of any rank goes in, and one of the
//! same shape comes out, with f'(v) for each value v.

mod relu;
mod sigmoid;
mod tanh;

pub use relu::ReLUSlope;
pub use sigmoid::SigmoidSlope;
pub use tanh::TanhSlope;

use crate::Layer;

/// The slope that goes by `name`: the activation's name with `_slope` behind it; `None` if nothing does.
///
/// ```
/// use nn::slopes::by_name;
///
/// assert_eq!(by_name("tanh_slope").map(|layer| layer.name()), Some("TanhSlope"));
/// assert!(by_name("tanh").is_none());
/// ```
pub fn by_name(name: &str) -> Option<Box<dyn Layer>> {
    match name {
        "relu_slope" => Some(Box::new(ReLUSlope)),
        "sigmoid_slope" => Some(Box::new(SigmoidSlope)),
        "tanh_slope" => Some(Box::new(TanhSlope)),
        _ => None,
    }
}
