//! A class in shards, and the whole of them: the files that one machine writes.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use student::mirror::copy_folder;
use tempfile::TempDir;

use crate::class::{RELU, files, folder};
use crate::support::{Ran, grader, root, target};

/// A class of which of three shards the first two have somebody, and the last has nobody.
struct Class {
    folder: TempDir,
}

impl Class {
    /// In the first shard Fay, and an archive that can't be read; in the second Cyd, Dan and `leaves`.
    fn new() -> Self {
        let class = Self { folder: TempDir::new().expect("a folder") };
        let submissions = class.at("class");
        folder(&submissions, "fay", &[("relu", RELU), ("tanh", "x.mapv(f32::tanh)")]);
        folder(&submissions, "cyd", &[("relu", "x.mapv(|v| v.max(0.5))"), ("sigmoid", "nonsense")]);
        folder(&submissions, "dan", &[]);
        folder(&submissions, "leaves", &[("relu", "std::process::exit(0)")]);
        fs::write(submissions.join("damaged.zip"), "no archive at all").expect("written");
        fs::write(submissions.join("readme.txt"), "nobody's").expect("written");
        class
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn grade(&self, out: &str, more: &[&str]) -> Ran {
        let (class, out) = (text(&self.at("class")), text(&self.at(out)));
        grader(&[&["grade-class", &class, "--out", &out], more].concat())
    }

    /// Grades a shard into a folder, which has to work.
    fn shard(&self, out: &str, shard: &str, more: &[&str]) {
        let ran = self.grade(out, &[&["--shard", shard, "--seed", "7"], more].concat());
        assert_eq!(ran.code, Some(0), "{ran:?}");
    }

    fn merge(&self, out: &str, shards: &[&str]) -> Ran {
        self.merge_with(out, shards, &[])
    }

    fn merge_with(&self, out: &str, shards: &[&str], more: &[&str]) -> Ran {
        let shards: Vec<String> = shards.iter().map(|shard| text(&self.at(shard))).collect();
        let shards: Vec<&str> = shards.iter().map(String::as_str).collect();
        grader(&[&["merge", &text(&self.at(out))], &shards[..], more].concat())
    }

    /// Merges what does not fit, which is refused with these words, and leaves nothing.
    fn refuses(&self, shards: &[&str], words: &str) {
        let ran = self.merge("refused", shards);
        assert_eq!(ran.code, Some(1), "{shards:?}: {ran:?}");
        let said = ran.stderr.replace(&text(self.folder.path()), "…");
        assert!(said.contains(words) && said.contains("\nhint: "), "{shards:?}: {words}: {said}");
        let left = fs::read_dir(self.folder.path()).expect("readable").flatten();
        let left = left.filter(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            name == "refused" || name.starts_with('.')
        });
        assert_eq!(left.count(), 0, "{shards:?} left something");
    }

    /// A copy of a shard's folder with a change to what it says of itself.
    fn changed(&self, from: &str, to: &str, change: impl FnOnce(&mut Value)) {
        copy_folder(&self.at(from), &self.at(to)).expect("copied");
        let file = self.at(to).join("shard.json");
        let mut part = serde_json::from_slice(&fs::read(&file).expect("there")).expect("JSON");
        change(&mut part);
        fs::write(file, part.to_string()).expect("written");
    }

