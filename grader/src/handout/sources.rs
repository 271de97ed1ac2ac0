//! Source files without what only instructors have.
//!
//! That is what stands under `#[cfg(feature = "class")]` or `#[cfg(feature = "solutions")]`: an item, a
//! statement or an element, with its comments. A module goes with its file and its folder.

use anyhow::{Context, Result, ensure};

use super::Files;

/// What marks the instructor's.
const MARKS: [&str; 2] = ["#[cfg(feature = \"class\")]", "#[cfg(feature = \"solutions\")]"];

/// The suite's module of hidden checks, which every instructor's suite has.
const HIDDEN: (&str, &str) = ("grader/tests/suite/main.rs", "mod hidden;");

/// Takes the instructor's lines and modules from the sources.
///
/// # Errors
/// Where it can't be seen where a marked item ends, or something is marked in another way.
pub fn keep_back(files: &mut Files) -> Result<()> {
    let sources: Vec<String> = files.keys().filter(|name| name.ends_with(".rs")).cloned().collect();
    for name in sources {
        // Of a module that is gone already nothing is left to do.
        let Some(content) = files.get(&name) else { continue };
        let text = String::from_utf8(content.clone()).with_context(|| format!("{name} is no text"))?;
        let (rest, modules) = without(&text, &name).with_context(|| name.clone())?;
        for module in modules {
            let place = format!("{}/{module}", folder_of(&name));
            files.retain(|file, _| *file != format!("{place}.rs") && !file.starts_with(&format!("{place}/")));
        }
        files.insert(name, rest.into_bytes());
    }
    Ok(())
}

/// The text without marked items, and the names of the modules among them.
///
/// An item ends as rustfmt ends it: on its line, or where a later line closes it at the same depth.
fn without(text: &str, name: &str) -> Result<(String, Vec<String>)> {
    let mut rest = String::new();
    let mut modules = Vec::new();
    let mut lines = (1..).zip(text.lines());
    while let Some((number, line)) = lines.next() {
        let code = line.trim();
        if !MARKS.contains(&code) && (name, code) != HIDDEN {
            let is_mark = !code.starts_with("//") && code.contains("feature = \"class\"");
            ensure!(
                !is_mark,
                "line {number}: `{code}` would be handed out\nhint: mark an item, by `{}`",
                MARKS[0]
            );
            rest += line;
            rest += "\n";
            continue;
        }
        // Comments and attributes that stand above the mark are the item's, too.
        while last_line(&rest).is_some_and(|above| belongs_below(above, depth(line))) {
            rest.truncate(rest.len() - 1 - last_line(&rest).map_or(0, str::len));
        }
        let mut item = line;
        while MARKS.contains(&item.trim()) || ["//", "#["].iter().any(|start| item.trim().starts_with(start))
        {
            if item.ends_with(OPENS) {
                lines.find(|(_, line)| closes(line, depth(item)));
            }
            item = lines.next().map(|(_, line)| line).context("a mark with nothing below it")?;
        }
        if item.ends_with(OPENS) {
            lines.find(|(_, line)| closes(line, depth(item)));
        } else {
            ensure!(item.ends_with([';', ',']), "line {number}: where does `{}` end?", item.trim());
        }
        let module = item.trim().trim_start_matches("pub ").strip_prefix("mod ");
        modules.extend(module.and_then(|module| module.strip_suffix(';')).map(str::to_owned));
        // One empty line is left between what stood around it, and none at an edge.
        let mut after = lines.clone().map(|(_, line)| line);
        let next = after.next();
        let is_edge = last_line(&rest).is_none_or(|above| above.is_empty() || above.ends_with(OPENS));
        if is_edge && next == Some("") {
            lines.next();
        } else if last_line(&rest) == Some("") && next.is_none_or(|next| closes(next, depth(next))) {
            rest.pop();
        }
    }
    Ok((rest, modules))
}

fn last_line(text: &str) -> Option<&str> {
    text.strip_suffix('\n').map(|text| text.rsplit('\n').next().unwrap_or(text))
}

/// Whether a line is a comment or an attribute of what stands below it.
fn belongs_below(line: &str, at: usize) -> bool {
    let code = line.trim_start();
    let is_docs = code.starts_with("///") || (code.starts_with("// ") && !code.starts_with("// ----"));
    let is_attribute = code.starts_with("#[") && code.ends_with(']');
    depth(line) == at && (is_docs || is_attribute)
}

/// What ends a line after which an item goes on.
const OPENS: [char; 3] = ['{', '(', '['];

fn closes(line: &str, at: usize) -> bool {
    depth(line) == at && line.trim().starts_with(['}', ')', ']']) && !line.ends_with(OPENS)
}

fn depth(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Where the modules lie that a file declares.
fn folder_of(file: &str) -> &str {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    match name {
        "lib.rs" | "main.rs" | "mod.rs" => folder,
        _ => file.trim_end_matches(".rs"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(line: &str) -> String {
        format!("{}\n{line}\n", MARKS[0])
    }

    #[test]
    fn a_marked_module_goes_with_its_files() {
        let mut files: Files = [
            ("src/lib.rs", format!("mod kept;\n{}mod other;\n", mark("/// Comment.\npub mod gone;"))),
            ("src/kept.rs", mark("mod inner;")),
            ("src/gone.rs", String::new()),
            ("src/gone/more.rs", String::new()),
            ("src/kept/inner.rs", String::new()),
            ("src/other.rs", format!("    let y = 2;\n    {}", mark("    let y = 3;"))),
        ]
        .map(|(name, text)| (name.to_owned(), text.into_bytes()))
        .into();
        keep_back(&mut files).expect("each marked item has one line");
        let left: Vec<(&str, &[u8])> =
            files.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
        let expected: [(&str, &[u8]); 3] = [
            ("src/kept.rs", b""),
            ("src/lib.rs", b"mod kept;\nmod other;\n"),
            ("src/other.rs", b"    let y = 2;\n"),
        ];
        assert_eq!(left, expected);
    }

    #[test]
    fn an_item_goes_with_all_of_its_lines() {
        let item = "#[arg(\n    long\n)]\npub fn long(\n    x: u8,\n) -> u8 {\n    if x {\n    }\n}";
        let text = format!("before\n{}after {{\n}}\n", mark(item));
        assert_eq!(without(&text, "").expect("it ends").0, "before\nafter {\n}\n");
    }

    #[test]
    fn what_stands_above_goes_with_it_and_no_second_empty_line_stays() {
        let text = format!(
            "use a;\n\n/// About one.\n#[derive(Debug)]\n{}\nfn two() {{\n    1;\n\n    {}}}\n",
            mark("struct One;"),
            mark("    3;").replace("\n    ", "\n        ").trim_start()
        );
        let text = text.replace("        3;", "    3;");
        assert_eq!(without(&text, "").expect("it ends").0, "use a;\n\nfn two() {\n    1;\n}\n");
    }

    #[test]
    fn what_can_not_be_left_out_by_lines_is_refused() {
        assert!(without(&mark("let x = y\n    .z();"), "").is_err());
        assert!(without("if cfg!(feature = \"class\") {}", "").is_err());
        assert!(without(MARKS[0], "").is_err());
    }
}
