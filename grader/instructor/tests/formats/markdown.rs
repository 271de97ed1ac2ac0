//! Markdown: what a learner's code wrote stands in code, and nowhere else.

use expect_test::expect_file;
use student::render::Format;

use crate::reports::{TOKEN, all, beyond, broken, fresh, half, hidden};

#[test]
fn it_is_pretty() {
    expect_file!["snapshots/fresh.md"].assert_eq(&Format::Markdown.render(&fresh(), TOKEN));
    expect_file!["snapshots/half.md"].assert_eq(&Format::Markdown.render(&half(), TOKEN));
    expect_file!["snapshots/beyond.md"].assert_eq(&Format::Markdown.render(&beyond(), TOKEN));
    expect_file!["snapshots/hidden.md"].assert_eq(&Format::Markdown.render(&hidden(), TOKEN));
    expect_file!["snapshots/broken.md"].assert_eq(&Format::Markdown.render(&broken(), TOKEN));
}

#[test]
fn nothing_hostile_is_outside_of_code() {
    for (name, report) in all() {
        let outside = outside(&Format::Markdown.render(&report, TOKEN));
        for owned in ["<", "::error", "owned", "example.org"] {
            assert!(!outside.contains(owned), "{name}: {outside}");
        }
    }
}

#[test]
fn every_row_has_the_cells_of_its_head() {
    for (name, report) in all() {
        let text = Format::Markdown.render(&report, TOKEN);
        for line in text.lines().filter(|line| line.starts_with("| ReLU") || line.starts_with("| Tanh")) {
            // Whatever follows a backslash belongs to it.
            let (mut bars, mut symbols) = (0, line.chars());
            while let Some(symbol) = symbols.next() {
                match symbol {
                    '\\' => drop(symbols.next()),
                    '|' => bars += 1,
                    _ => {}
                }
            }
            assert!([4, 6].contains(&bars), "{name}: {line}");
        }
    }
}

/// The text without its blocks and spans of code, told by the lengths of their fences.
fn outside(text: &str) -> String {
    let (mut kept, mut fence) = (String::new(), None);
    for line in text.lines() {
        let ticks = line.chars().take_while(|&c| c == '`').count();
        match fence {
            Some(length) if ticks >= length && ticks == line.len() => fence = None,
            Some(_) => {}
            None if ticks >= 3 && line[ticks..] == *"text" => fence = Some(ticks),
            None => kept += &(without_spans(line) + "\n"),
        }
    }
    assert_eq!(fence, None, "a fence stays open");
    kept
}

fn without_spans(line: &str) -> String {
    let (mut kept, mut rest) = (String::new(), line);
    while let Some(start) = rest.find('`') {
        kept += &rest[..start];
        rest = &rest[start..];
        let ticks = rest.chars().take_while(|&c| c == '`').count();
        let mut at = ticks;
        loop {
            at += rest[at..].find('`').expect("a span ends");
            let run = rest[at..].chars().take_while(|&c| c == '`').count();
            at += run;
            if run == ticks {
                break;
            }
        }
        rest = &rest[at..];
    }
    kept + rest
}
