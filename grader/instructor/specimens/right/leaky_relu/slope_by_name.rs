//! The slope is taken out of the layer first.

let slope = self.slope;
x.mapv(|v| match v {
    v if v < 0.0 => v * slope,
    v => v,
})
