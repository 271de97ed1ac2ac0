"""From an edit to the verdict: every way to grade, beside a twin that judges without a process of its own.

The twin has the same checks, expected values and inputs, but calls the learner's code as `cargo test` does
everywhere else: in the process that judges it. It is made here, of a copy of the workspace in
`target/loop`, and of no use but to be compared with. Ways take turns, each after an edit of its own to
`relu.rs`; times are medians of the rounds, and ratios are to the twin.

    python3 grader/instructor/benches/loop/compare.py [ROUNDS]
"""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[3]
PLACE = ROOT / "target" / "loop"
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 11
RELU = "exercises/src/activations/relu.rs"

# What makes the twin, file by file: every text must be there, once.
TWIN = {
    "grader/Cargo.toml": [("[dev-dependencies]\n", '[dev-dependencies]\nexercises = { path = "../exercises" }\n')],
    "grader/channel/src/lib.rs": [("pub use serve::{Forward, serve};", "pub use serve::{Forward, call, serve};")],
    "grader/channel/src/serve.rs": [("\nfn call(", "\n/// As in a worker.\npub fn call(")],
    "grader/src/judge/mod.rs": [("pub use subject::{Answer, Subject};", "pub use subject::{Answer, FIND, Subject};")],
    "grader/src/judge/subject.rs": [
        (
            "/// What `forward` returned",
            "/// Looks the learner's code up.\n"
            "pub static FIND: std::sync::OnceLock<fn(&str) -> Option<channel::Forward>> = "
            "std::sync::OnceLock::new();\n\n/// What `forward` returned",
        ),
        (
            "        let start = Instant::now();\n        let reply = match &mut self.worker {",
            "        let find = FIND.get().expect(\"there is code\");\n"
            "        if let Some(forward) = find(self.activation) {\n"
            "            return Ok(channel::call(&forward, input));\n"
            "        }\n"
            "        let start = Instant::now();\n        let reply = match &mut self.worker {",
        ),
    ],
    "grader/suite/worker.rs": [
        (
            "    PROGRAM.as_deref()",
            "    grader::judge::FIND.get_or_init(|| |name| {\n"
            "        let layer = nn::activations::by_name(name)?;\n"
            "        Some(Box::new(move |x: &_| layer.forward(x)))\n"
            "    });\n"
            "    PROGRAM.as_deref()",
        ),
    ],
}


def workspace(name, changes):
    """A copy of the workspace that keeps its build products, with the reference's bodies in its exercises."""
    place = PLACE / name
    place.mkdir(parents=True, exist_ok=True)
    for folder in ("exercises", "solutions", "grader", ".cargo"):
        shutil.rmtree(place / folder, ignore_errors=True)
        shutil.copytree(ROOT / folder, place / folder)
    for file in ("Cargo.toml", "Cargo.lock", "Makefile.toml"):
        shutil.copy2(ROOT / file, place / file)
    for file in (place / "solutions/src/activations").glob("*.rs"):
        shutil.copy2(file, place / "exercises/src/activations" / file.name)
    for file, pairs in changes.items():
        text = (place / file).read_text()
        for old, new in pairs:
            if text.count(old) != 1:
                sys.exit(f"error: {file} has changed, so that no twin can be made\nhint: {old!r} is looked for")
            text = text.replace(old, new)
        (place / file).write_text(text)
    return place


def run(place, command):
    """Seconds that a command takes, which has to succeed."""
    environment = {**os.environ, "RUST_BACKTRACE": "0", "GRADER_WORKER": "none"}
    environment.pop("CARGO_TARGET_DIR", None)
    start = time.perf_counter()
    ran = subprocess.run(command, cwd=place, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    took = time.perf_counter() - start
    if ran.returncode != 0:
        sys.exit(f"error: {' '.join(command)} failed\n{ran.stdout.decode(errors='replace')}")
    return took, ran.stdout.decode(errors="replace")


def edit(place, number):
    """Another body of the same function, whose zero is a product with this number."""
    text = (ROOT / "solutions/src/activations/relu.rs").read_text()
    before, rest = text.split("// BEGIN SOLUTION", 1)
    after = rest.split("// END SOLUTION", 1)[1]
    body = f"x.mapv(|v| if v < 0.0 {{ {number}.0 * 0.0 }} else {{ v }})"
    (place / RELU).write_text(before + body + after)


def main():
    ours, twin = workspace("ours", {}), workspace("twin", TWIN)
    cases = ["cargo", "test", "--quiet", "--package", "grader", "--features", "exercises", "--test", "suite"]
    grader = str(ours / "target/debug/grader")
    ways = {
        "the twin, under cargo test": (twin, cases),
        "the grader's own program": (ours, [grader, "grade"]),
        "cargo grade": (ours, ["cargo", "grade"]),
        "cargo make grade": (ours, ["cargo", "make", "grade"]),
    }
    parts = {
        "of which compiling alone": (
            ours,
            ["cargo", "build", "--quiet", "--package", "subject", "--features", "exercises", "--bin", "subject-exercises"],
        ),
        "of which judging, with nothing to compile": (ours, [grader, "grade"]),
    }
    print("Building both …", file=sys.stderr)
    for place in (ours, twin):
        edit(place, 0)
    run(ours, ["cargo", "build", "--quiet", "--package", "grader", "--bin", "grader", "--test", "suite"])
    for place, command in [*ways.values(), *parts.values()]:
        run(place, command)
    times = {name: [] for name in [*ways, *parts]}
    number = 0
    for round_ in range(ROUNDS):
        print(f"Round {round_ + 1} of {ROUNDS} …", file=sys.stderr)
        for name, (place, command) in [*ways.items(), *parts.items()]:
            if "nothing to compile" not in name:
                number += 1
                edit(place, number)
            took, said = run(place, command)
            if name in ways and "twin" not in name and not re.search(r"\b(\d+) / \1 points", said):
                sys.exit(f"error: {name} gave no full marks\n{said}")
            times[name].append(took)
    reference = median(times["the twin, under cargo test"])
    print(f"{'':42} {'seconds':>8} {'least':>6} {'ratio':>6}")
    for name, measured in times.items():
        print(f"{name:42} {median(measured):8.3f} {min(measured):6.3f} {median(measured) / reference:6.2f}")


main()
