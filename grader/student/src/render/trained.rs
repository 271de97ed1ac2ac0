//! What networks have learnt, side by side: how far the loss has fallen, and what each takes the plane for.

use anstyle::{AnsiColor, Style};

use crate::training::{Plan, STEPS, Trained, View};

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const FIRST: Style = AnsiColor::Yellow.on_default();
const BAD: Style = AnsiColor::Red.on_default();

/// From the second kind to the first: how sure a network is.
const SHADES: [&str; 5] = [" ", "░", "▒", "▓", "█"];

/// How high a loss is, from none to that of a coin.
const BARS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The loss of somebody who tosses a coin.
const COIN: f32 = std::f32::consts::LN_2;

/// Columns between two maps.
const GAP: usize = 2;

/// All networks, in colours.
pub fn trained(all: &[Trained], plan: &Plan) -> String {
    let (columns, rows) = plan.map;
    let count = plan.points.len();
    let intro = format!(
        "One network learns for {STEPS} steps: two inputs, one hidden layer, and between them nothing, or a function of \
         yours. Dark is where it says yes, which it should for {}. Points on the right side, of {count}:",
        plan.problem.yes()
    );
    let mut text = format!("\n{}\n", super::wrap(&intro, "", "", 0));
    let drawn: Vec<(&Trained, &View)> =
        all.iter().filter_map(|it| it.views.last().map(|view| (it, view))).collect();
    let line = |cell: &dyn Fn(&Trained, &View) -> (String, usize)| -> String {
        let cells = drawn.iter().map(|(it, view)| {
            let (text, width) = cell(it, view);
            format!("{text}{:1$}", "", (columns + GAP).saturating_sub(width))
        });
        cells.collect::<String>().trim_end().to_owned() + "\n"
    };
    text += &line(&|it, view| {
        let words = format!("{} {}", it.title, view.right);
        (format!("{BOLD}{words}{BOLD:#}"), words.chars().count())
    });
    for row in 0..rows {
        text += &line(&|_, view| {
            let shades: String = view.map[row].iter().map(|&sure| shade(sure)).collect();
            (format!("{FIRST}{shades}{FIRST:#}"), columns)
        });
    }
    text += &line(&|it, _| {
        let bars = columns - 6;
        (format!("{FAINT}loss {}{FAINT:#}", falling(&it.losses, bars)), 5 + bars)
    });
    text += &line(&|it, _| {
        let last = it.losses.last().copied().unwrap_or(f32::NAN);
        let words = format!("     down to {last:.3}");
        (format!("{FAINT}{words}{FAINT:#}"), words.chars().count())
    });
    for (it, why) in all.iter().filter_map(|it| Some((it, it.broke.as_deref()?))) {
        text += &super::wrap(&format!("{}: {why}", it.title), &format!("  {BAD}✗{BAD:#} "), "    ", 4);
    }
    text + "\n" + &super::wrap(&format!("{} {}", moral(all, count), slopes(all)), "", "", 0)
}

/// Whose slopes the networks learnt by.
pub fn slopes(all: &[Trained]) -> String {
    let own: Vec<&str> = all.iter().filter(|it| it.has_own_slopes).map(|it| it.title.as_str()).collect();
    match &own[..] {
        [] => "Slopes are measured on your functions.".to_owned(),
        own => format!("The slopes of {} are yours; all others are measured.", own.join(" and ")),
    }
}

fn shade(sure: f32) -> &'static str {
    let place = (sure * SHADES.len() as f32) as usize;
    if sure.is_nan() { "?" } else { SHADES[place.min(SHADES.len() - 1)] }
}

/// The loss over the steps, as so many bars.
fn falling(losses: &[f32], count: usize) -> String {
    let bar = |at: usize| {
        let loss = losses.get(at * losses.len() / count).copied().unwrap_or_default();
        let height = (loss / COIN * BARS.len() as f32) as usize;
        BARS[height.min(BARS.len() - 1)]
    };
    (0..count).map(bar).collect()
}

/// What there is to see, in a sentence or two.
pub fn moral(all: &[Trained], count: usize) -> String {
    let straight = all.first().map(Trained::right).unwrap_or_default();
    let best = all.iter().skip(1).rev().max_by_key(|it| it.right());
    let behind = |it: &&Trained| it.broke.is_none() && !it.views.is_empty() && it.right() <= straight;
    let behind: Vec<&str> = all.iter().skip(1).filter(behind).map(|it| it.title.as_str()).collect();
    let other = match &behind[..] {
        [] => String::new(),
        behind => format!(" {} is no better than the straight line: see cargo plot.", behind.join(" or ")),
    };
    match best {
        Some(best) if best.right() > straight => format!(
            "Without an activation, two layers are one, and all it can draw is a straight line: {straight} of {count}. \
             With {}, the same weights at the start become {} of {count}.{other}",
            best.title,
            best.right()
        ),
        _ => "None of yours does better than a straight line yet: cargo grade says what is open.".to_owned(),
    }
}
