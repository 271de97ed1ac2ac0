//! `Option::filter` drops the negative value, and the default takes its place.

x.mapv(|v| Some(v).filter(|v| v.is_nan() || *v > 0.0).unwrap_or_default())
