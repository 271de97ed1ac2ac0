//! Asks for many numbers at once, and where that fails, for fewer and fewer.

use std::collections::VecDeque;
use std::iter;
use std::ops::Range;

use super::{Got, Trouble};

/// The values of a stretch of numbers, or why there are none; `None` where there is no time left.
pub type Answer = Option<Result<Vec<f32>, Trouble>>;

/// How often a stretch is halved at most where each failure may take long.
const COARSE: usize = 16;

/// What comes back for each of `count` numbers.
///
/// All are asked for in one tensor. A stretch that fails is halved, the longer ones first, so that
/// a rough picture is there when the time runs out. What failed in a stretch stays with all numbers
/// in it that no shorter one answers for.
pub fn answers(count: usize, mut ask: impl FnMut(Range<usize>) -> Answer) -> Vec<Got> {
    let mut got = vec![Got::Trouble(Trouble::NoAnswer); count];
    let mut open: VecDeque<Range<usize>> = iter::once(0..count).collect();
    while let Some(stretch) = open.pop_front() {
        match ask(stretch.clone()) {
            None => break,
            Some(Ok(values)) => {
                for (place, value) in got[stretch].iter_mut().zip(values) {
                    *place = drawn(value);
                }
            }
            Some(Err(trouble)) => {
                got[stretch.clone()].fill(Got::Trouble(trouble));
                if stretch.len() > shortest(trouble, count) {
                    let middle = stretch.start + stretch.len() / 2;
                    open.extend([stretch.start..middle, middle..stretch.end]);
                }
            }
        }
    }
    got
}

/// A panic costs next to nothing, so its very numbers are found.
fn shortest(trouble: Trouble, count: usize) -> usize {
    match trouble {
        Trouble::Panicked | Trouble::OtherShape => 1,
        _ => count.div_ceil(COARSE),
    }
}

fn drawn(value: f32) -> Got {
    match value {
        value if value.is_nan() => Got::Trouble(Trouble::Nan),
        value if value.is_infinite() => Got::Trouble(Trouble::Infinite),
        value => Got::Number(f64::from(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers are their own places; `fails` says which of them can't be asked for.
    fn asked(count: usize, most: usize, fails: impl Fn(usize) -> Option<Trouble>) -> (Vec<Got>, usize) {
        let mut calls = 0;
        let got = answers(count, |stretch| {
            calls += 1;
            let trouble = stretch.clone().find_map(&fails);
            let values = |place| if place == 7 { f32::NAN } else { place as f32 };
            (calls <= most).then(|| trouble.map_or_else(|| Ok(stretch.map(values).collect()), Err))
        });
        (got, calls)
    }

    #[test]
    fn an_honest_body_is_asked_once() {
        let (got, calls) = asked(100, 9, |_| None);
        assert_eq!((calls, got[7], got[8]), (1, Got::Trouble(Trouble::Nan), Got::Number(8.0)));
    }

    #[test]
    fn a_panic_is_found_where_it_is_and_nowhere_else() {
        let (got, calls) = asked(100, 99, |place| (place == 42).then_some(Trouble::Panicked));
        let troubled: Vec<usize> =
            (0..100).filter(|&place| got[place] == Got::Trouble(Trouble::Panicked)).collect();
        assert_eq!(troubled, [42]);
        assert!(calls < 20, "{calls}");
    }

    #[test]
    fn a_hang_is_found_roughly_and_the_rest_is_drawn() {
        let (got, calls) = asked(160, 99, |place| (place < 70).then_some(Trouble::NoAnswer));
        assert!(got[..70].iter().all(|got| *got == Got::Trouble(Trouble::NoAnswer)));
        assert!(got[70..].iter().all(|got| matches!(got, Got::Number(_))), "{got:?}");
        assert!(calls < 31, "{calls}");
    }

    #[test]
    fn when_time_runs_out_what_is_known_stays() {
        let (got, _) = asked(160, 3, |place| (place < 70).then_some(Trouble::NoAnswer));
        assert!(got[..80].iter().all(|got| *got == Got::Trouble(Trouble::NoAnswer)));
        assert!(got[80..].iter().all(|got| matches!(got, Got::Number(_))));
    }
}
