//! Calls that starting a program takes beside those that computing does.

use seccompiler::Error;

use super::computing::UNCOUNTED;
use super::{Rules, bits, is, is_null, rule};

/// Opening for more than reading, and opening what can't even be read.
const MORE_THAN_READING: i32 = libc::O_ACCMODE | libc::O_CREAT | libc::O_PATH | libc::O_TRUNC;

/// glibc sets where a thread finds its own data with it.
#[cfg(target_arch = "x86_64")]
const ARCH_SET_FS: i32 = 0x1002;

/// Adds calls for executing the open file `program`, loading its libraries and its own first steps:
/// opening the line, and the last lock.
pub fn add(rules: &mut Rules, program: i32) -> Result<(), Error> {
    rules.insert(libc::SYS_execveat, vec![rule(vec![is(0, program)?])?]);
    for call in [libc::SYS_pread64, libc::SYS_dup3, libc::SYS_newfstatat] {
        rules.insert(call, vec![]);
    }
    // Files are Landlock's business; here it is what is done with them.
    rules.insert(libc::SYS_openat, vec![rule(vec![bits(2, MORE_THAN_READING, 0)?])?]);
    #[cfg(target_arch = "x86_64")]
    {
        rules.insert(libc::SYS_open, vec![rule(vec![bits(1, MORE_THAN_READING, 0)?])?]);
        rules.insert(libc::SYS_dup2, vec![]);
        rules.insert(libc::SYS_arch_prctl, vec![rule(vec![is(0, ARCH_SET_FS)?])?]);
    }
    let duplicate = [libc::F_DUPFD_CLOEXEC, libc::F_GETFD, libc::F_GETFL];
    let duplicate = duplicate.map(|command| rule(vec![is(1, command)?]));
    rules.insert(libc::SYS_fcntl, duplicate.into_iter().collect::<Result<_, Error>>()?);
    // Code is mapped from files, and is not written to.
    let is_code = || bits(2, libc::PROT_EXEC | libc::PROT_WRITE, libc::PROT_EXEC);
    let from_file = bits(3, UNCOUNTED | libc::MAP_ANONYMOUS, 0)?;
    rules.entry(libc::SYS_mmap).or_default().push(rule(vec![is_code()?, from_file])?);
    // There, the loader marks code as a target of branches.
    #[cfg(target_arch = "aarch64")]
    rules.entry(libc::SYS_mprotect).or_default().push(rule(vec![is_code()?])?);
    // The worker's own lock, which makes this one stricter.
    let no_flags = is_null(1)?;
    rules
        .insert(libc::SYS_seccomp, vec![rule(vec![is(0, libc::SECCOMP_SET_MODE_FILTER as i32)?, no_flags])?]);
    let options = rules.entry(libc::SYS_prctl).or_default();
    options.push(rule(vec![is(0, libc::PR_SET_NO_NEW_PRIVS)?])?);
    options.push(rule(vec![is(0, libc::PR_SET_DUMPABLE)?, is(1, 0)?])?);
    // Ending with the judge can be asked for, and not be taken back.
    options.push(rule(vec![is(0, libc::PR_SET_PDEATHSIG)?, is(1, libc::SIGKILL)?])?);
    Ok(())
}
