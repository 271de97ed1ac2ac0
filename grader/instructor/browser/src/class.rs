//! A class is graded, whose pages these are.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use grader::project::Project;
use grader::rubric::Rubric;
use instructor::class::{self, PAGE, Plan, Wanted};
use student::run::{BuildWorkspace, Jail};

/// What somebody might try, wherever there is room for it.
pub const HOSTILE: &str = "</title></style></pre></script><script>alert(1)</script>\"'><img src=x \
     onerror=alert(2)><svg onload=alert(3)>{{7*7}}{% raw %}]]>--><a href=javascript:alert(4)>&lt;\u{202e}";

/// The same, as far as it can be the name of a folder everywhere but on Windows.
const NAME: &str = "Dee <script>alert(1)<'\"><img src=x onerror=alert(2)>{{7*7}}]]>&amp; 100%";

/// A page by its name, and where it is.
pub static PAGES: LazyLock<Vec<(String, PathBuf)>> = LazyLock::new(|| {
    let project = Project::find().expect("this is the workspace");
    let out = project.target().join("browser");
    let submissions = tempfile::tempdir().expect("a temporary folder");
    hand_in(&project, submissions.path());
    drop(fs::remove_dir_all(&out));
    grade(&project, submissions.path(), &out);
    let students = fs::read_dir(out.join("students")).expect("a folder");
    let mut pages: Vec<(String, PathBuf)> = students
        .map(|entry| entry.expect("an entry"))
        .map(|entry| {
            let name =
                entry.file_name().to_string_lossy().chars().take_while(|c| c.is_alphabetic()).collect();
            (name, entry.path().join("report.html"))
        })
        .collect();
    pages.sort();
    pages.push(("class".into(), out.join(PAGE)));
    let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Dee", "breaks", "done", "fresh", "half", "hangs", "class"]);
    pages
});

/// Of these pages one.
pub fn page(name: &str) -> &'static Path {
    &PAGES.iter().find(|(other, _)| other == name).unwrap_or_else(|| panic!("no page `{name}`")).1
}

fn hand_in(project: &Project, class: &Path) {
    let put = |student: &str, exercise: &str, content: &[u8]| {
        fs::create_dir_all(class.join(student)).expect("made");
        fs::write(class.join(student).join(format!("{exercise}.rs")), content).expect("written");
    };
    let write = |student: &str, exercise: &str, body: &str| {
        let path = project.solutions().join(format!("src/activations/{exercise}.rs"));
        let solution = fs::read_to_string(path).expect("the reference is there");
        let (before, rest) = solution.split_once("// BEGIN SOLUTION").expect("a marker");
        let (_, after) = rest.split_once("// END SOLUTION").expect("a marker");
        put(student, exercise, format!("{before}{body}{after}").as_bytes());
    };
    fs::create_dir(class.join("fresh")).expect("made");
    let relu = "x.mapv(|v| if v < 0.0 { 0.0 } else { v })";
    for student in ["done", "half"] {
        write(student, "relu", relu);
        write(student, "sigmoid", "x.mapv(|v| 1.0 / (1.0 + (-v).exp()))");
    }
    write("done", "tanh", "x.mapv(f32::tanh)");
    write("half", "tanh", "// Shifted?\n        x.mapv(|v| 1.0 / (1.0 + (-v).exp()))");

    write("hangs", "relu", "while x.iter().any(|v| *v < 0.0) {}\n        x.clone()");
    write(
        "hangs",
        "sigmoid",
        "assert!(!x.is_empty(), \"nothing there\");\n        x.mapv(|v| v.abs() / 3.0)",
    );
    write("hangs", "tanh", "x.mapv(|v| if v < -2.0 { f32::NAN } else { v.powi(3) })");

    write("breaks", "relu", "let zero = 0;\n        x.mapv(|v| if v < zero { zero } else { v })");
    put("breaks", "sigmoid", b"\xff\xfe is no UTF-8");
    put("breaks", "tanh", &vec![b' '; 2_000_000]);

    let dee = if cfg!(windows) { "Dee" } else { NAME };
    // rustc refuses what turns the direction of letters, in source and in its own words, but not its number.
    let says = format!("r####\"{}\"####", HOSTILE.trim_end_matches('\u{202e}'));
    let printed = "println!(\"{s}\"); eprintln!(\"\\u{1b}[31m{s}\\u{0}\\u{202e}\"); panic!(\"{s}\\u{202e}\")";
    write(dee, "relu", &format!("// <script>alert(5)</script>\n        let s = {says};\n        {printed}"));
    write(dee, "sigmoid", &format!("compile_error!(r####\"{HOSTILE}\"####)"));
    write(
        dee,
        "tanh",
        &format!("let wide = \"{}\";\n        x.mapv(|v| v * wide.len() as f32)", "x".repeat(3000)),
    );
}

fn grade(project: &Project, submissions: &Path, out: &Path) {
    let rubric = Rubric::read(&project.suite()).expect("a rubric");
    let _lock = project.lock().expect("a lock");
    let plan = Plan {
        submissions,
        out,
        jobs: 2,
        wanted: Wanted { seed: Some(1), ..Wanted::default() },
        resume: false,
        policy: None,
        earlier: None,
    };
    let summary = class::grade(project, &rubric, &plan, |count| {
        BuildWorkspace::open_many(project, &rubric.exercises, &Jail::make(project)?, count)
    });
    let not_graded = summary.expect("a class is graded").not_graded;
    assert_eq!(not_graded.iter().map(|(student, _)| student.as_str()).collect::<Vec<_>>(), ["fresh"]);
}
