//! How many drawn slips were named, and which were not.

use std::collections::BTreeMap;

use crate::verify::{Said, Tally};

/// How many bodies of which nothing was said are listed.
const LISTED: usize = 20;

/// A table, then every body of which something wrong was said, and some of which nothing was; and how many wrong
/// ones there are.
pub fn tally(tally: &Tally) -> (String, usize) {
    let mut text =
        format!("{:10}{:>6}{:>8}{:>12}{:>9}{:>8}\n", "", "slips", "right", "one of two", "nothing", "wrong");
    let count = |counts: &BTreeMap<Said, usize>, said| counts.get(&said).copied().unwrap_or_default();
    let mut wrong = 0;
    for ((title, slips), counts) in &tally.counts {
        let all: usize = counts.values().sum();
        let share = |said| format!("{:.1} %", 100.0 * count(counts, said) as f64 / all.max(1) as f64);
        wrong += count(counts, Said::Wrong);
        text += &format!(
            "{title:10}{slips:>6}{:>8}{:>12}{:>9}{:>8}   of {all}\n",
            share(Said::Right),
            share(Said::OneOfTwo),
            share(Said::Nothing),
            count(counts, Said::Wrong),
        );
    }
    let (named, silent): (Vec<_>, Vec<_>) = tally.remarkable.iter().partition(|(.., said)| said.is_some());
    for (title, formula, said) in named {
        let says = said.as_ref().map(|said| said.says.as_str()).unwrap_or_default();
        text += &format!("! {title}: {formula}\n    {says}\n");
    }
    for (title, formula, _) in silent.into_iter().take(LISTED) {
        text += &format!("? {title}: {formula}\n");
    }
    (text, wrong)
}
