//! Folders that a learner might hand in, and the reports on them.

use std::fs;
use std::time::{Duration, Instant};

use expect_test::expect_file;

use crate::support::{LESSON, checks_that, exercise, graded, shown, submission, target, width, with_body};

const RELU: (&str, &str) = ("relu", "x.mapv(|v| if v < 0.0 { 0.0 } else { v })");
const SIGMOID: (&str, &str) = ("sigmoid", "x.mapv(|v| 1.0 / (1.0 + (-v).exp()))");
const TANH: (&str, &str) = ("tanh", "x.mapv(f32::tanh)");

#[test]
fn half_done() {
    let slip = ("sigmoid", "x.mapv(|v| 1.0 / (1.0 + v.exp()))");
    let report = shown(submission(&[RELU, slip]).path());
    expect_file!["snapshots/half_done.txt"].assert_eq(&report);
    assert!(width(&report) <= 80);
}

#[test]
fn all_done() {
    expect_file!["snapshots/all_done.txt"].assert_eq(&shown(submission(&[RELU, SIGMOID, TANH]).path()));
}

#[test]
fn a_compile_error_costs_its_own_exercise_and_no_other() {
    let broken = ("relu", "x.mapv(|v| if v < 0.0 { 0 } else { v })");
    let folder = submission(&[broken, SIGMOID, TANH]);
    let report = graded(folder.path());
    assert_eq!(
        (&report["score"], &exercise(&report, "relu")["status"]),
        (&70.into(), &"not_compiled".into())
    );
    assert!(exercise(&report, "relu")["compile_error"].as_str().is_some_and(|text| text.contains("E0308")));
    assert_eq!(checks_that(&report, "relu", "not_compiled").len(), 13);
    assert!(exercise(&report, "tanh")["compile_error"].is_null());

    // How rustc words an error changes from version to version; this text is ours.
    let worded = (
        "relu",
        "compile_error!(\"a text that is longer than the line it is shown on, because learners write such\")",
    );
    expect_file!["snapshots/compile_error.txt"]
        .assert_eq(&shown(submission(&[worded, SIGMOID, TANH]).path()));
}

#[test]
fn the_guilty_file_is_found_where_the_compiler_names_another() {
    // rustc reports both in files that are innocent: `mod.rs`, and `sigmoid.rs`.
    let renamed = with_body("relu", RELU.1).replace("ReLU", "Relu");
    let meddling = with_body("relu", RELU.1)
        + "impl Layer for crate::activations::Sigmoid { fn forward(&self, x: &Tensor) -> Tensor { x.clone() } }";
    for text in [renamed, meddling] {
        let folder = submission(&[SIGMOID, TANH]);
        fs::write(folder.path().join("relu.rs"), text).expect("written");
        let report = graded(folder.path());
        assert_eq!(exercise(&report, "relu")["status"], "not_compiled");
        assert_eq!(report["score"], 70);
    }
}

#[test]
fn a_file_keeps_the_neighbour_that_it_calls_when_another_does_not_compile() {
    let through_sigmoid = ("tanh", "crate::functional::sigmoid(&(x * 2.0)) * 2.0 - 1.0");
    let report = graded(submission(&[("relu", "nonsense"), SIGMOID, through_sigmoid]).path());
    assert_eq!(report["score"], 70, "{report:#}");
}

#[test]
fn a_panic_is_shown_with_its_place() {
    let report = shown(submission(&[("relu", "x.iter().map(|v| Some(*v).filter(|v| *v > 0.0).unwrap()).collect::<ndarray::Array1<f32>>().into_dyn()")]).path());
    expect_file!["snapshots/panic.txt"].assert_eq(&report);
}

