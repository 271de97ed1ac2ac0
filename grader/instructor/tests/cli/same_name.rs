//! Two exercises whose files have one name, in different folders: neither is taken for the other.

use expect_test::expect;
use grader::rubric::Exercise;
use instructor::intake;
use tempfile::TempDir;

use crate::intake::{Files, put, stub, written};
use crate::support::{LESSON, rubric};

/// The lesson's exercises, and one more whose file is `slopes/relu.rs`.
fn exercises() -> Vec<Exercise> {
    let slope = "title = \"ReLUSlope\"\ntrack = \"beyond\"\nfile = \"slopes/relu.rs\"\nchapter = 9\ntolerance = 0.0\ncheck = []";
    let slope = Exercise { name: "relu_slope".into(), ..toml::from_str(slope).expect("an exercise") };
    let core = rubric().exercises.into_iter().filter(|exercise| LESSON.contains(&&*exercise.name));
    core.chain([slope]).collect()
}

fn slope() -> Vec<u8> {
    b"pub struct ReLUSlope;\nimpl Layer for ReLUSlope {\n    fn forward(&self, x: &Tensor) -> Tensor {\n        step(x)\n    }\n}\n".to_vec()
}

/// Which file is taken for which of the two, and all that is said of it.
fn found(files: &[(&str, Vec<u8>)]) -> String {
    let folder = TempDir::new().expect("a folder");
    let files: Files = files.iter().map(|(path, content)| ((*path).to_owned(), content.clone())).collect();
    put(folder.path(), &files);
    let read = intake::read(folder.path(), &exercises()).expect("it is read");
    let one = |name: &str| match (read.files.get(name), read.ambiguous.get(name)) {
        (Some(written), _) => written.path.clone(),
        (None, Some(several)) => format!("one of {}?", several.join(", ")),
        (None, None) => "-".to_owned(),
    };
    let mut text = format!("relu: {}; slope: {}\n", one("relu"), one("relu_slope"));
    text.extend(read.taken.iter().map(|taken| format!("    {}: {}\n", taken.file, taken.note)));
    text.extend(read.ignored.iter().map(|left| format!("    {}: {}\n", left.file, left.why)));
    text
}

#[test]
fn each_is_known_by_its_folder_or_else_by_its_type() {
    let (relu, slope) = (written("relu"), slope());
    let all = [
        found(&[("src/activations/relu.rs", relu.clone()), ("src/slopes/relu.rs", slope.clone())]),
        found(&[("relu.rs", relu.clone()), ("slopes/relu.rs", slope.clone())]),
        found(&[("relu.rs", relu.clone())]),
        found(&[("relu.rs", slope.clone())]),
        found(&[("d_1_2_relu.rs", relu.clone()), ("d_1_3_relu-1.rs", slope.clone())]),
        found(&[("relu (1).rs", slope.clone()), ("relu.rs", relu.clone())]),
        found(&[("relu.rs", relu.clone()), ("relu_slope.rs", slope.clone())]),
        // Somebody's own folder of that name.
        found(&[("slopes/relu.rs", relu.clone())]),
        found(&[("slopes/relu.rs", relu.clone()), ("activations/relu.rs", relu.clone())]),
        found(&[("activations/relu.rs", slope.clone()), ("activations/relu (1).rs", relu.clone())]),
        found(&[("activations/relu.rs", stub("relu")), ("slopes/relu.rs", slope.clone())]),
        // Both in one file.
        found(&[("relu.rs", [relu.clone(), slope.clone()].concat())]),
        found(&[("work.rs", [relu, slope].concat())]),
    ];
    expect![[r#"
        relu: src/activations/relu.rs; slope: src/slopes/relu.rs
        relu: relu.rs; slope: slopes/relu.rs
        relu: relu.rs; slope: -
        relu: -; slope: relu.rs
            relu.rs: taken for slopes/relu.rs
        relu: d_1_2_relu.rs; slope: d_1_3_relu-1.rs
            d_1_2_relu.rs: taken for relu.rs
            d_1_3_relu-1.rs: taken for slopes/relu.rs
        relu: relu.rs; slope: relu (1).rs
            relu (1).rs: taken for slopes/relu.rs
        relu: relu.rs; slope: relu_slope.rs
            relu_slope.rs: taken for slopes/relu.rs
        relu: slopes/relu.rs; slope: slopes/relu.rs
            slopes/relu.rs: taken for relu.rs, because it declares ReLU
        relu: activations/relu.rs; slope: slopes/relu.rs
        relu: activations/relu (1).rs; slope: activations/relu.rs
            activations/relu (1).rs: taken for relu.rs
            activations/relu.rs: taken for slopes/relu.rs, because it declares ReLUSlope
        relu: activations/relu.rs; slope: slopes/relu.rs
        relu: relu.rs; slope: -
            relu.rs: only ReLU is taken from it: one file an exercise
        relu: work.rs; slope: -
            work.rs: taken for relu.rs, because it declares ReLU
            work.rs: only ReLU is taken from it: one file an exercise
    "#]]
    .assert_eq(&all.concat());
}
