//! What the instructor's page of a class shows.

use super::entry::{Entry, Status};
use super::file_name::file_name;
use super::items::Item;
use super::summary::{LEFT_OUT, LONGEST, Summary};
use crate::class::behaviour::comments::Comments;
use crate::class::behaviour::groups::Group;
use crate::class::policy::{Policy, Standing};
use crate::render::{Class, ClassRow, Counted, ShownCheck, ShownGroup, Spread};
use grader::rubric::{Exercise, Rubric, Track};
use student::render::words::in_words;

/// Puts together what the page shows.
pub fn overview(
    rubric: &Rubric,
    summary: &Summary,
    entries: &[&Entry],
    items: &[Item],
    groups: &[Group],
    comments: &Comments,
    policy: Option<&Policy>,
) -> Class {
    let counted = |found: &[(String, usize)]| {
        let most = found.iter().take(LONGEST);
        most.map(|(what, students)| Counted { what: what.clone(), students: *students }).collect()
    };
    let bins = summary.bins().into_iter();
    Class {
        figures: summary.figures(),
        scores: bins.map(|(what, students)| Counted { what, students }).collect(),
        spreads: rubric.exercises.iter().enumerate().filter_map(|(at, it)| spread(it, at, entries)).collect(),
        missed: counted(&summary.missed),
        slips: counted(&summary.diagnoses),
        checks: items.iter().filter(|item| item.asked > 0).map(check).collect(),
        groups: groups.iter().map(|it| group(it, comments.of(it))).collect(),
        graded: summary.scores.len(),
        not_graded: summary.not_graded.clone(),
        left_out: LEFT_OUT,
        strays: summary.strays.iter().map(|stray| (stray.name.clone(), stray.what.clone())).collect(),
        core: rubric.of(Track::Core).map(|exercise| exercise.title.clone()).collect(),
        has_beyond: rubric.of(Track::Beyond).next().is_some(),
        has_final: policy.is_some(),
        rows: entries.iter().map(|entry| row(rubric, entry, policy)).collect(),
    }
}

/// How the points of an exercise are spread over those who have a grade in it; none where nobody has.
fn spread(exercise: &Exercise, place: usize, entries: &[&Entry]) -> Option<Spread> {
    let most: u32 = exercise.checks.iter().map(|check| check.points).sum();
    let graded = entries.iter().filter(|entry| entry.status == Status::Graded);
    let mut scores: Vec<u32> = graded.filter_map(|entry| *entry.scores.get(place)?).collect();
    scores.sort_unstable();
    let median = *scores.get(scores.len() / 2)?;
    let fifth = |score: u32| (score * 5).checked_div(most).unwrap_or_default();
    let fifths = (0..=5).map(|number| scores.iter().filter(|score| fifth(**score) == number).count());
    Some(Spread { title: exercise.title.clone(), median, most, fifths: fifths.collect() })
}

fn check(item: &Item) -> ShownCheck {
    ShownCheck {
        title: item.title.clone(),
        name: in_words(&item.id),
        asked: item.asked,
        missed: item.missed,
        discrimination: item.discrimination.map(|it| format!("{it:.2}")),
        flag: item.flag(),
    }
}

fn group(group: &Group, comment: Option<&str>) -> ShownGroup {
    ShownGroup {
        name: group.name.clone(),
        title: group.title.clone(),
        says: group.words().map(str::to_owned),
        missed: group.behaviour.missed().map(in_words).collect(),
        members: group.members.iter().map(|it| (it.name.clone(), file_name(&it.key))).collect(),
        code: group.code.clone(),
        comment: comment.map(str::to_owned),
    }
}

/// One student, as the page shows it.
fn row(rubric: &Rubric, entry: &Entry, policy: Option<&Policy>) -> ClassRow {
    let left = match policy.and_then(|policy| policy.of(entry)) {
        Some(Standing::Settled(applied)) => applied.score.to_string(),
        Some(Standing::Open(_)) => "open".to_owned(),
        None => String::new(),
    };
    ClassRow {
        file: entry.has_report.then(|| file_name(&entry.person.key)),
        student: entry.person.name.clone(),
        id: entry.person.id.clone(),
        score: entry.score,
        left,
        core: entry.scores.iter().copied().take(rubric.of(Track::Core).count()).collect(),
        beyond: entry.beyond.score,
        status: entry.status.to_string(),
        late: entry.person.late,
        note: entry.remarks(),
    }
}
