"""Puts our activations beside NumPy's and PyTorch's, in turns: `cargo make bench`, NumPy, PyTorch, again.

All are on one thread, all write each output to new memory, and all read the same numbers. Times are
medians, in nanoseconds per value; a ratio above 1 says how many times as long the other takes.

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install -r grader/instructor/benches/peers/requirements.txt
    /tmp/peers/bin/python grader/instructor/benches/peers/compare.py
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np
import torch

torch.set_num_threads(1)

ROOT = Path(__file__).resolve().parents[4]
ROUNDS = 9
ROUND_SECONDS = 0.012

NUMPY = {
    "relu": lambda x: np.maximum(x, 0),
    "sigmoid": lambda x: 1 / (1 + np.exp(-x)),
    "tanh": np.tanh,
}
PYTORCH = {"relu": torch.relu, "sigmoid": torch.sigmoid, "tanh": torch.tanh}


def ours():
    """One round of `cargo make bench`: by size and name, yours and the reference's, where there are any."""
    command = ["cargo", "bench-exercises", "--rounds", "1", "--json"]
    ran = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if ran.returncode != 0:
        sys.exit("error: `cargo make bench` failed, see above")
    times = {}
    for size in json.loads(ran.stdout):
        named = [("negating", "negating", size["negating"])]
        for pair in size["exercises"]:
            named.append((pair["name"], "yours", pair["yours"]))
            named.append((pair["name"], "reference", pair["reference"]))
        for name, whose, measured in named:
            if measured and "nanoseconds" in measured:
                times[size["values"], name, whose] = measured["nanoseconds"]
    return times


def inputs(values):
    """What the worker makes up: numbers from -6 to 6, in no order."""
    places = np.arange(values, dtype=np.uint32) * np.uint32(0x9E3779B9)
    return places.astype(np.float32) * np.float32(12 / 2**32) - np.float32(6)


def timed(f, x, values):
    """Nanoseconds per value, over as many calls as a round has time for."""
    f(x)
    start = time.perf_counter()
    f(x)
    calls = max(1, min(20_000, int(ROUND_SECONDS / (time.perf_counter() - start))))
    start = time.perf_counter()
    for _ in range(calls):
        f(x)
    return (time.perf_counter() - start) / calls / values * 1e9


def main():
    collected = {}

    def note(key, measured):
        collected.setdefault(key, []).append(measured)

    sizes = sorted({values for values, _, _ in ours()})
    for number in range(ROUNDS):
        print(f"Round {number + 1} of {ROUNDS} …", file=sys.stderr)
        for key, measured in ours().items():
            note(key, measured)
        for values in sizes:
            x = inputs(values)
            tensor = torch.from_numpy(x)
            for name in NUMPY:
                note((values, name, "NumPy"), timed(NUMPY[name], x, values))
                note((values, name, "PyTorch"), timed(PYTORCH[name], tensor, values))

    times = {key: median(measured) for key, measured in collected.items()}
    print(f"NumPy {np.__version__}, PyTorch {torch.__version__} with {torch.backends.cpu.get_cpu_capability()}\n")
    print(f"{'values':>10}  {'':19}  {'ns/value':>8}  {'NumPy':>14}  {'PyTorch':>14}  {'negating':>8}")
    for values in sizes:
        for name in NUMPY:
            for whose in ("yours", "reference"):
                us = times.get((values, name, whose))
                if us is None:
                    continue
                peers = [times[values, name, peer] for peer in ("NumPy", "PyTorch")]
                shown = "  ".join(f"{peer:6.3f} {peer / us:5.2f} x" for peer in peers)
                negating = times[values, "negating", "negating"]
                print(f"{values:10}  {name:8} {whose:10}  {us:8.3f}  {shown}  {negating:8.3f}")


main()
