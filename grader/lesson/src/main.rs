//! The command line: arguments in, an exit code out.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use lesson::commands;
use student::commands::{arguments, exit};

/// Shows the lesson, and how networks learn, in a browser
#[derive(Parser)]
#[command(name = "lesson", version, after_help = "Exit codes: 0 done, 1 not done, and why, 2 bad arguments")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Lesson(commands::Lesson),
    Train(commands::TrainPage),
}

fn main() -> ExitCode {
    exit(match Cli::parse_from(arguments()).command {
        Command::Lesson(options) => commands::lesson(&options),
        Command::Train(options) => commands::train_page(&options),
    })
}
