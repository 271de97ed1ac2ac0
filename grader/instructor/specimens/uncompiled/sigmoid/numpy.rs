//! numpy.
//!
//! diagnosis: other_language

x.mapv(|v| 1.0 / (1.0 + np.exp(-v)))
