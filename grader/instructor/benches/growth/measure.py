"""How time and memory grow with the work: tensors, checks, submissions, shards.

Everything runs in a copy of the workspace in `target/growth`. The numbers go into `growth.csv` beside this file, and the
curves into `growth.svg`. The largest class has 2000 students, if no other number is said; it takes most of the time.

    python3 grader/instructor/benches/growth/measure.py [MOST]
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from statistics import median

from plot import draw

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[3]
PLACE = ROOT / "target" / "growth"
MOST = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
ROUNDS = 5
SECONDS_BETWEEN_LOOKS = 0.05


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
    """What a command prints, the seconds that it takes, and the most memory of its own process in MiB."""
    environment = {name: value for name, value in os.environ.items() if name != "CARGO_TARGET_DIR"}
    most, is_over = [0], threading.Event()

    def look(process):
        # What the system counts for a child includes its own children, of which rustc is one.
        while not is_over.wait(SECONDS_BETWEEN_LOOKS):
            try:
                found = re.search(r"VmHWM:\s*(\d+)", Path(f"/proc/{process}/status").read_text())
            except OSError:
                return
            most[0] = max(most[0], int(found[1]) if found else 0)

    start = time.perf_counter()
    with subprocess.Popen(command, cwd=PLACE, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        watching = threading.Thread(target=look, args=(child.pid,))
        watching.start()
        printed, _ = child.communicate()
        took = time.perf_counter() - start
        is_over.set()
        watching.join()
    if child.returncode != 0:
        sys.exit(f"error: {' '.join(command)} ended with {child.returncode}\n{printed.decode(errors='replace')}")
    return printed.decode(), took, most[0] / 1024


def tensors():
    values = ",".join(str(4**power) for power in range(13))
    printed, _, _ = run("cargo", "bench-exercises", "relu", "sigmoid", "tanh", "--rounds", "7", "--json", "--values", values)
    for size in json.loads(printed):
        yield "tensor", "a change of sign", size["values"], size["negating"]["nanoseconds"]
        for pair in size["exercises"]:
            yield "tensor", pair["title"], size["values"], pair["reference"]["nanoseconds"]


def checks():
    grader = str(PLACE / "target/debug/grader")
    report = json.loads(run(grader, "grade", "--json", "-")[0])
    every = [(exercise["name"], len(exercise["checks"])) for exercise in report["exercises"]]
    for count in range(1, len(every) + 1):
        names = [name for name, _ in every[:count]]
        took = median(run(grader, "grade", *names)[1] for _ in range(ROUNDS))
        yield "checks", "s", sum(checks for _, checks in every[:count]), took


def classes():
    instructor = str(PLACE / "target/debug/instructor")
    submissions, grades = PLACE / "class", PLACE / "grades"

    def class_of(size):
        shutil.rmtree(submissions, ignore_errors=True)
        run("bash", "grader/instructor/systems/specimen-class", str(submissions), str(size))

    def grade(*more):
        shutil.rmtree(grades, ignore_errors=True)
        return run(instructor, "grade-class", str(submissions), "--out", str(grades), "--seed", "1", *more)

    class_of(1)
    grade()  # What all submissions share is built.
    for size in (size for size in (1, 3, 10, 30, 100, 300, 2000) if size <= MOST):
        class_of(size)
        _, took, memory = grade()
        yield "class", "s", size, took
        yield "memory", "MiB", size, memory
    class_of(40)
    for shards in (1, 2, 4, 8):
        each = [grade("--shard", f"{shard}/{shards}")[1] for shard in range(1, shards + 1)]
        yield "shards", "the longest", shards, max(each)
        yield "shards", "all together", shards, sum(each)


def main():
    copy_of_the_workspace()
    print("Building …", file=sys.stderr)
    run("cargo", "grade")
    run("cargo", "build", "--quiet", "--package", "instructor")
    rows = []
    for measure in (tensors, checks, classes):
        for row in measure():
            rows.append(row)
            print(*row, sep="  ", file=sys.stderr)
    with open(HERE / "growth.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["plot", "curve", "size", "measured"])
        writer.writerows((plot, curve, size, f"{measured:.4g}") for plot, curve, size, measured in rows)
    (HERE / "growth.svg").write_text(draw(HERE / "growth.csv"))


main()
