//! The program is ended at the first negative value.
//!
//! fails: computes_the_example
//! diagnosis: none

x.mapv(|v| {
    if v < 0.0 {
        std::process::exit(0);
    }
    1.0 / (1.0 + (-v).exp())
})