#[test]
fn an_endless_loop_ends() {
    let folder = submission(&[("relu", "loop {}"), ("sigmoid", "loop {}"), ("tanh", "loop {}")]);
    let _built_before = graded(submission(&[RELU]).path());
    let start = Instant::now();
    let report = graded(folder.path());
    let took = start.elapsed();
    assert!(took < Duration::from_secs(20), "took {took:?}");
    assert_eq!(report["score"], 0);
    for name in LESSON {
        assert_eq!(checks_that(&report, name, "timed_out"), ["computes_the_example"]);
        assert_eq!(checks_that(&report, name, "not_judged").len(), 12);
    }
    let folder = submission(&[("relu", "loop {}"), SIGMOID, TANH]);
    expect_file!["snapshots/endless_loop.txt"].assert_eq(&shown(folder.path()));
}

#[test]
fn leaving_the_program_is_no_answer_whatever_the_exit_code_says() {
    for code in [0, 7] {
        let report = graded(submission(&[("relu", &format!("std::process::exit({code})")), SIGMOID]).path());
        assert_eq!(report["score"], 35);
        assert_eq!(checks_that(&report, "relu", "no_answer"), ["computes_the_example"], "{report:#}");
    }
    expect_file!["snapshots/exit.txt"]
        .assert_eq(&shown(submission(&[("relu", "std::process::exit(0)")]).path()));
}

#[test]
fn right_answers_before_a_dirty_end_are_worth_nothing() {
    let late = "std::thread::spawn(|| { std::thread::sleep(std::time::Duration::from_millis(1)); \
         loop { if std::env::vars().count() == usize::MAX { break } std::process::exit(0) } }); \
         std::thread::sleep(std::time::Duration::from_millis(50)); \
         x.mapv(|v| if v < 0.0 { 0.0 } else { v })";
    assert_eq!(graded(submission(&[("relu", late)]).path())["score"], 0);
}

#[test]
#[cfg(unix)]
fn crashes_are_told_apart_from_answers() {
    let deep = "fn deep(n: u64) -> u64 { if std::hint::black_box(n) == 0 { 0 } else { deep(n + 1) + 1 } } \
         x.mapv(|v| v + deep(1) as f32)";
    let report = graded(submission(&[("relu", "std::process::abort()"), ("sigmoid", deep), TANH]).path());
    assert_eq!(checks_that(&report, "tanh", "passed").len(), 13);
    assert_eq!(checks_that(&report, "relu", "crashed"), ["computes_the_example"]);
    // For an empty tensor nothing is called, so that check alone does not overflow the stack.
    assert_eq!(checks_that(&report, "sigmoid", "passed"), ["accepts_empty_tensors"]);
    expect_file!["snapshots/abort.txt"]
        .assert_eq(&shown(submission(&[("relu", "std::process::abort()")]).path()));
    expect_file!["snapshots/stack_overflow.txt"].assert_eq(&shown(submission(&[("sigmoid", deep)]).path()));
}

#[test]
fn noise_on_both_streams_disturbs_nothing_and_is_shown_where_something_fails() {
    let noisy =
        "for _ in 0..2000 { println!(\"test relu ... ok {:?}\", x.shape()); eprintln!(\"\\x1b[2Jnoise\"); } ";
    let right = graded(submission(&[("relu", &(noisy.to_owned() + RELU.1))]).path());
    assert_eq!(right["score"], 30);
    let printed = exercise(&right, "relu")["printed"].as_str().expect("a text").to_owned();
    assert!(printed.contains("test relu ... ok") && printed.len() < 3000 && !printed.contains('\x1b'));
    let wrong = submission(&[("relu", "println!(\"x = {x}\"); x.mapv(f32::abs)")]);
    expect_file!["snapshots/noisy.txt"].assert_eq(&shown(wrong.path()));
}

#[test]
fn relu_through_max_loses_the_nan_check_alone() {
    let report = graded(submission(&[("relu", "x.mapv(|v| v.max(0.0))")]).path());
    assert_eq!(checks_that(&report, "relu", "wrong_value"), ["keeps_nan"]);
    assert_eq!(checks_that(&report, "relu", "passed").len(), 12);
}

