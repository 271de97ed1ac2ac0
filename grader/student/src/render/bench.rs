//! Times as a table with bars, and in a sentence what they teach.

use super::Symbols;
use super::terminal::wrap;
use crate::bench::{Size, Time};

/// The length of the bar of the fastest.
const BAR: usize = 20;
const SHORTEST_BAR: usize = 5;

/// Columns of a title beside such a bar; a longer title takes columns from the bar.
const TITLE: usize = 8;

/// From here on a computation counts as held up by memory.
const NEAR_THE_LIMIT: f64 = 0.6;

/// How much is shown of why there is no time.
const LONGEST: usize = 58;

/// A value is read and written, 4 bytes each.
const BYTES: f64 = 8.0;

/// The table and the sentences, for a terminal.
pub fn bench(sizes: &[Size], symbols: Symbols) -> String {
    let mut text = String::new();
    let titles = sizes.iter().flat_map(|size| &size.exercises).map(|pair| pair.title.chars().count());
    let width = titles.max().unwrap_or_default().clamp(TITLE, TITLE + BAR - SHORTEST_BAR);
    for size in sizes {
        let heading = format!("{} values, {}", grouped(size.values), bytes(size.values));
        text += &format!("{heading:<44}{:>9}  {:>6}  of the limit\n", "ns/value", "GB/s");
        let limit = limit(size);
        text += &row(width, "negating", "", &size.negating, limit);
        for pair in &size.exercises {
            text += &row(width, &pair.title, "yours", &pair.yours, limit);
            text += &pair
                .reference
                .as_ref()
                .map(|time| row(width, "", "reference", time, limit))
                .unwrap_or_default();
        }
        text.push('\n');
    }
    text += "Medians, one thread, each output in new memory; the limit is the fastest here.";
    if sizes.iter().flat_map(|size| &size.exercises).all(|pair| pair.reference.is_none()) {
        text += " There is no reference here to compare with.";
    }
    text.push('\n');
    for sentence in [lesson(sizes), price_of_memory(sizes)].into_iter().flatten() {
        text += &wrap(&sentence, "", "", 0);
    }
    symbols.write(&text)
}

/// The shortest time at this size. A change of sign is not always it: code for the processor at hand can take
/// less than code for any.
fn limit(size: &Size) -> Option<f64> {
    let exercises = size.exercises.iter().flat_map(|pair| [Some(&pair.yours), pair.reference.as_ref()]);
    let all = exercises.flatten().chain([&size.negating]);
    all.filter_map(Time::nanoseconds).min_by(f64::total_cmp)
}

fn row(width: usize, title: &str, whose: &str, time: &Time, limit: Option<f64>) -> String {
    let name = format!("  {title:<width$.width$} {whose:<10}");
    match (time, limit) {
        (Time::Nanoseconds(time), Some(limit)) => {
            let share = limit / time;
            let all = BAR + TITLE - width;
            let full = ((share * all as f64).round() as usize).clamp(1, all);
            let bar = "█".repeat(full) + &"░".repeat(all - full);
            format!("{name} {bar}  {time:>9.3}  {:>6.1}  {:>9.0} %\n", BYTES / time, 100.0 * share)
        }
        (Time::Nanoseconds(time), None) => format!("{name} {time:.3} ns/value\n"),
        (Time::None(why), _) => {
            let why: String = why.lines().next().unwrap_or_default().chars().take(LONGEST).collect();
            format!("{name} {why}\n")
        }
    }
}

/// What holds up whom, in the middle size: the one at which neither starting nor memory decides.
fn lesson(sizes: &[Size]) -> Option<String> {
    let size = sizes.get(sizes.len() / 2)?;
    let (limit, negating) = (limit(size)?, size.negating.nanoseconds()?);
    let (mut waiting, mut computing) = (Vec::new(), Vec::new());
    for pair in &size.exercises {
        let time = pair.yours.nanoseconds().or_else(|| pair.reference.as_ref()?.nanoseconds());
        let Some(time) = time else { continue };
        if limit / time >= NEAR_THE_LIMIT {
            waiting.push(pair.title.clone());
        } else {
            computing.push(format!("{} ({:.1} times a change of sign)", pair.title, time / negating));
        }
    }
    let waiting = (!waiting.is_empty()).then(|| {
        let (is, takes) = if waiting.len() == 1 { ("is", "takes") } else { ("are", "take") };
        format!(
            "{} {is} memory-bound: the arithmetic {takes} no longer than fetching the values",
            and(&waiting)
        )
    });
    let computing = (!computing.is_empty()).then(|| {
        let (is, them) = if computing.len() == 1 { ("is", "it") } else { ("are", "them") };
        format!("{} {is} compute-bound: only cheaper arithmetic makes {them} faster", and(&computing))
    });
    let both: Vec<String> = [waiting, computing].into_iter().flatten().collect();
    (!both.is_empty()).then(|| both.join("; ") + ".")
}

