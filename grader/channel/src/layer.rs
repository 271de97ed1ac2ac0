//! A layer by its name, and the number behind it where a parameter is meant: `leaky_relu 0.2`.

/// The name under which a worker is asked for a layer with this parameter.
pub fn with(name: &str, parameter: f32) -> String {
    format!("{name} {parameter}")
}

/// A name, and the parameter behind it, if there is one; `None` where what stands behind the blank is no number.
pub fn split(layer: &str) -> Option<(&str, Option<f32>)> {
    match layer.split_once(' ') {
        None => Some((layer, None)),
        Some((name, parameter)) => Some((name, Some(parameter.parse().ok()?))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_comes_back_as_it_was_to_the_last_bit() {
        for parameter in [0.2, -0.1, 1e-40, 3.4e38, 1.0] {
            assert_eq!(split(&with("leaky_relu", parameter)), Some(("leaky_relu", Some(parameter))));
        }
        assert_eq!(split("relu"), Some(("relu", None)));
        assert_eq!(split("relu x"), None);
    }
}
