//! A part of a class, for a class that is graded on many machines.
//!
//! A student's shard follows from the student's key and the number of shards alone, so that whoever hands in late moves
//! nobody else to another one.

use std::fmt;
use std::str::FromStr;

use hmac_sha256::Hash as Sha256;
use serde::{Deserialize, Serialize};

/// One shard of several, such as `2/8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shard {
    /// Its number, from 1.
    pub number: u32,
    /// How many there are.
    pub of: u32,
}

impl Shard {
    /// Whether a student with this key is one of its students.
    pub fn holds(self, key: &str) -> bool {
        let digest = Sha256::hash(key.as_bytes());
        let first = digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte));
        first % u64::from(self.of) == u64::from(self.number - 1)
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text.split_once('/').and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
        match numbers {
            Some((number, of)) if (1..=of).contains(&number) => Ok(Self { number, of }),
            _ => Err("a shard is its number, from 1, and how many there are, such as 2/8".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(key: &str, shards: u32) -> u32 {
        let mut holding = (1..=shards).filter(|&number| Shard { number, of: shards }.holds(key));
        let number = holding.next().expect("some shard holds everybody");
        assert_eq!(holding.next(), None, "{key} is in two shards");
        number
    }

    /// What has been graded in shards is merged by another build, perhaps years later.
    #[test]
    fn everybody_is_in_one_shard_which_stays_the_same() {
        // The first eight bytes of their SHA-256, modulo 8, plus 1.
        let numbers = ["ada", "bob", "Zoë Çelik", ""].map(|key| of(key, 8));
        assert_eq!(numbers, [7, 3, 3, 5]);
        let mut sizes = [0; 8];
        (0..800).for_each(|number| sizes[of(&format!("student-{number}"), 8) as usize - 1] += 1);
        assert!(sizes.iter().all(|size| (70..=130).contains(size)), "{sizes:?}");
    }

    #[test]
    fn what_is_no_shard_is_refused() {
        assert_eq!("2/8".parse(), Ok(Shard { number: 2, of: 8 }));
        for text in ["", "2", "0/8", "9/8", "0/0", "2/8/1", "-1/8", "a/b", "1/ 2"] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }
}
