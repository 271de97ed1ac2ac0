//! The tour: activations on one input, side by side, and at work in small networks.
//!
//! `cargo tour` shows your functions, as does `cargo run -p exercises --example tour`.
//!
//! A body that is still missing is no obstacle: the tour says so and goes on.

use std::panic::{self, AssertUnwindSafe};

use ndarray::{Axis, array};
use nn::activations::{GELU, LeakyReLU, ReLU, Sigmoid, Softmax, Tanh};
use nn::layers::{Dense, Sequential, ShapeError};
use nn::slopes::{ReLUSlope, SigmoidSlope, TanhSlope};
use nn::{Layer, Tensor};

/// What a part of the tour came to: a value, or a sentence that says why there is none yet.
type Outcome<T = Tensor> = Result<T, String>;

/// An activation, its range and character, and its values at -3, -1, 0, 1, 3.
type Portrait = (&'static dyn Layer, &'static str, [f32; 5]);

const PORTRAITS: [Portrait; 3] = [
    (&ReLU, "[0, ∞)   sparse", [0.0, 0.0, 0.0, 1.0, 3.0]),
    (&Sigmoid, "(0, 1)   positive", [0.05, 0.27, 0.5, 0.73, 0.95]),
    (&Tanh, "(-1, 1)  centred", [-0.99, -0.76, 0.0, 0.76, 0.99]),
];

/// What is beyond the core, with what there is to see in its values: each is shown when it is written.
const BEYOND: [(&dyn Layer, &str); 6] = [
    (&LeakyReLU { slope: 0.25 }, "never quite off, here by a slope of 1/4"),
    (&ReLUSlope, "on or off"),
    (&SigmoidSlope, "at most 1/4"),
    (&TanhSlope, "1 in the middle"),
    (&GELU, "dips before it rises"),
    (&Softmax { axis: Axis(0) }, "shares, which sum to 1"),
];

fn main() -> Result<(), ShapeError> {
    println!("Activations at work, numbered like the chapters of the lesson\n");
    println!("1. Two dense layers are no more than one, until something bends");
    bend()?;

    println!("\n5. Side by side, then as curves, drawn from -1 to 1");
    compare();
    draw();

    println!("\n6. Three networks, layer by layer (random weights: nothing is trained yet)");
    let mut parts: Vec<_> = PORTRAITS.map(|p| (p.0.name(), check(&p))).into();
    for (title, network) in networks() {
        parts.push((title, walk(title, &network)));
    }

    beyond();

    println!("\nWhat works so far");
    println!("   An activation bends what dense layers alone keep straight: ReLU in hidden");
    println!("   layers, Sigmoid for a yes or no, Tanh where values centre on zero.\n");
    for (part, outcome) in &parts {
        line(part, &outcome.clone().map(|()| "done".into()));
    }
    if parts.iter().any(|(_, outcome)| outcome.is_err()) {
        println!("\nGo on with `cargo grade`: each finished body fills in more of this tour.");
    }
    Ok(())
}

/// Two dense layers make one dense layer, unless an activation stands between them.
fn bend() -> Result<(), ShapeError> {
    let first = Dense::from_arrays(array![[2.0]], array![1.0])?;
    let second = Dense::from_arrays(array![[0.5]], array![-1.0])?;
    let single = Dense::from_arrays(array![[1.0]], array![-0.5])?;

    let x = array![[-2.0], [-1.0], [0.0], [1.0], [2.0]].into_dyn();
    let y = first.forward(&x);
    let straight = attempt(&second, &y);
    let bent = attempt(&ReLU, &y).and_then(|y| attempt(&second, &y));
    row("Dense → Dense", &straight, "(2x + 1)/2 - 1");
    row("one Dense", &attempt(&single, &x), "x - 1/2");
    row("Dense → ReLU → Dense", &bent, "relu(2x + 1)/2 - 1");
    row("for x =", &Ok(x), "");
    Ok(())
}

/// The activations on one input.
fn compare() {
    let x = array![-2.0, -1.0, 0.0, 1.0, 2.0].into_dyn();
    for (layer, character, _) in PORTRAITS {
        row(layer.name(), &attempt(layer, &x), character);
    }
    row("for x =", &Ok(x), "");
}

/// What is written beyond the core, on one input; nothing where none is.
fn beyond() {
    let x = array![-2.0, -1.0, 0.0, 1.0, 2.0].into_dyn();
    let answers = BEYOND.map(|(layer, note)| (layer.name(), attempt(layer, &x), note));
    if answers.iter().all(|(_, answer, _)| answer.is_err()) {
        return;
    }
    println!("\n   Beyond the core: slopes, by which a network learns, and more");
    for (name, answer, note) in answers.iter().filter(|(_, answer, _)| answer.is_ok()) {
        row(name, answer, note);
    }
    row("for x =", &Ok(x), "");
}