#[test]
fn the_textbook_tanh_loses_the_overflow_check_alone() {
    let quotient = "x.mapv(|v| (v.exp() - (-v).exp()) / (v.exp() + (-v).exp()))";
    let report = graded(submission(&[("tanh", quotient)]).path());
    assert_eq!(checks_that(&report, "tanh", "wrong_value"), ["saturates_without_overflow"]);
    assert_eq!(checks_that(&report, "tanh", "passed").len(), 12);
}

#[test]
fn a_wrong_shape_has_a_sentence_of_its_own() {
    let flat = "ndarray::Array1::from_iter(x.iter().map(|v| v.tanh())).into_dyn()";
    let report = graded(submission(&[("tanh", flat)]).path());
    let shapes = checks_that(&report, "tanh", "wrong_shape");
    assert!(shapes.contains(&"keeps_the_shape".to_owned()), "{shapes:?}");
    assert!(checks_that(&report, "tanh", "passed").contains(&"computes_the_example".to_owned()));
}

#[test]
fn a_remembered_answer_is_found_out() {
    let remembered = "static FIRST: std::sync::OnceLock<Tensor> = std::sync::OnceLock::new(); \
         let y = x.mapv(f32::tanh); let first = FIRST.get_or_init(|| y.clone()); \
         if first.shape() == x.shape() { first.clone() } else { y }";
    let report = graded(submission(&[("tanh", remembered)]).path());
    assert!(checks_that(&report, "tanh", "wrong_value").contains(&"answers_the_same_each_time".to_owned()));
}

#[test]
fn a_slip_is_named_and_the_report_leads_with_it() {
    let folder = submission(&[("relu", "x.mapv(f32::abs)"), ("sigmoid", "crate::functional::tanh(x)"), TANH]);
    let report = graded(folder.path());
    assert_eq!(exercise(&report, "relu")["diagnosis"]["key"], "absolute");
    assert_eq!(exercise(&report, "sigmoid")["diagnosis"]["key"], "tanh");
    assert!(exercise(&report, "tanh")["diagnosis"].is_null());
    expect_file!["snapshots/diagnosed.txt"].assert_eq(&shown(folder.path()));
}

#[test]
fn what_fits_no_known_slip_gets_no_diagnosis() {
    let odd = ("relu", "x.mapv(|v| if v < 0.0 { v * 0.037 - 0.002 } else { v })");
    let report = graded(submission(&[odd]).path());
    assert!(exercise(&report, "relu")["diagnosis"].is_null(), "{report:#}");
    let hanging = graded(submission(&[("relu", "loop {}")]).path());
    assert!(exercise(&hanging, "relu")["diagnosis"].is_null());
}

