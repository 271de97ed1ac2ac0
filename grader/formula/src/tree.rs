//! A formula in x as a tree.

use std::sync::Arc;

/// A function of one number, or of a row of numbers, where it sums them up or takes the largest.
///
/// Trees share their branches, so an edited formula costs no more than the path to its edit.
#[derive(Debug, Clone, PartialEq)]
pub enum Formula {
    /// The input.
    X,
    /// A number as it is written.
    Number(f64),
    /// Euler's number.
    E,
    /// π.
    Pi,
    /// A minus in front.
    Negative(Arc<Formula>),
    /// A function of one value.
    Call(Function, Arc<Formula>),
    /// Two values and what joins them.
    Pair(Operator, Arc<Formula>, Arc<Formula>),
}

/// What a formula can call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// e^x.
    Exp,
    /// 2^x.
    Exp2,
    /// The natural logarithm.
    Ln,
    /// The logarithm of base 2.
    Log2,
    /// |x|.
    Abs,
    /// The square root.
    Sqrt,
    /// The hyperbolic tangent.
    Tanh,
    /// The arctangent.
    Atan,
    /// The error function.
    Erf,
    /// 1 / (1 + e^-x).
    Sigmoid,
    /// -1, 0 or 1.
    Sign,
    /// The nearest whole number, halves away from zero.
    Round,
    /// The tangent of an angle in radians.
    Tan,
    /// The sine of an angle in radians.
    Sin,
    /// The nearest number in half precision, IEEE 754's binary16, but without its largest number.
    Half,
    /// The sum over all values of a row.
    Sum,
    /// The largest value of a row.
    Largest,
}

/// What can stand between two values, or take two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// a + b
    Add,
    /// a - b
    Subtract,
    /// a * b
    Multiply,
    /// a / b
    Divide,
    /// a ^ b
    Power,
    /// The larger.
    Max,
    /// The smaller.
    Min,
}

impl Function {
    /// Every function, by the name that it is written with.
    pub(crate) const NAMES: [(&'static str, Self); 17] = [
        ("exp", Self::Exp),
        ("exp2", Self::Exp2),
        ("ln", Self::Ln),
        ("log2", Self::Log2),
        ("abs", Self::Abs),
        ("sqrt", Self::Sqrt),
        ("tanh", Self::Tanh),
        ("atan", Self::Atan),
        ("erf", Self::Erf),
        ("sigmoid", Self::Sigmoid),
        ("sign", Self::Sign),
        ("round", Self::Round),
        ("tan", Self::Tan),
        ("sin", Self::Sin),
        ("half", Self::Half),
        ("sum", Self::Sum),
        ("largest", Self::Largest),
    ];

    /// The name that it is written with.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, function)| *function == self).map_or("", |(name, _)| name)
    }
}

impl Formula {
    pub(crate) fn negative(self) -> Self {
        Self::Negative(Arc::new(self))
    }

    pub(crate) fn call(function: Function, argument: Self) -> Self {
        Self::Call(function, Arc::new(argument))
    }

    pub(crate) fn pair(operator: Operator, left: Self, right: Self) -> Self {
        Self::Pair(operator, Arc::new(left), Arc::new(right))
    }

    /// Whether it looks at a whole row of numbers, and not at one alone.
    pub fn is_of_rows(&self) -> bool {
        match self {
            Self::X | Self::Number(_) | Self::E | Self::Pi => false,
            Self::Call(Function::Sum | Function::Largest, _) => true,
            Self::Negative(a) | Self::Call(_, a) => a.is_of_rows(),
            Self::Pair(_, a, b) => a.is_of_rows() || b.is_of_rows(),
        }
    }

    /// The formula with another in place of x.
    #[must_use]
    pub fn of(&self, inner: &Self) -> Self {
        match self {
            Self::X => inner.clone(),
            Self::Number(_) | Self::E | Self::Pi => self.clone(),
            Self::Negative(a) => a.of(inner).negative(),
            Self::Call(function, a) => Self::call(*function, a.of(inner)),
            Self::Pair(operator, a, b) => Self::pair(*operator, a.of(inner), b.of(inner)),
        }
    }
}
