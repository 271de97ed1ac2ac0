//! A learner's answers to single numbers, or to single rows, which those to tensors are compared with.

use std::collections::BTreeMap;

use channel::Tensor;

use super::reference::Reference;
use super::rows::Scope;

/// Answers, by the bits of what was asked about. Numbers have a map of their own because a suite, which is not optimised,
/// looks up a hundred thousand of them.
pub enum Alone {
    /// Those of a function of single values.
    Numbers(BTreeMap<u32, f32>),
    /// Those of a function of rows.
    Rows(BTreeMap<Vec<u32>, Vec<f32>>),
}

impl Alone {
    /// No answer yet.
    pub fn new(scope: Scope) -> Self {
        match scope {
            Scope::Value => Self::Numbers(BTreeMap::new()),
            Scope::Row(_) => Self::Rows(BTreeMap::new()),
        }
    }

    /// Those rows of these tensors that have no answer, each once, in the order of their bits. A number is a row of one.
    pub fn missing(&self, reference: &Reference, inputs: &[Tensor]) -> Vec<Vec<f32>> {
        let rows = inputs.iter().flat_map(|input| reference.rows(input));
        match self {
            Self::Numbers(known) => {
                unknown(known, rows.flatten().map(|x| (x.to_bits(), x))).map(|x| vec![x]).collect()
            }
            Self::Rows(known) => unknown(known, rows.map(|row| (bits(&row), row))).collect(),
        }
    }

    /// Takes in the answer to a row.
    pub fn insert(&mut self, row: &[f32], answer: Vec<f32>) {
        match self {
            Self::Numbers(known) => known.extend(row.iter().map(|x| x.to_bits()).zip(answer)),
            Self::Rows(known) => known.extend([(bits(row), answer)]),
        }
    }

    /// The answers to a tensor's rows, put together as the tensor is.
    ///
    /// # Panics
    /// Where one of them is missing.
    pub fn put_together(&self, reference: &Reference, input: &Tensor) -> Vec<f32> {
        reference.by_row(input, |row| match self {
            Self::Numbers(known) => row.iter().map(|x| known[&x.to_bits()]).collect(),
            Self::Rows(known) => known[&bits(row)].clone(),
        })
    }
}

/// What is asked about and not known, each once.
fn unknown<K: Ord, V, R>(
    known: &BTreeMap<K, V>,
    asked: impl Iterator<Item = (K, R)>,
) -> impl Iterator<Item = R> {
    asked.filter(|(bits, _)| !known.contains_key(bits)).collect::<BTreeMap<_, _>>().into_values()
}

fn bits(row: &[f32]) -> Vec<u32> {
    row.iter().map(|value| value.to_bits()).collect()
}
