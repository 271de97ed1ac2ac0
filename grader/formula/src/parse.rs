//! Reads a formula from text: `+ - * / ^ ( )`, functions, `x`, `e`, `pi` and numbers.

use std::fmt;
use std::str::FromStr;

use crate::tree::{Formula, Function, Operator};

/// Why a text is no formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoFormula(String);

impl fmt::Display for NoFormula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoFormula {}

/// How deep parentheses may stand in parentheses.
const DEEPEST: usize = 50;

impl FromStr for Formula {
    type Err = NoFormula;

    /// Reads a formula. `^` binds tightest and to the right, then a minus in front, then `*` and `/`.
    ///
    /// # Errors
    /// Where the text is anything else; says which part can't be read.
    fn from_str(text: &str) -> Result<Self, NoFormula> {
        let mut reader = Reader { rest: text, depth: 0 };
        let formula = reader.sum()?;
        match reader.peek() {
            None => Ok(formula),
            Some(_) => Err(reader.stuck("is not expected there")),
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
    depth: usize,
}

type Read = Result<Formula, NoFormula>;

impl Reader<'_> {
    fn peek(&mut self) -> Option<char> {
        self.rest = self.rest.trim_start();
        self.rest.chars().next()
    }

    fn take(&mut self, sign: char) -> bool {
        let is_there = self.peek() == Some(sign);
        if is_there {
            self.rest = &self.rest[sign.len_utf8()..];
        }
        is_there
    }

    fn expect(&mut self, sign: char) -> Result<(), NoFormula> {
        if self.take(sign) { Ok(()) } else { Err(self.stuck(&format!("stands where `{sign}` is expected"))) }
    }

    fn stuck(&self, why: &str) -> NoFormula {
        let rest: String = self.rest.chars().take(20).collect();
        NoFormula(if rest.is_empty() {
            "the formula ends too early".into()
        } else {
            format!("`{rest}` {why}")
        })
    }

    fn sum(&mut self) -> Read {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.stuck("stands in too many parentheses"));
        }
        let mut left = self.product()?;
        loop {
            let operator = match self.peek() {
                Some('+') => Operator::Add,
                Some('-') => Operator::Subtract,
                _ => break,
            };
            self.rest = &self.rest[1..];
            left = Formula::pair(operator, left, self.product()?);
        }
        self.depth -= 1;
        Ok(left)
    }

    fn product(&mut self) -> Read {
        let mut left = self.signed()?;
        loop {
            let operator = match self.peek() {
                Some('*') => Operator::Multiply,
                Some('/') => Operator::Divide,
                _ => return Ok(left),
            };
            self.rest = &self.rest[1..];
            left = Formula::pair(operator, left, self.signed()?);
        }
    }

    fn signed(&mut self) -> Read {
        let mut minuses = 0;
        while self.take('-') {
            minuses += 1;
        }
        let power = self.power()?;
        Ok((0..minuses).fold(power, |formula, _| formula.negative()))
    }

    fn power(&mut self) -> Read {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.stuck("stands in too many powers"));
        }
        let base = self.value()?;
        let power = if self.take('^') { Formula::pair(Operator::Power, base, self.signed()?) } else { base };
        self.depth -= 1;
        Ok(power)
    }

    fn value(&mut self) -> Read {
        match self.peek() {
            Some('(') => self.in_parentheses(),
            Some(first) if first.is_ascii_digit() || first == '.' => self.number(),
            Some(first) if first.is_ascii_alphabetic() => self.named(),
            _ => Err(self.stuck("is no value")),
        }
    }

    fn in_parentheses(&mut self) -> Read {
        self.expect('(')?;
        let inner = self.sum()?;
        self.expect(')')?;
        Ok(inner)
    }

    fn number(&mut self) -> Read {
        let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
        let mut end = digits(self.rest);
        // An exponent, and not Euler's number: `1e-6`.
        if let Some(exponent) = self.rest[end..].strip_prefix('e') {
            let sign = usize::from(exponent.starts_with(['-', '+']));
            let length = digits(&exponent[sign..]);
            end += if length > 0 { 1 + sign + length } else { 0 };
        }
        let number = self.rest[..end].parse().map_err(|_| self.stuck("is no number"))?;
        self.rest = &self.rest[end..];
        Ok(Formula::Number(number))
    }

    fn named(&mut self) -> Read {
        let end = self.rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        let operator = match name {
            "max" => Some(Operator::Max),
            "min" => Some(Operator::Min),
            _ => None,
        };
        let function =
            Function::NAMES.iter().find(|(known, _)| *known == name).map(|(_, function)| *function);
        let constant = match name {
            "x" => Some(Formula::X),
            "e" => Some(Formula::E),
            "pi" => Some(Formula::Pi),
            _ => None,
        };
        if operator.is_none() && function.is_none() && constant.is_none() {
            return Err(NoFormula(format!("`{name}` is nothing that a formula knows")));
        }
        self.rest = rest;
        if let Some(constant) = constant {
            return Ok(constant);
        }
        if let Some(function) = function {
            return Ok(Formula::call(function, self.in_parentheses()?));
        }
        self.expect('(')?;
        let left = self.sum()?;
        self.expect(',')?;
        let right = self.sum()?;
        self.expect(')')?;
        Ok(Formula::pair(operator.unwrap_or(Operator::Max), left, right))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_formula_is_refused_and_says_where() {
        let why = |text: &str| text.parse::<Formula>().expect_err(text).to_string();
        assert_eq!(why("1 / (1 + exp(-x)"), "the formula ends too early");
        assert_eq!(why("1 + y"), "`y` is nothing that a formula knows");
        assert_eq!(why("max(x 1)"), "`1)` stands where `,` is expected");
        assert_eq!(why("2 x"), "`x` is not expected there");
        assert_eq!(why("1.2.3"), "`1.2.3` is no number");
        assert_eq!(why("x + é"), "`é` is no value");
        for text in ["(".repeat(100_000), "-".repeat(9) + "(", "2^".repeat(100_000), String::new()] {
            assert!(text.parse::<Formula>().is_err());
        }
        assert_eq!("1e-3 * e".parse::<Formula>().expect("a formula").to_string(), "0.001 * e");
    }
}
