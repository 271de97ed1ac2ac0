//! Every formula that one slip of the pen makes of another.

use std::sync::Arc;

use crate::tree::{Formula, Function, Operator};

/// A formula with one slip in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// The whole formula, with the slip.
    pub formula: Formula,
    /// What was done.
    pub slip: Slip,
}

/// One slip. The formulas in it are those that it was done to.
#[derive(Debug, Clone, PartialEq)]
pub enum Slip {
    /// There is no minus in front of this, where there was one.
    MinusMissing(Formula),
    /// There is a minus in front of this.
    MinusAdded(Formula),
    /// This is doubled.
    Doubled(Formula),
    /// This is halved.
    Halved(Formula),
    /// The absolute value of this is taken.
    Absolute(Formula),
    /// Between these two stands the first operator in place of the second.
    Exchanged(Operator, Operator, Formula, Formula),
    /// These two have changed places around the operator.
    Swapped(Operator, Formula, Formula),
    /// Of these two, only the left one is there.
    RightMissing(Operator, Formula),
    /// Of these two, only the right one is there.
    LeftMissing(Operator, Formula),
    /// The parentheses around this are lost, or stand elsewhere.
    Parentheses(Formula),
    /// This stands outside of the function, and not in its argument.
    Outside(Formula, Function),
    /// This stands in the function's argument, and not outside of it.
    Inside(Formula, Function),
    /// The first number stands in place of the second.
    Number(Formula, Formula),
    /// A power of this number is taken in place of one of e.
    Base(f64),
    /// e is written with too few digits.
    Digits(f64),
    /// e is multiplied by this, and not raised to its power.
    Product(Formula),
    /// The first function is taken in place of the second.
    Function(Function, Function),
    /// The function is not taken of this.
    FunctionMissing(Function, Formula),
}

/// Numbers that others are mistaken for.
const NUMBERS: [f64; 7] = [0.0, 1.0, 2.0, 0.5, 3.0, 10.0, -1.0];

/// e with too few digits.
#[expect(clippy::approx_constant, reason = "that is what they are")]
const DIGITS: [f64; 7] = [2.0, 3.0, 2.7, 2.71, 2.72, 2.718, 2.7183];

/// Every formula that one slip makes of this one: a slip at one place, and the same at every place where the same
/// stands, as where it has a name of its own in the code.
pub fn edits(form: &Formula) -> Vec<Edit> {
    let mut edits = at_one_place(form);
    let mut known: Vec<&Formula> = Vec::new();
    let mut repeated: Vec<&Formula> = Vec::new();
    form.visit(&mut |part| {
        if known.contains(&part) && !repeated.contains(&part) {
            repeated.push(part);
        }
        known.push(part);
    });
    for part in repeated {
        let everywhere = |(slip, changed): (Slip, Formula)| Edit { formula: form.with(part, &changed), slip };
        edits.extend(slips(part).into_iter().map(everywhere));
    }
    edits
}

fn at_one_place(form: &Formula) -> Vec<Edit> {
    let mut edits: Vec<Edit> =
        slips(form).into_iter().map(|(slip, formula)| Edit { formula, slip }).collect();
    let mut inside = |part: &Formula, around: &dyn Fn(Formula) -> Formula| {
        edits.extend(
            at_one_place(part).into_iter().map(|edit| Edit { formula: around(edit.formula), ..edit }),
        );
    };
    match form {
        Formula::X | Formula::Number(_) | Formula::E | Formula::Pi => {}
        Formula::Negative(a) => inside(a, &Formula::negative),
        Formula::Call(function, a) => inside(a, &|a| Formula::call(*function, a)),
        Formula::Pair(operator, a, b) => {
            inside(a, &|a| Formula::Pair(*operator, Arc::new(a), Arc::clone(b)));
            inside(b, &|b| Formula::Pair(*operator, Arc::clone(a), Arc::new(b)));
        }
    }
    edits
}

