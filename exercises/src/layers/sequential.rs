use crate::{Layer, Tensor};

/// Layers in a row: the output of each is the input of the next.
///
/// ```
/// use nn::Layer;
/// use nn::activations::Tanh;
/// use nn::layers::{Dense, Sequential};
///
/// let network = Sequential::new(vec![Box::new(Dense::new(3, 2, 0)), Box::new(Tanh)]);
/// let names: Vec<_> = network.layers().iter().map(|layer| layer.name()).collect();
/// assert_eq!(names, ["Dense", "Tanh"]);
/// ```
pub struct Sequential {
    layers: Vec<Box<dyn Layer>>,
}

impl Sequential {
    /// A network of `layers`, the first one next to the input. Without layers, it returns its input.
    pub fn new(layers: Vec<Box<dyn Layer>>) -> Self {
        Self { layers }
    }

    /// The layers, the first one next to the input.
    pub fn layers(&self) -> &[Box<dyn Layer>] {
        &self.layers
    }
}

impl Layer for Sequential {
    /// The output of the last layer.
    ///
    /// # Panics
    ///
    /// If one of the layers does, as [`Dense`](super::Dense) does for an input that does not fit.
    fn forward(&self, x: &Tensor) -> Tensor {
        self.layers.iter().fold(x.clone(), |x, layer| layer.forward(&x))
    }
}
