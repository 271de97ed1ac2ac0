//! System calls, by seccomp. What is refused fails with an error that the caller can handle.

use std::collections::BTreeMap;

use seccompiler::{
    BpfProgram, Error, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, apply_filter,
};

use super::Missing;

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

const MISSING: Missing = "network and other processes: this system has no seccomp filter";

/// Calls that computing, printing and a thread of one's own take. None of them opens anything.
const COMPUTING: &[i64] = &[
    // Memory.
    libc::SYS_brk,
    libc::SYS_madvise,
    libc::SYS_mmap,
    libc::SYS_mprotect,
    libc::SYS_mremap,
    libc::SYS_munmap,
    // What is open already: the line to the judge, and the pipe that holds what is printed.
    libc::SYS_close,
    libc::SYS_fstat,
    libc::SYS_lseek,
    libc::SYS_ppoll,
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_recvfrom,
    libc::SYS_sendto,
    libc::SYS_write,
    libc::SYS_writev,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_poll,
    // Threads; `clone` and `tgkill` have rules of their own, and `clone3` another filter.
    libc::SYS_clone3,
    libc::SYS_exit,
    libc::SYS_exit_group,
    libc::SYS_futex,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_rseq,
    libc::SYS_sched_getaffinity,
    libc::SYS_sched_yield,
    libc::SYS_set_robust_list,
    libc::SYS_set_tid_address,
    // Signals to oneself, which is how a stack overflow is noticed and how a program aborts.
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    // Time and chance.
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_getrandom,
    libc::SYS_nanosleep,
    libc::SYS_restart_syscall,
];

/// Refuses every call that is not needed for computing.
pub fn allow_computing() -> Option<Missing> {
    apply().err().map(|_| MISSING)
}

fn apply() -> Result<(), Error> {
    // A filter can't read the arguments of `clone3`; told that there is none, libc uses `clone`.
    let no_clone3 = Rules::from([(libc::SYS_clone3, vec![])]);
    let no_clone3 = filter(no_clone3, SeccompAction::Allow, SeccompAction::Errno(libc::ENOSYS as u32))?;
    let mut computing: Rules = COMPUTING.iter().map(|&call| (call, vec![])).collect();
    let thread = libc::CLONE_THREAD as u64;
    let in_thread = condition(0, SeccompCmpArgLen::Qword, SeccompCmpOp::MaskedEq(thread), thread)?;
    computing.insert(libc::SYS_clone, vec![rule(in_thread)?]);
    let to_itself = condition(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, u64::from(std::process::id()))?;
    computing.insert(libc::SYS_tgkill, vec![rule(to_itself)?]);
    // glibc names memory and threads, for debuggers.
    let names = [libc::PR_SET_NAME, libc::PR_SET_VMA]
        .map(|option| rule(condition(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, option as u64)?));
    computing.insert(libc::SYS_prctl, names.into_iter().collect::<Result<_, Error>>()?);
    // Asking for a limit, as a new thread does for the size of its stack; setting one is not.
    let asks = condition(2, SeccompCmpArgLen::Qword, SeccompCmpOp::Eq, 0)?;
    computing.insert(libc::SYS_prlimit64, vec![rule(asks)?]);
    let computing = filter(computing, refuse(), SeccompAction::Allow)?;
    apply_filter(&no_clone3)?;
    apply_filter(&computing)
}

/// Refuses sockets and looking into other processes, and nothing else.
pub fn refuse_network() -> Option<Missing> {
    let calls = [
        libc::SYS_bpf,
        libc::SYS_connect,
        libc::SYS_io_uring_setup,
        libc::SYS_process_vm_readv,
        libc::SYS_process_vm_writev,
        libc::SYS_ptrace,
        libc::SYS_socket,
    ];
    let rules = calls.into_iter().map(|call| (call, vec![])).collect();
    let applied = filter(rules, SeccompAction::Allow, refuse()).and_then(|filter| apply_filter(&filter));
    applied.err().map(|_| MISSING)
}

fn refuse() -> SeccompAction {
    SeccompAction::Errno(libc::EPERM as u32)
}

fn filter(rules: Rules, otherwise: SeccompAction, listed: SeccompAction) -> Result<BpfProgram, Error> {
    let machine = std::env::consts::ARCH.try_into()?;
    Ok(SeccompFilter::new(rules, otherwise, listed, machine)?.try_into()?)
}

fn rule(condition: SeccompCondition) -> Result<SeccompRule, Error> {
    Ok(SeccompRule::new(vec![condition])?)
}

fn condition(
    argument: u8,
    length: SeccompCmpArgLen,
    compare: SeccompCmpOp,
    value: u64,
) -> Result<SeccompCondition, Error> {
    Ok(SeccompCondition::new(argument, length, compare, value)?)
}
