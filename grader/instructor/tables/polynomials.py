"""Prints the polynomials of `math.rs`, in both crates: the best there are of their degree.

Each minimises the largest weighted error over an interval, by Remez's exchange algorithm with 30
digits: solve for the polynomial whose error has one size and turns its sign from point to point, move
the points to where the error is largest, and begin again. Coefficients are rounded to f32 at the end;
what that costs, and rounding in the functions themselves, `cargo make ulp` measures.

    pip install mpmath==1.3.0 && python3 polynomials.py
"""

import struct

from mpmath import cos, erf, erfc, exp, fabs, log, lu_solve, matrix, mp, mpf, nstr, pi, sqrt, tanh

mp.dps = 30

POINTS = 1000  # even, so that 0, where some of the weights vanish, is none of them
ROUNDS = 8


def remez(f, weight, degree, a, b):
    """The polynomial p of this degree with the least max |weight (p - f)| on [a, b], and that error."""
    xs = [(a + b) / 2 - (b - a) / 2 * cos(pi * (i + mpf(1) / 2) / POINTS) for i in range(POINTS)]
    fs, ws = [f(x) for x in xs], [weight(x) for x in xs]
    unknown = degree + 2
    chosen = [round((POINTS - 1) * i / (unknown - 1)) for i in range(unknown)]
    for _ in range(ROUNDS):
        equations, right = matrix(unknown, unknown), matrix(unknown, 1)
        for row, i in enumerate(chosen):
            for power in range(degree + 1):
                equations[row, power] = xs[i] ** power
            equations[row, degree + 1] = (-1) ** row / ws[i]
            right[row] = fs[i]
        solved = lu_solve(equations, right)
        coefficients = [solved[power] for power in range(degree + 1)]
        errors = [w * (sum(c * x**n for n, c in enumerate(coefficients)) - y) for x, y, w in zip(xs, fs, ws)]
        peaks = []
        for i, error in enumerate(errors):
            if peaks and errors[peaks[-1]] * error > 0:
                if fabs(error) > fabs(errors[peaks[-1]]):
                    peaks[-1] = i
            else:
                peaks.append(i)
        while len(peaks) > unknown:
            peaks.pop(0 if fabs(errors[peaks[0]]) < fabs(errors[peaks[-1]]) else -1)
        chosen = peaks
    return coefficients, max(fabs(error) for error in errors)


def show(name, found):
    coefficients, error = found
    print(f"{name}: relative error 2^{nstr(log(error, 2), 4)}")
    for coefficient in coefficients:
        (rounded,) = struct.unpack("<f", struct.pack("<f", float(coefficient)))
        print(f"    {rounded:.9g}")


def main():
    ln2 = log(mpf(2))
    # A little more than half of ln 2: the nearest multiple is found in f32.
    half = ln2 / 2 * mpf("1.0005")
    show(
        "e^r = 1 + r + r^2 p(r), |r| <= ln 2 / 2",
        remez(lambda r: (exp(r) - 1 - r) / r**2, lambda r: r**2 / exp(r), 4, -half, half),
    )
    half = mpf(1) / 2
    show(
        "2^f = 1 + f ln 2 + f^2 p(f), |f| <= 1/2",
        remez(lambda f: (exp(f * ln2) - 1 - f * ln2) / f**2, lambda f: f**2 / exp(f * ln2), 3, -half, half),
    )
    show(
        "tanh(a) = a + a u p(u), u = a^2, a <= 0.55",
        remez(
            lambda u: (tanh(sqrt(u)) / sqrt(u) - 1) / u,
            lambda u: u * sqrt(u) / tanh(sqrt(u)),
            3,
            mpf(0),
            mpf("0.55") ** 2,
        ),
    )
    show(
        "erf(a) = a + a p(u), u = a^2, a <= 0.75",
        remez(
            lambda u: erf(sqrt(u)) / sqrt(u) - 1,
            lambda u: sqrt(u) / erf(sqrt(u)),
            5,
            mpf(0),
            mpf("0.75") ** 2,
        ),
    )
    # What this is off by counts in erf, and there the less the further out.
    show(
        "erf(a) = 1 - e^-(2a + a p(a)), 0.75 <= a <= 3.95",
        remez(
            lambda a: (-log(erfc(a)) - 2 * a) / a, lambda a: a * erfc(a) / erf(a), 5, mpf("0.75"), mpf("3.95")
        ),
    )


main()
