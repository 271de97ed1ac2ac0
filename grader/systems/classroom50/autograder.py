"""Writes result.json for Classroom 50: exit code 0 means that the grader ran.

The runner checks the student's repository out and calls this in it; GRADER is the folder of the
grader's workspace. The runner's own variables (CLASSROOM, ASSIGNMENT, ...) reach the grader by
inheritance. Nothing of the student's repository is run by this script.
"""

import os
import subprocess
import sys

grader = os.environ.get("GRADER", "grader-workspace")
command = [
    "cargo", "run", "--quiet", "--package", "grader", "--features", "class", "--",
    "grade", "--submission", os.getcwd(),
    "--format", "classroom50", "--output", os.path.abspath("result.json"),
]
subprocess.run(command, cwd=grader, check=False)
sys.exit(0 if os.path.exists("result.json") else 1)
