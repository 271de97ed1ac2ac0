//! The worker's side of the conversation.

use std::io::{BufReader, BufWriter};
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
/// # Errors
/// Exit code 1 where there is no judge to talk to, or its words can't be read.
pub fn serve(find: impl Fn(&str) -> Option<Forward>) -> ExitCode {
    match converse(find) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("this program is started by the grader: {error}");
            ExitCode::FAILURE
        }
    }
}

fn converse(find: impl Fn(&str) -> Option<Forward>) -> std::io::Result<()> {
    end_with_the_judge();
    let stream = link::open()?;
    let mut from = BufReader::new(stream.try_clone()?);
    let mut to = BufWriter::new(stream);
    panic::set_hook(Box::new(note_panic));
    while let Some((id, activation, input)) = message::read_request(&mut from)? {
        let reply = match find(&activation) {
            Some(forward) => call(&forward, &input),
            None => Reply::Unknown,
        };
        message::write_reply(&mut to, id, &reply)?;
    }
    Ok(())
}

/// A body that never returns would otherwise go on when the judge has been killed. Elsewhere than on
/// Linux it does, until somebody ends it.
fn end_with_the_judge() {
    #[cfg(target_os = "linux")]
    // Where the kernel refuses, nothing is lost but this.
    let _ = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL));
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
        Err(_) => {
            let noted = LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner).take();
            let (message, place) = noted.unwrap_or_default();
            Reply::Panicked { message, place }
        }
    }
}

/// Text and place of the latest panic: only a hook is told the place.
static LAST_PANIC: Mutex<Option<(String, String)>> = Mutex::new(None);

fn note_panic(info: &PanicHookInfo<'_>) {
    let payload = info.payload();
    let message = payload
        .downcast_ref::<&str>()
        .map(ToString::to_string)
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without a text".to_owned());
    let place = info.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
    *LAST_PANIC.lock().unwrap_or_else(PoisonError::into_inner) = Some((message, place));
}
