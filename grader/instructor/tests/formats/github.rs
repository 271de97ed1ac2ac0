//! GitHub's log: the only commands in it are the grader's.

use expect_test::expect_file;
use student::render::Format;

use crate::reports::{TOKEN, all, broken, half};

#[test]
fn commands_are_the_graders_own() {
    expect_file!["snapshots/half.log"].assert_eq(&Format::GitHub.render(&half(), TOKEN));
    expect_file!["snapshots/broken.log"].assert_eq(&Format::GitHub.render(&broken(), TOKEN));
    for (name, report) in all() {
        let token = TOKEN;
        let text = Format::GitHub.render(&report, TOKEN);
        let (commands, log) = text.split_once(&format!("::stop-commands::{token}\n")).expect("stops");
        assert_eq!(log.matches(&token).count(), 1, "{name}");
        assert!(log.ends_with(&format!("\n::{token}::\n")), "{name}");
        assert!(commands.lines().count() <= 10);
        for line in commands.lines() {
            let ours = ["::error title=", "::notice title="].iter().any(|start| line.starts_with(start));
            assert!(ours, "{line}");
            assert!(!line.contains(char::is_control), "{line}");
        }
    }
}

#[test]
fn everything_a_command_reads_is_escaped() {
    let text = Format::GitHub.render(&half(), TOKEN);
    let line = text.lines().next().expect("an annotation");
    assert!(line.starts_with("::error title=ReLU%3A 3 / 7 points,file=relu.rs,line=12::"), "{line}");
    assert!(line.contains("%250A 100%25"), "{line}");
    assert!(line.contains("1 of 2 checks pass%0AThis is |x|"), "{line}");
}
