//! The book, and networks as they learn, as pages.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::support::{grader_in, root};
use crate::tree::Tree;

/// Every page of a folder, by its name.
fn pages(folder: &Path) -> BTreeMap<String, String> {
    let files = fs::read_dir(folder).expect("a folder").flatten();
    let page = |file: fs::DirEntry| {
        let name = file.file_name().into_string().expect("a plain name");
        (name, fs::read_to_string(file.path()).expect("a page"))
    };
    files.map(page).collect()
}

/// What stands behind each occurrence of a text, up to the next quotation mark.
fn behind<'a>(page: &'a str, start: &str) -> Vec<&'a str> {
    page.split(start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_figures_are_drawn_by_what_the_learner_wrote() {
    let tree = Tree::fresh();
    let book = tree.join("target/lesson");
    let write = |more: &[&str]| {
        let ran = grader_in(&tree, &[&["lesson"], more].concat());
        assert_eq!(ran.code, Some(0), "{ran:?}");
        (ran.stdout, pages(&book))
    };
    let (said, fresh) = write(&[]);
    assert!(said.contains("target/lesson/index.html"), "{said}");
    assert!(fresh["relu.html"].contains("Yours: not implemented yet."));
    assert!(fresh["index.html"].contains("<strong>ReLU as it should be</strong> 200 of 200"));
    assert!(fresh["index.html"].contains("Your ReLU, Sigmoid and Tanh join in as soon as they are written."));
    assert!(!fresh["side-by-side.html"].contains("\"yours\""));

    tree.put("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
    tree.put("sigmoid", "x.mapv(|v| f32::from(u8::from(v > 0.0)))");
    tree.put("tanh", "no rust at all");
    let (said, written) = write(&["sigmoid"]);
    assert!(said.contains("target/lesson/sigmoid.html"), "{said}");
    assert!(written["relu.html"].contains("Yours is exact at all 434 points from -6 to 6."));
    assert!(written["sigmoid.html"].contains("Yours is wrong at"));
    assert!(written["tanh.html"].contains("Yours: its file does not compile."));
    let ring = &written["a-network-that-learns.html"];
    assert!(ring.contains("<strong>your ReLU</strong> 200 of 200"), "{ring}");
    assert!(ring.contains("<strong>Tanh as it should be</strong>") && ring.contains("Your Tanh joins in"));
    assert!(!ring.contains("<strong>your Sigmoid</strong> 200"), "a step has no slope to learn by");

    let ran = grader_in(&tree, &["lesson", "elu"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""), "{ran:?}");
    assert!(
        ran.stderr.contains("no chapter `elu`\nhint: the chapters are README, two-layers-are-one"),
        "{ran:?}"
    );
}

#[test]
fn every_chapter_leads_to_the_next_and_back_and_asks_two_questions() {
    let tree = Tree::fresh();
    assert_eq!(grader_in(&tree, &["lesson"]).code, Some(0));
    let pages = pages(&tree.join("target/lesson"));
    let mut at = "index.html";
    let mut seen = vec![at];
    while let Some(next) = behind(&pages[at], "<link rel=\"next\" href=\"").first() {
        assert_eq!(behind(&pages[*next], "<link rel=\"prev\" href=\""), [at]);
        at = next;
        seen.push(at);
    }
    assert_eq!(seen.len(), pages.len(), "a page that no other leads to: {seen:?}");
    for (name, page) in &pages {
        for link in behind(page, "href=\"").into_iter().filter(|link| !link.starts_with('#')) {
            assert!(pages.contains_key(link), "{name} leads to {link}");
        }
        let questions = page.matches("<summary>Predict first:").count();
        let expected = if ["index.html", "where-next.html"].contains(&name.as_str()) { 0 } else { 2 };
        assert_eq!(questions, expected, "{name}");
        assert!(!page.contains("data-figure") && !page.contains(" style=\""), "{name}");
    }
}

/// The examples of a chapter are tests of the crate, where that names the chapter.
#[test]
fn examples_in_chapters_are_tests() {
    let library = fs::read_to_string(root().join("solutions/src/lib.rs")).expect("readable");
    let mut chapters = 0;
    for chapter in fs::read_dir(root().join("solutions/lesson")).expect("a folder").flatten() {
        if fs::read_to_string(chapter.path()).expect("readable").contains("\n```rust\n") {
            let name = chapter.file_name().into_string().expect("a plain name");
            assert!(library.contains(&format!("\"../lesson/{name}\"")), "{name}");
            chapters += 1;
        }
    }
    assert!(chapters > 0);
}

#[test]
fn a_network_is_shown_as_it_learns() {
    let tree = Tree::fresh();
    tree.put("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
    tree.put("sigmoid", "x.mapv(|_| f32::NAN)");
    let page = |seed: &str| {
        let ran = grader_in(&tree, &["train", "xor", "--page", "--seed", seed]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(ran.stdout.contains("target/training.html"), "{ran:?}");
        fs::read_to_string(tree.join("target/training.html")).expect("a page")
    };
    let first = page("1");
    assert_eq!(behind(&first, "type=\"radio\" name=\"stage\" id=\"").len(), 10);
    assert!(first.contains("<strong>ReLU</strong> 200 of 200"), "{first}");
    assert!(first.contains("<strong>Sigmoid</strong> the loss is NaN after 0 steps"), "{first}");
    assert!(first.contains("<strong>Tanh</strong> not written yet"), "{first}");
    assert!(page("1") == first && page("2") != first);
}
