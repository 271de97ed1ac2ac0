//! What an exercise's function is, and how close an answer has to come.

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use channel::{Tensor, layer};
use formula::{Formula, Precision};

use super::exact::Exact;
use super::examiner::DIFFERENT;
use super::rows::{self, Scope};
use super::table::Table;
use super::tolerance::Tolerance;
use crate::project::Project;
use crate::rubric::{Exercise, Rubric};
use crate::source_file::SourceFile;

/// What the suite holds answers to.
pub struct Reference {
    /// The name of the layer, with its parameter where another than the usual one is meant.
    pub layer: String,
    /// The exercise's name.
    pub exercise: String,
    /// What the parameter is, in words such as `slope 0.2`, where another than the usual one is meant.
    pub parameter: Option<String>,
    /// What a value depends on.
    pub scope: Scope,
    /// The function at some thousands of points, with its usual parameter; empty for a function of rows.
    pub table: Table,
    /// How far a value may be off.
    pub tolerance: Tolerance,
    /// The file that a learner writes.
    pub source: SourceFile,
    function: Function,
}

/// Where values come from.
enum Function {
    /// From the table and, between its points, from polynomials.
    Known(Exact),
    /// From the formula, in f64: a parameter that nobody knows beforehand has no table, and nor have rows.
    Formula(Formula),
}

impl Reference {
    /// The reference of a layer, such as `relu` or `leaky_relu 0.2`, read once in a process.
    ///
    /// # Panics
    /// Where it can't be read: the suite must not judge by anything else.
    pub fn of(layer: &str) -> &'static Self {
        static KNOWN: LazyLock<Mutex<BTreeMap<String, &'static Reference>>> = LazyLock::new(Mutex::default);
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(layer.to_owned()).or_insert_with(|| match Self::find(layer) {
            Ok(read) => Box::leak(Box::new(read)),
            Err(error) => panic!("the reference of `{layer}`: {error:#}"),
        })
    }

    fn find(layer: &str) -> Result<Self> {
        // Around the current folder, and not where this was built: a workspace may be copied with its products.
        let project = Project::find()?;
        let (name, parameter) = layer::split(layer).context("its parameter is no number")?;
        Self::read(&project, &Rubric::read_exercise(&project.suite(), name)?, parameter)
    }

    /// Reads the reference of an exercise, with this parameter or its usual one.
    ///
    /// # Errors
    /// Where a file can't be read, or the parameter is none that the exercise can have.
    pub fn read(project: &Project, exercise: &Exercise, parameter: Option<f32>) -> Result<Self> {
        let name = &exercise.name;
        let named = match (&exercise.parameter, parameter) {
            (_, None) => None,
            (None, Some(value)) => {
                bail!("`{name}` has no parameter, and {value} was asked for\nhint: ask without it")
            }
            (Some(known), Some(value)) => Some(format!("{} {value}", known.name)),
        };
        let is_of_rows = exercise.is_of_rows();
        let axis = parameter.filter(|_| is_of_rows).map(axis).transpose()?;
        let table = match is_of_rows {
            true => Table::parse(""),
            false => Table::read(&project.table(name))?,
        };
        let function = match parameter {
            None if !is_of_rows => Function::Known(Exact::read(&project.pieces(name))?),
            _ => Function::Formula(exercise.computes(parameter)?),
        };
        Ok(Self {
            layer: parameter.map_or_else(|| name.clone(), |value| layer::with(name, value)),
            exercise: name.clone(),
            parameter: named,
            scope: if is_of_rows { Scope::Row(axis) } else { Scope::Value },
            table,
            tolerance: exercise.tolerance,
            source: exercise.source(),
            function,
        })
    }

    /// The function's values for a row of numbers, with all digits.
    pub fn over(&self, row: &[f32]) -> Vec<f64> {
        match &self.function {
            Function::Known(exact) => {
                row.iter().map(|&x| self.table.find(x).unwrap_or_else(|| exact.at(x))).collect()
            }
            Function::Formula(formula) if self.scope == Scope::Value => {
                // What is `max` in a formula drops NaN, as in Rust.
                let at = |x: f32| if x.is_nan() { f64::NAN } else { formula.at(x.into(), Precision::Double) };
                row.iter().copied().map(at).collect()
            }
            Function::Formula(formula) => {
                let row: Vec<f64> = row.iter().copied().map(f64::from).collect();
                formula.over(&row, Precision::Double)
            }
        }
    }

    /// The function's value for one number: for a row of one, where it is a function of rows.
    pub fn at(&self, x: f32) -> f64 {
        self.over(&[x])[0]
    }

    /// The function's values for a tensor, in its order.
    pub fn values(&self, input: &Tensor) -> Vec<f64> {
        self.by_row(input, |row| self.over(row))
    }

    /// What `of` makes of each row of a tensor, in the tensor's order. Of rows that repeat in a large tensor, each is
    /// looked at once. For a function of single values, all different numbers are one row.
    pub fn by_row<T: Copy>(&self, input: &Tensor, of: impl FnMut(&[f32]) -> Vec<T>) -> Vec<T> {
        let Some(rows) = self.side_by_side(input) else {
            return rows::by_row(self.scope, &input.shape, &input.values, of);
        };
        let once: Vec<T> = rows.flat_map(of).collect();
        let mut all = once.repeat(input.values.len().div_ceil(once.len().max(1)));
        all.truncate(input.values.len());
        all
    }

    /// The different rows of a tensor; for a function of single values, all different numbers in one.
    pub fn rows(&self, input: &Tensor) -> Vec<Vec<f32>> {
        if let Some(rows) = self.side_by_side(input) {
            return rows.map(<[f32]>::to_vec).collect();
        }
        let row = |places: Vec<usize>| places.iter().map(|&place| input.values[place]).collect();
        self.scope.rows(&input.shape).map(row).collect()
    }

    /// The same, where rows lie side by side in the tensor.
    fn side_by_side<'a>(&self, input: &'a Tensor) -> Option<impl Iterator<Item = &'a [f32]> + use<'a>> {
        let length = self.scope.side_by_side(&input.shape)?;
        let of_each = if self.scope == Scope::Value { usize::MAX } else { length.max(1) };
        Some(different(&input.values, length).chunks(of_each))
    }

    /// The name under which a row is asked about that stands alone in a vector: whatever the axis was, it is now the
    /// last.
    pub fn alone(&self) -> &str {
        if self.scope == Scope::Value { &self.layer } else { &self.exercise }
    }
}

