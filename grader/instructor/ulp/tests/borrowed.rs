//! The loops that others get: a crate of another workspace depends on `solutions` by its path, cargo builds it with its
//! own release profile, without and with link-time optimisation, and the instructions that the compiler wrote are read.
//!
//! Times would depend on what else a machine does.

#![cfg(target_arch = "x86_64")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

const MANIFEST: &str = r#"
[package]
name = "borrower"
version = "0.0.0"
edition = "2024"

[dependencies]
nn = { path = "SOLUTIONS", package = "solutions" }

[workspace]
"#;

/// Calls each loop, and one with a function of its own.
const PROGRAM: &str = "
use nn::activations::{GELU, LeakyReLU, ReLU, Sigmoid, Tanh};
use nn::{Layer, Tensor, elementwise};

fn main() {
    let mut x = Tensor::zeros(ndarray_shape());
    for layer in [&ReLU as &dyn Layer, &Sigmoid, &Tanh, &GELU, &LeakyReLU::default()] {
        x = layer.forward(&x);
    }
    println!(\"{}\", borrowed(&x));
}

fn ndarray_shape() -> Vec<usize> {
    vec![std::env::args().count(); 3]
}

fn borrowed(x: &Tensor) -> Tensor {
    elementwise(x, |v| v / (1.0 + nn::math::exp(-1.702 * v)))
}
";

/// What the names of the loops' functions say of the function that is in them.
const LOOPS: [&str; 6] = ["4relu", "7sigmoid", "4math4tanh", "4gelu", "10leaky_relu", "8borrowed"];

/// As many as cargo's release profile has. Asked for assembly, the compiler would otherwise make one.
const UNITS: &str = "-Ccodegen-units=16";

#[test]
#[ignore = "builds everything anew, twice: `cargo make loops` runs it"]
fn each_loop_is_made_of_vector_instructions() {
    for lto in ["false", "fat"] {
        let place = tempfile::tempdir().expect("a folder");
        let assembly = build(place.path(), lto);
        let functions = functions(&assembly);
        for name in LOOPS {
            let of_it = |symbol: &&String| {
                symbol.contains("elementwise3map16map_avx2_version") && symbol.contains(name)
            };
            let found: Vec<&String> = functions.keys().filter(of_it).collect();
            assert!(!found.is_empty(), "with lto = {lto}, {name} is nowhere");
            for symbol in found {
                let body = &functions[symbol];
                assert!(has_vector_loop(body), "with lto = {lto}, {name} is slow:\n{}", body.join("\n"));
            }
        }
    }
}

/// Builds the other workspace; all of the compiler's assembly.
fn build(place: &Path, lto: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3).expect("the workspace's folder");
    let solutions = root.join("solutions").display().to_string().replace('\\', "/");
    fs::create_dir(place.join("src")).expect("made");
    fs::write(place.join("Cargo.toml"), MANIFEST.replace("SOLUTIONS", &solutions)).expect("written");
    fs::write(place.join("src/main.rs"), PROGRAM).expect("written");
    fs::copy(root.join("Cargo.lock"), place.join("Cargo.lock")).expect("copied");
    let built = Command::new(env!("CARGO"))
        .args(["build", "--release", "--offline"])
        .current_dir(place)
        .env("CARGO_TARGET_DIR", place.join("target"))
        .env("CARGO_PROFILE_RELEASE_LTO", lto)
        .env("RUSTFLAGS", format!("--emit=asm -Csymbol-mangling-version=v0 {UNITS}"))
        .output()
        .expect("cargo starts");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let products = fs::read_dir(place.join("target/release/deps")).expect("there").flatten();
    // With optimisation at link time, those of the program itself hold what came of all crates.
    let is_final = |name: &str| name.ends_with(".s") && (lto == "false" || name.starts_with("borrower-"));
    let texts = products.filter(|entry| is_final(&entry.file_name().to_string_lossy()));
    texts.map(|entry| fs::read_to_string(entry.path()).expect("read")).collect()
}

/// The lines of each function, by its symbol.
fn functions(assembly: &str) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in assembly.lines() {
        match line.strip_suffix(':') {
            Some(symbol) if symbol.starts_with("_R") => current = symbol.to_owned(),
            Some(label) if label.starts_with(".Lfunc_end") => current.clear(),
            _ if !current.is_empty() => all.entry(current.clone()).or_default().push(line.trim().to_owned()),
            _ => {}
        }
    }
    all
}

/// Whether there is a way back with vector arithmetic on it, and no call.
fn has_vector_loop(body: &[String]) -> bool {
    body.iter().enumerate().any(|(end, line)| {
        let target = line.strip_prefix('j').and_then(|jump| jump.split_whitespace().nth(1));
        let label = target.map(|target| format!("{target}:"));
        let start = body[..end].iter().position(|line| label.as_ref() == Some(line));
        start.is_some_and(|start| {
            let within = &body[start..end];
            let computes = |line: &String| {
                let is_arithmetic =
                    ["vmul", "vadd", "vand", "vmax", "vblend", "vcmp"].iter().any(|it| line.starts_with(it));
                line.contains("%ymm") && is_arithmetic
            };
            within.iter().any(computes) && !within.iter().any(|line| line.starts_with("call"))
        })
    })
}
