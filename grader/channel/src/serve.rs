//! The worker's side of the conversation.

use std::any::Any;
use std::io::{BufReader, BufWriter};
use std::mem;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

use ndarray::ArrayD;

use crate::link;
use crate::message::{self, Reply};
use crate::tensor::Tensor;

/// A layer's `forward`, whichever crate the layer is from.
pub type Forward = Box<dyn Fn(&ArrayD<f32>) -> ArrayD<f32>>;

/// Answers the judge until it closes the line; `find` looks an activation up by its name.
///
/// `lock` is called once, when the line is open and no code of the learner's has run.
///
/// # Errors
/// Exit code 1 where there is no judge to talk to, or its words can't be read.
pub fn serve(lock: fn(), find: fn(&str) -> Option<Forward>) -> ExitCode {
    match converse(lock, find) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("this program is started by the grader: {error}");
            ExitCode::FAILURE
        }
    }
}

fn converse(lock: fn(), find: fn(&str) -> Option<Forward>) -> std::io::Result<()> {
    end_with_the_judge();
    let stream = link::open()?;
    let mut from = BufReader::new(stream.try_clone()?);
    let mut to = BufWriter::new(stream);
    panic::set_hook(Box::new(note_place));
    lock();
    while let Some((id, activation, input)) = message::read_request(&mut from)? {
        let reply = match find(&activation) {
            Some(forward) => call(&forward, &input),
            None => Reply::Unknown,
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
    match panic::catch_unwind(AssertUnwindSafe(|| forward(&array))) {
        Ok(output) if output.shape() == input.shape => Reply::Answer {
            values: output.iter().copied().collect(),
            input_kept: array.shape() == input.shape
                && array.iter().map(|v| v.to_bits()).eq(input.values.iter().map(|v| v.to_bits())),
        },
        Ok(output) => Reply::OtherShape(output.shape().to_vec()),
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
