"""Writes each activation's table.csv and pieces.csv: what it is, by an independent computation.

A line of table.csv is `x,f(x)`: x an f32, written so that it reads back as the same f32, and f(x) computed
by mpmath with 60 digits, then rounded once, to f64. Points are sorted.

A line of pieces.csv is `from,centre,c0,c1,…`: from there up to the next line's start, f(x) is about
c0 + c1 (x - centre) + c2 (x - centre)^2 + …, the polynomial that agrees with f in the Chebyshev points.
With these the suite knows f(x) for every x, and those it is handed to can read no formula in it. How far
they are off at most, at random points, is printed.

Nothing here knows how the learners' crate or the reference computes. NaN is left to the suite.

    pip install mpmath==1.3.0 && python3 make.py
"""

import bisect
import random
import struct
from pathlib import Path

from mpmath import chebyfit, exp, mp, mpf, tanh

mp.dps = 60

# What it is, where its pieces meet, and the coefficients, about 0, of the first piece and of the last.
UNIT = range(-32, 33)
FUNCTIONS = {
    "relu": (lambda x: x if x > 0 else mpf(0), [0], [0.0], [0.0, 1.0]),
    "sigmoid": (lambda x: 1 / (1 + exp(-x)), UNIT, [0.0], [1.0]),
    "tanh": (tanh, UNIT, [-1.0], [1.0]),
}
COEFFICIENTS = 13


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


def pieces(f, edges, first, last):
    """Where each piece begins, its centre, and its coefficients, the constant first."""
    found = [(float("-inf"), 0.0, first)]
    for start, end in zip(edges, edges[1:]):
        centre = (start + end) / 2
        half = mpf(end - start) / 2
        fitted = chebyfit(lambda t: f(centre + t), [-half, half], COEFFICIENTS)
        found.append((float(start), centre, [float(c) for c in reversed(fitted)]))
    return found + [(float(edges[-1]), 0.0, last)]


def error(f, found):
    """The largest error of the pieces at numbers drawn near 0, and far from it."""
    rng = random.Random(7)
    starts = [start for start, _, _ in found]
    largest = 0
    for i in range(20_000):
        x = f32(rng.uniform(-40, 40) if i % 4 else rng.choice((-1, 1)) * 10 ** rng.uniform(-44, 38))
        _, centre, coefficients = found[bisect.bisect_right(starts, x) - 1]
        y = 0.0
        for c in reversed(coefficients):
            y = y * (x - centre) + c
        largest = max(largest, abs(f(mpf(x)) - y))
    return float(largest)


def main():
    suite = Path(__file__).parents[2] / "suite"
    for name, (f, *shape) in FUNCTIONS.items():
        rows = (f"{shortest(x)},{float(f(mpf(x)))!r}\n" for x in points())
        (suite / name / "table.csv").write_text("".join(rows))
        found = pieces(f, *shape)
        rows = (",".join(map(repr, [start, centre, *cs])) + "\n" for start, centre, cs in found)
        (suite / name / "pieces.csv").write_text("".join(rows))
        print(f"{name}: off by at most {error(f, found):.1e} between the points of the table")


main()
