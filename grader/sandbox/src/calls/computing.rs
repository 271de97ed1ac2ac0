//! Calls that computing, printing and a thread of one's own take. None of them opens anything.

use seccompiler::Error;

use super::{Rules, bits, is, is_null, rule};

/// Whatever their arguments are.
const ALWAYS: &[i64] = &[
    // Memory; `mmap` and `mprotect` have rules of their own.
    libc::SYS_brk,
    libc::SYS_madvise,
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

/// Memory that the limit on data does not count: shared with others, growing like a stack, of huge pages.
pub const UNCOUNTED: i32 = libc::MAP_SHARED | libc::MAP_GROWSDOWN | libc::MAP_HUGETLB;

/// The calls that computing takes, with what their arguments have to be.
pub fn rules() -> Result<Rules, Error> {
    let mut rules: Rules = ALWAYS.iter().map(|&call| (call, vec![])).collect();
    let is_data = || bits(2, libc::PROT_EXEC, 0);
    rules.insert(libc::SYS_mmap, vec![rule(vec![is_data()?, bits(3, UNCOUNTED, 0)?])?]);
    rules.insert(libc::SYS_mprotect, vec![rule(vec![is_data()?])?]);
    let in_thread = bits(0, libc::CLONE_THREAD, libc::CLONE_THREAD)?;
    rules.insert(libc::SYS_clone, vec![rule(vec![in_thread])?]);
    // The launcher is who the worker will be, so this is the worker's number, too.
    let itself = is(0, std::process::id().cast_signed())?;
    rules.insert(libc::SYS_tgkill, vec![rule(vec![itself])?]);
    // glibc names memory and threads, for debuggers.
    let names = [libc::PR_SET_NAME, libc::PR_SET_VMA].map(|option| rule(vec![is(0, option)?]));
    rules.insert(libc::SYS_prctl, names.into_iter().collect::<Result<_, Error>>()?);
    // Asking for a limit of its own, as a new thread does for the size of its stack; setting one is not.
    rules.insert(libc::SYS_prlimit64, vec![rule(vec![is(0, 0)?, is_null(2)?])?]);
    Ok(rules)
}
