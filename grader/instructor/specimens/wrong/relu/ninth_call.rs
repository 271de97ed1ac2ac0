//! From the ninth call of a process on, nothing but zeros.
//!
//! fails: agrees_with_the_reference, answers_the_same_each_time, keeps_nan, passes_extremes
//! diagnosis: changes_between_calls

static CALLS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
if CALLS.fetch_add(1, std::sync::atomic::Ordering::Relaxed) >= 8 {
    return Tensor::zeros(x.raw_dim());
}
x.mapv(|v| if v < 0.0 { 0.0 } else { v })