/// The axis that a parameter says.
fn axis(parameter: f32) -> Result<usize> {
    match (0..usize::from(u8::MAX)).find(|&axis| axis as f32 == parameter) {
        Some(axis) => Ok(axis),
        None => bail!("{parameter} is no axis\nhint: axes are counted from 0"),
    }
}

/// The beginning of the numbers, in rows of this length, after which the rows repeat, or all of them.
fn different(xs: &[f32], length: usize) -> &[f32] {
    let repeats = |after: usize| xs.iter().zip(&xs[after..]).all(|(a, b)| a.to_bits() == b.to_bits());
    let rows = DIFFERENT * length;
    if xs.len() > 2 * rows && repeats(DIFFERENT) { &xs[..rows] } else { xs }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_repeat_are_looked_at_once() {
        let numbers: Vec<f32> = (0_u16..).take(DIFFERENT).map(f32::from).collect();
        for (layer, shape, once) in [
            ("tanh", [2500, 3], DIFFERENT),
            ("softmax", [2500, 3], 3 * DIFFERENT),
            // Rows of columns are scattered, and all looked at.
            ("softmax 0", [3, 2500], 7500),
        ] {
            let reference = Reference::of(layer);
            let mut input = Tensor::new(&shape, numbers.iter().copied().cycle().take(7500).collect());
            // Of single values, all are one row, which has no sum.
            let sum = |row: &[f32]| if reference.scope == Scope::Value { 0.0 } else { row.iter().sum() };
            let of = |row: &[f32]| row.iter().map(|x| x + sum(row)).collect();
            for once in [once, 7500] {
                let mut seen = 0;
                let got = reference.by_row(&input, |row| {
                    seen += row.len();
                    of(row)
                });
                assert_eq!(got, rows::by_row(reference.scope, &shape, &input.values, of), "{layer}");
                assert_eq!(seen, once, "{layer}");
                assert_eq!(reference.rows(&input).concat().len(), once, "{layer}");
                // One that is unlike all others, for the second turn.
                input.values[7499] = -1.0;
            }
        }
    }
}
