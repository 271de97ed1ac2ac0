"""From an edit to the verdict: every way to grade, in turns.

Ways take turns in a copy of the workspace in `target/loop`, each after an edit of its own to `relu.rs`; times are
medians of the rounds, and ratios are to the grader's own program. Where rustlings is installed, it takes its turn with a
quiz of its own, which has one test, after an edit of that.

    python3 grader/instructor/benches/loop/compare.py [ROUNDS]
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[4]
PLACE = ROOT / "target" / "loop"
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 11
RELU = "exercises/src/activations/relu.rs"
QUIZ = "exercises/quizzes/quiz1.rs"


def workspace():
    PLACE.mkdir(parents=True, exist_ok=True)
    for folder in ("exercises", "solutions", "grader", ".cargo"):
        shutil.rmtree(PLACE / folder, ignore_errors=True)
        shutil.copytree(ROOT / folder, PLACE / folder)
    for file in ("Cargo.toml", "Cargo.lock", "Makefile.toml"):
        shutil.copy2(ROOT / file, PLACE / file)
    for file in (PLACE / "solutions/src/activations").glob("*.rs"):
        shutil.copy2(file, PLACE / "exercises/src/activations" / file.name)


def rustlings(place):
    """A way to grade with rustlings, in a folder outside of any workspace, where it is installed."""
    if not shutil.which("rustlings"):
        return {}
    subprocess.run(["rustlings", "init"], cwd=place, input=b"\n", stdout=subprocess.DEVNULL, check=True)
    return {"rustlings, a quiz of one test": ["rustlings", "run", "quiz1"]}


def run(command, place=PLACE):
    """Seconds that a command takes, which has to succeed."""
    environment = {**os.environ, "RUST_BACKTRACE": "0"}
    environment.pop("CARGO_TARGET_DIR", None)
    start = time.perf_counter()
    ran = subprocess.run(command, cwd=place, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    took = time.perf_counter() - start
    if ran.returncode != 0:
        sys.exit(f"error: {' '.join(command)} failed\n{ran.stdout.decode(errors='replace')}")
    return took, ran.stdout.decode(errors="replace")


def edit(number):
    """Another body of the same function, whose zero is a product with this number."""
    text = (ROOT / "solutions/src/activations/relu.rs").read_text()
    before, rest = text.split("// BEGIN SOLUTION", 1)
    after = rest.split("// END SOLUTION", 1)[1]
    body = f"x.mapv(|v| if v < 0.0 {{ {number}.0 * 0.0 }} else {{ v }})"
    (PLACE / RELU).write_text(before + body + after)


def edit_quiz(place, number):
    """The same for the quiz of rustlings."""
    tests = (place / QUIZ).read_text().split("fn main", 1)[1]
    body = f"if count > 40 {{ count + {number} - {number} }} else {{ 2 * count }}"
    (place / QUIZ).write_text(f"fn calculate_price_of_apples(count: u64) -> u64 {{ {body} }}\n\nfn main{tests}")


def main():
    with tempfile.TemporaryDirectory() as other:
        compare(Path(other))


def compare(other):
    workspace()
    others = rustlings(other)
    other = other / "rustlings"
    grader = str(PLACE / "target/debug/grader")
    ways = {
        "the grader's own program": [grader, "grade"],
        "cargo grade": ["cargo", "grade"],
        "cargo make grade": ["cargo", "make", "grade"],
    }
    parts = {
        "of which compiling alone": ["cargo", "build", "--quiet", "--package", "worker", "--bin", "worker-exercises"],
        "of which judging, with nothing to compile": [grader, "grade"],
    }
    print("Building …", file=sys.stderr)
    edit(0)
    run(["cargo", "build", "--quiet", "--package", "student", "--bin", "grader", "--package", "grader", "--test", "suite"])
    for command in [*ways.values(), *parts.values()]:
        run(command)
    for command in others.values():
        edit_quiz(other, 0)
        run(command, other)
    times = {name: [] for name in [*ways, *parts, *others]}
    number = 0
    for round_ in range(ROUNDS):
        print(f"Round {round_ + 1} of {ROUNDS} …", file=sys.stderr)
        for name, command in [*ways.items(), *parts.items()]:
            if "nothing to compile" not in name:
                number += 1
                edit(number)
            took, said = run(command)
            if name in ways and not re.search(r"\b(\d+) / \1 points", said):
                sys.exit(f"error: {name} gave no full marks\n{said}")
            times[name].append(took)
        for name, command in others.items():
            edit_quiz(other, number)
            times[name].append(run(command, other)[0])
    own = median(times["the grader's own program"])
    print(f"{'':42} {'seconds':>8} {'least':>6} {'ratio':>6}")
    for name, measured in times.items():
        print(f"{name:42} {median(measured):8.3f} {min(measured):6.3f} {median(measured) / own:6.2f}")


main()
