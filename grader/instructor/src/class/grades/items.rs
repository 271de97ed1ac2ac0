//! What each check tells of a class: who misses it, and whether those who miss it are those who miss the rest.

use super::entry::{Entry, Status};
use super::kept_report::KeptReport;
use grader::outcome;
use grader::rubric::{Exercise, Rubric};

/// Fewest students from whom a correlation says anything.
const FEWEST: usize = 10;

/// One check of a class.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The check's id.
    pub id: String,
    /// The exercise's name in the lesson.
    pub title: String,
    /// How many students it was asked of.
    pub asked: usize,
    /// How many of them missed it.
    pub missed: usize,
    /// The correlation between passing it and the points of all other checks of the same track, from -1 to 1: the
    /// item-rest correlation of test theory. None where one of them is the same for all, or there are too few students.
    pub discrimination: Option<f64>,
}

impl Item {
    /// What is odd about it; none where nothing is.
    pub fn flag(&self) -> Option<&'static str> {
        match self {
            Self { asked: 0, .. } => None,
            Self { missed: 0, .. } => Some("all pass"),
            Self { asked, missed, .. } if missed == asked => Some("none passes"),
            Self { discrimination: Some(below), .. } if *below < 0.0 => {
                Some("those who pass it do worse elsewhere")
            }
            _ => None,
        }
    }
}

/// Every check of the rubric, in its order, from the reports of those who have a grade.
pub fn items(rubric: &Rubric, graded: &[(&Entry, KeptReport)]) -> Vec<Item> {
    let of = |exercise: &Exercise| -> Vec<Item> {
        exercise.checks.iter().map(|check| item(rubric, graded, exercise, exercise.id(check))).collect()
    };
    rubric.exercises.iter().flat_map(of).collect()
}

fn item(rubric: &Rubric, graded: &[(&Entry, KeptReport)], exercise: &Exercise, id: String) -> Item {
    let is_of_track = |title: &str| rubric.of(exercise.track).any(|other| other.title == title);
    let mut answers: Vec<(f64, f64)> = Vec::new();
    for (_, report) in graded.iter().filter(|(entry, _)| entry.status == Status::Graded) {
        let Some((_, check)) = report.checks().find(|(_, check)| check.id == id) else { continue };
        let track = report.checks().filter(|(title, _)| is_of_track(title));
        let points: u32 = track.map(|(_, check)| check.points).sum();
        let passed = if check.status == outcome::Status::Passed { 1.0 } else { 0.0 };
        answers.push((passed, f64::from(points - check.points)));
    }
    Item {
        id,
        title: exercise.title.clone(),
        asked: answers.len(),
        missed: answers.iter().filter(|(passed, _)| *passed == 0.0).count(),
        discrimination: (answers.len() >= FEWEST).then(|| correlation(&answers)).flatten(),
    }
}

/// Pearson's correlation; none where one side does not vary.
fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let count = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sum = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|pair| of(pair.0 - x, pair.1 - y)).sum::<f64>();
    let (xx, yy, xy) = (sum(&|x, _| x * x), sum(&|_, y| y * y), sum(&|x, y| x * y));
    (xx > 0.0 && yy > 0.0).then(|| xy / (xx * yy).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_agrees_with_the_rest_or_stands_against_it() {
        // By hand: the means are 1/2 and 5, the sums of products 1, 40 and 6. The other is its mirror image.
        let with =
            |last: [f64; 4]| -> Vec<(f64, f64)> { [0.0, 0.0, 1.0, 1.0].into_iter().zip(last).collect() };
        let agrees = correlation(&with([1.0, 3.0, 7.0, 9.0])).expect("both vary");
        assert!((agrees - 6.0 / 40.0_f64.sqrt()).abs() < 1e-12, "{agrees}");
        let against = correlation(&with([9.0, 7.0, 3.0, 1.0])).expect("both vary");
        assert!((against + agrees).abs() < 1e-12, "{against}");
        assert_eq!(correlation(&with([2.0; 4])), None);
        assert_eq!(correlation(&[]), None);
    }

    #[test]
    fn what_is_odd_about_a_check_is_said() {
        let item = |asked, missed, discrimination| Item {
            id: "relu::a".into(),
            title: "ReLU".into(),
            asked,
            missed,
            discrimination,
        };
        assert_eq!(item(0, 0, None).flag(), None);
        assert_eq!(item(9, 0, None).flag(), Some("all pass"));
        assert_eq!(item(9, 9, None).flag(), Some("none passes"));
        assert_eq!(item(9, 1, Some(-0.1)).flag(), Some("those who pass it do worse elsewhere"));
        assert_eq!(item(9, 1, Some(0.0)).flag(), None);
    }
}
