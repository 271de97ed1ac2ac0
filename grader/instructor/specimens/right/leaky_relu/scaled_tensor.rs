//! The whole tensor is scaled, and each value chosen from one of the two.

let scaled = x * self.slope;
ndarray::Zip::from(x).and(&scaled).map_collect(|&v, &s| if v < 0.0 { s } else { v })
