//! The command line: arguments in, an exit code out.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use instructor::commands;
use student::commands::{EXIT_CODES, arguments, exit};

/// Hands out exercises, grades what comes back, and tests the suite
#[derive(Parser)]
#[command(
    name = "instructor",
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
    GradeClass(commands::GradeClass),
    Merge(commands::Merge),
    Comment(commands::Comment),
    FillIn(commands::FillIn),
    GiveBack(commands::GiveBack),
    Regrade(commands::Regrade),
    Replay(commands::Replay),
    Diff(commands::Diff),
    Handout(commands::Handout),
    Gradescope(commands::Gradescope),
    Stubs(commands::Stubs),
    Verify(commands::Verify),
    Layers(commands::Layers),
    Slips(commands::Slips),
    New(commands::New),
    NewMisconception(commands::NewMisconception),
    Similarity(commands::Similarity),
}

fn main() -> ExitCode {
    exit(match Cli::parse_from(arguments()).command {
        Command::Grade(options) => commands::grade(&options),
        Command::GradeClass(options) => commands::grade_class(&options),
        Command::Merge(options) => commands::merge(&options),
        Command::Comment(options) => commands::comment(&options),
        Command::FillIn(options) => commands::fill_in(&options),
        Command::GiveBack(options) => commands::give_back(&options),
        Command::Regrade(options) => commands::regrade(&options),
        Command::Replay(options) => commands::replay(&options),
        Command::Diff(options) => commands::diff(&options),
        Command::Handout(options) => commands::handout(&options),
        Command::Gradescope(options) => commands::gradescope(&options),
        Command::Stubs(options) => commands::stubs(&options),
        Command::Verify(options) => commands::verify(&options),
        Command::Layers(options) => commands::layers(&options),
        Command::Slips(options) => commands::slips(&options),
        Command::New(options) => commands::new(&options),
        Command::NewMisconception(options) => commands::new_misconception(&options),
        Command::Similarity(options) => commands::similarity(&options),
    })
}
