//! What no lock covers, in words.

use super::Missing;
use super::files::Enforced;
use super::layer::{Layer, Locks};

/// The locks of a process, more closely than by their names.
#[derive(Debug)]
pub struct Covered<'a> {
    /// The layers.
    pub by: &'a Locks,
    /// What Landlock enforces.
    pub enforced: Enforced,
    /// Why threads are not counted, where they should be.
    pub uncounted: Option<Missing>,
}

impl Covered<'_> {
    /// What a learner's code could do that no layer stops.
    pub fn missing(&self) -> Vec<Missing> {
        let is_apart = self.by.has(Layer::Namespaces);
        let files = match self.enforced {
            _ if is_apart => None,
            Enforced::All => None,
            Enforced::Part => {
                Some("some kinds of access to files and sockets: this kernel's Landlock is an early one")
            }
            Enforced::Nothing => Some("files: this kernel has no Landlock, and gives no namespaces"),
        };
        let calls =
            (!self.by.has(Layer::Seccomp)).then_some("system calls: this kernel has no filters for them");
        let limits = (!self.by.has(Layer::Limits)).then_some("memory and time");
        [files, calls, limits, self.uncounted].into_iter().flatten().collect()
    }
}
