"""Writes an exercise's table.csv and pieces.csv: what its function is, by an independent computation.

The function is the first of the `formulas` of exercise.toml, with the parameter's usual value.

A line of table.csv is `x,f(x)`: x an f32, written so that it reads back as the same f32, and f(x) computed
by mpmath with 60 digits, then rounded once, to f64. Points are sorted.

A line of pieces.csv is `from,centre,c0,c1,…`: from there up to the next line's start, f(x) is about
c0 + c1 (x - centre) + c2 (x - centre)^2 + …, the polynomial that agrees with f in the Chebyshev points.
With these the suite knows f(x) for every x, and those it is handed to can read no formula in it. How far
they are off at most, at random points, is printed. Pieces meet at whole numbers, so a corner or a jump has to be at one, and a jump at none below 0.
Far out, f has to be a straight line, as far as an f64 can tell.

Nothing here knows how the learners' crate or the reference computes. NaN is left to the suite.

    pip install mpmath==1.3.0 && python3 make.py [EXERCISE ...]
"""

import bisect
import random
import struct
import sys
import tomllib
from pathlib import Path

import mpmath
from mpmath import chebyfit, mp, mpf

mp.dps = 60

# As many coefficients has a piece, and twice as many where it would be off by more than enough.
COEFFICIENTS = 13
ENOUGH = 5e-11
# What is smaller than this is nothing but the last digits of 60, or far less than anything that is asked for.
NOTHING = mpf(10) ** -40


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


def plain(c, largest=1):
    """A coefficient as a float, without the noise of the fit: it is for factors up to the largest."""
    return 0.0 if abs(c * largest) < NOTHING else float(c)


def line(f, side):
    """The coefficients, about 0, of the straight line that f is far out on a side, -1 or 1."""
    far = side * mpf(2) ** 200
    slope = (f(2 * far) - f(far)) / far
    return without_zeros([plain(f(far) - slope * far), plain(slope)])


def reach(f, side):
    """Where the straight line begins, and where pieces meet before it."""
    constant, slope = (line(f, side) + [0.0])[:2]
    edges = [32]
    while abs(f(mpf(side * edges[-1])) - (constant + slope * side * edges[-1])) > 1e-13:
        if edges[-1] > 2**60:
            sys.exit("far out, the function is no straight line")
        edges.append(2 * edges[-1])
    return [side * edge for edge in edges]


def without_zeros(cs):
    while len(cs) > 1 and cs[-1] == 0.0:
        cs = cs[:-1]
    return cs


def pieces(f):
    """Where each piece begins, its centre, and its coefficients, the constant first."""
    edges = [*reversed(reach(f, -1)), *range(-31, 32), *reach(f, 1)]
    found = [(float("-inf"), 0.0, line(f, -1))]
    for start, end in zip(edges, edges[1:]):
        centre = (start + end) / 2
        half = mpf(end - start) / 2
        fitted, off = chebyfit(lambda t: f(centre + t), [-half, half], COEFFICIENTS, error=True)
        if off > ENOUGH:
            fitted = chebyfit(lambda t: f(centre + t), [-half, half], 2 * COEFFICIENTS)
        cs = without_zeros([plain(c, half**i) for i, c in enumerate(reversed(fitted))])
        if len(cs) <= 2:  # a straight line, which is exact about 0
            constant, slope = fitted[-1], fitted[-2]
            cs, centre = without_zeros([plain(constant - centre * slope), *cs[1:]]), 0.0
        found.append((float(start), centre, cs))
    found.append((float(edges[-1]), 0.0, line(f, 1)))
    found = [part for piece in found for part in from_its_start(f, piece)]
    # Neighbours that are one line are one piece.
    return found[:1] + [piece for before, piece in zip(found, found[1:]) if piece[1:] != before[1:]]


def from_its_start(f, piece):
    """A piece, or two where f jumps at its start, and has a value of its own there."""
    start, centre, coefficients = piece
    if start == float("-inf"):
        return [piece]
    value = sum(c * (mpf(start) - centre) ** i for i, c in enumerate(coefficients))
    if abs(f(mpf(start)) - value) <= ENOUGH:
        return [piece]
    return [(start, 0.0, [float(f(mpf(start)))]), (next_f32(start), centre, coefficients)]


def next_f32(x):
    """The next f32 above one that is not negative."""
    (bits,) = struct.unpack("<I", struct.pack("<f", x))
    return struct.unpack("<f", struct.pack("<I", bits + 1))[0]


def error(f, found):
    """The largest error of the pieces at numbers drawn near 0, and far from it; of values above 1, as a share."""
    rng = random.Random(7)
    starts = [start for start, _, _ in found]
    largest = 0
    for i in range(20_000):
        x = f32(rng.uniform(-40, 40) if i % 4 else rng.choice((-1, 1)) * 10 ** rng.uniform(-44, 38))
        _, centre, coefficients = found[bisect.bisect_right(starts, x) - 1]
        y = 0.0
        for c in reversed(coefficients):
            y = y * (x - centre) + c
        largest = max(largest, abs(f(mpf(x)) - y) / max(1, abs(f(mpf(x)))))
    return float(largest)


# What a formula can call, where mpmath calls it otherwise.
CALLS = {
    "exp2": lambda x: mpf(2) ** x,
    "log2": lambda x: mpmath.log(x, 2),
    "sigmoid": lambda x: 1 / (1 + mpmath.exp(-x)),
}


def function(formula):
    """A formula as a function: with `**` for `^`, it is Python."""
    f = eval(f"lambda x: {formula.replace('^', '**')}", {**vars(mpmath), **CALLS})
    return lambda x: mpf(f(x))


def main():
    suite = Path(__file__).parents[2] / "suite"
    names = sys.argv[1:] or sorted(found.parent.name for found in suite.glob("*/exercise.toml"))
    for name in names:
        exercise = tomllib.loads((suite / name / "exercise.toml").read_text())
        formula, parameter = exercise["formulas"][0], exercise.get("parameter")
        if "sum(" in formula or "largest(" in formula:
            print(f"{name}: a function of rows has no table")
            continue
        if parameter:
            formula = formula.replace(parameter["name"], f"({parameter['usual']})")
        f = function(formula)
        rows = (f"{shortest(x)},{float(f(mpf(x)))!r}\n" for x in points())
        (suite / name / "table.csv").write_text("".join(rows))
        found = pieces(f)
        rows = (",".join(map(repr, [start, centre, *cs])) + "\n" for start, centre, cs in found)
        (suite / name / "pieces.csv").write_text("".join(rows))
        print(f"{name}: off by at most {error(f, found):.1e} between the points of the table")


main()
