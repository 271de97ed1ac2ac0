"""How time and memory grow with the work: tensors, exercises and their checks, submissions, shards.

Everything runs in a copy of the workspace in `target/growth`. The numbers go into `growth.csv` beside this file, and the
curves into `growth.svg`.

    python3 grader/instructor/benches/growth/measure.py [MOST]     the largest class, 2000 if not said
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from plot import draw

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[3]
PLACE = ROOT / "target" / "growth"
MOST = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
ROUNDS = 5
LOOKS_PER_SECOND = 20


def copy_of_the_workspace():
    PLACE.mkdir(parents=True, exist_ok=True)
    for folder in ("exercises", "solutions", "grader", ".cargo"):
        shutil.rmtree(PLACE / folder, ignore_errors=True)
        shutil.copytree(ROOT / folder, PLACE / folder)
    for file in ("Cargo.toml", "Cargo.lock"):
        shutil.copy2(ROOT / file, PLACE / file)
    for folder in ("activations", "slopes"):
        shutil.copytree(PLACE / "solutions/src" / folder, PLACE / "exercises/src" / folder, dirs_exist_ok=True)


def run(*command):
    """What a command prints, the seconds that it takes, and the most memory of its own in MiB."""
    environment = {name: value for name, value in os.environ.items() if name != "CARGO_TARGET_DIR"}
    start, most = time.perf_counter(), 0
    with subprocess.Popen(command, cwd=PLACE, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        os.set_blocking(child.stdout.fileno(), False)
        printed = b""
        while child.poll() is None:
            printed += child.stdout.read() or b""
            try:
                status = Path(f"/proc/{child.pid}/status").read_text()
                most = max(most, int((re.search(r"VmHWM:\s*(\d+)", status) or [0, 0])[1]))
            except OSError:
                pass
            time.sleep(1 / LOOKS_PER_SECOND)
        took = time.perf_counter() - start
        printed += child.stdout.read() or b""
    if child.returncode != 0:
        sys.exit(f"error: {' '.join(command)} ended with {child.returncode}\n{printed.decode(errors='replace')}")
    return printed.decode(), took, most / 1024


def tensors():
    values = ",".join(str(4**power) for power in range(13))
    printed, _, _ = run("cargo", "bench-exercises", "relu", "sigmoid", "tanh", "--rounds", "7", "--json", "--values", values)
    for size in json.loads(printed):
        yield "tensor", "a change of sign", size["values"], size["negating"]["nanoseconds"]
        for pair in size["exercises"]:
            yield "tensor", pair["title"], size["values"], pair["reference"]["nanoseconds"]


def exercises():
    grader = str(PLACE / "target/debug/grader")
    report = json.loads(run(grader, "grade", "--json", "-")[0])
    all_of_them = [(exercise["name"], len(exercise["checks"])) for exercise in report["exercises"]]
    for count in range(1, len(all_of_them) + 1):
        names = [name for name, _ in all_of_them[:count]]
        took = median(run(grader, "grade", *names)[1] for _ in range(ROUNDS))
        yield "exercises", "seconds", count, took
        yield "checks", "seconds", sum(checks for _, checks in all_of_them[:count]), took


def classes():
    instructor = str(PLACE / "target/debug/instructor")
    sizes = [size for size in (1, 3, 10, 30, 100, 300, 1000, 2000) if size <= MOST]
    for size in sizes:
        submissions, grades = PLACE / "class", PLACE / "grades"
        for folder in (submissions, grades):
            shutil.rmtree(folder, ignore_errors=True)
        run("bash", "grader/instructor/systems/specimen-class", str(submissions), str(size))
        print(f"A class of {size} …", file=sys.stderr)
        _, took, memory = run(instructor, "grade-class", str(submissions), "--out", str(grades), "--seed", "1")
        yield "class", "seconds", size, took
        yield "memory", "MiB", size, memory
    shutil.rmtree(PLACE / "class")
    run("bash", "grader/instructor/systems/specimen-class", str(PLACE / "class"), "40")
    for shards in (1, 2, 4, 8):
        each = []
        for shard in range(1, shards + 1):
            out = str(PLACE / f"shard-{shards}-{shard}")
            shutil.rmtree(out, ignore_errors=True)
            arguments = ("--out", out, "--seed", "1", "--shard", f"{shard}/{shards}")
            each.append(run(instructor, "grade-class", str(PLACE / "class"), *arguments)[1])
        yield "shards", "the longest", shards, max(each)
        yield "shards", "all together", shards, sum(each)


def main():
    copy_of_the_workspace()
    print("Building …", file=sys.stderr)
    run("cargo", "grade")
    run("cargo", "build", "--quiet", "--package", "instructor")
    rows = []
    for measure in (tensors, exercises, classes):
        for row in measure():
            rows.append(row)
            print(*row, sep="  ", file=sys.stderr)
    with open(HERE / "growth.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["plot", "curve", "size", "measured"])
        writer.writerows((plot, curve, size, f"{measured:.4g}") for plot, curve, size, measured in rows)
    (HERE / "growth.svg").write_text(draw(HERE / "growth.csv"))


main()
