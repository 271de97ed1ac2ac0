//! Examples and what they find, exercise by exercise.

use anstyle::{AnsiColor, Style};

use super::terminal::wrap;
use crate::examples::{Example, Examples, Judged, Nudge, SUCH_AS, Verdict};
use grader::judge::show;
use grader::project::EXAMPLES;

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();

/// Decimals of a right value beside a whole number, which has none, and at most.
const USUAL: usize = 4;
const MOST: usize = 7;

/// What it takes.
const PAPER: &str = "It takes no code, only paper or a calculator: what does the function give for a number?";

/// How many examples somebody has written who has tried.
const TRIED: usize = 3;

/// What the counts count.
const MEANING: &str = "An example finds a wrong function if that function gives another number. The wrong functions are \
                       common mistakes, and each formula with one slip in it.";

/// All that came of the examples, in colours; `suggests` says that numbers are wanted.
pub fn examples(examples: &Examples, suggests: bool) -> String {
    let mut text = String::from("\n");
    for unread in &examples.unread {
        let (what, hint) = unread.why.split_once("\nhint: ").unwrap_or((&unread.why, ""));
        text += &wrap(&format!("line {}: {what}", unread.line), &format!("  {BAD}✗{BAD:#} "), "    ", 4);
        text += &wrap(hint, &format!("    {FAINT}hint    {FAINT:#} "), &" ".repeat(13), 13);
    }
    if !examples.unread.is_empty() {
        text += "\n";
    }
    if examples.exercises.iter().any(|judged| right(judged) > 0) {
        text += &wrap(MEANING, "", "", 0);
        text += "\n";
    }
    let widest = examples.exercises.iter().map(|judged| judged.title.chars().count()).max();
    for judged in &examples.exercises {
        exercise(&mut text, judged, widest.unwrap_or_default(), suggests);
    }
    text + &next(examples, suggests)
}

fn exercise(text: &mut String, judged: &Judged, width: usize, suggests: bool) {
    *text += &format!("{BOLD}{:width$}{BOLD:#}  {}\n", judged.title, headline(judged));
    let widest = judged.examples.iter().map(|(example, _)| written(example).chars().count()).max();
    for (example, verdict) in &judged.examples {
        let words = written(example);
        match verdict {
            Verdict::Right { finds } => {
                let width = widest.unwrap_or_default();
                *text += &format!("  {GOOD}✓{GOOD:#} {words:width$}  {FAINT}finds {finds}{FAINT:#}\n");
            }
            Verdict::Refused { right } => {
                let says = format!("{words}, in line {}: {}", example.line, contradiction(example, *right));
                *text += &wrap(&says, &format!("  {BAD}✗{BAD:#} "), "    ", 4);
            }
        }
    }
    if right(judged) > 0 || suggests {
        for advice in advice(judged, suggests) {
            *text += &wrap(&advice, &format!("  {BOLD}→{BOLD:#} "), "    ", 4);
        }
    }
    *text += "\n";
}

/// An example as it was written.
fn written(example: &Example) -> String {
    let [x, y] = &example.written;
    format!("{} {x} = {y}", example.exercise)
}

/// How many examples count.
fn right(judged: &Judged) -> usize {
    judged.examples.iter().filter(|(_, verdict)| matches!(verdict, Verdict::Right { .. })).count()
}

fn headline(judged: &Judged) -> String {
    let Judged { wrong, through, .. } = judged;
    let through = if *through == 0 { "none".to_owned() } else { through.to_string() };
    match (right(judged), judged.examples.len()) {
        (0, 0) => "no examples yet".into(),
        (0, _) => "no right example yet".into(),
        (1, _) => format!("1 example lets {through} of {wrong} wrong functions through"),
        (count, _) => format!("{count} examples let {through} of {wrong} wrong functions through"),
    }
}

