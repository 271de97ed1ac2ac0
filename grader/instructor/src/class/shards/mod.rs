//! A class in parts, for many machines, and the whole of them.
//!
//! - `shard`: which students a part has
//! - `part`: what it leaves for merging
//! - `merge`: the whole of all parts

pub mod merge;
pub mod part;
pub mod shard;
