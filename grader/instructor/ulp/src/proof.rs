//! A promise, held to it by many values.

use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use ndarray::Array1;
use solutions::Tensor;

use crate::every_float::at;
use crate::instructions::Set;
use crate::promise::Promise;

/// How many values are computed in one go: both the values and the results fit into a cache.
const STRETCH: u64 = 1 << 15;

/// What came of it.
#[derive(Debug, Default)]
pub struct Found {
    /// The largest error, and where.
    pub worst: (f64, f32),
    /// The first promise that was not kept.
    pub complaint: Option<String>,
}

impl Found {
    /// A line for people.
    pub fn line(&self, promise: &Promise) -> String {
        let Promise { name, bound, unit_name, .. } = promise;
        let (worst, x) = self.worst;
        let error = if *bound >= 0.1 { format!("{worst:.3}") } else { format!("{worst:.1e}") };
        let unit = if unit_name.is_empty() { String::new() } else { format!(" {unit_name}") };
        let line = format!("{name:8} off by {error}{unit} at most, at x = {x} (promised: {bound}{unit})");
        match &self.complaint {
            Some(complaint) => format!("{line}\n         NOT KEPT: {complaint}"),
            None => line,
        }
    }

    fn and(self, other: Self) -> Self {
        let worst = if other.worst.0 > self.worst.0 { other.worst } else { self.worst };
        Self { worst, complaint: self.complaint.or(other.complaint) }
    }
}

/// Holds a function to its promise at all values of these places, on all processors.
pub fn prove(promise: Promise, sets: &[Set], places: Range<u64>) -> Found {
    let next = AtomicU64::new(places.start);
    let work = || {
        let mut found = Found::default();
        loop {
            let start = next.fetch_add(STRETCH, Ordering::Relaxed);
            if start >= places.end || found.complaint.is_some() {
                return found;
            }
            // One value more than its own, so that no two neighbours are left uncompared.
            let end = places.end.min(start + STRETCH + 1);
            found = found.and(stretch(&promise, sets, start..end));
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let each = workers.into_iter().map(|worker| worker.join().expect("a proof does not panic"));
        each.fold(Found::default(), Found::and)
    })
}

fn stretch(promise: &Promise, sets: &[Set], places: Range<u64>) -> Found {
    let xs: Tensor = places.map(at).collect::<Array1<f32>>().into_dyn();
    let baseline = sets[0];
    let ys = (promise.compute)(baseline, &xs);
    let mut worst = (0.0, 0.0);
    let mut complaint = None;
    let mut complain = |text: String| {
        complaint.get_or_insert(text);
    };
    let mut before = f32::NEG_INFINITY;
    for (&x, &y) in xs.iter().zip(&ys) {
        if x.is_nan() || y.is_nan() {
            if x.is_nan() != y.is_nan() {
                complain(format!("f({x:e}) is {y:e}"));
            }
            continue;
        }
        let exact = (promise.exact)(f64::from(x));
        let error = match f64::from(y) {
            // Infinite is right for what rounds to infinity.
            y if y.is_infinite() && exact as f32 == y as f32 => 0.0,
            y => (y - exact).abs() / (promise.unit)(exact),
        };
        // Not `error > bound`, which NaN would pass.
        let is_within = error <= promise.bound;
        if !is_within {
            complain(format!("f({x:e}) is {y:e}, off by {error}"));
        }
        if error > worst.0 {
            worst = (error, x);
        }
        if y < before {
            complain(format!("f({x:e}) is {y:e}, below the value before it, {before:e}"));
        }
        before = y;
    }
    for set in &sets[1..] {
        if let Some(i) = different(&ys, &(promise.compute)(*set, &xs)) {
            complain(format!("f({:e}) is another number with {}", xs[i], set.name()));
        }
    }
    if promise.is_odd
        && let Some(i) = different(&-ys, &(promise.compute)(baseline, &-&xs))
    {
        complain(format!("f({:e}) is not -f({:e})", -xs[i], xs[i]));
    }
    Found { worst, complaint }
}

/// Where two rows have other bits; NaN is NaN, whatever its sign and payload.
fn different(a: &Tensor, b: &Tensor) -> Option<usize> {
    let is_same = |(a, b): (&f32, &f32)| a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan());
    let mut pairs = a.iter().zip(b);
    pairs.position(|pair| !is_same(pair))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::every_float::unit;

    /// What is said of a function that should be x itself, at some NaN and at the values from -∞ to about -3.2e38.
    fn said(compute: fn(Set, &Tensor) -> Tensor, is_odd: bool) -> Option<String> {
        let promise =
            Promise { name: "x", compute, exact: |x| x, bound: 1.0, unit, unit_name: "ULP", is_odd };
        let places = (1 << 23) - 9..(1 << 23) + (1 << 20);
        prove(promise, &Set::here(), places).complaint
    }

    #[test]
    fn a_promise_that_is_not_kept_is_named() {
        const X: f32 = -3.3e38;
        assert_eq!(said(|set, x| set.map(x, |v| v), true), None);
        let off = said(|set, x| set.map(x, |v| if v == X { v / 2.0 } else { v }), false);
        assert!(off.is_some_and(|text| text.contains("off by")));
        let lopsided = said(|set, x| set.map(x, |v| if v == X { v.next_up() } else { v }), true);
        assert_eq!(lopsided, Some(format!("f({:e}) is not -f({X:e})", -X)));
        let swallowed = said(|set, x| set.map(x, |v| if v.is_nan() { 0.0 } else { v }), false);
        assert!(swallowed.is_some_and(|text| text.contains("NaN")));
        let falls = said(
            |set, x| {
                set.map(x, |v| match v {
                    X => X.next_up(),
                    v if v == X.next_up() => X,
                    v => v,
                })
            },
            false,
        );
        assert!(falls.is_some_and(|text| text.contains("below the value before it")));
    }

    #[test]
    fn sets_that_disagree_are_named() {
        let differs: fn(Set, &Tensor) -> Tensor =
            |set, x| set.map(x, if set == Set::Baseline { |v| v } else { |v: f32| v.next_up() });
        assert!(said(differs, false).is_some_and(|text| text.contains("another number with")));
    }
}
