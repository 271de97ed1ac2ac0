//! Pictures of what a learner's code computes, read back as XML.

use std::fs;
use std::path::Path;

use roxmltree::{Document, Node};

use crate::support::{LESSON, Ran, grader_in};
use crate::tree::Tree;

const REFERENCE: &str = "#0072B2";
const YOURS: &str = "#D55E00";

fn plotted(tree: &Path, more: &[&str]) -> Ran {
    let ran = grader_in(tree, &[&["plot"], more].concat());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    ran
}

/// Reads a picture, and holds it to what every picture has to be.
fn picture(tree: &Path, name: &str, look: impl FnOnce(Node)) {
    let text = fs::read_to_string(tree.join(format!("target/plots/{name}.svg"))).expect("drawn");
    let document = Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let svg = document.root_element();
    let ids: Vec<&str> = svg.descendants().filter_map(|node| node.attribute("id")).collect();
    let mut read_aloud = svg.attribute("aria-labelledby").expect("read aloud").split(' ');
    assert!(read_aloud.all(|id| ids.contains(&id)) && ids.len() == 3, "{ids:?}");
    assert!(svg.attribute("viewBox").is_some() && text.contains("prefers-color-scheme:dark"));
    assert!(!text.contains("script"), "{name} holds words of the learner's");
    look(svg);
}

fn lines(svg: Node, colour: &str) -> usize {
    svg.descendants().filter(|node| node.attribute("stroke") == Some(colour)).count()
}

fn says(svg: Node, words: &str) -> bool {
    svg.descendants().any(|node| node.has_tag_name("text") && node.text().unwrap_or_default().contains(words))
}

/// One test, because there is one tree.
#[test]
fn from_nothing_over_troubles_to_the_end() {
    let tree = Tree::fresh();
    let ran = plotted(&tree, &[]);
    let path = Path::new("target").join("plots").join("relu.svg");
    assert!(ran.stdout.contains(&path.display().to_string()), "{ran:?}");
    for name in LESSON.into_iter().chain(["overview"]) {
        picture(&tree, name, |svg| {
            assert!(says(svg, "not implemented yet"), "{name}");
            assert_eq!(lines(svg, YOURS), 0, "{name}");
            assert!(lines(svg, REFERENCE) > 20, "{name} is not dashed");
        });
    }

    tree.put("relu", "x.mapv(|v| if v < -3.0 { f32::NAN } else if v < 0.0 { 1e30 } else { v })");
    tree.put("sigmoid", "assert!(x[0] < 2.0, \"</svg><script>\"); x.mapv(|v| 1.0 / (1.0 + (-v).exp()))");
    tree.put("tanh", "while x.iter().any(|v| *v > 3.0) {}\n        x.mapv(f32::tanh)");
    let ran = plotted(&tree, &[]);
    assert!(!ran.stdout.contains("script"), "{ran:?}");
    for (name, trouble) in [("relu", "NaN"), ("tanh", "no answer")] {
        picture(&tree, name, |svg| {
            assert!(says(svg, &format!("× {trouble}")), "{name}: {}", ran.stdout);
            assert!(lines(svg, YOURS) > 1, "{name} draws what there is");
        });
    }
    picture(&tree, "sigmoid", |svg| assert!(lines(svg, YOURS) > 1));

    tree.put("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
    tree.put("sigmoid", "assert!(x.iter().all(|v| *v < 2.0), \"<script>\"); x.mapv(|v| v)");
    tree.put("tanh", "compile_error!(\"<script>\")");
    let ran = plotted(&tree, &[]);
    assert!(ran.stdout.contains("ReLU: exact at all"), "{ran:?}");
    assert!(ran.stdout.contains("Tanh: its file does not compile"), "{ran:?}");
    picture(&tree, "sigmoid", |svg| assert!(says(svg, "× panicked")));
    picture(&tree, "overview", |svg| assert!(says(svg, "does not compile")));

    tree.put("tanh", "let _ = || unsafe { 1 }; x.clone()");
    let ran = plotted(&tree, &["tanh"]);
    assert!(ran.stdout.contains("Tanh: its file was refused, and not run"), "{ran:?}");
    picture(&tree, "tanh", |svg| assert!(says(svg, "refused") && !says(svg, "does not compile")));

    assert!(!plotted(&tree, &["relu"]).stdout.contains("overview"));
    assert_eq!(grader_in(&tree, &["plot", "softsign"]).code, Some(2));
}
