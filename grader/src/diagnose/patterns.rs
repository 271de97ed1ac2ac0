//! Patterns that functions of one value and functions of rows can show alike, with a sentence for each.

use super::Diagnosis;

/// A pattern, by its name for programs and its sentence for the learner.
pub struct Pattern {
    key: &'static str,
    says: &'static str,
}

impl Pattern {
    /// The diagnosis where it shows.
    pub fn diagnosis(&self) -> Diagnosis {
        Diagnosis::new(self.key, self.says)
    }
}

pub const CHANGES: Pattern = Pattern {
    key: "changes_between_calls",
    says: "The same input gave two different answers: the output must depend on x alone, not on earlier calls or on chance.",
};

pub const FLATTENED: Pattern = Pattern {
    key: "flattened",
    says: "The output is one long row: its values are there, and the shape of x has to be, too.",
};

pub const NEEDS_CONTIGUOUS: Pattern = Pattern {
    key: "needs_contiguous",
    says: "This panics where x is transposed or sliced: only a tensor without gaps and in standard order is one slice.",
};

pub const MEMORY_ORDER: Pattern = Pattern {
    key: "order_scrambled",
    says: "The values are right and stand in the wrong places when x is transposed or sliced: read it by index, not as it lies in memory.",
};

pub const PANICS_ON_EMPTY: Pattern = Pattern {
    key: "panics_on_empty",
    says: "This panics on a tensor without values: what is taken for granted there?",
};

pub const SMALL_ONLY: Pattern = Pattern {
    key: "small_only",
    says: "Small tensors come out right and large ones do not: is there a fixed length, a limit, or a loop that takes too long?",
};
