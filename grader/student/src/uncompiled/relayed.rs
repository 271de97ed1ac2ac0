//! rustc's own words on an error, without what leads astray here.

use grader::compiler::{Message, is_end_of};
use grader::sanitize::plain;

/// Most of an error that is shown, in characters.
const LONGEST: usize = 6_000;

/// Notes of rustc's that are about its own output.
const ABOUT_ITSELF: [&str; 2] =
    ["= note: the full name for the type has been written to", "= note: consider using `--verbose`"];

/// The error as rustc renders it, with `Tensor` for the type's full name. Parts of it that lead to other files than
/// the one of this path's end are left out; so are all helps, where `helps` is false.
pub fn relayed(error: &Message, file: &str, helps: bool) -> String {
    let rendered = error.rendered.as_deref().unwrap_or(&error.message);
    let mut kept = String::new();
    for (number, part) in parts(rendered).into_iter().enumerate() {
        let leads_away = places(&part).any(|place| !is_in(place, file));
        match number {
            0 => part.iter().for_each(|line| kept += &format!("{line}\n")),
            _ if !leads_away && helps => {
                part.iter().for_each(|line| kept += &format!("{line}\n"));
            }
            _ => {}
        }
    }
    let lines = without_remarks(&kept, helps);
    plain(with_tensors(lines.trim_end()).as_str(), LONGEST)
}

/// The error itself, and the helps and notes that have places of their own.
fn parts(rendered: &str) -> Vec<Vec<&str>> {
    let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
    for line in rendered.lines() {
        if ["help: ", "note: "].iter().any(|start| line.starts_with(start)) {
            parts.push(Vec::new());
        }
        parts.last_mut().expect("there is one").push(line);
    }
    parts
}

/// The files that a part points to.
fn places<'a>(part: &'a [&str]) -> impl Iterator<Item = &'a str> {
    let place = |line: &'a &str| {
        let line = line.trim_start();
        line.strip_prefix("--> ").or_else(|| line.strip_prefix("::: "))
    };
    part.iter().filter_map(place)
}

fn is_in(place: &str, file: &str) -> bool {
    is_end_of(file, place.split(':').next().unwrap_or_default())
}

/// Leaves out remarks below an error (`= note: …`) that are about rustc's own output, and all others than notes on
/// types where helps are unwanted.
fn without_remarks(text: &str, helps: bool) -> String {
    let mut kept = String::new();
    let mut leaves_out = false;
    for line in text.lines() {
        let code = line.trim_start();
        if let Some(remark) = code.strip_prefix("= ") {
            let is_about_itself = ABOUT_ITSELF.iter().any(|note| code.starts_with(note));
            leaves_out = is_about_itself || (!helps && !remark.starts_with("note: expected "));
        } else if line.starts_with(|c: char| !c.is_whitespace())
            || code.contains(" |")
            || code.starts_with('|')
        {
            leaves_out = false;
        }
        if !leaves_out {
            kept += line;
            kept += "\n";
        }
    }
    // A gutter with nothing below it is all that is left of a remark.
    let mut lines: Vec<&str> = kept.lines().collect();
    while lines.last().is_some_and(|line| line.trim().is_empty() || line.trim() == "|") {
        lines.pop();
    }
    lines.join("\n")
}

/// `Tensor` where rustc writes `ArrayBase<OwnedRepr<f32>, …>`.
fn with_tensors(text: &str) -> String {
    const START: &str = "ArrayBase<OwnedRepr<f32>, ";
    let mut named = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(START) {
        let (before, found) = rest.split_at(at);
        let mut depth = 0_usize;
        let end = found.char_indices().find_map(|(at, c)| {
            depth += usize::from(c == '<');
            depth -= usize::from(c == '>');
            (c == '>' && depth == 0).then_some(at + 1)
        });
        // rustc shortens the name in other ways, too, up to the end of what it quotes.
        let end = end.filter(|&end| !found[..end].contains(['`', '\n']));
        let end = end.or_else(|| found.find(['`', '\n'])).unwrap_or(found.len());
        let is_other = ["[usize; ", "Dim<["].iter().any(|fixed| found[..end].contains(fixed));
        named += before;
        named += if is_other { &found[..end] } else { "Tensor" };
        rest = &found[end..];
    }
    named + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tensor_is_called_one() {
        for (rustc, here) in [
            ("found `ArrayBase<OwnedRepr<f32>, Dim<IxDynImpl>, f32>` here", "found `Tensor` here"),
            ("`&ArrayBase<OwnedRepr<f32>, ..., f32>`, x", "`&Tensor`, x"),
            ("`ArrayBase<OwnedRepr<f32>, Dim<IxDynImpl>, f3…`", "`Tensor`"),
            ("Option<ArrayBase<OwnedRepr<f32>, Dim<IxDynImpl>>>", "Option<Tensor>"),
            (
                "`ArrayBase<OwnedRepr<f32>, Dim<[usize; 1]>, f32>`",
                "`ArrayBase<OwnedRepr<f32>, Dim<[usize; 1]>, f32>`",
            ),
            ("`ArrayBase<OwnedRepr<f64>, _, f64>`", "`ArrayBase<OwnedRepr<f64>, _, f64>`"),
        ] {
            assert_eq!(with_tensors(rustc), here);
        }
    }

    #[test]
    fn what_leads_to_another_file_is_left_out() {
        let rendered = "error[E0599]: no method\n --> src/relu.rs:7:9\n  |\n7 | x.unwrap()\n  |   ^^^^^^\n  |\n\
                        note: see here\n --> src/layers.rs:2:1\n  |\n2 | trait\nhelp: there is `uswap`\n \
                        --> /registry/ndarray/src/lib.rs:5:1\n  |\n5 | fn uswap\nhelp: try this\n  |\n7 | x.y()\n";
        let error = Message { rendered: Some(rendered.into()), ..Message::default() };
        let shown = relayed(&error, "relu.rs", true);
        assert!(shown.contains("help: try this") && shown.contains("x.unwrap()"), "{shown}");
        assert!(!shown.contains("uswap`") && !shown.contains("layers"), "{shown}");
        assert!(
            relayed(&error, "relu.rs", false).ends_with("^^^^^^"),
            "{}",
            relayed(&error, "relu.rs", false)
        );
    }

    #[test]
    fn remarks_on_rustcs_own_output_are_left_out() {
        let rendered = "error: a\n  |\n  = note: expected struct `A`\n             found `B`\n  = note: the full name for \
                        the type has been written to '/x'\n  = note: consider using `--verbose` to print it\n  = help: do\n";
        let error = Message { rendered: Some(rendered.into()), ..Message::default() };
        let shown = relayed(&error, "relu.rs", true);
        assert_eq!(
            shown,
            "error: a\n  |\n  = note: expected struct `A`\n             found `B`\n  = help: do"
        );
        let shown = relayed(&error, "relu.rs", false);
        assert_eq!(shown, "error: a\n  |\n  = note: expected struct `A`\n             found `B`");
    }
}