/// What the function gives, and why what is written is not that.
fn contradiction(example: &Example, right: f64) -> String {
    let (y, called) = (example.y, format!("{}({})", example.exercise, example.written[0]));
    let decimals = if y.decimals == 0 { USUAL } else { y.decimals.min(MOST) };
    #[expect(clippy::cast_possible_truncation, reason = "shown as the f32 that it has to become")]
    let exact = show::number(right as f32);
    let rounded = format!("{right:.decimals$}");
    // 2e-9 with four decimals would be shown as 0.
    let vanishes = |text: &str| text.parse::<f64>().is_ok_and(|value| value == 0.0 && right != 0.0);
    if !right.is_finite() || rounded.parse() == exact.parse::<f64>() || vanishes(&rounded) {
        return format!("{called} is {exact}");
    }
    let places = if decimals == 1 { "1 decimal".to_owned() } else { format!("{decimals} decimals") };
    let is = format!("{called} is {rounded} to {places}");
    let unit = 0.1_f64.powi(y.decimals as i32);
    let is_next = (right - y.value).abs() < unit && right * y.value >= 0.0;
    match y.decimals {
        0 if is_next => format!("{is}, and a whole number has to be exact"),
        0 => is,
        _ if is_next && y.value.abs() < right.abs() => format!("{is}: round, and do not cut off"),
        _ => is,
    }
}

/// What would find more.
fn advice(judged: &Judged, suggests: bool) -> Vec<String> {
    let Judged { through, for_want_of_decimals: blurred, .. } = judged;
    let numbers: Vec<String> = judged.suggested.iter().map(|&x| show::number(x)).collect();
    let more = match (&numbers[..], &judged.nudge) {
        ([one], _) if suggests => Some(format!("one more number finds them all: {one}")),
        ([_, ..], _) if suggests => Some(format!("these find them all: {}", numbers.join(", "))),
        (_, Some(Nudge::OfANewKind { kind, finds })) => {
            Some(format!("none of your numbers {kind}. One such number can find {finds} of them."))
        }
        (_, Some(Nudge::Another { kinds, finds })) => {
            Some(format!("one more number can find {finds} of them: one that {}.", kinds.join(", and ")))
        }
        (_, None) => None,
    };
    let slip = if *blurred == 1 { "slips" } else { "slip" };
    let decimals = format!("{slip} through for want of decimals: write as many as you can get.");
    match (more, through - blurred) {
        (None, _) if *blurred == 0 => Vec::new(),
        (None, _) => {
            vec![format!("{} {decimals}", if *blurred == 1 { "It".into() } else { format!("All {blurred}") })]
        }
        (Some(more), _) if *blurred == 0 => vec![capital(&more)],
        (Some(more), rest) => {
            vec![format!("{blurred} {decimals}"), format!("For the other {rest}: {more}")]
        }
    }
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

/// What to do next.
fn next(examples: &Examples, suggests: bool) -> String {
    let all = &examples.exercises;
    let first = |is_wanted: &dyn Fn(&Judged) -> bool| all.iter().find(|judged| is_wanted(judged));
    let is_stuck = |judged: &Judged| !suggests && right(judged) >= TRIED && !judged.suggested.is_empty();
    let needs_more =
        |judged: &Judged| judged.examples.is_empty() || (right(judged) > 0 && !judged.suggested.is_empty());
    let is_refused = |judged: &Judged| right(judged) < judged.examples.len();
    let words = if all.iter().all(|judged| judged.examples.is_empty()) {
        format!(
            "Next: write examples into exercises/{EXAMPLES}, each in a line of its own, such as {SUCH_AS}. {PAPER}"
        )
    } else if let Some(judged) = first(&is_stuck) {
        let name = &judged.exercise;
        format!("Stuck for a number that finds more? cargo examples {name} --suggest")
    } else if let Some(judged) = first(&needs_more) {
        format!("Next: more examples of {} in exercises/{EXAMPLES}. {PAPER}", judged.title)
    } else if first(&is_refused).is_some() || !examples.unread.is_empty() {
        format!("Next: mend in exercises/{EXAMPLES} what is not right.")
    } else if first(&|judged| judged.through > 0).is_some() {
        format!("Next: more decimals in exercises/{EXAMPLES}.")
    } else {
        "No known wrong function gets past your examples. Does your code? cargo grade".to_owned()
    };
    wrap(&words, "", "", 0)
}
