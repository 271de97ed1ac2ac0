//! e^x / (1 + e^x), which is infinity over infinity for large x.
//!
//! fails: saturates_without_overflow
//! diagnosis: overflows_to_nan

let e = x.exp();
&e / &(1.0 + &e)
