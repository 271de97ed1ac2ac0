//! What the answers to a check's tensors are held to.

use channel::{Layout, Tensor};

use super::rows::Scope;

/// What a check expects of every tensor that it asks about.
#[derive(Debug, Clone, Copy)]
pub struct Expectation {
    /// What every value of an answer has to be.
    pub rule: Rule,
    /// What the check is about: a tensor that fails for another reason is not judged by it.
    pub about: About,
    /// The numbers that the check is about. A counterexample is looked for among these.
    pub among: fn(f32) -> bool,
}

/// What every value of an answer has to be.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    /// The function's value, within the tolerance.
    Right,
    /// What the same code answers to the same number alone, or to the same row in a vector, or the function's value.
    /// Only the form of a tensor can break this, whatever the code computes.
    Alone,
    /// A property of each number and its answer.
    Each {
        /// The property in words, such as `a value above 0`.
        words: &'static str,
        /// Whether it holds of a number and the answer to it.
        holds: fn(f32, f32) -> bool,
    },
    /// A property of each row and its answers.
    Row {
        /// The property in words, such as `values that sum to 1`.
        words: &'static str,
        /// Whether it holds of a row and the answers to it.
        holds: fn(&[f32], &[f32]) -> bool,
    },
    /// No value smaller than the one before it, for numbers in ascending order.
    Rising,
}

/// What a check is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The numbers in a tensor.
    Numbers,
    /// Its shape.
    Shape,
    /// How it lies in memory.
    Layout,
    /// How many values it has.
    Size,
    /// That it has no values.
    Emptiness,
}

impl About {
    /// Tensors that are like `input` in all but what the check is about. Where even one of these fails, the fault is
    /// another one than the check's. None for a plain input, of which nothing can be left away.
    pub fn controls(self, scope: Scope, input: &Tensor) -> Vec<Tensor> {
        let rank = input.shape.len();
        let is_plain = rank == 1 && input.layout.is_standard();
        match self {
            Self::Numbers | Self::Shape | Self::Size if is_plain => Vec::new(),
            Self::Numbers => moderate(scope, &input.shape, &input.layout),
            // A row is asked about in a vector anyway, to compare with.
            Self::Shape if scope != Scope::Value => Vec::new(),
            Self::Shape => vec![Tensor::new(&[input.values.len()], input.values.clone())],
            Self::Layout => vec![Tensor::new(&input.shape, input.values.clone())],
            Self::Size => {
                let small: Vec<usize> = input.shape.iter().map(|&length| length.min(3)).collect();
                moderate(scope, &small, &input.layout)
            }
            Self::Emptiness => {
                let some: Vec<usize> = input.shape.iter().map(|&length| length.max(2)).collect();
                moderate(scope, &some, &input.layout)
            }
        }
    }
}

/// Numbers that every honest formula can work with, of which neighbours are far apart, and their negatives: 101
/// from -5 to 5, a prime, so that no row of a matrix is like another. A ReLU makes the negative ones in either
/// tensor alike, whose order is then seen in the other. For a function of rows they are in another order, in which no
/// row is another one shifted.
fn moderate(scope: Scope, shape: &[usize], layout: &Layout) -> Vec<Tensor> {
    let count: usize = shape.iter().product();
    let place = move |i: u16| if scope == Scope::Value { i } else { i * i % 101 };
    let numbers = (0..101_u16).map(move |i| f32::from(place(i) * 37 % 101) / 10.0 - 5.0);
    let of_sign = |sign: f32| {
        let values = numbers.clone().map(|x| sign * x).cycle().take(count).collect();
        Tensor::new(shape, values).laid_out(layout.clone())
    };
    vec![of_sign(1.0), of_sign(-1.0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_differs_only_in_what_the_check_is_about() {
        let matrix = Tensor::new(&[4, 2], vec![1e9; 8]).laid_out(Layout::reversed(2));
        let control = |about: About| about.controls(Scope::Value, &matrix).swap_remove(0);
        let numbers = control(About::Numbers);
        assert!(
            numbers.shape == [4, 2] && numbers.layout == matrix.layout && numbers.values != matrix.values
        );
        let layout = control(About::Layout);
        assert!(
            layout.layout.is_standard() && (&layout.shape, &layout.values) == (&matrix.shape, &matrix.values)
        );
        assert_eq!((control(About::Shape).shape, control(About::Size).shape), (vec![8], vec![3, 2]));
        let empty = Tensor::new(&[3, 0], Vec::new());
        assert_eq!(About::Emptiness.controls(Scope::Value, &empty)[0].shape, [3, 2]);
        let vector = Tensor::new(&[2], vec![1.0, 2.0]);
        for about in [About::Numbers, About::Shape, About::Size] {
            assert_eq!(about.controls(Scope::Value, &vector), []);
        }
    }
}
