//! A network of two inputs, one hidden layer and one output, and how its weights learn.
//!
//! Each step takes the gradient of the mean logistic loss over all points, and goes by Adam (Kingma and Ba, 2015).

use fastrand::Rng;

use super::bend::Bend;
use super::problem::Point;

/// Units of the hidden layer.
pub const HIDDEN: usize = 12;

/// How many steps it learns.
pub const STEPS: usize = 500;

/// Largest weight to start with, of either sign: large enough for units to bend within the plane. Where all bend outside
/// of it, ReLU's network is a straight line, and may stay one.
const START: f32 = 2.0;

/// Adam's numbers: the size of a step, and how fast the two means forget.
const RATE: f32 = 0.05;
const FORGET: (f32, f32) = (0.9, 0.999);

/// Weights and offsets: for each hidden unit two weights and an offset, then each one's weight for the output, and
/// the output's offset.
const COUNT: usize = 4 * HIDDEN + 1;

/// The network.
#[derive(Debug, Clone)]
pub struct Network {
    weights: [f32; COUNT],
    mean: [f32; COUNT],
    square: [f32; COUNT],
    step: i32,
}

impl Network {
    /// Weights that a seed draws.
    pub fn new(rng: &mut Rng) -> Self {
        let weights = std::array::from_fn(|_| START * (2.0 * rng.f32() - 1.0));
        Self { weights, mean: [0.0; COUNT], square: [0.0; COUNT], step: 0 }
    }

    /// How sure it is of the first kind at each place, from 0 to 1.
    ///
    /// # Errors
    /// Why the function between the layers gives no answer.
    pub fn answers(&self, places: &[[f32; 2]], bend: &mut dyn Bend) -> Result<Vec<f32>, String> {
        let values = bend.values(&self.hidden(places))?;
        Ok(values.chunks(HIDDEN).map(|values| probability(self.output(values))).collect())
    }

    /// One step: the loss before it.
    ///
    /// # Errors
    /// Why the function between the layers gives no answer, or that the loss is no number any more.
    pub fn learn(&mut self, points: &[Point], bend: &mut dyn Bend) -> Result<f32, String> {
        let places: Vec<[f32; 2]> = points.iter().map(|point| point.at).collect();
        let (values, slopes) = bend.bend(&self.hidden(&places))?;
        let mut gradient = [0.0; COUNT];
        let mut loss = 0.0;
        let share = 1.0 / points.len() as f32;
        for ((point, values), slopes) in points.iter().zip(values.chunks(HIDDEN)).zip(slopes.chunks(HIDDEN)) {
            let score = self.output(values);
            let wanted = f32::from(u8::from(point.is_first));
            loss += share * (softplus(score) - score * wanted);
            let error = share * (probability(score) - wanted);
            gradient[COUNT - 1] += error;
            for unit in 0..HIDDEN {
                gradient[3 * HIDDEN + unit] += error * values[unit];
                let back = error * self.weights[3 * HIDDEN + unit] * slopes[unit];
                gradient[3 * unit] += back * point.at[0];
                gradient[3 * unit + 1] += back * point.at[1];
                gradient[3 * unit + 2] += back;
            }
        }
        if !loss.is_finite() || gradient.iter().any(|part| !part.is_finite()) {
            return Err(format!(
                "the loss is {} after {} steps",
                if loss.is_nan() { "NaN" } else { "infinite" },
                self.step
            ));
        }
        self.go(&gradient);
        Ok(loss)
    }

    fn go(&mut self, gradient: &[f32; COUNT]) {
        self.step += 1;
        let (keep, keep_square) = FORGET;
        let (grown, grown_square) = (1.0 - keep.powi(self.step), 1.0 - keep_square.powi(self.step));
        let means = self.mean.iter_mut().zip(&mut self.square);
        for ((weight, part), (mean, square)) in self.weights.iter_mut().zip(gradient).zip(means) {
            *mean = keep * *mean + (1.0 - keep) * part;
            *square = keep_square * *square + (1.0 - keep_square) * part * part;
            *weight -= RATE * (*mean / grown) / ((*square / grown_square).sqrt() + 1e-8);
        }
    }

    /// What goes into the hidden units: one row a place.
    fn hidden(&self, places: &[[f32; 2]]) -> Vec<f32> {
        let unit = |[x, y]: [f32; 2], unit: usize| {
            let [a, b, c] = [0, 1, 2].map(|part| self.weights[3 * unit + part]);
            a * x + b * y + c
        };
        places.iter().flat_map(|&place| (0..HIDDEN).map(move |number| unit(place, number))).collect()
    }

    fn output(&self, values: &[f32]) -> f32 {
        let weights = &self.weights[3 * HIDDEN..];
        values.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f32>() + weights[HIDDEN]
    }
}

/// What a score makes of a chance, by way of its logarithm.
fn probability(score: f32) -> f32 {
    (-softplus(-score)).exp()
}

/// ln(1 + e^x), without overflow.
fn softplus(x: f32) -> f32 {
    x.max(0.0) + (-x.abs()).exp().ln_1p()
}
