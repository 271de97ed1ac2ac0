//! Workers that are shell scripts and say what no worker of ours says.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::*;
use crate::judge::Program;

const PATIENCE: Duration = Duration::from_secs(5);

/// Asks a worker that is a shell script, whose standard input and output are the line.
///
/// The request takes 37 bytes and is for two values, so a right reply has 17: the number of the request, the
/// kind, and the values.
fn asked(script: &str, within: Duration) -> (Result<Reply, Failure>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let program = folder.path().join("worker");
    // A line that is closed with something unread in it is cut, and not ended.
    let ready = r"printf 'ready\0\0\0' >&0";
    fs::write(&program, format!("#!/bin/sh\n{ready}\nhead -c 37 > /dev/null\n{script}\n")).expect("written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).expect("may be run");
    let mut worker = Worker::start(&Program::unlocked(program)).expect("started");
    let input = Tensor::new(&[2], vec![1.0, 2.0]);
    let answer = worker.ask("relu", &input, within);
    let answer = answer.and_then(|reply| worker.finish(within).map(|()| reply));
    (answer, worker.end())
}

fn replied(bytes: &str) -> Result<Reply, Failure> {
    asked(&format!("printf '{bytes}' >&0"), PATIENCE).0
}

const RIGHT: &str = r"\001\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";

#[test]
fn only_one_whole_reply_to_the_question_counts() {
    assert_eq!(replied(RIGHT), Ok(Reply::Answer(vec![0.0, 0.0])));
    let no_answer = |reply: Result<Reply, Failure>| matches!(reply, Err(Failure::NoAnswer { .. }));
    for (what, bytes) in [
        ("nothing", String::new()),
        ("cut short", RIGHT[..RIGHT.len() - 2].to_owned()),
        ("a byte more", RIGHT.to_owned() + "x"),
        ("twice", RIGHT.repeat(2)),
        ("to another question", RIGHT.replacen("001", "002", 1)),
        ("a kind there is not", r"\001\0\0\0\0\0\0\0\011".into()),
        ("a text of 4 GiB", r"\001\0\0\0\0\0\0\0\002\377\377\377\377".into()),
        ("four thousand million axes", r"\001\0\0\0\0\0\0\0\001\377\377\377\377".into()),
    ] {
        assert!(no_answer(replied(&bytes)), "{what}: {:?}", replied(&bytes));
    }
}

#[test]
fn a_right_reply_before_a_bad_end_is_no_answer() {
    let (failed, _) = asked(&format!("printf '{RIGHT}' >&0; exec 0<&-; exit 3"), PATIENCE);
    assert_eq!(failed, Err(Failure::NoAnswer { how: "the program ended with exit code 3".into() }));
    let (killed, _) = asked(&format!("printf '{RIGHT}' >&0; kill -9 $$"), PATIENCE);
    assert!(matches!(killed, Err(Failure::Crashed { .. })));
}

#[test]
fn silence_a_trickle_and_a_closed_line_are_waited_for_no_longer_than_told() {
    let start = Instant::now();
    let within = Duration::from_millis(300);
    let timed_out = Err(Failure::TimedOut { after: within });
    assert_eq!(asked("sleep 60", within).0, timed_out);
    assert!(asked("while :; do printf '\\001' >&0; sleep .05; done", within).0.is_err());
    assert!(asked("exec 0<&- ; sleep 60", within).0.is_err());
    assert!(start.elapsed() < PATIENCE);
}

#[test]
fn what_a_worker_has_started_ends_with_it() {
    let start = Instant::now();
    let (_, printed) = asked(&format!("sleep 60 & echo $!; printf '{RIGHT}' >&0"), PATIENCE);
    assert!(start.elapsed() < PATIENCE, "its pipe was waited for");
    let child: i32 = printed.trim().parse().expect("a process number");
    let child = rustix::process::Pid::from_raw(child).expect("a process number");
    let gone = || rustix::process::test_kill_process(child).is_err();
    let until = Instant::now() + PATIENCE;
    while !gone() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(gone(), "{child:?} is still running");
}

#[test]
fn it_learns_nothing_and_says_nothing_that_acts_on_a_terminal() {
    let (_, printed) = asked("printf '\\033[31m'; pwd; ls; env; echo $0 $*", PATIENCE);
    let folder = std::env::temp_dir();
    assert!(!printed.contains('\u{1b}') && !printed.contains("[31m"), "{printed}");
    assert!(printed.contains(&folder.display().to_string()), "{printed}");
    for word in ["HOME", "GRADER", "CARGO", "USER"] {
        assert!(!printed.contains(word), "{word} in {printed}");
    }
}

#[test]
fn a_start_that_fails_is_tried_again_and_explained_and_then_given_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let (program, starts) = (folder.path().join("worker"), folder.path().join("starts"));
    let script = |last: &str| format!("#!/bin/sh\necho >> {}\n{last}\n", starts.display());
    let count = || fs::read_to_string(&starts).expect("it was started").lines().count();
    fs::write(&program, script("echo no library; exit 127")).expect("written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).expect("may be run");
    for _ in 0..2 {
        let why = Worker::start(&Program::unlocked(program.clone())).err().expect("it does not start");
        assert!(why.contains("exit code 127") && why.contains("no library"), "{why}");
        assert_eq!(count(), 5);
    }
    // Short of something for a moment: the third start succeeds.
    fs::remove_file(&starts).expect("removed");
    let program = folder.path().join("later");
    let third =
        format!("[ $(wc -l < {}) = 3 ] || exit 1\nprintf 'ready\\0\\0\\0' >&0; cat", starts.display());
    fs::write(&program, script(&third)).expect("written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).expect("may be run");
    let started = Worker::start(&Program::unlocked(program));
    assert!(started.is_ok(), "{:?}", started.err());
}

/// Asks for two values twice, and gets these bytes, which may be a reply to each.
fn replied_to_both(bytes: &str) -> Vec<Result<Reply, Failure>> {
    let folder = tempfile::tempdir().expect("a folder");
    let program = folder.path().join("worker");
    let script =
        format!("#!/bin/sh\nprintf 'ready\\0\\0\\0' >&0\nhead -c 74 > /dev/null\nprintf '{bytes}' >&0\n");
    fs::write(&program, script).expect("written");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).expect("may be run");
    let mut worker = Worker::start(&Program::unlocked(program)).expect("started");
    let input = Tensor::new(&[2], vec![1.0, 2.0]);
    worker.ask_all("relu", &[&input, &input], PATIENCE)
}

#[test]
fn questions_that_are_asked_together_are_answered_one_by_one() {
    let second = RIGHT.replacen("001", "002", 1);
    let right = Ok(Reply::Answer(vec![0.0, 0.0]));
    let no_answer = |reply: &Result<Reply, Failure>| matches!(reply, Err(Failure::NoAnswer { .. }));
    assert_eq!(replied_to_both(&(RIGHT.to_owned() + &second)), [right.clone(), right.clone()]);
    for (what, bytes) in [
        ("nothing for the second", RIGHT.to_owned()),
        ("the first again", RIGHT.repeat(2)),
        ("a byte more", RIGHT.to_owned() + &second + "x"),
        ("half of the second", RIGHT.to_owned() + &second[..second.len() - 2]),
    ] {
        let replies = replied_to_both(&bytes);
        assert!(replies.len() == 2 && replies[0] == right && no_answer(&replies[1]), "{what}: {replies:?}");
    }
    let replies = replied_to_both(&(second + RIGHT));
    assert!(replies.len() == 1 && no_answer(&replies[0]), "in the wrong order: {replies:?}");
}
