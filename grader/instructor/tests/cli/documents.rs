//! The documents: their links lead somewhere, and the tasks that they name exist.

use std::fs;
use std::path::Path;

use crate::support::root;

const DOCUMENTS: [&str; 9] = [
    "README.md",
    "exercises/README.md",
    "grader/ARCHITECTURE.md",
    "grader/CHANGELOG.md",
    "grader/instructor/benches/README.md",
    "grader/instructor/README.md",
    "grader/instructor/systems/README.md",
    ".github/CONTRIBUTING.md",
    ".github/SECURITY.md",
];

fn read(document: &str) -> String {
    fs::read_to_string(root().join(document)).unwrap_or_else(|error| panic!("{document}: {error}"))
}

/// What stands between each `from` and the `to` that follows it.
fn between<'a>(text: &'a str, from: &str, to: &[char]) -> Vec<&'a str> {
    text.split(from).skip(1).filter_map(|rest| rest.split(to).next()).collect()
}

#[test]
fn every_link_leads_to_a_file() {
    let mut links = 0;
    for document in DOCUMENTS {
        let text = read(document);
        let folder = root().join(document);
        let folder = folder.parent().unwrap_or(Path::new("."));
        for link in between(&text, "](", &[')']) {
            if !link.starts_with("https://") {
                assert!(folder.join(link).is_file(), "{document}: {link}");
                links += 1;
            }
        }
    }
    assert!(links >= 8, "{links}");
}

#[test]
fn every_task_that_is_named_exists() {
    let manifests = ["Makefile.toml", "grader/instructor/Makefile.toml"]
        .map(|file| toml::from_str::<toml::Table>(&read(file)).expect("TOML"));
    let mut named = 0;
    for document in DOCUMENTS {
        let text = read(document);
        for task in between(&text, "cargo make ", &[' ', '`', '\n', '.', ',', ';', ')']) {
            let exists = manifests.iter().any(|manifest| manifest["tasks"].get(task).is_some());
            assert!(exists, "{document}: cargo make {task}");
            named += 1;
        }
    }
    assert!(named >= 30, "{named}");
}

#[test]
fn the_first_document_stays_short() {
    let lines = read("README.md").lines().count();
    assert!(lines <= 120, "{lines}");
}

/// Every command of a learner's is an alias, and a task.
#[test]
fn every_command_that_is_named_exists() {
    let config = toml::from_str::<toml::Table>(&read(".cargo/config.toml")).expect("TOML");
    let tasks = toml::from_str::<toml::Table>(&read("Makefile.toml")).expect("TOML");
    let aliases = config["alias"].as_table().expect("aliases");
    let mut named = 0;
    for document in ["README.md", "exercises/README.md"] {
        let text = read(document);
        for command in between(&text, "`cargo ", &[' ', '`']).into_iter().filter(|command| *command != "make")
        {
            assert!(aliases.contains_key(command), "{document}: cargo {command}");
            named += 1;
        }
    }
    assert!(named >= 20, "{named}");
    for alias in aliases.keys() {
        let is_run = |task: &toml::Value| {
            task.get("args")
                .and_then(toml::Value::as_array)
                .is_some_and(|args| args[0].as_str() == Some(alias))
        };
        assert!(tasks["tasks"].as_table().expect("tasks").values().any(is_run), "no task runs cargo {alias}");
    }
}
