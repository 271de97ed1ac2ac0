//! The command line: arguments in, an exit code out.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use grader::commands::{self, BadArgument};

/// Grades activation functions, and looks after their exercises
#[derive(Parser)]
#[command(
    name = "grader",
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
    Grade(commands::Grade),
    #[cfg(feature = "watch")]
    Watch(commands::Watch),
    Bench(commands::Bench),
    Hint(commands::Hint),
    Reset(commands::Reset),
    Tour(commands::Tour),
    #[cfg(feature = "plot")]
    Plot(commands::Plot),
    #[cfg(feature = "class")]
    GradeClass(commands::GradeClass),
    #[cfg(feature = "class")]
    Stubs(commands::Stubs),
    #[cfg(feature = "class")]
    Verify(commands::Verify),
    #[cfg(feature = "class")]
    Diff(commands::Diff),
    #[cfg(feature = "class")]
    Gradescope(commands::Gradescope),
    #[cfg(feature = "class")]
    Handout(commands::Handout),
}

fn main() -> ExitCode {
    let ended = match Cli::parse_from(arguments()).command {
        Command::Grade(options) => commands::grade(&options),
        #[cfg(feature = "watch")]
        Command::Watch(options) => commands::watch(&options),
        Command::Bench(options) => commands::bench(&options),
        Command::Hint(options) => commands::hint(&options),
        Command::Reset(options) => commands::reset(&options),
        Command::Tour(options) => commands::tour(&options),
        #[cfg(feature = "plot")]
        Command::Plot(options) => commands::plot(&options),
        #[cfg(feature = "class")]
        Command::GradeClass(options) => commands::grade_class(&options),
        #[cfg(feature = "class")]
        Command::Stubs(options) => commands::stubs(&options),
        #[cfg(feature = "class")]
        Command::Verify(options) => commands::verify(&options),
        #[cfg(feature = "class")]
        Command::Diff(options) => commands::diff(&options),
        #[cfg(feature = "class")]
        Command::Gradescope(options) => commands::gradescope(&options),
        #[cfg(feature = "class")]
        Command::Handout(options) => commands::handout(&options),
    };
    match ended {
        Ok(ending) => ExitCode::from(ending as u8),
        Err(error) => {
            anstream::eprintln!("error: {error:#}");
            ExitCode::from(if error.is::<BadArgument>() { 2 } else { 1 })
        }
    }
}

/// The arguments without the `--` that task runners leave in front of what was meant for us.
fn arguments() -> Vec<OsString> {
    let mut arguments: Vec<OsString> = std::env::args_os().collect();
    if arguments.get(2).is_some_and(|argument| argument == "--") {
        arguments.remove(2);
    }
    arguments
}
