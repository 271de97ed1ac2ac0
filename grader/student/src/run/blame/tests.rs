//! Blame with a compiler that follows a rule instead of compiling.

use std::cell::{Cell, RefCell};
use std::path::PathBuf;

use super::*;
use crate::run::attempts::{Compiler, Patience};
use grader::compiler::Message;

/// An exercise's file, by what a compiler makes of it.
const RIGHT: &str = "struct Right;";
const BROKEN: &str = "struct Broken;";
/// Compiles only beside the file after it.
const CALLS_THE_NEXT: &str = "struct CallsTheNext;";
/// Breaks every other file, and is whole itself only alone.
const BREAKS_OTHERS: &str = "struct BreaksOthers;";
const ENDLESS: &str = "struct Endless;";

/// A compiler of these files; a build takes `each`, or ends when its time is over.
struct Rules {
    each: Duration,
    /// The names of the builds that were made, and how long they may have taken.
    made: RefCell<Vec<(String, Option<Duration>)>>,
    /// How many more builds end without a word.
    silent: Cell<usize>,
}

impl Rules {
    fn new(each: Duration) -> Self {
        Self { each, made: RefCell::default(), silent: Cell::new(0) }
    }

    fn names(&self) -> Vec<String> {
        self.made.borrow().iter().map(|(name, _)| name.clone()).collect()
    }
}

impl Compiler for Rules {
    fn compile(&self, files: &[(&Exercise, Vec<u8>)], name: &str, within: Option<Duration>) -> Result<Build> {
        self.made.borrow_mut().push((name.to_owned(), within));
        if let Some(left) = self.silent.get().checked_sub(1) {
            self.silent.set(left);
            return Ok(Build::default());
        }
        let files: Vec<&str> =
            files.iter().map(|(_, content)| str::from_utf8(content).expect("a text")).collect();
        let is_endless = files.contains(&ENDLESS);
        if let Some(within) = within.filter(|&within| is_endless || within < self.each) {
            return Ok(Build { timed_out: Some(within), took: within, ..Build::default() });
        }
        let lacks_the_next = files
            .iter()
            .enumerate()
            .any(|(at, &file)| file == CALLS_THE_NEXT && files.get(at + 1) != Some(&RIGHT));
        let breaks_others = files.contains(&BREAKS_OTHERS)
            && files.iter().filter(|file| file.starts_with("struct")).count() > 1;
        if files.contains(&BROKEN) || lacks_the_next || breaks_others {
            return Ok(Build { took: self.each, errors: vec![wrong()], ..Build::default() });
        }
        let programs = [(PROGRAM.to_owned(), PathBuf::from(name))].into();
        Ok(Build { success: true, took: self.each, programs, ..Build::default() })
    }

    fn program(&self, path: PathBuf) -> Program {
        Program { path, launcher: None }
    }
}

/// What comes of three exercises, each with its file or none.
fn blamed(rules: &Rules, patience: Option<Patience>, files: [Option<&str>; 3]) -> Result<Vec<String>> {
    let exercise = |name: &str| Exercise { name: name.into(), ..Exercise::default() };
    let rubric = Rubric { exercises: ["a", "b", "c"].map(exercise).into(), ..Rubric::default() };
    let mut submission = Submission::default();
    for (exercise, file) in rubric.exercises.iter().zip(files) {
        if let Some(text) = file {
            submission.put(exercise, text);
        }
    }
    let stubs = rubric.exercises.iter().map(|exercise| (exercise, "// stub".to_owned())).collect();
    let mut attempts = Attempts::with_stubs(stubs, rules, &submission, patience);
    let workers = build(&rubric, &submission, &mut attempts, None, Tokens::Checked)?;
    Ok(workers
        .into_values()
        .map(|worker| match worker {
            Ok(program) => program.path.display().to_string(),
            Err(NoWorker::Refused(_)) => "refused".into(),
            Err(NoWorker::DoesNotCompile(_)) => WRONG.into(),
            Err(NoWorker::CompilesTooLong(_)) => "too long".into(),
            Err(other) => format!("{other:?}"),
        })
        .collect())
}

const QUICK: Duration = Duration::from_millis(300);
const WRONG: &str = "error: something is wrong";

