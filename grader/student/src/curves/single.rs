//! A number of single precision where it is kept: its shortest decimals, which give the same number back.

use serde::{Deserialize, Deserializer, Serializer};

/// Writes the number.
///
/// # Errors
/// Never.
pub fn serialize<S: Serializer>(number: &f64, to: S) -> Result<S::Ok, S::Error> {
    #[expect(clippy::cast_possible_truncation, reason = "it was an f32")]
    to.serialize_f32(*number as f32)
}

/// Reads the number.
///
/// # Errors
/// Where there is no number.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<f64, D::Error> {
    #[expect(clippy::cast_possible_truncation, reason = "it was an f32")]
    f64::deserialize(from).map(|number| f64::from(number as f32))
}

#[cfg(test)]
mod tests {
    use crate::curves::{Got, Trouble};

    #[test]
    fn what_is_kept_of_a_curve_gives_the_same_numbers_back() {
        let numbers = [0.1_f32, -0.0, 1.0, f32::MAX, f32::MIN_POSITIVE, 1e-45, 0.761_594_2, 16_777_217.0];
        let mut kept: Vec<Got> = numbers.iter().map(|number| Got::Number(f64::from(*number))).collect();
        kept.push(Got::Trouble(Trouble::OtherShape));
        let mut random = fastrand::Rng::with_seed(7);
        let any = std::iter::repeat_with(|| f32::from_bits(random.u32(..)));
        kept.extend(any.filter(|it| it.is_finite()).take(5_000).map(|it| Got::Number(f64::from(it))));
        let text = serde_json::to_string(&kept).expect("plain data");
        assert!(text.starts_with("[0.1,-0.0,1.0,") && text.contains("\"other_shape\""), "{text}");
        let back: Vec<Got> = serde_json::from_str(&text).expect("as it was written");
        let bits = |got: &Got| match got {
            Got::Number(number) => number.to_bits(),
            Got::Trouble(trouble) => *trouble as u64,
        };
        assert!(kept.iter().map(bits).eq(back.iter().map(bits)));
    }
}
