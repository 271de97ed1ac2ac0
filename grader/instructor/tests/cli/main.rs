//! The grader through its front door: a command is run, and what it printed and left is looked at.

mod arguments;
mod beyond;
mod books;
mod class;
mod class_conditions;
mod documents;
mod editor;
mod examples;
#[cfg(unix)]
mod exhausted;
#[cfg(unix)]
mod exit_codes;
mod formats;
#[cfg(unix)]
mod gradescope;
mod groups;
mod handout;
mod hostile_archives;
mod hostile_tars;
mod intake;
mod last_minutes;
#[cfg(target_os = "linux")]
mod lesser_kernels;
mod lesson;
#[cfg(target_os = "linux")]
mod messy_class;
mod new_exercise;
mod one_message;
mod only;
mod own_tree;
mod page;
mod plot;
mod policy;
mod regrade;
mod rows;
mod rubric;
mod same_name;
mod seed;
mod shards;
mod steps;
mod stubs;
mod submission_files;
mod submissions;
mod support;
mod train;
mod tree;
#[cfg(unix)]
mod watch;
