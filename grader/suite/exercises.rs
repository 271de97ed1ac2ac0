// The exercises of the core, by the names of their folders. The suite and the hidden checks have a module for each.
exercises! { relu sigmoid tanh }

// Those beyond the core, for which there are no hidden checks.
beyond! { leaky_relu gelu softmax relu_slope sigmoid_slope tanh_slope }