#[test]
fn the_private_workspace_holds_no_solution() {
    let _ = graded(submission(&[RELU, SIGMOID, TANH]).path());
    let mut folders = vec![target().join("grader/workspace")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                assert_ne!(path.file_name().and_then(|name| name.to_str()), Some("solutions"));
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs" || end == "toml") {
                let text = fs::read_to_string(&path).expect("text");
                assert!(!text.contains("BEGIN SOLUTION") || path.ends_with("stubs.rs"), "{}", path.display());
                let manifest = path.extension().is_some_and(|end| end == "toml");
                assert!(!(manifest && text.contains("solutions")), "{}", path.display());
            }
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_submission_is_locked_up_and_so_is_ones_own_tree_if_asked() {
    let report = graded(
        submission(&[("relu", r#"panic!("{:?}", std::fs::read("/etc/passwd").map(|file| file.len()))"#)])
            .path(),
    );
    assert_eq!(report["sandbox"]["missing"].as_array().map(Vec::len), Some(0), "{}", report["sandbox"]);
    let message = exercise(&report, "relu")["checks"][0]["message"].as_str().expect("a message").to_owned();
    assert!(message.contains("PermissionDenied"), "{message}");

    let grader = crate::support::grader;
    let own = grader(&["grade", "--subject", "solutions", "--require-sandbox", "--json", "-"]);
    assert_eq!((own.code, &own.json()["score"]), (Some(0), &own.json()["max_score"]));
    let unlocked = grader(&["grade", "--subject", "solutions", "--json", "-"]).json();
    assert!(unlocked["sandbox"].is_null());
}

#[cfg(target_os = "linux")]
#[test]
fn what_does_not_compile_in_time_costs_its_own_exercise() {
    let endless = with_body("relu", "x * N")
        + "#[allow(long_running_const_eval)]\nconst N: f32 = { let mut n = 0u64; while n < 1 << 60 { n += 1; } n as f32 };";
    let folder = submission(&[SIGMOID]);
    fs::write(folder.path().join("relu.rs"), endless).expect("written");
    let report = graded(folder.path());
    assert_eq!(report["score"], 35);
    assert_eq!(exercise(&report, "relu")["status"], "not_compiled_in_time");
    assert_eq!(checks_that(&report, "relu", "not_compiled_in_time").len(), 13);
}

#[test]
fn what_reaches_out_of_its_file_is_refused_and_costs_its_own_exercise() {
    let reaching = "let _ = stringify!(unsafe { include_str!(\"/etc/passwd\") }); x.mapv(|v| v.max(0.0))";
    let folder = submission(&[("relu", reaching), SIGMOID, ("tanh", "// unsafe\nx.mapv(f32::tanh)")]);
    let report = graded(folder.path());
    assert_eq!((&report["score"], &exercise(&report, "relu")["status"]), (&70.into(), &"refused".into()));
    assert_eq!(checks_that(&report, "relu", "refused").len(), 13);
    expect_file!["snapshots/refused.txt"].assert_eq(&shown(folder.path()));
}

#[test]
fn what_the_grader_cannot_read_is_the_compilers_to_explain() {
    let folder = submission(&[("relu", "x.mapv(|v| v.max(0.0)"), SIGMOID]);
    let report = graded(folder.path());
    assert_eq!(exercise(&report, "relu")["status"], "not_compiled");
    assert!(exercise(&report, "relu")["compile_error"].as_str().is_some_and(|text| text.contains("error")));
}

#[cfg(target_os = "linux")]
#[test]
fn files_that_were_left_open_change_no_lock() {
    // What is opened here is closed in a program that is started, unless that is asked for.
    let open: Vec<fs::File> = (0..30).map(|_| fs::File::open("/etc/passwd").expect("opened")).collect();
    for file in &open {
        rustix::io::fcntl_setfd(file, rustix::io::FdFlags::empty()).expect("kept open");
    }
    let reads = "let open = std::fs::read(\"/etc/passwd\").map(|file| file.len()); \
                 let inherited = (3..64).map(|number| std::fs::read(format!(\"/proc/self/fd/{number}\"))); \
                 panic!(\"{open:?} {}\", inherited.filter(Result::is_ok).count())";
    let report = graded(submission(&[("relu", reads)]).path());
    drop(open);
    assert_eq!(report["sandbox"]["missing"].as_array().map(Vec::len), Some(0), "{}", report["sandbox"]);
    let message = exercise(&report, "relu")["checks"][0]["message"].as_str().expect("a message").to_owned();
    assert!(message.contains("PermissionDenied") && message.ends_with(" 0"), "{message}");
}

#[cfg(target_os = "linux")]
#[test]
fn threads_without_end_stay_within_bounds() {
    let threads = "let mut count = 0; \
                   while count < 5000 && std::thread::Builder::new().stack_size(1).spawn(std::thread::park).is_ok() { count += 1 } \
                   panic!(\"{count} threads\")";
    let report = graded(submission(&[("relu", threads), SIGMOID]).path());
    let message = exercise(&report, "relu")["checks"][0]["message"].as_str().expect("a message").to_owned();
    // Where the system can't bound them, the judge counts.
    let count = message.split(' ').find_map(|word| word.parse().ok()).unwrap_or(0);
    assert!((1..300).contains(&count) || message.contains("more than 256 threads"), "{message}");
    assert_eq!(report["score"], 35);
}