/// What one slip makes of a part, at its very root.
fn slips(part: &Formula) -> Vec<(Slip, Formula)> {
    let mut slips = Vec::new();
    let own = || part.clone();
    let number = Formula::Number;
    match part {
        Formula::Number(_) | Formula::E | Formula::Pi => {
            let others = if *part == Formula::E { &DIGITS[..] } else { &NUMBERS[..] };
            let others = others.iter().map(|&n| number(n)).filter(|other| other != part);
            slips.extend(others.map(|other| (Slip::Number(other.clone(), own()), other)));
            return slips;
        }
        Formula::Negative(a) => slips.push((Slip::MinusMissing(Formula::clone(a)), Formula::clone(a))),
        _ => slips.push((Slip::MinusAdded(own()), own().negative())),
    }
    slips.extend([
        (Slip::Doubled(own()), Formula::pair(Operator::Multiply, number(2.0), own())),
        (Slip::Halved(own()), Formula::pair(Operator::Divide, own(), number(2.0))),
        (Slip::Absolute(own()), Formula::call(Function::Abs, own())),
    ]);
    match part {
        Formula::Negative(a) => {
            // -(a + b) as -a + b.
            if let Formula::Pair(operator @ (Operator::Add | Operator::Subtract), b, c) = &**a {
                let left = Formula::Negative(Arc::clone(b));
                let moved = Formula::Pair(*operator, Arc::new(left), Arc::clone(c));
                slips.push((Slip::Parentheses(Formula::clone(a)), moved));
            }
        }
        Formula::Call(function, a) => call(&mut slips, *function, a),
        Formula::Pair(operator, a, b) => pair(&mut slips, *operator, a, b),
        Formula::X | Formula::Number(_) | Formula::E | Formula::Pi => {}
    }
    slips
}

fn call(slips: &mut Vec<(Slip, Formula)>, function: Function, a: &Arc<Formula>) {
    let argument = || Formula::clone(a);
    slips.push((Slip::FunctionMissing(function, argument()), argument()));
    let others: &[Function] = match function {
        Function::Exp => &[Function::Ln],
        Function::Tanh => &[Function::Sigmoid],
        Function::Sigmoid | Function::Erf => &[Function::Tanh],
        _ => &[],
    };
    slips.extend(
        others.iter().map(|&other| (Slip::Function(other, function), Formula::call(other, argument()))),
    );
    if function == Function::Exp {
        let power = |base| Formula::pair(Operator::Power, Formula::Number(base), argument());
        slips.push((Slip::Base(2.0), Formula::call(Function::Exp2, argument())));
        slips.push((Slip::Base(10.0), power(10.0)));
        // The nearest whole numbers are bases of their own.
        slips.extend(DIGITS[1..].iter().map(|&digits| (Slip::Digits(digits), power(digits))));
        let product = Formula::pair(Operator::Multiply, Formula::E, argument());
        slips.push((Slip::Product(argument()), product));
    }
    let outside = |part: &Arc<Formula>| Slip::Outside(Formula::clone(part), function);
    let of = |part: &Arc<Formula>| Arc::new(Formula::Call(function, Arc::clone(part)));
    match &**a {
        // exp(-u) as -exp(u).
        Formula::Negative(u) => {
            let minus = Slip::Outside(Formula::Negative(Arc::clone(u)), function);
            slips.push((minus, Formula::Negative(of(u))));
        }
        // exp(u * v) as u * exp(v).
        Formula::Pair(operator @ (Operator::Multiply | Operator::Divide), u, v) => {
            slips.push((outside(v), Formula::Pair(*operator, of(u), Arc::clone(v))));
            if *operator == Operator::Multiply {
                slips.push((outside(u), Formula::Pair(*operator, Arc::clone(u), of(v))));
            }
        }
        _ => {}
    }
}

