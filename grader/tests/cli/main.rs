//! The grader through its front door: a command is run, and what it printed and left is looked at.

mod arguments;
#[cfg(feature = "class")]
mod class;
#[cfg(feature = "class")]
mod class_conditions;
#[cfg(feature = "class")]
mod documents;
#[cfg(unix)]
mod exhausted;
mod formats;
#[cfg(all(feature = "class", unix))]
mod gradescope;
#[cfg(feature = "class")]
mod handout;
#[cfg(feature = "class")]
mod hostile_archives;
#[cfg(feature = "class")]
mod hostile_tars;
#[cfg(feature = "class")]
mod intake;
#[cfg(all(feature = "class", target_os = "linux"))]
mod messy_class;
mod own_tree;
#[cfg(feature = "page")]
mod page;
#[cfg(all(feature = "class", feature = "plot"))]
mod plot;
mod rubric;
mod steps;
#[cfg(feature = "class")]
mod stubs;
mod submissions;
mod support;
mod tree;
#[cfg(all(feature = "watch", feature = "class", unix))]
mod watch;
