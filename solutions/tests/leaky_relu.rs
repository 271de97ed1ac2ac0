//! LeakyReLU against its contract.

use ndarray::array;
use nn::activations::{LeakyReLU, by_name};
use nn::{Layer, Tensor, functional};

#[test]
fn a_slope_scales_what_is_negative_and_nothing_else() {
    let x = array![-2.0, -0.0, 0.5, f32::INFINITY, f32::NEG_INFINITY].into_dyn();
    for (slope, below) in [(0.25, -0.5), (1.0, -2.0), (3.0, -6.0), (-1.0, 2.0)] {
        let y = LeakyReLU { slope }.forward(&x);
        let wanted = array![below, 0.0, 0.5, f32::INFINITY, f32::INFINITY * below.signum()].into_dyn();
        assert_eq!(y, wanted, "a slope of {slope}");
        assert_eq!(functional::leaky_relu(&x, slope), y);
        assert_eq!(by_name("leaky_relu", Some(slope)).map(|layer| layer.forward(&x)), Some(y));
    }
    assert!(LeakyReLU::default().forward(&array![f32::NAN].into_dyn())[[0]].is_nan());
    let usual = by_name("leaky_relu", None).expect("it is known");
    assert_eq!(usual.forward(&Tensor::from_elem(vec![1, 1], -1.0)), array![[-0.01]].into_dyn());
}
