//! System calls, by seccomp. What is refused fails with an error that the caller can handle.
//!
//! - `computing`: what computing takes
//! - `starting`: what starting a program takes beside that

mod computing;
mod starting;

use std::collections::BTreeMap;

use seccompiler::{
    BpfProgram, Error, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, apply_filter,
};

use rustix::io::Errno;
use rustix::process::{DumpableBehavior, set_dumpable_behavior};
use rustix::thread::secure_computing_mode;

use super::Failed;
use super::layer::Offered;

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// Refuses every call that is not needed for executing the file `program`, its start, and computing.
///
/// # Errors
/// Where a kernel that has such filters refuses this one.
pub fn allow_start(program: i32) -> Offered {
    let apply = || {
        // A filter can't read the arguments of `clone3`; told that there is none, libc uses `clone`.
        let no_clone3 = Rules::from([(libc::SYS_clone3, vec![])]);
        let no_clone3 = filter(no_clone3, SeccompAction::Allow, SeccompAction::Errno(libc::ENOSYS as u32))?;
        let mut rules = computing::rules()?;
        starting::add(&mut rules, program)?;
        let starting = filter(rules, refuse(), SeccompAction::Allow)?;
        apply_filter(&no_clone3)?;
        apply_filter(&starting)
    };
    offered(apply())
}

/// Locks this process, which a launcher has locked for its start, for running a learner's code: from
/// here on it computes, prints to what is open, starts threads of its own, and nothing else. Call it
/// before there is a second thread. Where the launcher has put no filter on, which it has told, nor does this.
///
/// # Errors
/// Where the kernel refuses the filter.
pub fn lock_worker() -> Result<(), Failed> {
    // No other process of this user may look into this one. A launcher can't do that for the program that it becomes.
    set_dumpable_behavior(DumpableBehavior::NotDumpable)
        .map_err(|error| format!("cannot close this process's memory to others: {error}"))?;
    // Behind the launcher's filter, asking is refused.
    if secure_computing_mode() != Err(Errno::PERM) {
        return Ok(());
    }
    let apply = || apply_filter(&filter(computing::rules()?, refuse(), SeccompAction::Allow)?);
    apply().map_err(failed)
}

/// What neither a compiler nor a linker has a use for: sockets, other processes, mounting, and large parts of the
/// kernel that few programs ever call.
const NOT_COMPILING: &[i64] = &[
    libc::SYS_add_key,
    libc::SYS_bpf,
    libc::SYS_connect,
    libc::SYS_fsopen,
    libc::SYS_io_uring_setup,
    libc::SYS_keyctl,
    libc::SYS_mount,
    libc::SYS_move_mount,
    libc::SYS_open_tree,
    libc::SYS_perf_event_open,
    libc::SYS_pivot_root,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_ptrace,
    libc::SYS_request_key,
    libc::SYS_setns,
    libc::SYS_socket,
    libc::SYS_umount2,
    libc::SYS_unshare,
    libc::SYS_userfaultfd,
];

/// Refuses what compiling has no use for.
///
/// # Errors
/// As [`allow_start`].
pub fn refuse_to_compilers() -> Offered {
    let rules = NOT_COMPILING.iter().map(|&call| (call, vec![])).collect();
    offered(filter(rules, SeccompAction::Allow, refuse()).and_then(|filter| apply_filter(&filter)))
}

/// Tells a kernel without filters from one that refuses this filter.
fn offered(applied: Result<(), Error>) -> Offered {
    match applied {
        Ok(()) => Ok(None),
        Err(Error::Seccomp(error)) if matches!(error.raw_os_error(), Some(libc::ENOSYS | libc::EINVAL)) => {
            Ok(Some("this kernel has no filters for system calls".to_owned()))
        }
        Err(error) => Err(failed(error)),
    }
}

fn failed(error: Error) -> Failed {
    format!("the seccomp filter failed: {error}")
}

fn refuse() -> SeccompAction {
    SeccompAction::Errno(libc::EPERM as u32)
}

fn filter(rules: Rules, otherwise: SeccompAction, listed: SeccompAction) -> Result<BpfProgram, Error> {
    let machine = std::env::consts::ARCH.try_into()?;
    Ok(SeccompFilter::new(rules, otherwise, listed, machine)?.try_into()?)
}

/// A rule that holds where all its conditions do.
fn rule(conditions: Vec<SeccompCondition>) -> Result<SeccompRule, Error> {
    Ok(SeccompRule::new(conditions)?)
}

/// Of the 32 bits of an argument, those of `mask` are `value`.
fn bits(argument: u8, mask: i32, value: i32) -> Result<SeccompCondition, Error> {
    let compare = SeccompCmpOp::MaskedEq(u64::from(mask as u32));
    Ok(SeccompCondition::new(argument, SeccompCmpArgLen::Dword, compare, u64::from(value as u32))?)
}

/// The 32 bits of an argument are `value`.
fn is(argument: u8, value: i32) -> Result<SeccompCondition, Error> {
    let value = u64::from(value as u32);
    Ok(SeccompCondition::new(argument, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, value)?)
}

/// All 64 bits of an argument are zero, as of a pointer to nothing.
fn is_null(argument: u8) -> Result<SeccompCondition, Error> {
    Ok(SeccompCondition::new(argument, SeccompCmpArgLen::Qword, SeccompCmpOp::Eq, 0)?)
}
