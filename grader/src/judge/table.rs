//! A stored table of what a function is, made by an independent source of high precision.
//!
//! How the tables are made stands in `grader/instructor/tables/make.py`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Points `(x, f(x))` in ascending order of `x`.
pub struct Table {
    points: Vec<(f32, f64)>,
}

impl Table {
    /// The table that a file holds.
    ///
    /// # Errors
    /// Where the file can't be read.
    ///
    /// # Panics
    /// As [`parse`](Self::parse).
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Self::parse(&text))
    }

    /// Reads lines of `x,f(x)`.
    ///
    /// # Panics
    /// On a line that is no such pair, and where the points do not ascend: the table is part of
    /// the grader, and a bad one must not judge anyone.
    pub fn parse(text: &str) -> Self {
        let points: Vec<(f32, f64)> = text
            .lines()
            .map(|line| {
                let pair = line.split_once(',').and_then(|(x, y)| Some((x.parse().ok()?, y.parse().ok()?)));
                pair.unwrap_or_else(|| panic!("line `{line}` of a reference table is no pair of numbers"))
            })
            .collect();
        assert!(points.is_sorted_by(|a, b| a.0 < b.0), "a reference table has to ascend");
        Self { points }
    }

    /// f(x) where `x` is a point of the table.
    pub fn find(&self, x: f32) -> Option<f64> {
        let found = self.points.binary_search_by(|point| point.0.total_cmp(&(x + 0.0)));
        found.ok().map(|i| self.points[i].1)
    }

    /// All points with |x| between the bounds, in ascending order.
    pub fn between(&self, least: f32, most: f32) -> Vec<(f32, f64)> {
        self.points.iter().copied().filter(|(x, _)| (least..=most).contains(&x.abs())).collect()
    }

    /// `count` points with |x| ≤ `most`, in an order that is drawn, too.
    ///
    /// One comes from each of `count` equal parts of the table: of a handful, some are small and
    /// some large, of either sign, whatever the seed.
    pub fn draw(&self, rng: &mut fastrand::Rng, count: usize, most: f32) -> Vec<(f32, f64)> {
        let points = self.between(0.0, most);
        let start = |part: usize| part * points.len() / count;
        let mut drawn: Vec<_> =
            (0..count).map(|i| points[rng.usize(start(i)..start(i + 1).max(start(i) + 1))]).collect();
        rng.shuffle(&mut drawn);
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawn_points_are_spread_over_the_table() {
        let table = Table::parse("-1,10\n0,20\n4,30\n100,40\n");
        let mut rng = fastrand::Rng::with_seed(1);
        assert!(table.draw(&mut rng, 50, 4.0).iter().all(|(x, _)| x.abs() <= 4.0));
        let mut both: Vec<f32> = table.draw(&mut rng, 2, 1.0).into_iter().map(|(x, _)| x).collect();
        both.sort_by(f32::total_cmp);
        assert_eq!(both, [-1.0, 0.0]);
        assert_eq!((table.find(-0.0), table.find(4.0), table.find(5.0)), (Some(20.0), Some(30.0), None));
    }

    #[test]
    #[should_panic = "ascend"]
    fn a_table_out_of_order_is_refused() {
        Table::parse("1,1\n0,0\n");
    }
}
