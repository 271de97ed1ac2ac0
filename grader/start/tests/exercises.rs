//! What `cargo test` says at the top of the workspace, where a learner may type it by habit.

#[test]
#[ignore = "the exercises are checked by `cargo grade`"]
fn the_exercises_are_checked_by_cargo_grade() {
    panic!("this is no check: run `cargo grade`");
}