fn wrong() -> Message {
    Message { rendered: Some(WRONG.into()), ..Message::default() }
}

#[test]
fn one_build_is_enough_where_everything_compiles() {
    let rules = Rules::new(QUICK);
    assert_eq!(blamed(&rules, None, [Some(RIGHT); 3]).expect("built"), ["a+b+c"; 3]);
    assert_eq!(rules.names(), ["a+b+c"]);
    let rules = Rules::new(QUICK);
    let workers = blamed(&rules, None, [Some(RIGHT), None, None]).expect("built");
    assert_eq!(workers, ["a"; 3], "stubs stand for what is not there");
}

#[test]
fn a_broken_file_costs_its_own_exercise() {
    for at in 0..3 {
        let mut files = [Some(RIGHT); 3];
        files[at] = Some(BROKEN);
        let workers = blamed(&Rules::new(QUICK), None, files).expect("built");
        for (exercise, worker) in workers.iter().enumerate() {
            assert_eq!(worker == WRONG, exercise == at, "{workers:?}");
        }
    }
}

#[test]
fn a_file_keeps_the_neighbour_that_it_calls() {
    let files = [Some(CALLS_THE_NEXT), Some(RIGHT), Some(BROKEN)];
    assert_eq!(blamed(&Rules::new(QUICK), None, files).expect("built"), ["a+b", "a+b", WRONG]);
    let files = [Some(CALLS_THE_NEXT), Some(BROKEN), Some(RIGHT)];
    assert_eq!(blamed(&Rules::new(QUICK), None, files).expect("built"), [WRONG, WRONG, "c"]);
}

#[test]
fn a_file_that_breaks_others_has_a_worker_without_them() {
    let files = [Some(RIGHT), Some(BREAKS_OTHERS), Some(RIGHT)];
    assert_eq!(blamed(&Rules::new(QUICK), None, files).expect("built"), ["a+c", "b", "a+c"]);
}

#[test]
fn a_file_that_never_ends_is_not_tried_again() {
    let rules = Rules::new(QUICK);
    let patience = Patience { each: Duration::from_secs(10), all: Duration::from_secs(40) };
    let files = [Some(RIGHT), Some(ENDLESS), Some(RIGHT)];
    assert_eq!(blamed(&rules, Some(patience), files).expect("built"), ["a+c", "too long", "a+c"]);
    let with_it = rules.names().iter().filter(|name| name.contains('b')).count();
    assert_eq!(with_it, 2, "with all, and once more: {:?}", rules.names());
}

#[test]
fn all_builds_together_keep_to_their_time() {
    let patience = Patience { each: Duration::from_secs(10), all: Duration::from_secs(40) };
    for each in [2, 5, 7, 9, 60] {
        let rules = Rules::new(Duration::from_secs(each));
        // The stubs are quick anywhere: what is left for them is enough.
        let files = [Some(BROKEN), Some(BREAKS_OTHERS), Some(CALLS_THE_NEXT)];
        let _ = blamed(&rules, Some(patience), files);
        let spent: Duration =
            rules.made.borrow().iter().map(|(_, within)| within.expect("bounded").min(rules.each)).sum();
        assert!(spent <= patience.all, "{each} s: {spent:?} for {:?}", rules.made.borrow());
    }
}

#[test]
fn silence_is_tried_again_and_never_the_files_fault() {
    let rules = Rules::new(QUICK);
    rules.silent.set(1);
    assert_eq!(blamed(&rules, None, [Some(RIGHT); 3]).expect("built"), ["a+b+c"; 3]);
    let rules = Rules::new(QUICK);
    rules.silent.set(usize::MAX);
    let error = blamed(&rules, None, [Some(RIGHT); 3]).expect_err("nobody is graded").to_string();
    assert!(error.contains("without a word") && error.contains("\nhint: "), "{error}");
}

#[test]
fn what_is_forbidden_is_not_compiled() {
    let rules = Rules::new(QUICK);
    let files = [Some("unsafe fn f() {}"), Some(RIGHT), None];
    assert_eq!(blamed(&rules, None, files).expect("built"), ["refused", "b", "b"]);
    assert_eq!(rules.names(), ["b"]);
}
