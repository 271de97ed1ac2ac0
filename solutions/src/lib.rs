//! Activation functions, the part of a neural network that bends: a small library with three functions to write.
//!
//! This crate is yours. Everything in it is written, except for the bodies of some activations. A missing body holds
//! `todo!(…)`. That macro satisfies every return type, so the crate compiles from the first minute; when it is reached,
//! it stops the call with "not yet implemented". Replace the whole `todo!(…)` by an expression: its value is what the
//! function returns.
//!
//! The lesson is a book: `cargo lesson` opens it in your browser, with figures that your own code draws. Its text is in
//! `lesson/`, beside `src/`.
//!
//! - [`activations`]: the functions
//! - [`functional`]: the same, called as functions
//! - [`layers`]: what stands between them in a network
//! - [`math`], [`elementwise`](fn@elementwise): what makes them fast
#![warn(missing_docs)]
// The examples in the book's chapters are tests, too.
#![cfg_attr(doctest, doc = include_str!("../lesson/two-layers-are-one.md"))]
#![cfg_attr(doctest, doc = include_str!("../lesson/side-by-side.md"))]
#![cfg_attr(doctest, doc = include_str!("../lesson/when-to-use-which.md"))]
#![cfg_attr(doctest, doc = include_str!("../lesson/how-fast-it-is.md"))]

pub mod activations;
mod elementwise;
pub mod functional;
pub mod layers;
pub mod math;
pub mod slopes;

pub use elementwise::elementwise;

/// Numbers on a grid of any rank: `f32` values, with a shape known only at run time.
///
/// `ndarray::array![…].into_dyn()` makes one.
pub type Tensor = ndarray::ArrayD<f32>;

/// One step of a network: a tensor goes in, a tensor comes out.
pub trait Layer {
    /// The layer's output for `x`. `x` itself is left as it was.
    fn forward(&self, x: &Tensor) -> Tensor;

    /// What the layer is called: its type's name without the path, such as `"ReLU"`.
    fn name(&self) -> &'static str {
        let path = std::any::type_name::<Self>();
        path.rsplit("::").next().unwrap_or(path)
    }
}
