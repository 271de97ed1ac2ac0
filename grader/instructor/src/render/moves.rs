//! Who moves from what to what, and why: as text, as a table for a spreadsheet, and as a page.

use anyhow::Result;
use askama::Template;
use pictures::page::{Policy, style, written_out};

use crate::class::{Move, Moves, Verdict, inert, table};

/// As text: a line a student, and one below it for each check.
pub fn moves_text(moves: &Moves) -> String {
    let mut text = format!("{}\n", heading(moves));
    if !moves.moved.is_empty() {
        text += "\n";
    }
    let widest = |of: &dyn Fn(&Move) -> usize| moves.moved.iter().map(of).max().unwrap_or_default();
    let name = widest(&|it| it.person.name.chars().count());
    let (was, is) = (widest(&|it| it.was.len()), widest(&|it| it.is.len()));
    for moved in &moves.moved {
        text += &format!("{:name$}  {:>was$} → {:>is$}\n", moved.person.name, moved.was, moved.is);
        for check in &moved.checks {
            let [was, is] = [&check.was, &check.is].map(|it| shown(it.as_ref()));
            text += &format!("    {}: {was} → {is}: {}\n", check.check, check.why);
        }
    }
    for remark in moves.remarks.iter().chain(&moves.alarms) {
        text += &format!("\n{remark}\n");
    }
    text
}

/// As a table: a line for each check that moved, and one for each student who moved without.
///
/// # Errors
/// Never for a table in memory.
pub fn moves_csv(moves: &Moves) -> Result<Vec<u8>> {
    let mut table = table();
    table.write_record([
        "student",
        "id",
        "from",
        "to",
        "check",
        "was",
        "is",
        "points_were",
        "points_are",
        "why",
    ])?;
    for moved in &moves.moved {
        let person = [inert(&moved.person.name), inert(&moved.person.id)];
        let mut write = |rest: [String; 6]| {
            let cells = person.iter().chain([&moved.was, &moved.is]).chain(&rest);
            table.write_record(cells)
        };
        if moved.checks.is_empty() {
            write(Default::default())?;
        }
        for check in &moved.checks {
            let status = |it: &Option<Verdict>| it.as_ref().map(|it| it.status.clone()).unwrap_or_default();
            let points =
                |it: &Option<Verdict>| it.as_ref().map(|it| it.points.to_string()).unwrap_or_default();
            write([
                check.check.clone(),
                status(&check.was),
                status(&check.is),
                points(&check.was),
                points(&check.is),
                check.why.to_owned(),
            ])?;
        }
    }
    Ok(table.into_inner()?)
}

#[derive(Template)]
#[template(path = "moves.html", whitespace = "minimize")]
struct Page<'a> {
    policy: Policy,
    style: &'a str,
    heading: String,
    moves: &'a Moves,
}

/// As a page of its own.
pub fn moves_page(moves: &Moves) -> String {
    written_out(&Page { policy: Policy::without_scripts(), style: style(), heading: heading(moves), moves })
}

fn heading(moves: &Moves) -> String {
    match moves.moved.len() {
        0 => format!("Nobody of {} moves.", moves.students),
        1 => format!("1 of {} moves.", moves.students),
        more => format!("{more} of {} move.", moves.students),
    }
}

/// What a check comes to, such as `passed, 2 / 2`.
fn shown(verdict: Option<&Verdict>) -> String {
    match verdict {
        Some(Verdict { status, points, max_points }) => format!("{status}, {points} / {max_points}"),
        None => "not counted".to_owned(),
    }
}
