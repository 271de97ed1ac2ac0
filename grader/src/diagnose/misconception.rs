//! Tables of misconceptions: values on the probes, and no formula that could be copied.
//!
//! A table has a line for each misconception, with tabs between its key, its sentence and its values; above
//! them stand the numbers that the values belong to.

use anyhow::{Context, Result, ensure};

use super::probes::numbers;

/// A function that the exercise's function is taken for.
#[derive(Debug, Clone, PartialEq)]
pub struct Misconception {
    /// Its name for programs and specimens.
    pub key: String,
    /// One sentence for the learner: what was done, and what to look at. Not the code to type.
    pub says: String,
    /// What it computes, in the order of the probes.
    pub values: Vec<f64>,
}

/// Reads a table.
///
/// # Errors
/// Where a line is not as described, or the table was made for other probes.
pub fn parse(text: &str) -> Result<Vec<Misconception>> {
    let mut lines = text.lines().map(line);
    let head = lines.next().context("there is nothing in it")??;
    let probes = numbers().into_iter().map(f64::from);
    ensure!(head.values.iter().copied().eq(probes), "it was made for other probes");
    lines
        .map(|line| {
            let line = line?;
            ensure!(line.values.len() == head.values.len(), "`{}` has another number of values", line.key);
            Ok(line)
        })
        .collect()
}

fn line(text: &str) -> Result<Misconception> {
    let mut parts = text.split('\t');
    let (key, says) = parts.next().zip(parts.next()).with_context(|| format!("`{text}` has no sentence"))?;
    let values =
        parts.map(|value| value.parse().with_context(|| format!("`{value}` of `{key}` is no number")));
    Ok(Misconception { key: key.into(), says: says.into(), values: values.collect::<Result<_>>()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_does_not_fit_the_probes_is_refused() {
        let all = |value: &str| numbers().iter().map(|_| format!("\t{value}")).collect::<String>();
        let head = numbers().into_iter().map(|x| format!("\t{:?}", f64::from(x))).collect::<String>();
        let good = format!("key\tsays{head}\nnan\tIt is NaN.{}\n", all("NaN"));
        assert!(parse(&good).expect("a table")[0].values.iter().all(|value| value.is_nan()));
        for bad in [
            String::new(),
            format!("key\tsays{}\n", all("1.0")),
            format!("key\tsays{head}\na\tSays.{}\n", all("one")),
            format!("key\tsays{head}\na\tSays.{}\t1\n", all("1")),
        ] {
            assert!(parse(&bad).is_err(), "{bad}");
        }
    }
}
