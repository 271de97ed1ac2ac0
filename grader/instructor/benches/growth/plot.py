"""Draws `growth.csv`: a panel for each plot in it, with a line for each curve.

    python3 grader/instructor/benches/growth/plot.py     draws it anew from the numbers there are
"""

import csv
import math
from pathlib import Path

# Each plot's title, what its axes count, and whether they do so in powers of ten.
PLOTS = {
    "tensor": ("A layer, by its tensor's values", "ns per value", True),
    "checks": ("A grading without a build, by its checks", "s", False),
    "class": ("A class, by its submissions", "s", True),
    "memory": ("The memory of that", "MiB", False),
    "shards": ("A class of 40, by its shards", "s", False),
}
COLOURS = ("#1f77b4", "#d62728", "#2ca02c", "#9467bd")
WIDTH, HEIGHT, COLUMNS = 300, 210, 3
LEFT, RIGHT, TOP, BOTTOM = 48, 16, 40, 26
PLACES = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM


class Axis:
    """From numbers to places, of which there are `length`."""

    def __init__(self, numbers, length, is_log):
        self.is_log, self.length = is_log, length
        if is_log:
            self.low = math.floor(math.log10(min(numbers)) + 1e-9)
            self.high = math.ceil(math.log10(max(numbers)) - 1e-9)
        else:
            self.low, self.high = 0, 1.1 * max(numbers)

    def place(self, number):
        number = math.log10(number) if self.is_log else number
        return (number - self.low) / (self.high - self.low) * self.length

    def ticks(self):
        if self.is_log:
            step = 1 + (self.high - self.low) // 6
            return [10.0**power for power in range(self.low, self.high + 1, step)]
        power = 10.0 ** math.floor(math.log10(self.high))
        step = next(power / part for part in (1, 2, 5, 10) if self.high * part / power >= 3)
        return [step * count for count in range(math.floor(self.high / step) + 1)]


def shown(number):
    for limit, letter in ((1e6, "M"), (1e3, "K")):
        if number >= limit:
            return f"{number / limit:g}{letter}"
    return f"{number:g}"


def panel(name, curves):
    title, unit, is_log = PLOTS[name]
    points = [point for curve in curves.values() for point in curve]
    width, height = PLACES
    # A class of any size is drawn over a line of powers, whatever its memory is.
    across = Axis([x for x, _ in points], width, is_log or name == "memory")
    up = Axis([y for _, y in points], height, is_log)
    yield f'<text x="{LEFT - 40}" y="14" font-weight="bold">{title}</text>'
    yield f'<text x="{LEFT - 40}" y="{TOP - 12}">{unit}</text>'
    for tick in across.ticks():
        yield f'<text x="{LEFT + across.place(tick):.1f}" y="{TOP + height + 15}" text-anchor="middle">{shown(tick)}</text>'
    for tick in up.ticks():
        y = TOP + height - up.place(tick)
        yield f'<path d="M{LEFT} {y:.1f}h{width}" stroke="#ddd"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{shown(tick)}</text>'
    for number, (colour, (curve, values)) in enumerate(zip(COLOURS, curves.items())):
        at = (f"{LEFT + across.place(x):.1f},{TOP + height - up.place(y):.1f}" for x, y in values)
        yield f'<polyline points="{" ".join(at)}" fill="none" stroke="{colour}" stroke-width="2"/>'
        if len(curves) > 1:
            yield f'<text x="{LEFT + 60}" y="{TOP + 10 + 14 * number}" fill="{colour}">{curve}</text>'


def draw(file: Path):
    plots = {}
    with open(file, newline="") as rows:
        for row in csv.DictReader(rows):
            curve = plots.setdefault(row["plot"], {}).setdefault(row["curve"], [])
            curve.append((float(row["size"]), float(row["measured"])))
    size = f'width="{COLUMNS * WIDTH}" height="{math.ceil(len(plots) / COLUMNS) * HEIGHT}"'
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="11">']
    lines.append('<rect width="100%" height="100%" fill="white"/>')
    for number, (name, curves) in enumerate(plots.items()):
        x, y = number % COLUMNS * WIDTH, number // COLUMNS * HEIGHT
        lines += [f'<g transform="translate({x} {y})">', *panel(name, curves), "</g>"]
    return "\n".join([*lines, "</svg>"]) + "\n"


if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    (here / "growth.svg").write_text(draw(here / "growth.csv"))
