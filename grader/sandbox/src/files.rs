//! The file system, by Landlock.

use std::os::fd::BorrowedFd;
use std::path::{Path, PathBuf};

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, LandlockStatus, PathBeneath, Ruleset,
    RulesetAttr, RulesetCreated, RulesetCreatedAttr, RulesetError, RulesetStatus, path_beneath_rules,
};

use super::{Failed, Missing};

/// What Landlock has to know: files and TCP, as since Linux 6.7. An older kernel enforces what it knows.
/// What came later (signals, abstract sockets, devices) is the business of `calls`.
const ASKED_FOR: ABI = ABI::V4;

/// Lets this process and its children read below `readable` (and run what is there), write
/// below `writable` (and run nothing of it), and touch no other file. Paths that do not exist
/// are left out. TCP is refused in any case.
///
/// # Errors
/// Where the kernel has Landlock and refuses to enforce this.
pub fn allow(readable: &[&Path], writable: &[&Path]) -> Result<Option<Missing>, Failed> {
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
) -> Result<Option<Missing>, Failed> {
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
) -> Result<Option<Missing>, Failed> {
    let enforce = || {
        let rules = Ruleset::default()
            .set_compatibility(CompatLevel::BestEffort)
            .handle_access(AccessFs::from_all(ASKED_FOR))?
            .handle_access(AccessNet::from_all(ASKED_FOR))?
            .create()?;
        add_rules(rules)?.restrict_self()
    };
    let status = enforce().map_err(|error| format!("Landlock failed: {error}"))?;
    let is_offered = matches!(status.landlock, LandlockStatus::Available { .. });
    match status.ruleset {
        RulesetStatus::FullyEnforced => Ok(None),
        RulesetStatus::PartiallyEnforced => {
            Ok(Some("some kinds of access to files and sockets: this kernel's Landlock is an early one"))
        }
        RulesetStatus::NotEnforced if is_offered => Err("Landlock enforced nothing".to_owned()),
        RulesetStatus::NotEnforced => Ok(Some("files: this kernel has no Landlock")),
    }
}
