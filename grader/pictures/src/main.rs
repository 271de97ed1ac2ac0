//! The command line: arguments in, an exit code out.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use pictures::commands;
use student::commands::{arguments, exit};

/// Draws what you wrote, and your report as a page for a browser
#[derive(Parser)]
#[command(
    name = "pictures",
    version,
    after_help = "Exit codes: 0 done (whatever the score), 1 not done, and why, \
                  2 bad arguments, 3 below --fail-under"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Page(commands::Page),
    Plot(commands::Plot),
}

fn main() -> ExitCode {
    exit(match Cli::parse_from(arguments()).command {
        Command::Page(options) => commands::page(&options),
        Command::Plot(options) => commands::plot(&options),
    })
}