/// The activations as curves on one scale, for x from -4 to 4.
fn draw() {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let x = Tensor::from_shape_fn(vec![49], |i| (i[0] as f32 - 24.0) / 6.0);
    println!();
    for (layer, ..) in PORTRAITS {
        // A float cast to an integer saturates, and NaN becomes 0: any answer can be drawn.
        let bar = |v: &f32| BARS[((4.0 * (v + 1.0)) as usize).min(7)];
        let curve = attempt(layer, &x).map(|y| y.iter().map(bar).collect());
        line(layer.name(), &curve);
    }
    line("for x from", &Ok(format!("-4{:>23}{:>24}", "0", "4")));
}

/// One network for each activation. With these seeds ReLU switches some values off, but not all.
fn networks() -> [(&'static str, Sequential); 3] {
    let hidden_layers = Sequential::new(vec![
        Box::new(Dense::new(3, 4, 8)),
        Box::new(ReLU),
        Box::new(Dense::new(4, 4, 9)),
        Box::new(ReLU),
        Box::new(Dense::new(4, 1, 10)),
    ]);
    let binary_classifier = Sequential::new(vec![
        Box::new(Dense::new(3, 4, 8)),
        Box::new(ReLU),
        Box::new(Dense::new(4, 1, 9)),
        Box::new(Sigmoid),
    ]);
    let centred_features = Sequential::new(vec![
        Box::new(Dense::new(3, 4, 8)),
        Box::new(Tanh),
        Box::new(Dense::new(4, 2, 9)),
        Box::new(Tanh),
    ]);
    [
        ("Hidden layers", hidden_layers),
        ("Binary classifier", binary_classifier),
        ("Centred features", centred_features),
    ]
}

/// Sends one sample through `network` and prints it after each layer.
fn walk(title: &str, network: &Sequential) -> Outcome<()> {
    let names: Vec<_> = network.layers().iter().map(|layer| layer.name()).collect();
    println!("\n   {title}: {}", names.join(" → "));
    let mut x = array![[1.0, 2.0, 3.0]].into_dyn();
    println!("      {:<9}{x:.2}", "input");
    for layer in network.layers() {
        x = attempt(layer.as_ref(), &x)
            .inspect(|y| println!("      {:<9}{y:.2}", layer.name()))
            .inspect_err(|reason| println!("      {:<9}{reason}", layer.name()))?;
    }
    // A network is no better than what it is made of.
    let mut used = PORTRAITS.iter().filter(|p| names.contains(&p.0.name()));
    used.try_for_each(check)?;
    if let (Some(&"Sigmoid"), Some(p)) = (names.last(), x.first()) {
        let percent = 100.0 * p;
        println!("      The last value is a probability: {percent:.0} % for yes.");
    }
    Ok(())
}

/// Whether an activation gives the values of the lesson, which have two decimals.
fn check((layer, _, expected): &Portrait) -> Outcome<()> {
    let x = array![-3.0, -1.0, 0.0, 1.0, 3.0].into_dyn();
    let y = attempt(*layer, &x)?;
    let near = y.iter().zip(expected).all(|(y, e)| (y - e).abs() < 0.01);
    if near && y.shape() == x.shape() {
        Ok(())
    } else {
        let file = layer.name().to_lowercase();
        Err(format!("not yet: {file}.rs gives other values than the lesson"))
    }
}

/// Prints five values and a note, or why there are no values.
fn row(label: &str, values: &Outcome, note: &str) {
    let text = values.as_ref().map(|values| {
        let values: Vec<_> = values.iter().map(|v| format!("{v:5.2}")).collect();
        format!("{}   {note}", values.join(" "))
    });
    line(label, &text.map_err(String::clone));
}

/// Prints a label and what belongs to it.
fn line(label: &str, text: &Outcome<String>) {
    let (Ok(text) | Err(text)) = text;
    println!("{}", format!("   {label:<22}{text}").trim_end());
}

/// Asks `layer` for its answer. A panic becomes a sentence, so that the tour can go on.
fn attempt(layer: &dyn Layer, x: &Tensor) -> Outcome {
    // Silent for this call only: a fault of the tour itself should still be heard.
    let report = panic::take_hook();
    panic::set_hook(Box::new(|_| ()));
    let answer = panic::catch_unwind(AssertUnwindSafe(|| layer.forward(x)));
    panic::set_hook(report);

    answer.map_err(|panic| {
        let formatted = panic.downcast_ref::<String>().map(String::as_str);
        let message = formatted.or_else(|| panic.downcast_ref::<&str>().copied());
        if message.is_some_and(|message| message.starts_with("not yet implemented")) {
            let file = layer.name().to_lowercase();
            format!("not implemented yet: {file}.rs is waiting for you")
        } else {
            "stopped with an error; `cargo grade` tells more".into()
        }
    })
}