fn price_of_memory(sizes: &[Size]) -> Option<String> {
    let (first, last) = (sizes.first()?, sizes.last()?);
    let times = last.negating.nanoseconds()? / first.negating.nanoseconds()?;
    (times >= 2.0).then(|| {
        format!(
            "At {} values even a change of sign takes {times:.0} times as long per value as at {}: memory for so \
             large a result comes from the system, page by page, each time anew.",
            grouped(last.values),
            grouped(first.values)
        )
    })
}

fn and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn bytes(values: u32) -> String {
    match values / 256 {
        kibi if kibi < 1024 => format!("{kibi} KiB"),
        kibi => format!("{} MiB", kibi / 1024),
    }
}

/// A number with a comma before every three digits.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::bench::Pair;

    fn size(values: u32, negating: f64) -> Size {
        let pair = |title: &str, yours: Time, reference: f64| Pair {
            name: title.to_lowercase(),
            title: title.to_owned(),
            yours,
            reference: Some(Time::Nanoseconds(reference)),
        };
        Size {
            values,
            negating: Time::Nanoseconds(negating),
            exercises: vec![
                pair("ReLU", Time::Nanoseconds(1.1 * negating), negating),
                pair("Sigmoid", Time::None("not implemented yet".into()), negating + 0.3),
                pair("Tanh", Time::Nanoseconds(25.0), negating + 0.4),
            ],
        }
    }

    #[test]
    fn a_table_shows_who_is_held_up_by_what() {
        let sizes = [size(1 << 16, 0.08), size(1 << 20, 0.1), size(1 << 24, 2.0)];
        let text = bench(&sizes, Symbols::Unicode);
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        let shown = text.split_inclusive("\n\n").skip(1).collect::<String>();
        expect![[r#"
            1,048,576 values, 4 MiB                      ns/value    GB/s  of the limit
              negating            ████████████████████      0.100    80.0        100 %
              ReLU     yours      ██████████████████░░      0.110    72.7         91 %
                       reference  ████████████████████      0.100    80.0        100 %
              Sigmoid  yours      not implemented yet
                       reference  █████░░░░░░░░░░░░░░░      0.400    20.0         25 %
              Tanh     yours      █░░░░░░░░░░░░░░░░░░░     25.000     0.3          0 %
                       reference  ████░░░░░░░░░░░░░░░░      0.500    16.0         20 %

            16,777,216 values, 64 MiB                    ns/value    GB/s  of the limit
              negating            ████████████████████      2.000     4.0        100 %
              ReLU     yours      ██████████████████░░      2.200     3.6         91 %
                       reference  ████████████████████      2.000     4.0        100 %
              Sigmoid  yours      not implemented yet
                       reference  █████████████████░░░      2.300     3.5         87 %
              Tanh     yours      ██░░░░░░░░░░░░░░░░░░     25.000     0.3          8 %
                       reference  █████████████████░░░      2.400     3.3         83 %

            Medians, one thread, each output in new memory; the limit is the fastest here.
            ReLU is memory-bound: the arithmetic takes no longer than fetching the values;
            Sigmoid (4.0 times a change of sign) and Tanh (250.0 times a change of sign) are
            compute-bound: only cheaper arithmetic makes them faster.
            At 16,777,216 values even a change of sign takes 25 times as long per value as
            at 65,536: memory for so large a result comes from the system, page by page,
            each time anew.
        "#]]
        .assert_eq(&shown);
        assert!(bench(&sizes, Symbols::Ascii).is_ascii());
    }

    #[test]
    fn nothing_is_faster_than_the_limit() {
        let mut quick = size(1 << 20, 0.4);
        quick.exercises[0].yours = Time::Nanoseconds(0.05);
        let text = bench(&[quick], Symbols::Unicode);
        let shares =
            text.lines().filter_map(|line| line.strip_suffix(" %")?.rsplit(' ').next()?.parse::<u32>().ok());
        let shares: Vec<u32> = shares.collect();
        assert!(shares.len() == 6 && shares.iter().max() == Some(&100), "{shares:?}\n{text}");
    }

    #[test]
    fn without_numbers_nothing_is_taught() {
        let mut nothing = size(1 << 20, 0.1);
        nothing.negating = Time::None("it crashed\nhere".into());
        for pair in &mut nothing.exercises {
            pair.reference = None;
        }
        let text = bench(&[nothing], Symbols::Unicode);
        assert!(text.contains("it crashed\n") && text.contains("There is no reference here"), "{text}");
        assert!(!text.contains("bound"), "{text}");
    }
}
