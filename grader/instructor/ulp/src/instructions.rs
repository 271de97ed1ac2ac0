//! The sets of instructions that a loop is compiled for.

use pulp::Arch;

/// Those that this processor has, by their names; the first is the one that all processors have.
pub fn here() -> Vec<(&'static str, Arch)> {
    let mut sets = vec![("the baseline", Arch::Scalar)];
    #[cfg(target_arch = "x86_64")]
    {
        sets.extend(pulp::x86::V3::try_new().map(|set| ("AVX2", Arch::V3(set))));
        sets.extend(pulp::x86::V4::try_new().map(|set| ("AVX-512", Arch::V4(set))));
    }
    #[cfg(not(target_arch = "x86_64"))]
    sets.push(("the best that there is", Arch::new()));
    sets
}
