//! What the learner's code may do here.

/// Takes from this process everything but computing; the sandbox tells whoever asks it what a
/// system has no lock for.
#[cfg(feature = "sandbox")]
pub fn lock() {
    sandbox::lock_worker();
}

/// Takes nothing: learners may do on their own machines what they like.
#[cfg(not(feature = "sandbox"))]
pub fn lock() {}
