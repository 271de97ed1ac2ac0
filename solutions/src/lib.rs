//! Activation functions, the part of a neural network that bends: a short book with three
//! exercises.
//!
//! # Start here
//!
//! This crate is yours. Everything in it is written, except for the bodies of three activations.
//!
//! A missing body holds `todo!(…)`. That macro satisfies every return type, so the crate compiles
//! from the first minute; when it is reached, it stops the call with "not yet implemented".
//! Replace the whole `todo!(…)` by an expression. Its value is what the function returns.
//!
//! 1. Run `cargo grade`. In a fresh checkout every check says "not implemented yet", which is
//!    exactly right: you have not started.
//! 2. Open `exercises/src/activations/relu.rs`. The comment above the missing body says what to
//!    write, how to go about it, and what should come out.
//! 3. Run `cargo grade relu` after each change, then go on with `sigmoid` and `tanh`.
//! 4. Run `cargo tour` at any time: it shows your functions at work in
//!    small networks, and every finished body brings another part of it to life.
//!
//! The checks live in `grader/suite/`. Read them as often as you like, but leave `grader/`
//! as it is, so that its verdict means something.
//!
//! # 1. What an activation is
//!
//! A dense layer computes x·W + b, a linear map with an offset. Two of them in a row give
//!
//! ```text
//! (x·W₁ + b₁)·W₂ + b₂  =  x·(W₁·W₂) + (b₁·W₂ + b₂)
//! ```
//!
//! and that is one dense layer again. However many you stack, you could have had a single one:
//!
//! ```
//! use ndarray::array;
//! use nn::Layer;
//! use nn::layers::{Dense, ShapeError};
//!
//! let first = Dense::from_arrays(array![[2.0]], array![1.0])?; //    2x + 1
//! let second = Dense::from_arrays(array![[0.5]], array![-1.0])?; //  0.5y - 1
//! let single = Dense::from_arrays(array![[1.0]], array![-0.5])?; //  x - 0.5
//!
//! let x = array![[-2.0], [-1.0], [0.0], [1.0], [2.0]].into_dyn();
//! assert_eq!(second.forward(&first.forward(&x)), single.forward(&x));
//! # Ok::<(), ShapeError>(())
//! ```
//!
//! An **activation** is a nonlinear function applied to every value of a layer's output. Put one
//! between the two layers and the formula above no longer collapses: the network can bend.
//!
//! ```
//! # use ndarray::array;
//! # use nn::Layer;
//! # use nn::layers::{Dense, ShapeError};
//! # let first = Dense::from_arrays(array![[2.0]], array![1.0])?;
//! # let second = Dense::from_arrays(array![[0.5]], array![-1.0])?;
//! # let x = array![[-2.0], [-1.0], [0.0], [1.0], [2.0]].into_dyn();
//! use nn::functional::relu;
//!
//! let bent = second.forward(&relu(&first.forward(&x)));
//! assert_eq!(bent, array![[-1.0], [-1.0], [-0.5], [0.5], [1.5]].into_dyn());
//! # Ok::<(), ShapeError>(())
//! ```
//!
//! # 2. ReLU
//!
//! `f(x) = max(0, x)`: a threshold detector. What is negative is switched off, what is positive
//! passes as it is. The exercise is [`ReLU`](activations::ReLU).
//!
//! # 3. Sigmoid
//!
//! `f(x) = 1 / (1 + e^-x)`: a probability converter. Any score becomes a confidence between 0
//! and 1, and a score of 0 becomes 0.5. The exercise is [`Sigmoid`](activations::Sigmoid).
//!
//! # 4. Tanh
//!
//! `f(x) = (e^x - e^-x) / (e^x + e^-x)`: the sigmoid's shape, stretched to (-1, 1) and centred on
//! zero. The exercise is [`Tanh`](activations::Tanh).
//!
//! # 5. The three side by side
//!
//! | x       |    -2 |    -1 |    0 |    1 |    2 | range   | character            |
//! |---------|------:|------:|-----:|-----:|-----:|---------|----------------------|
//! | ReLU    |     0 |     0 |    0 |    1 |    2 | [0, ∞)  | unbounded and sparse |
//! | Sigmoid |  0.12 |  0.27 | 0.50 | 0.73 | 0.88 | (0, 1)  | bounded and positive |
//! | Tanh    | -0.96 | -0.76 |    0 | 0.76 | 0.96 | (-1, 1) | bounded and centred  |
//!
//! Each one works as a method and as a function, with equal results:
//!
//! ```
//! use ndarray::array;
//! use nn::{Layer, activations::ReLU, functional::relu};
//!
//! let x = array![-2.0, -1.0, 0.0, 1.0, 2.0].into_dyn();
//! assert_eq!(ReLU.forward(&x), relu(&x));
//! ```
//!
//! # 6. When to use which
//!
//! | where                    | activation | a network                           |
//! |--------------------------|------------|-------------------------------------|
//! | hidden layers            | ReLU       | Dense → ReLU → Dense → ReLU → Dense |
//! | output: yes or no        | Sigmoid    | Dense → ReLU → Dense → Sigmoid      |
//! | features centred on zero | Tanh       | Dense → Tanh → Dense → Tanh         |
//!
//! A whole binary classifier is four lines. Its weights are still random, so its answer is a
//! guess, but it is already a probability:
//!
//! ```
//! use ndarray::array;
//! use nn::Layer;
//! use nn::activations::{ReLU, Sigmoid};
//! use nn::layers::{Dense, Sequential};
//!
//! let classifier = Sequential::new(vec![
//!     Box::new(Dense::new(3, 4, 8)),
//!     Box::new(ReLU),
//!     Box::new(Dense::new(4, 1, 9)),
//!     Box::new(Sigmoid),
//! ]);
//! let probability = classifier.forward(&array![[1.0, 2.0, 3.0]].into_dyn());
//! assert_eq!(probability.shape(), [1, 1]);
//! assert!(0.0 < probability[[0, 0]] && probability[[0, 0]] < 1.0);
//! ```
//!
//! # 7. How fast it is
//!
//! Right comes first, and full marks are for right: `mapv` with the functions that `f32` has is a complete
//! answer. Then run `cargo bench-exercises`. It puts what you wrote beside the time that merely changing
//! every sign takes, and nothing that reads every value can be much faster than that.
//!
//! ReLU comes close by itself. For the other two, [`elementwise`](fn@elementwise) and [`math`] are what
//! NumPy's loops and `np.exp` are for Python: they take many values at a time. Put them into what you
//! wrote, and run it again.
//!
//! # 8. What you have, and what comes next
//!
//! Three functions, each written once and used everywhere: alone on a tensor, side by side, and
//! inside networks. You know why a network needs them and which one belongs where. Next come the
//! layers themselves ([`layers`] gives you a first look), then networks, then the training that
//! turns random weights into useful ones, and then things to use them for.
#![warn(missing_docs)]

pub mod activations;
mod elementwise;
pub mod functional;
pub mod layers;
pub mod math;

pub use elementwise::{elementwise, elementwise_on};

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
