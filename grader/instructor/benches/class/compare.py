"""What grading one submission costs, in turns with otter-grader and nbgrader, each with its own smallest assignment.

Ours has three exercises with all their checks, the sandbox, and a page; everybody hands in all three, well done. Otter's
is a notebook with one function and one test, run without its container. nbgrader's is a problem of its quick start, graded
and given a page. Seconds are those of the processor, of all processes together, per submission; medians of some rounds.

    python3 -m venv /tmp/graders && /tmp/graders/bin/pip install -r grader/instructor/benches/class/requirements.txt
    /tmp/graders/bin/python grader/instructor/benches/class/compare.py [ANOTHER_CHECKOUT …]
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[4]
BIN = Path(sys.executable).parent
SUBMISSIONS = 12
EXERCISES = ["relu.rs", "sigmoid.rs", "tanh.rs"]
ROUNDS = 3

OTTER_TEST = '''
OK_FORMAT = True
test = {"name": "q1", "points": 1, "suites": [{"cases": [{"code": ">>> relu(-1.0) == 0.0\\nTrue"}], "type": "doctest"}]}
'''


def run(*command, cwd):
    """Runs a command, and gives the seconds of processors that it and all that it starts take."""
    environment = {name: value for name, value in os.environ.items() if name != "CARGO_TARGET_DIR"}
    environment["PATH"] = f"{BIN}:{environment['PATH']}"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if ran.returncode != 0:
        said = ran.stdout.decode(errors="replace")
        sys.exit(f"error: {' '.join(map(str, command))} ended with {ran.returncode}\n{said}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ours(checkout, place):
    """Prepares a class; gives the function that grades it."""
    run("cargo", "build", "--quiet", "--package", "instructor", cwd=checkout)
    for submission in range(SUBMISSIONS):
        student = place / f"class/student{submission}"
        student.mkdir(parents=True)
        for file in EXERCISES:
            text = (checkout / "solutions/src/activations" / file).read_text()
            (student / file).write_text(text + f"// {submission}\n")

    def grade():
        shutil.rmtree(place / "grades", ignore_errors=True)
        arguments = ["grade-class", place / "class", "--out", place / "grades", "--seed", "1"]
        return run(checkout / "target/debug/instructor", *arguments, cwd=checkout)

    grade()  # What all submissions share is built.
    return grade


def otter(place):
    (place / "tests").mkdir(parents=True)
    (place / "tests/q1.py").write_text(OTTER_TEST)
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "id": "a"}
    notebook = {
        "cells": [cell | {"source": ["def relu(x):\n", "    return max(x, 0.0)"]}],
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    (place / "submission.ipynb").write_text(json.dumps(notebook))
    (place / "out").mkdir()
    run("otter", "generate", "-t", "tests", "--no-environment", "-o", "autograder.zip", cwd=place)

    def grade():
        # Each is a start of its own, so one says as much as many.
        command = ["otter", "run", "-a", "autograder.zip", "-o", "out", "--no-logo", "submission.ipynb"]
        return run(*command, cwd=place) * SUBMISSIONS

    return grade


def nbgrader(place):
    place.mkdir()
    run("nbgrader", "quickstart", "course", cwd=place)
    course = place / "course"
    (course / "source/ps1/problem2.ipynb").unlink()
    run("nbgrader", "generate_assignment", "ps1", cwd=course)
    for submission in range(SUBMISSIONS):
        shutil.copytree(course / "release/ps1", course / f"submitted/student{submission}/ps1")

    def grade():
        graded = run("nbgrader", "autograde", "ps1", "--force", cwd=course)
        return graded + run("nbgrader", "generate_feedback", "ps1", "--force", cwd=course)

    return grade


def main():
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        checkouts = [ROOT, *(Path(path).resolve() for path in sys.argv[1:])]
        print("Preparing …", file=sys.stderr)
        graders = {}
        for number, checkout in enumerate(checkouts):
            (place / str(number)).mkdir()
            graders[str(checkout)] = ours(checkout, place / str(number))
        graders |= {"otter-grader": otter(place / "otter"), "nbgrader": nbgrader(place / "nbgrader")}
        took = {name: [] for name in graders}
        for _ in range(ROUNDS):
            for name, grade in graders.items():
                took[name].append(grade() / SUBMISSIONS)
        first = median(took[str(ROOT)])
        for name, seconds in took.items():
            print(f"{median(seconds):7.2f} s  {median(seconds) / first:5.2f}  {name}")


main()
