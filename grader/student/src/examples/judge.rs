//! What each example finds, what slips through all of them, and which number would find that.

use grader::judge::Reference;
use grader::rubric::Exercise;

use super::file::Example;
use super::number::is_close;
use super::wrong::{Wrong, numbers};

/// What came of the examples of an exercise.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The exercise's name in commands.
    pub exercise: String,
    /// Its name in the lesson.
    pub title: String,
    /// Each example.
    pub examples: Vec<(Example, Verdict)>,
    /// How many wrong functions are known of the exercise.
    pub wrong: usize,
    /// How many of them no example finds.
    pub through: usize,
    /// How many of these the same numbers would find, written with all their decimals.
    pub for_want_of_decimals: usize,
    /// What would find more, without the number; `None` where no number is needed.
    pub nudge: Option<Nudge>,
    /// Numbers that would find the rest, each of which finds as much as one can.
    pub suggested: Vec<f32>,
}

/// What came of an example.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// The function gives what is written.
    Right {
        /// How many wrong functions give something else.
        finds: usize,
    },
    /// The function gives something else.
    Refused {
        /// What it gives.
        right: f64,
    },
}

/// What kind of number would find more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nudge {
    /// One of a kind of which there is none yet.
    OfANewKind {
        /// What such a number does, such as `is negative`.
        kind: &'static str,
        /// How many functions one of them finds.
        finds: usize,
    },
    /// One more of kinds that are there.
    Another {
        /// What it does, in each respect.
        kinds: Vec<&'static str>,
        /// How many functions it finds.
        finds: usize,
    },
}

/// A kind of number.
type Kind = (&'static str, fn(f32) -> bool);

/// Kinds of numbers, the commonest first.
const KINDS: [Kind; 8] = [
    ("is negative", |x| x < 0.0),
    ("is positive", |x| x > 0.0),
    ("lies between two whole numbers", |x| x.is_finite() && x.fract() != 0.0),
    ("lies between -1 and 1, and is not 0", |x| x != 0.0 && x.abs() < 1.0),
    ("lies beyond 3 or -3", |x| x.is_finite() && x.abs() > 3.0),
    ("is as far out as 100 or -100", |x| x.is_finite() && x.abs() >= 100.0),
    ("is infinite", f32::is_infinite),
    ("is NaN", f32::is_nan),
];

/// Judges the examples of an exercise.
pub fn judge(exercise: &Exercise, reference: &Reference, wrong: &Wrong, examples: Vec<Example>) -> Judged {
    let tolerance = reference.tolerance;
    let mut through = Through(vec![true; wrong.count()]);
    let mut with_all_decimals = through.clone();
    let mut used = Vec::new();
    let mut judged = Vec::new();
    for example in examples {
        let (x, y, right) = (example.x, example.y, reference.at(example.x));
        let verdict = if y.is_right(right, tolerance) {
            let found = wrong.found(x, |value| !y.passes(value, right, tolerance));
            with_all_decimals.strike(&found_by(x, wrong, reference));
            used.push(x);
            Verdict::Right { finds: through.strike(&found) }
        } else {
            Verdict::Refused { right }
        };
        judged.push((example, verdict));
    }
    let left = with_all_decimals.count();
    let candidates: Vec<Candidate> = numbers().map(|x| (x, found_by(x, wrong, reference))).collect();
    Judged {
        exercise: exercise.name.clone(),
        title: exercise.title.clone(),
        examples: judged,
        wrong: wrong.count(),
        through: through.count(),
        for_want_of_decimals: through.count() - left,
        nudge: nudge(&with_all_decimals, &used, &candidates),
        suggested: suggested(with_all_decimals, &candidates),
    }
}

/// A number, and which functions it finds.
type Candidate = (f32, Vec<bool>);

/// Which functions a number finds that is written with all its decimals.
fn found_by(x: f32, wrong: &Wrong, reference: &Reference) -> Vec<bool> {
    let right = reference.at(x);
    wrong.found(x, |value| !is_close(value, right, reference.tolerance.slack(right)))
}

/// Of each function, whether it is still to be found.
#[derive(Debug, Clone)]
struct Through(Vec<bool>);

impl Through {
    fn count(&self) -> usize {
        self.0.iter().filter(|&&is_left| is_left).count()
    }

    /// How many of those that are left a number finds.
    fn finds(&self, found: &[bool]) -> usize {
        self.0.iter().zip(found).filter(|&(&is_left, &found)| is_left && found).count()
    }

    /// Takes away what was found, and says how many that are of all functions.
    fn strike(&mut self, found: &[bool]) -> usize {
        self.0.iter_mut().zip(found).for_each(|(is_left, found)| *is_left &= !found);
        found.iter().filter(|&&found| found).count()
    }

    /// The number that finds most, the simplest of several, and how many that are.
    fn best<'a>(&self, candidates: impl Iterator<Item = &'a Candidate>) -> Option<(usize, &'a Candidate)> {
        let counted = candidates.map(|candidate| (self.finds(&candidate.1), candidate));
        // Of several largest, the last is taken.
        let most = counted.fold(None, |best: Option<(usize, &Candidate)>, one| match best {
            Some(best) if best.0 >= one.0 => Some(best),
            _ => Some(one),
        });
        most.filter(|(finds, _)| *finds > 0)
    }
}

