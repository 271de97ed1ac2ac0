"""Holds the two jobs to Kubernetes's own schemas, and to what the entry script asks of them.

It needs kubernetes-validate, which brings the schemas: pip install kubernetes-validate==1.37.0
"""

import sys
from pathlib import Path

import kubernetes_validate
import yaml

# The first version whose API servers know FailIndex without a feature gate, and the newest that the package knows.
VERSIONS = ["1.31", "1.37"]

here = Path(__file__).parent
jobs = {name: yaml.safe_load((here / f"{name}.yaml").read_text()) for name in ["grade", "merge"]}
for name, job in jobs.items():
    for version in VERSIONS:
        kubernetes_validate.validate(job, version, strict=True)


def container(name):
    return jobs[name]["spec"]["template"]["spec"]["containers"][0]


def variables(name):
    return {variable["name"]: variable["value"] for variable in container(name)["env"]}


grade = jobs["grade"]["spec"]
exits = [rule for rule in grade["podFailurePolicy"]["rules"] if "onExitCodes" in rule]
expected = {
    "shards, and pods": (int(variables("grade")["SHARDS"]), grade["completions"]),
    "shards that are graded, and merged": (variables("grade")["SHARDS"], variables("merge")["SHARDS"]),
    "one image": (container("grade")["image"], container("merge")["image"]),
    "codes that fail an index": ([rule["onExitCodes"]["values"] for rule in exits], [[2, 78]]),
    "what they do": ([rule["action"] for rule in exits], ["FailIndex"]),
    # FailIndex is refused without it.
    "tries are counted for each index": ("backoffLimitPerIndex" in grade, True),
    "what the entry script is told": ({"SUBMISSIONS", "GRADES", "SEED"} - set(variables("grade")), set()),
}
wrong = [f"{what}: {one} and {other}" for what, (one, other) in expected.items() if one != other]
sys.exit("\n".join(wrong) or print(f"Both jobs are valid by the schemas of {' and '.join(VERSIONS)}."))
