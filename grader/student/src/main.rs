//! The command line: arguments in, an exit code out.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use student::commands::{self, EXIT_CODES, arguments, exit};

/// Grades activation functions
#[derive(Parser)]
#[command(
    name = "grader",
    version,
    after_help = EXIT_CODES
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Grade(commands::Grade),
    Watch(commands::Watch),
    Try(commands::Try),
    Examples(commands::Examples),
    Hint(commands::Hint),
    Reset(commands::Reset),
    Handin(commands::Handin),
    Tour(commands::Tour),
    Train(commands::Train),
    Bench(commands::Bench),
}

fn main() -> ExitCode {
    exit(match Cli::parse_from(arguments()).command {
        Command::Grade(options) => commands::grade(&options),
        Command::Watch(options) => commands::watch(&options),
        Command::Try(options) => commands::try_out(&options),
        Command::Examples(options) => commands::examples(&options),
        Command::Hint(options) => commands::hint(&options),
        Command::Reset(options) => commands::reset(&options),
        Command::Handin(options) => commands::handin(&options),
        Command::Tour(options) => commands::tour(&options),
        Command::Train(options) => commands::train(&options),
        Command::Bench(options) => commands::bench(&options),
    })
}
