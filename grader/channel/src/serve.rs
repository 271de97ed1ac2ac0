//! The worker's side of the conversation.

use std::any::Any;
use std::io::{self, BufReader, BufWriter};
use std::mem;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::thread::Builder;

use ndarray::ArrayD;

use crate::layer;
use crate::link::{self, Stream};
use crate::message::{self, Question, Reply};
use crate::start;
use crate::tensor::Tensor;
use crate::timing;

/// A layer's `forward`, whichever crate the layer is from.
pub type Forward = Box<dyn Fn(&ArrayD<f32>) -> ArrayD<f32>>;

/// Looks an activation up by its name, with this parameter, or else its usual one.
type Find = fn(&str, Option<f32>) -> Option<Forward>;

/// As large as a first thread's usually is, so that recursion gets as deep.
const STACK: usize = 8 << 20;

/// Answers the judge until it closes the line.
///
/// `lock` is called once, when the line is open, there is one thread, and nothing has called the
/// learner's code.
///
/// # Errors
/// Exit code 1 where there is no judge to talk to, its words can't be read, or `lock` fails.
pub fn serve(lock: fn() -> Result<(), String>, find: Find) -> ExitCode {
    match converse(lock, find) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("this program is started by the grader: {error}");
            ExitCode::FAILURE
        }
    }
}

fn converse(lock: fn() -> Result<(), String>, find: Find) -> io::Result<()> {
    end_with_the_judge();
    let stream = link::open()?;
    let (from, to) = (stream.try_clone()?, stream);
    panic::set_hook(Box::new(note_place));
    lock().map_err(io::Error::other)?;
    // A locked process can't ask the system where its first thread's stack ends, and so can't tell an
    // overflow from a crash. It knows where the stack of a thread of its own ends.
    let answering =
        Builder::new().name("main".into()).stack_size(STACK).spawn(move || answer(from, to, find));
    answering?.join().unwrap_or_else(|_| Err(io::Error::other("the worker itself panicked")))
}

fn answer(from: Stream, to: Stream, find: Find) -> io::Result<()> {
    let (mut from, mut to) = (BufReader::new(from), BufWriter::new(to));
    start::write_ready(&mut to)?;
    while let Some((id, activation, question)) = message::read_request(&mut from)? {
        let found = layer::split(&activation).and_then(|(name, parameter)| find(name, parameter));
        let reply = match (found, question) {
            (Some(forward), Question::Forward(input)) => call(&forward, &input),
            (Some(forward), Question::Time(passes)) => guarded(|| timing::time(&forward, passes)),
            (None, Question::Time(passes)) if activation == timing::NEGATING => {
                timing::time(&timing::negate, passes)
            }
            (None, _) => Reply::Unknown,
        };
        message::write_reply(&mut to, id, &reply)?;
    }
    Ok(())
}

/// A body that never returns would otherwise go on when the judge has been killed. On Windows it
/// does, until somebody ends it.
fn end_with_the_judge() {
    #[cfg(target_os = "linux")]
    // Where the kernel refuses, nothing is lost but this.
    let _ = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL));
    // No signal elsewhere: an orphan gets another parent, which has to be looked for.
    #[cfg(all(unix, not(target_os = "linux")))]
    std::thread::spawn(|| {
        let judge = std::os::unix::process::parent_id();
        while std::os::unix::process::parent_id() == judge {
            std::thread::sleep(std::time::Duration::from_millis(500));
        }
        std::process::exit(1);
    });
}

fn call(forward: &Forward, input: &Tensor) -> Reply {
    let array = input.to_array();
    guarded(|| match forward(&array) {
        output if output.shape() == input.shape => Reply::Answer(output.iter().copied().collect()),
        output => Reply::OtherShape(output.shape().to_vec()),
    })
}

/// What comes of running a learner's code, also where it panics.
fn guarded(run: impl FnOnce() -> Reply) -> Reply {
    match panic::catch_unwind(AssertUnwindSafe(run)) {
        Ok(reply) => reply,
        Err(payload) => {
            let place = LAST_PLACE.lock().unwrap_or_else(PoisonError::into_inner).take();
            let message = text(payload.as_ref());
            // Whatever it is, dropping it could panic again, and no one would catch that.
            mem::forget(payload);
            Reply::Panicked { message, place: place.unwrap_or_default() }
        }
    }
}

fn text(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(ToString::to_string);
    let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "a panic without a text".to_owned())
}

/// Place of the latest panic: only a hook is told.
static LAST_PLACE: Mutex<Option<String>> = Mutex::new(None);

fn note_place(info: &PanicHookInfo<'_>) {
    let place = info.location().map(|at| format!("{}:{}", at.file(), at.line()));
    *LAST_PLACE.lock().unwrap_or_else(PoisonError::into_inner) = place;
}
