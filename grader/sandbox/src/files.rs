//! The file system, by Landlock. Where the kernel can (6.12), signals and abstract sockets, too.

use std::os::fd::BorrowedFd;
use std::path::{Path, PathBuf};

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, LandlockStatus, PathBeneath, Ruleset,
    RulesetAttr, RulesetCreated, RulesetCreatedAttr, RulesetError, RulesetStatus, Scope, path_beneath_rules,
};

use super::Failed;

/// What Landlock has to know: files and TCP, as since Linux 6.7. An older kernel enforces what it knows.
const ASKED_FOR: ABI = ABI::V4;

/// How much of what was asked for Landlock enforces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enforced {
    /// All of it.
    All,
    /// What an early Landlock knows.
    Part,
    /// Nothing: this kernel has no Landlock.
    Nothing,
}

impl Enforced {
    /// Why this is no lock, where it is none.
    pub fn why_not(self) -> Option<String> {
        (self == Self::Nothing).then(|| "this kernel has no Landlock".to_owned())
    }
}

/// Lets this process and its children read below `readable` (and run what is there), write
/// below `writable` (and run nothing of it), and touch no other file. Paths that do not exist
/// are left out. TCP is refused in any case.
///
/// # Errors
/// Where the kernel has Landlock and refuses to enforce this.
pub fn allow(readable: &[&Path], writable: &[&Path]) -> Result<Enforced, Failed> {
    let write = AccessFs::from_all(ASKED_FOR) & !AccessFs::Execute;
    restrict(|rules| {
        rules
            .add_rules(path_beneath_rules(readable, AccessFs::from_read(ASKED_FOR)))?
            .add_rules(path_beneath_rules(writable, write))
    })
}

/// Lets this process run `program` and the files of `loader`, read those of `readable`, and touch no
/// other file. All of them are files, and no folders. TCP is refused in any case.
///
/// # Errors
/// As [`allow`].
pub fn allow_start(
    program: BorrowedFd,
    loader: &[PathBuf],
    readable: &[PathBuf],
) -> Result<Enforced, Failed> {
    let run = AccessFs::ReadFile | AccessFs::Execute;
    restrict(|rules| {
        rules
            .add_rule(PathBeneath::new(program, run))?
            .add_rules(path_beneath_rules(loader, run))?
            .add_rules(path_beneath_rules(readable, AccessFs::ReadFile))
    })
}

fn restrict(
    add_rules: impl FnOnce(RulesetCreated) -> Result<RulesetCreated, RulesetError>,
) -> Result<Enforced, Failed> {
    let enforce = || {
        let rules = Ruleset::default()
            .set_compatibility(CompatLevel::BestEffort)
            .handle_access(AccessFs::from_all(ASKED_FOR))?
            .handle_access(AccessNet::from_all(ASKED_FOR))?
            // Signals to processes, and abstract sockets of processes, that are not locked with this one.
            .scope(Scope::from_all(ABI::V6))?
            .create()?;
        add_rules(rules)?.restrict_self()
    };
    let status = enforce().map_err(|error| format!("Landlock failed: {error}"))?;
    match (status.landlock, status.ruleset) {
        (LandlockStatus::Available { .. }, RulesetStatus::NotEnforced) => {
            Err("Landlock enforced nothing".to_owned())
        }
        // A kernel that knows nothing of signals is none the worse: `calls` refuses them, too.
        (LandlockStatus::Available { effective_abi, .. }, _) if effective_abi >= ASKED_FOR => {
            Ok(Enforced::All)
        }
        (LandlockStatus::Available { .. }, _) => Ok(Enforced::Part),
        _ => Ok(Enforced::Nothing),
    }
}
