//! What judge and worker say to each other, and how it is written: little-endian, lengths first.
//!
//! Nothing that is read is trusted. Texts are cut at [`LONGEST_TEXT`], and values are read only
//! when the reply's shape is the shape that was asked for, so a worker can make the judge
//! allocate no more than the judge sent.

use std::io::{self, Read, Write};
use std::time::Duration;

use crate::layout::Layout;
use crate::tensor::Tensor;

/// Longest text, in bytes, that either side sends; the rest is cut off.
pub const LONGEST_TEXT: usize = 4096;

/// More axes than any tensor here has.
const MOST_AXES: u32 = 32;

/// More values than anybody asks about: a GiB of them.
const MOST_VALUES: usize = 1 << 28;

/// A tensor in standard layout follows.
const STANDARD: u8 = 0;
/// A tensor follows that lies in memory otherwise. Behind its shape stand, for each place in memory, the
/// axis there, and for each axis its step: a byte each.
const LAID_OUT: u8 = 1;
/// No tensor follows, but what is to be timed.
const TO_TIME: u8 = 0xff;

/// What the judge wants to know of an activation.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// What `forward` makes of this tensor.
    Forward(Tensor),
    /// How long `forward` takes: for a benchmark, and for no verdict.
    Time(Passes),
}

/// What is to be timed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passes {
    /// How many values the tensor has, which the worker makes up itself.
    pub values: u32,
    /// How often `forward` is called.
    pub count: u32,
}

/// How `forward` ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// It returned a tensor of the input's shape, with these values in logical order.
    Answer(Vec<f32>),
    /// It returned a tensor of this other shape.
    OtherShape(Vec<usize>),
    /// It panicked.
    Panicked {
        /// The panic's text.
        message: String,
        /// Where, as `file:line`, if it is known.
        place: String,
    },
    /// The worker knows no activation of that name.
    Unknown,
    /// It was called as often as was asked, and this is how long that took in all.
    Timed(Duration),
}

/// Asks for `forward` of the activation on `input`. The reply must carry the same `id`.
pub fn write_request(to: &mut dyn Write, id: u64, activation: &str, input: &Tensor) -> io::Result<()> {
    to.write_all(&id.to_le_bytes())?;
    write_text(to, activation)?;
    to.write_all(&[if input.layout.is_standard() { STANDARD } else { LAID_OUT }])?;
    write_shape(to, &input.shape)?;
    write_layout(to, &input.layout)?;
    write_values(to, &input.values)?;
    to.flush()
}

/// Asks for the time that `forward` takes. The reply must carry the same `id`.
pub fn write_timing(to: &mut dyn Write, id: u64, activation: &str, passes: Passes) -> io::Result<()> {
    to.write_all(&id.to_le_bytes())?;
    write_text(to, activation)?;
    to.write_all(&[TO_TIME])?;
    to.write_all(&passes.values.to_le_bytes())?;
    to.write_all(&passes.count.to_le_bytes())?;
    to.flush()
}

/// Reads what [`write_request`] or [`write_timing`] wrote; `None` where the judge has closed the line.
pub fn read_request(from: &mut dyn Read) -> io::Result<Option<(u64, String, Question)>> {
    let mut id = [0; 8];
    match from.read_exact(&mut id) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let activation = read_text(from)?;
    let question = match read_u8(from)? {
        TO_TIME => Question::Time(Passes { values: read_u32(from)?, count: read_u32(from)? }),
        code => {
            let shape = read_shape(from)?;
            let layout = match code {
                STANDARD => Layout::standard(),
                LAID_OUT => read_layout(from, shape.len())?,
                _ => return Err(malformed("kind of question")),
            };
            let count = shape.iter().try_fold(1_usize, |count, &length| count.checked_mul(length));
            let count = count.filter(|&count| count <= MOST_VALUES);
            let values = read_values(from, count.ok_or_else(|| malformed("number of values"))?)?;
            Question::Forward(Tensor { shape, values, layout })
        }
    };
    Ok(Some((u64::from_le_bytes(id), activation, question)))
}