fn nudge(left: &Through, used: &[f32], candidates: &[Candidate]) -> Option<Nudge> {
    let (most, (best, _)) = left.best(candidates.iter())?;
    let is_new = |kind: &&Kind| !used.iter().any(|&x| kind.1(x));
    let new = KINDS.iter().filter(is_new).filter_map(|&(kind, is_kind)| {
        let (finds, _) = left.best(candidates.iter().filter(|(x, _)| is_kind(*x)))?;
        Some((kind, finds))
    });
    // Of kinds that find as much, the first is taken.
    let new = new.fold(None, |best: Option<(&str, usize)>, one| match best {
        Some(best) if best.1 >= one.1 => Some(best),
        _ => Some(one),
    });
    Some(match new {
        // What is new and finds little is not worth more than a second look at what is there.
        Some((kind, finds)) if 2 * finds >= most => Nudge::OfANewKind { kind, finds },
        _ => {
            let kinds = KINDS.iter().filter(|(_, is_kind)| is_kind(*best)).map(|(kind, _)| *kind).collect();
            Nudge::Another { kinds, finds: most }
        }
    })
}

fn suggested(mut left: Through, candidates: &[Candidate]) -> Vec<f32> {
    let mut numbers = Vec::new();
    while let Some((_, (x, found))) = left.best(candidates.iter()) {
        numbers.push(*x);
        left.strike(found);
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::super::number::Number;
    use super::*;
    use grader::diagnose::misconceptions;
    use grader::project::Project;
    use grader::rubric::Rubric;

    fn judged(exercise: &str, examples: &[(&str, &str)]) -> Judged {
        let project = Project::of_this_build();
        let rubric = Rubric::read(&project.suite()).expect("a rubric");
        let exercise = rubric.choose(&[exercise.to_owned()]).expect("it is there")[0];
        let reference = Reference::read(&project, exercise, None).expect("a reference");
        let known = misconceptions(&project.suite(), exercise, None).expect("they read");
        let wrong = Wrong::of(exercise, &known, &reference);
        let written = |&(x, y): &(&str, &str)| Example {
            line: 1,
            exercise: exercise.name.clone(),
            x: x.parse().expect("a number"),
            y: y.parse::<Number>().expect("a number"),
            written: [x.to_owned(), y.to_owned()],
        };
        judge(exercise, &reference, &wrong, examples.iter().map(written).collect())
    }

    /// What was measured before there was a program for it: whole numbers find little, two others nearly all.
    #[test]
    fn numbers_that_are_not_whole_find_more() {
        let whole = judged("tanh", &[("-1", "-0.7615942"), ("0", "0"), ("1", "0.7615942")]);
        let other = judged("tanh", &[("0.7", "0.6043678"), ("-2.3", "-0.9800964")]);
        assert!(whole.wrong > 150 && (10..30).contains(&whole.through), "{whole:?}");
        assert!((1..whole.through).contains(&other.through), "{other:?}");
        assert_eq!(whole.for_want_of_decimals, 0);
        let nudge = whole.nudge.expect("something slips through");
        assert!(
            matches!(nudge, Nudge::OfANewKind { kind: "lies between two whole numbers", .. }),
            "{nudge:?}"
        );
    }

    #[test]
    fn an_example_that_is_refused_finds_nothing() {
        let none = judged("tanh", &[]);
        let refused = judged("tanh", &[("0.7", "0.6043")]);
        assert_eq!((none.through, refused.through), (none.wrong, none.wrong));
        assert!(
            matches!(refused.examples[0].1, Verdict::Refused { right } if (right - 0.604_368).abs() < 1e-6)
        );
        assert_eq!((refused.nudge, refused.suggested), (none.nudge, none.suggested));
    }

    #[test]
    fn decimals_that_are_not_written_let_more_through() {
        let one = judged("tanh", &[("0.7", "0.6")]);
        let four = judged("tanh", &[("0.7", "0.6044")]);
        let all = judged("tanh", &[("0.7", "0.6043678")]);
        assert!(one.through > four.through && four.through > all.through, "{one:?} {four:?} {all:?}");
        assert_eq!(four.through - four.for_want_of_decimals, all.through);
        assert_eq!((all.for_want_of_decimals, all.suggested), (0, four.suggested));
    }

    #[test]
    fn a_new_kind_of_number_is_asked_for_or_another_of_the_same() {
        let left = Through(vec![true, true, true]);
        let candidates =
            [(1.0, vec![false; 3]), (-2.5, vec![true, true, false]), (f32::NAN, vec![false, false, true])];
        let of_a_new_kind = |kind, finds| Some(Nudge::OfANewKind { kind, finds });
        assert_eq!(nudge(&left, &[], &candidates), of_a_new_kind("is negative", 2));
        assert_eq!(nudge(&left, &[-1.0], &candidates), of_a_new_kind("lies between two whole numbers", 2));
        // Half as much as the best finds is worth a word, and less is not.
        assert_eq!(nudge(&left, &[-1.5], &candidates), of_a_new_kind("is NaN", 1));
        let kinds = vec!["is negative", "lies between two whole numbers"];
        let another = Some(Nudge::Another { kinds, finds: 2 });
        assert_eq!(nudge(&left, &[-1.5, f32::NAN], &candidates), another);
        let candidates = [(-2.5, vec![true; 3]), (f32::NAN, vec![false, false, true])];
        assert!(matches!(nudge(&left, &[-1.5], &candidates), Some(Nudge::Another { finds: 3, .. })));
        assert_eq!(nudge(&Through(vec![false; 3]), &[], &candidates), None);
    }

    #[test]
    fn the_best_number_comes_first_and_the_simplest_of_equals() {
        let left = Through(vec![true, true, true, false]);
        let candidates = [
            (1.0, vec![true, false, false, true]),
            (2.0, vec![true, true, false, false]),
            (3.0, vec![false, true, true, false]),
        ];
        assert_eq!(left.best(candidates.iter()).map(|(finds, (x, _))| (finds, *x)), Some((2, 2.0)));
        assert_eq!(suggested(left, &candidates), [2.0, 3.0]);
        assert!(suggested(Through(vec![false; 4]), &candidates).is_empty());
    }
}
