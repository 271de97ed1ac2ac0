//! Tensors as they are written on a command line: `0.5`, `[1, 2]`, `[[1, 2], [3, NaN]]`.

use std::str::FromStr;

use anyhow::{Result, anyhow, bail, ensure};
use grader::judge::Tensor;

/// How deep brackets may stand in brackets, and how many values there may be.
const DEEPEST: usize = 8;
const MOST: usize = 10_000;

/// Reads a tensor of any shape; a number alone is one without axes.
///
/// # Errors
/// Where a number can't be read, a bracket is missing, or rows differ in length.
pub fn read(text: &str) -> Result<Tensor> {
    let mut reader = Reader { rest: text, values: Vec::new() };
    let shape = reader.tensor(0)?;
    ensure!(reader.rest.trim().is_empty(), "`{}` stands behind the end", reader.rest.trim());
    Ok(Tensor::new(&shape, reader.values))
}

struct Reader<'a> {
    rest: &'a str,
    values: Vec<f32>,
}

impl Reader<'_> {
    fn take(&mut self, symbol: char) -> bool {
        self.rest = self.rest.trim_start();
        let rest = self.rest.strip_prefix(symbol);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Reads numbers, and tells their shape.
    fn tensor(&mut self, depth: usize) -> Result<Vec<usize>> {
        ensure!(depth <= DEEPEST, "there are more than {DEEPEST} brackets in brackets");
        if !self.take('[') {
            let number = self.number()?;
            self.values.push(number);
            ensure!(self.values.len() <= MOST, "there are more than {MOST} numbers");
            return Ok(Vec::new());
        }
        let mut inner: Option<Vec<usize>> = None;
        let mut rows = 0;
        while !self.take(']') {
            if rows > 0 {
                ensure!(self.take(','), "`{}` stands where `,` or `]` is expected", self.rest);
                if self.take(']') {
                    break;
                }
            }
            let row = self.tensor(depth + 1)?;
            match &inner {
                Some(first) if *first != row => {
                    bail!("rows differ: one has the shape {first:?}, one {row:?}")
                }
                _ => inner = Some(row),
            }
            rows += 1;
        }
        Ok([&[rows][..], &inner.unwrap_or_default()].concat())
    }

    fn number(&mut self) -> Result<f32> {
        let end = self.rest.find([',', '[', ']', ' ']).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        number(text)
    }
}

/// Reads a number as people write it.
///
/// # Errors
/// Where there is none.
pub fn number<T: FromStr>(text: &str) -> Result<T> {
    ensure!(!text.is_empty(), "a number is missing");
    // An infinity and a minus are what some would type, or paste.
    text.replace('∞', "inf")
        .replace('−', "-")
        .parse()
        .map_err(|_| anyhow!("`{text}` is no number\nhint: numbers are such as 0.5, -2, 1e-3, inf and NaN"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tensors_of_every_shape_are_read() {
        let shape = |text: &str| read(text).map(|tensor| tensor.shape).expect(text);
        assert_eq!(shape("-2"), [0_usize; 0]);
        assert_eq!(shape("[1, 2,3]"), [3]);
        assert_eq!(shape(" [[1, 2], [3, 4], [5, 6]] "), [3, 2]);
        assert_eq!(shape("[[], []]"), [2, 0]);
        assert_eq!(shape("[[[inf]], [[NaN]]]"), [2, 1, 1]);
        assert!(read("[NaN, -inf, 1e-3,]").is_ok_and(|tensor| tensor.values[1] == f32::NEG_INFINITY));
    }

    #[test]
    fn what_is_no_tensor_is_refused_and_says_why() {
        let why = |text: &str| read(text).expect_err(text).to_string();
        assert!(why("two").starts_with("`two` is no number"));
        assert_eq!(why("[[1, 2], [3]]"), "rows differ: one has the shape [2], one [1]");
        assert!(why("[1 2]").contains("where `,` or `]` is expected"));
        assert_eq!(why("[1, 2"), "`` stands where `,` or `]` is expected");
        assert_eq!(why("[1]]"), "`]` stands behind the end");
        assert!(read(&"[".repeat(100_000)).is_err());
    }
}
