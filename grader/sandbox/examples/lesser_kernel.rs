//! Runs a program as on a kernel, or in a container, that lacks something: `lesser_kernel landlock,namespaces PROGRAM …`. Of
//! `nothing`, nothing is taken.
//!
//! The calls that a lock needs fail as they do where there is none. Only Linux has these locks.

#[cfg(target_os = "linux")]
fn main() {
    use std::os::unix::process::CommandExt;

    let mut arguments = std::env::args().skip(1);
    let (Some(lacking), Some(program)) = (arguments.next(), arguments.next()) else {
        panic!("lesser_kernel LACKING,… PROGRAM ARGUMENT…")
    };
    lacking.split(',').for_each(linux::take_away);
    panic!("{}", std::process::Command::new(program).args(arguments).exec());
}

#[cfg(target_os = "linux")]
mod linux {
    use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, apply_filter};

    /// Makes the calls of a lock fail, for this process and all that it starts.
    pub fn take_away(lock: &str) {
        let (calls, error): (&[i64], i32) = match lock {
            // As Linux before 5.13.
            "landlock" => (&[libc::SYS_landlock_create_ruleset], libc::ENOSYS),
            // As a container without privileges, or a system that gives namespaces to root alone.
            "namespaces" => (&[libc::SYS_unshare], libc::EPERM),
            // As a kernel that is built without filters. Other filters can't be put on from here, so it comes last.
            "seccomp" => (&[libc::SYS_seccomp], libc::ENOSYS),
            "nothing" => return,
            other => panic!("`{other}` is no lock of this list"),
        };
        let rules = calls.iter().map(|&call| (call, vec![])).collect();
        let machine = std::env::consts::ARCH.try_into().expect("a machine that has filters");
        let failing = SeccompAction::Errno(error as u32);
        let filter = SeccompFilter::new(rules, SeccompAction::Allow, failing, machine).expect("a filter");
        let program: BpfProgram = filter.try_into().expect("a filter");
        apply_filter(&program).expect("this kernel has filters");
    }
}

#[cfg(not(target_os = "linux"))]
fn main() {
    panic!("there are no such locks on this system");
}