fn pair(slips: &mut Vec<(Slip, Formula)>, operator: Operator, a: &Arc<Formula>, b: &Arc<Formula>) {
    use Operator::{Add, Divide, Max, Min, Multiply, Power, Subtract};
    let (left, right) = (|| Formula::clone(a), || Formula::clone(b));
    let with =
        |operator, a: &Arc<Formula>, b: &Arc<Formula>| Formula::Pair(operator, Arc::clone(a), Arc::clone(b));
    let others: &[Operator] = match operator {
        Add | Subtract | Multiply | Divide => &[Add, Subtract, Multiply, Divide],
        Power => &[Multiply],
        Max | Min => &[Max, Min],
    };
    let others = others.iter().filter(|other| **other != operator);
    slips.extend(others.map(|&is| (Slip::Exchanged(is, operator, left(), right()), with(is, a, b))));
    if matches!(operator, Subtract | Divide | Power) {
        slips.push((Slip::Swapped(operator, left(), right()), with(operator, b, a)));
    }
    slips.push((Slip::RightMissing(operator, right()), left()));
    slips.push((Slip::LeftMissing(operator, left()), right()));
    let is_sum = |operator: Operator| matches!(operator, Add | Subtract);
    if matches!(operator, Multiply | Divide) {
        // (u + v) / b as u + v / b.
        if let Formula::Pair(inner, u, v) = &**a
            && is_sum(*inner)
        {
            let rest = Arc::new(with(operator, v, b));
            slips.push((Slip::Parentheses(left()), Formula::Pair(*inner, Arc::clone(u), rest)));
        }
        // a / (u + v) as a / u + v, and a / (u * v) as a / u * v.
        if let Formula::Pair(inner, u, v) = &**b
            && (is_sum(*inner) || operator == Divide && matches!(inner, Multiply | Divide))
        {
            let first = Arc::new(with(operator, a, u));
            slips.push((Slip::Parentheses(right()), Formula::Pair(*inner, first, Arc::clone(v))));
        }
    }
    if is_sum(operator) {
        // a + exp(u) as exp(a + u).
        if let Formula::Call(function, u) = &**b {
            let inside = Formula::Call(*function, Arc::new(with(operator, a, u)));
            slips.push((Slip::Inside(left(), *function), inside));
        }
        if let Formula::Call(function, u) = &**a {
            let inside = Formula::Call(*function, Arc::new(with(operator, u, b)));
            slips.push((Slip::Inside(right(), *function), inside));
        }
    }
}

impl Formula {
    /// Calls this with every part, the whole first.
    fn visit<'a>(&'a self, each: &mut impl FnMut(&'a Self)) {
        each(self);
        match self {
            Self::X | Self::Number(_) | Self::E | Self::Pi => {}
            Self::Negative(a) | Self::Call(_, a) => a.visit(each),
            Self::Pair(_, a, b) => {
                a.visit(each);
                b.visit(each);
            }
        }
    }

    /// The formula with another part wherever this part stands.
    fn with(&self, part: &Self, other: &Self) -> Self {
        if self == part {
            return other.clone();
        }
        match self {
            Self::X | Self::Number(_) | Self::E | Self::Pi => self.clone(),
            Self::Negative(a) => a.with(part, other).negative(),
            Self::Call(function, a) => Self::call(*function, a.with(part, other)),
            Self::Pair(operator, a, b) => Self::pair(*operator, a.with(part, other), b.with(part, other)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(text: &str) -> Vec<String> {
        let form: Formula = text.parse().expect("a formula");
        edits(&form).into_iter().map(|edit| edit.formula.to_string()).collect()
    }

    #[test]
    fn what_learners_write_is_one_edit_away() {
        let sigmoid = edited("1 / (1 + exp(-x))");
        for wrong in [
            "1 / (1 + exp(x))",
            "1 / (1 - exp(-x))",
            "1 / (1 + -exp(x))",
            "1 / 1 + exp(-x)",
            "1 + exp(-x)",
            "1 / exp(-x)",
            "(1 + exp(-x)) / 1",
            "1 / (1 + exp2(-x))",
            "1 / (1 + 10 ^ (-x))",
            "1 / (1 + 2.718 ^ (-x))",
            "1 / (1 + e * (-x))",
            "1 / (1 + exp(-(2 * x)))",
            "1 / exp(1 + -x)",
            "2 / (1 + exp(-x))",
            "1 / (2 + exp(-x))",
        ] {
            assert!(sigmoid.iter().any(|edit| edit == wrong), "{wrong}\n{sigmoid:#?}");
        }
        let tanh = edited("(exp(x) - exp(-x)) / (exp(x) + exp(-x))");
        for wrong in [
            "(exp(x) - -exp(x)) / (exp(x) + exp(-x))",
            "(exp(x) - -exp(x)) / (exp(x) + -exp(x))",
            "exp(x) - exp(-x) / (exp(x) + exp(-x))",
            "(exp(x) - exp(-x)) / exp(x) + exp(-x)",
            "(exp(x / 2) - exp(-(x / 2))) / (exp(x / 2) + exp(-(x / 2)))",
        ] {
            assert!(tanh.iter().any(|edit| edit == wrong), "{wrong}");
        }
        assert!(edited("max(0, x)").contains(&"min(0, x)".into()));
    }

    #[test]
    fn no_edit_leaves_the_formula_as_it_is() {
        for text in ["1 / (1 + exp(-x))", "(1 + tanh(x / 2)) / 2", "(x + abs(x)) / 2", "e ^ x"] {
            assert!(!edited(text).contains(&text.to_owned()));
        }
    }
}
