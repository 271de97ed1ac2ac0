//! The loop goes on as long as the value is negative, and nothing in it changes the value.
//!
//! fails: computes_the_example
//! diagnosis: none

x.mapv(|v| {
    while v < 0.0 {
        std::hint::spin_loop();
    }
    v
})
