//! Loops over lanes of both tensors, and a `Vec` of powers.

let mut out = Tensor::zeros(x.raw_dim());
for (row, mut into) in x.lanes(self.axis).into_iter().zip(out.lanes_mut(self.axis)) {
    let mut largest = f32::NEG_INFINITY;
    for &v in row {
        if v > largest {
            largest = v;
        }
    }
    let powers: Vec<f32> = row.iter().map(|&v| (v - largest).exp()).collect();
    let sum: f32 = powers.iter().sum();
    for (i, power) in powers.iter().enumerate() {
        into[i] = power / sum;
    }
}
out
