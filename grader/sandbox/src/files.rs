//! The file system, by Landlock.

use std::path::Path;

use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetCreatedAttr,
    RulesetError, RulesetStatus, path_beneath_rules,
};

use super::Missing;

/// What Landlock has to know: files and TCP, as since Linux 6.7. An older kernel enforces what it knows.
/// What came later (signals, abstract sockets, devices) is the business of `calls`.
const ASKED_FOR: ABI = ABI::V4;

/// Lets this process and its children read below `readable` (and run what is there), write
/// below `writable` (and run nothing of it), and touch no other file. Paths that do not exist
/// are left out. TCP is refused in any case.
pub fn allow(readable: &[&Path], writable: &[&Path]) -> Option<Missing> {
    match restrict(readable, writable) {
        Ok(RulesetStatus::FullyEnforced) => None,
        Ok(RulesetStatus::PartiallyEnforced) => {
            Some("some kinds of access to files and sockets: this kernel's Landlock is an early one")
        }
        Ok(RulesetStatus::NotEnforced) | Err(_) => Some("files: this kernel has no Landlock"),
    }
}

fn restrict(readable: &[&Path], writable: &[&Path]) -> Result<RulesetStatus, RulesetError> {
    let read = AccessFs::from_read(ASKED_FOR);
    let write = AccessFs::from_all(ASKED_FOR) & !AccessFs::Execute;
    let status = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(ASKED_FOR))?
        .handle_access(AccessNet::from_all(ASKED_FOR))?
        .create()?
        .add_rules(path_beneath_rules(readable, read))?
        .add_rules(path_beneath_rules(writable, write))?
        .restrict_self()?;
    Ok(status.ruleset)
}
