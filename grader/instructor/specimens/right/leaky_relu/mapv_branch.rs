//! `mapv` with a branch that only a negative value takes.

x.mapv(|v| if v < 0.0 { self.slope * v } else { v })