/// Answers request `id`.
pub fn write_reply(to: &mut dyn Write, id: u64, reply: &Reply) -> io::Result<()> {
    to.write_all(&id.to_le_bytes())?;
    match reply {
        Reply::Answer(values) => {
            to.write_all(&[0])?;
            write_values(to, values)?;
        }
        Reply::OtherShape(shape) => {
            to.write_all(&[1])?;
            write_shape(to, shape)?;
        }
        Reply::Panicked { message, place } => {
            to.write_all(&[2])?;
            write_text(to, message)?;
            write_text(to, place)?;
        }
        Reply::Unknown => to.write_all(&[3])?,
        Reply::Timed(time) => {
            to.write_all(&[4])?;
            to.write_all(&u64::try_from(time.as_nanos()).unwrap_or(u64::MAX).to_le_bytes())?;
        }
    }
    to.flush()
}

/// Reads the reply to request `id`, which asked about `count` values.
///
/// # Errors
/// `InvalidData` for anything that is no reply to that request; otherwise what reading meets.
pub fn read_reply(from: &mut dyn Read, id: u64, count: usize) -> io::Result<Reply> {
    let mut found = [0; 8];
    from.read_exact(&mut found)?;
    if u64::from_le_bytes(found) != id {
        return Err(malformed("request number"));
    }
    Ok(match read_u8(from)? {
        0 => Reply::Answer(read_values(from, count)?),
        1 => Reply::OtherShape(read_shape(from)?),
        2 => Reply::Panicked { message: read_text(from)?, place: read_text(from)? },
        3 => Reply::Unknown,
        4 => {
            let mut nanoseconds = [0; 8];
            from.read_exact(&mut nanoseconds)?;
            Reply::Timed(Duration::from_nanos(u64::from_le_bytes(nanoseconds)))
        }
        _ => return Err(malformed("kind of reply")),
    })
}

pub(crate) fn malformed(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("malformed message: {what}"))
}

pub(crate) fn read_u8(from: &mut dyn Read) -> io::Result<u8> {
    let mut byte = [0];
    from.read_exact(&mut byte)?;
    Ok(byte[0])
}

fn read_u32(from: &mut dyn Read) -> io::Result<u32> {
    let mut bytes = [0; 4];
    from.read_exact(&mut bytes)?;
    Ok(u32::from_le_bytes(bytes))
}

fn write_text(to: &mut dyn Write, text: &str) -> io::Result<()> {
    let cut = text.floor_char_boundary(LONGEST_TEXT);
    to.write_all(&(cut as u32).to_le_bytes())?;
    to.write_all(&text.as_bytes()[..cut])
}

