//! The argument that says how well a learner's code has to be locked up.

use crate::run::Demand;

/// What must be locked.
#[derive(Debug, clap::Args)]
pub struct Required {
    /// Refuse to grade where this system can't lock a learner's code up: `basic` demands one lock against everything
    /// that is known, and is meant where no level is given; `strict` demands every layer
    #[arg(
        id = "require_sandbox",
        long = "require-sandbox",
        value_name = "LEVEL",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "basic"
    )]
    pub sandbox: Option<Demand>,
}
