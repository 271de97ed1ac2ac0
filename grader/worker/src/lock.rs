//! What the learner's code may do here.

/// Takes from this process what only its start had needed; the launcher has taken everything else.
///
/// # Errors
/// Where the system refuses.
#[cfg(feature = "sandbox")]
pub fn lock() -> Result<(), String> {
    sandbox::lock_worker()
}

/// Takes nothing: learners may do on their own machines what they like.
///
/// # Errors
/// None.
#[cfg(not(feature = "sandbox"))]
#[expect(clippy::unnecessary_wraps, reason = "the other one can fail")]
pub fn lock() -> Result<(), String> {
    Ok(())
}
