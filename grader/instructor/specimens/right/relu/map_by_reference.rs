//! `map`, which hands out references, with the zero on the other side of the comparison.

x.map(|&v| if 0.0 >= v { 0.0 } else { v })
