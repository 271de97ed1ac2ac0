//! The formula as it stands in the lesson.

x.mapv(|v| 1.0 / (1.0 + (-v).exp()))