pub(crate) fn read_text(from: &mut dyn Read) -> io::Result<String> {
    let length = read_u32(from)? as usize;
    if length > LONGEST_TEXT {
        return Err(malformed("length of a text"));
    }
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn write_shape(to: &mut dyn Write, shape: &[usize]) -> io::Result<()> {
    to.write_all(&(shape.len() as u32).to_le_bytes())?;
    shape.iter().try_for_each(|&length| to.write_all(&(length as u64).to_le_bytes()))
}

fn read_shape(from: &mut dyn Read) -> io::Result<Vec<usize>> {
    let axes = read_u32(from)?;
    if axes > MOST_AXES {
        return Err(malformed("number of axes"));
    }
    let mut length = [0; 8];
    (0..axes)
        .map(|_| {
            from.read_exact(&mut length)?;
            usize::try_from(u64::from_le_bytes(length)).map_err(|_| malformed("length of an axis"))
        })
        .collect()
}

fn write_layout(to: &mut dyn Write, layout: &Layout) -> io::Result<()> {
    let order = layout.order().iter().map(|&axis| axis as u8);
    let steps = layout.steps().iter().map(|&step| step as i8 as u8);
    to.write_all(&order.chain(steps).collect::<Vec<u8>>())
}

fn read_layout(from: &mut dyn Read, rank: usize) -> io::Result<Layout> {
    let mut bytes = vec![0; 2 * rank];
    from.read_exact(&mut bytes)?;
    let (order, steps) = bytes.split_at(rank);
    let order = order.iter().map(|&axis| usize::from(axis)).collect();
    let steps = steps.iter().map(|&step| (step as i8).into()).collect();
    Layout::new(order, steps).ok_or_else(|| malformed("layout"))
}

fn write_values(to: &mut dyn Write, values: &[f32]) -> io::Result<()> {
    let bytes: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
    to.write_all(&bytes)
}

fn read_values(from: &mut dyn Read, count: usize) -> io::Result<Vec<f32>> {
    let mut bytes = vec![0; 4 * count];
    from.read_exact(&mut bytes)?;
    let (values, _) = bytes.as_chunks();
    Ok(values.iter().map(|&value| f32::from_le_bytes(value)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(reply: &Reply) -> Vec<u8> {
        let mut bytes = Vec::new();
        write_reply(&mut bytes, 7, reply).expect("a Vec takes all");
        bytes
    }

    fn laid_out() -> Layout {
        Layout::new(vec![1, 0], vec![2, -1]).expect("a layout")
    }

    fn asked(tensor: &Tensor) -> Vec<u8> {
        let mut bytes = Vec::new();
        write_request(&mut bytes, 9, "relu", tensor).expect("a Vec takes all");
        bytes
    }

    #[test]
    fn requests_and_replies_read_as_they_were_written() {
        for layout in [Layout::standard(), laid_out()] {
            let tensor = Tensor::new(&[1, 2], vec![-0.0, f32::INFINITY]).laid_out(layout);
            let read = read_request(&mut &asked(&tensor)[..]).expect("well formed");
            assert_eq!(read, Some((9, "relu".into(), Question::Forward(tensor))));
        }
        let (mut bytes, passes) = (Vec::new(), Passes { values: 1 << 24, count: 3 });
        write_timing(&mut bytes, 9, "relu", passes).expect("a Vec takes all");
        let read = read_request(&mut &bytes[..]).expect("well formed");
        assert_eq!(read, Some((9, "relu".into(), Question::Time(passes))));
        assert_eq!(read_request(&mut &[][..]).expect("end of line"), None);

        for reply in [
            Reply::Answer(vec![1.5, 2.5]),
            Reply::OtherShape(vec![2, 0]),
            Reply::Panicked { message: "é".into(), place: "a.rs:1".into() },
            Reply::Unknown,
            Reply::Timed(Duration::from_nanos(5)),
        ] {
            assert_eq!(read_reply(&mut &written(&reply)[..], 7, 2).expect("well formed"), reply);
        }
    }

    #[test]
    fn a_layout_is_two_bytes_an_axis_and_a_bad_one_is_refused() {
        let plain = Tensor::new(&[1, 2], vec![0.5, 1.5]);
        // Number 9, "relu", its kind, two axes of 1 and 2, values.
        let before = [&[9, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0][..], b"relu"].concat();
        let shape = [2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0];
        let values = [0, 0, 0, 0x3f, 0, 0, 0xc0, 0x3f];
        let request = |kind: u8, layout: &[u8]| [&before[..], &[kind], &shape, layout, &values].concat();
        assert_eq!(asked(&plain), request(0, &[]));
        assert_eq!(asked(&plain.laid_out(laid_out())), request(1, &[1, 0, 2, 0xff]));
        for (kind, layout) in [(2, &[][..]), (1, &[0, 0, 1, 1]), (1, &[0, 9, 1, 1]), (1, &[0, 1, 1, 0])] {
            assert!(read_request(&mut &request(kind, layout)[..]).is_err(), "{kind} {layout:?}");
        }
        let rest: &[u8] = &request(1, &[0, 1, 1, 0x80]);
        assert!(read_request(&mut &rest[..]).is_err(), "a step of -128 would take too much memory");
    }

    #[test]
    fn a_reply_cut_short_or_to_another_request_is_an_error() {
        let bytes = written(&Reply::Answer(vec![1.5, 2.5]));
        for end in 0..bytes.len() {
            assert!(read_reply(&mut &bytes[..end], 7, 2).is_err(), "read from {end} bytes");
        }
        assert!(read_reply(&mut &bytes[..], 8, 2).is_err(), "another request's reply was taken");
    }

    #[test]
    fn claims_of_size_are_refused_before_anything_is_allocated() {
        let huge = u32::MAX.to_le_bytes();
        for kind in [1, 2] {
            let bytes = [&7_u64.to_le_bytes()[..], &[kind], &huge].concat();
            assert!(read_reply(&mut &bytes[..], 7, 1).is_err());
        }
        let long = written(&Reply::Panicked { message: "é".repeat(9000), place: String::new() });
        assert!(long.len() < LONGEST_TEXT + 64);
    }
}
