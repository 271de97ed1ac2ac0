"""Writes relu.csv, sigmoid.csv and tanh.csv: what the activations are.

Each line is `x,f(x)`: x an f32, written so that it reads back as the same f32, and
f(x) computed by mpmath with 60 digits, then rounded once, to f64. Nothing here knows how the
learners' crate or the reference computes. Points are sorted; ±inf and NaN are left to
the suite, which names them.

    pip install mpmath==1.3.0 && python3 make.py
"""

import random
import struct
from pathlib import Path

from mpmath import exp, mp, mpf, tanh

mp.dps = 60

FUNCTIONS = {
    "relu": lambda x: x if x > 0 else mpf(0),
    "sigmoid": lambda x: 1 / (1 + exp(-x)),
    "tanh": tanh,
}


def f32(x):
    """The f32 nearest to x, as a Python float."""
    return struct.unpack("<f", struct.pack("<f", x))[0]


def shortest(x):
    """The fewest digits that read back as the f32 x."""
    for digits in range(1, 10):
        text = f"{x:.{digits}g}"
        try:
            if f32(float(text)) == x:
                return text
        except OverflowError:  # rounded up past the largest f32
            continue
    raise ValueError(x)


def points():
    """Every x of the tables: the lesson's, even grids, and numbers drawn over all magnitudes."""
    rng = random.Random(20240229)
    xs = {0.0}
    xs.update(f32(i / 4) for i in range(-80, 81))  # the lesson's numbers are among these
    xs.update(f32(rng.uniform(-4, 4)) for _ in range(1200))  # where all three bend
    xs.update(f32(rng.uniform(-20, 20)) for _ in range(1200))  # up to where f32 saturates
    for sign in (-1, 1):
        xs.update(f32(sign * 10 ** rng.uniform(-44, 0)) for _ in range(300))  # subnormals too
        xs.update(f32(sign * 10 ** rng.uniform(1.3, 38.5)) for _ in range(200))
        # around the edges where e^x leaves f32, and where f32 itself ends
        xs.update(f32(sign * e) for e in (87.3, 88.0, 88.72, 88.73, 89.0, 100.0, 103.9, 104.0))
        xs.update(f32(sign * e) for e in (709.7, 710.0, 1000.0, 3.4028234663852886e38))
    return sorted(xs)


def main():
    here = Path(__file__).parent
    for name, f in FUNCTIONS.items():
        rows = (f"{shortest(x)},{float(f(mpf(x)))!r}\n" for x in points())
        (here / f"{name}.csv").write_text("".join(rows))


main()