    fn assert_same(&self, one: &str, other: &str) {
        let (one, other) = (files(&self.at(one)), files(&self.at(other)));
        assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        let differ: BTreeMap<_, _> = one.iter().filter(|(file, content)| other[*file] != **content).collect();
        assert!(differ.is_empty(), "{:?} are others", differ.keys());
    }
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[test]
fn shards_become_the_files_of_one_machine_and_nothing_that_does_not_fit_becomes_any() {
    let class = Class::new();
    let whole = class.grade("whole", &["--seed", "7"]);
    assert_eq!(
        whole.code,
        Some(0),
        "a submission that can't be read is no trouble of the grader's: {whole:?}"
    );
    for (number, students) in [("1", 2), ("2", 3), ("3", 0)] {
        class.shard(number, &format!("{number}/3"), &[]);
        let table = fs::read_to_string(class.at(number).join("grades.csv")).expect("there");
        assert_eq!(table.lines().count(), 1 + students, "{table}");
    }
    let merged = class.merge("merged", &["3", "1", "2"]);
    assert_eq!(merged.code, Some(0), "{merged:?}");
    assert!(merged.stdout.contains("5 students") && merged.stdout.contains("damaged: "), "{}", merged.stdout);
    class.assert_same("whole", "merged");

    // Delivered twice, and merged twice.
    copy_folder(&class.at("1"), &class.at("1 again")).expect("copied");
    let merged = class.merge("merged", &["1", "2", "3", "1 again"]);
    assert_eq!(merged.code, Some(0), "{merged:?}");
    assert!(merged.stdout.contains("Shard 1/3 came twice, with the same grades."), "{}", merged.stdout);
    assert!(merged.stdout.contains("They were there already, each file the same."), "{}", merged.stdout);
    class.assert_same("whole", "merged");
    // What is taken off for lateness, and what has changed since, is the class's.
    let terms =
        "due = \"2026-10-12 23:59Z\"\ntimes = \"times.csv\"\n[penalty]\nper = \"day\"\npercent = 10\n";
    fs::write(class.at("policy.toml"), terms).expect("written");
    let times = ["fay", "cyd", "dan", "leaves"].map(|student| format!("{student},2026-10-13 08:00Z\n"));
    fs::write(class.at("times.csv"), format!("student,submitted\n{}", times.concat())).expect("written");
    let (policy, earlier) = (text(&class.at("policy.toml")), text(&class.at("whole")));
    let terms = ["--policy", &policy, "--earlier", &earlier];
    let refused = class.grade("late", &[&["--shard", "1/3", "--seed", "7"], &terms[..]].concat());
    assert!(refused.code == Some(2) && refused.stderr.contains("--shard"), "{refused:?}");
    let late = class.grade("late", &[&["--seed", "7"], &terms[..]].concat());
    assert_eq!(late.code, Some(0), "{late:?}");
    let merged = class.merge_with("late merged", &["1", "2", "3"], &terms);
    assert_eq!(merged.code, Some(0), "{merged:?}");
    class.assert_same("late", "late merged");
    let page = class.at("late merged").join("students/fay/report.md");
    let page = fs::read_to_string(page).expect("there");
    assert!(page.contains("after it was due"), "{page}");

    fs::write(class.at("merged").join("summary.md"), "another").expect("written");
    let over = class.merge("merged", &["1", "2", "3"]);
    assert!(over.code == Some(1) && over.stderr.contains("holds something else\nhint: "), "{over:?}");

    // What is missing.
    class.refuses(&["1", "2"], "of 3 shards, one is missing: 3/3\n");
    class.refuses(&["2"], "of 3 shards, 2 are missing: 1/3, 3/3\n");
    class.refuses(
        &["1", "2", "whole"],
        "`…/whole` holds no shard that came to its end: shard.json is missing",
    );
    class.changed("2", "lacks", |part| {
        part["entries"].as_array_mut().expect("entries").remove(0);
    });
    class.refuses(&["1", "lacks", "3"], "`…/lacks` lacks students of shard 2/3: cyd\n");
    let of_fay = class.at("1 again").join("students/fay/report.html");
    fs::write(&of_fay, "half a pa").expect("written");
    class
        .refuses(&["1 again", "2", "3"], "…/1 again/students/fay/report.html is not as its shard wrote it\n");
    fs::remove_file(&of_fay).expect("removed");
    class.refuses(&["1 again", "2", "3"], "cannot read …/1 again/students/fay/report.html\n");

    // What does not fit.
    class.changed("1", "score", |part| part["entries"][1]["score"] = 99.into());
    class.refuses(
        &["1", "2", "3", "score"],
        "`…/1` and `…/score` are both shard 1/3, and differ: in what became of fay\n",
    );
    class.changed("1", "page", |part| part["files"]["students/fay/report.html"] = "00".into());
    class.refuses(&["1", "2", "3", "page"], "differ: in students/fay/report.html\n");
    class.changed("1", "suite", |part| part["conditions"] = "0123456789abcdef".into());
    class
        .refuses(&["suite", "2", "3"], "graded by different suites, graders or compilers: 0123456789ab and ");
    class.changed("1", "name", |part| part["class"][0]["late"] = true.into());
    class.refuses(&["name", "2", "3"], "`…/name` and `…/2` know different things of cyd\n");
    let ran = class.grade("other seed", &["--shard", "3/3", "--seed", "8"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    class.refuses(&["1", "2", "other seed"], "`…/1` has the seed 7, and `…/other seed` has 8\n");
    class.shard("of 5", "5/5", &[]);
    class.refuses(&["1", "2", "of 5"], "`…/1` is shard 1/3, and `…/of 5` is shard 5/5\n");

    // A folder belongs to one shard, whose students are not to be taken for withdrawn.
    for (more, words) in [
        (&["--shard", "1/3"][..], "of shard 2/3, and not of shard 1/3\nhint: "),
        (&[], "of shard 2/3, and not of the whole class\nhint: "),
    ] {
        let ran = class.grade("2", &[&["--resume", "--seed", "7"], more].concat());
        assert!(ran.code == Some(1) && ran.stderr.contains(words), "{ran:?}");
    }
}

#[test]
fn a_shard_that_was_killed_goes_on_and_one_that_knows_of_nobody_late_is_told() {
    let class = Class::new();
    class.shard("1", "1/3", &[]);
    class.shard("3", "3/3", &[]);
    let mut run = Command::new(env!("CARGO_BIN_EXE_instructor"))
        .args([
            "grade-class",
            &text(&class.at("class")),
            "--seed",
            "7",
            "--jobs",
            "1",
            "--shard",
            "2/3",
            "--out",
        ])
        .arg(class.at("2"))
        .current_dir(root())
        .env("CARGO_TARGET_DIR", target())
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("started");
    let mut lines = BufReader::new(run.stderr.take().expect("piped")).lines();
    assert!(lines.any(|line| line.is_ok_and(|line| line.starts_with("[1/3]"))));
    run.kill().and_then(|()| run.wait()).expect("killed");
    class.refuses(&["1", "2", "3"], "`…/2` holds no shard that came to its end");
    class.shard("2", "2/3", &["--resume"]);

    // Zoe is in the first shard, and moves nobody else.
    folder(&class.at("class"), "zoe", &[("relu", RELU)]);
    class.shard("1", "1/3", &["--resume"]);
    class.refuses(&["1", "2", "3"], "`…/1` knows zoe, and `…/2` does not\n");
    class.shard("2", "2/3", &["--resume"]);
    class.shard("3", "3/3", &["--resume"]);
    assert_eq!(class.merge("merged", &["1", "2", "3"]).code, Some(0));
    assert_eq!(class.grade("whole", &["--seed", "7"]).code, Some(0));
    class.assert_same("whole", "merged");
}

#[test]
fn a_shard_without_a_seed_and_what_is_no_shard_are_bad_arguments() {
    let class = Class::new();
    let ran = class.grade("1", &["--shard", "1/3"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.stderr.contains("shard 1/3 has no --seed") && ran.stderr.contains("\nhint: "), "{ran:?}");
    let ran = class.grade("1", &["--shard", "4/3", "--seed", "7"]);
    assert!(ran.code == Some(2) && ran.stderr.contains("such as 2/8"), "{ran:?}");
    assert!(!class.at("1").exists());
}
