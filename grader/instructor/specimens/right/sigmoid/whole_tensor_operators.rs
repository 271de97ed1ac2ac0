//! Whole tensors are negated, raised, added and divided.

1.0 / (1.0 + (-x).exp())
