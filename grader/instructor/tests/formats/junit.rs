//! JUnit's XML: its structure, its counts, and that nothing in it is anybody else's.

use expect_test::expect_file;
use roxmltree::{Document, Node};
use serde_json::{Map, Value, json};
use student::render::Format;

use crate::json::validate;
use crate::reports::{TOKEN, all, broken, half};

/// An element as JSON, so that a JSON Schema can describe it: there is no light validator for XML's own.
fn as_json(element: Node) -> Value {
    let attributes: Map<String, Value> = element
        .attributes()
        .map(|attribute| (attribute.name().to_owned(), json!(attribute.value())))
        .collect();
    let children: Vec<Value> = element.children().filter(Node::is_element).map(as_json).collect();
    json!({ "element": element.tag_name().name(), "attributes": attributes, "children": children })
}

#[test]
fn the_structure_is_what_jenkins_reads() {
    for (name, report) in all() {
        let xml = Format::JUnit.render(&report, TOKEN);
        let document = Document::parse(&xml).unwrap_or_else(|error| panic!("{name}: {error}\n{xml}"));
        let root = document.root_element();
        validate(include_str!("schemas/junit.json"), &as_json(root));
        let foreign = |node: &Node| node.is_comment() || node.is_pi();
        assert!(
            !document.root().descendants().any(|node| foreign(&node)),
            "{name}: not written by the grader"
        );
        let counted = |key: &str, element: &str| {
            let count = root.descendants().filter(|node| node.has_tag_name(element)).count();
            assert_eq!(root.attribute(key), Some(count.to_string().as_str()), "{name}: {key}");
        };
        counted("tests", "testcase");
        counted("failures", "failure");
        counted("errors", "error");
    }
}

#[test]
fn hostile_texts_stay_texts() {
    expect_file!["snapshots/half.xml"].assert_eq(&Format::JUnit.render(&half(), TOKEN));
    expect_file!["snapshots/broken.xml"].assert_eq(&Format::JUnit.render(&broken(), TOKEN));
}
