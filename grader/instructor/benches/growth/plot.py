"""Draws `growth.csv`: a panel for each plot in it, with a line for each curve."""

import csv
import math
from pathlib import Path

# Each plot's title, the words below and beside it, and whether its axes count in powers of ten.
PLOTS = {
    "tensor": ("A layer", "values of the tensor", "ns per value", True),
    "exercises": ("A grading, nothing to compile", "exercises", "s", False),
    "checks": ("The same", "checks", "s", False),
    "class": ("A class, two processors", "submissions", "s", True),
    "memory": ("Its memory", "submissions", "MiB", True),
    "shards": ("A class of 40 in shards", "shards", "s", False),
}
COLOURS = ("#1f77b4", "#d62728", "#2ca02c", "#7f7f7f")
WIDTH, HEIGHT, COLUMNS = 300, 220, 3
LEFT, RIGHT, TOP, BOTTOM = 48, 14, 30, 40


def ticks(low, high, is_log):
    if is_log:
        powers = range(math.floor(low), math.ceil(high) + 1)
        step = max(1, len(powers) // 5)
        return [power for power in powers if low <= power <= high and power % step == 0]
    step = 10 ** math.floor(math.log10(high))
    step = next(step / part for part in (1, 2, 5, 10) if high / (step / part) >= 3)
    return [step * count for count in range(math.floor(high / step) + 1)]


def number(value):
    for limit, letter in ((1e6, "M"), (1e3, "K")):
        if value >= limit:
            return f"{value / limit:g}{letter}"
    return f"{value:g}"


def panel(name, curves):
    title, below, beside, is_log = PLOTS[name]
    scale = math.log10 if is_log else float
    points = [(scale(x), scale(y)) for curve in curves.values() for x, y in curve]
    low_x, high_x = (min(x for x, _ in points), max(x for x, _ in points)) if is_log else (0, max(x for x, _ in points))
    low_y, high_y = (math.floor(min(y for _, y in points)), math.ceil(max(y for _, y in points))) if is_log else (0, 1.1 * max(y for _, y in points))
    width, height = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def at(x, y):
        return LEFT + (x - low_x) / (high_x - low_x) * width, TOP + (high_y - y) / (high_y - low_y) * height

    yield f'<text x="{LEFT}" y="{TOP - 12}" font-weight="bold">{title}</text>'
    yield f'<text x="{LEFT + width / 2}" y="{HEIGHT - 8}" text-anchor="middle">{below}</text>'
    yield f'<text x="{LEFT - 6}" y="{TOP - 12}" text-anchor="end">{beside}</text>'
    for x in ticks(low_x, high_x, is_log):
        place, _ = at(x, low_y)
        yield f'<text x="{place:.1f}" y="{TOP + height + 14}" text-anchor="middle">{number(10**x if is_log else x)}</text>'
    for y in ticks(low_y, high_y, is_log):
        _, place = at(low_x, y)
        yield f'<path d="M{LEFT} {place:.1f}h{width}" stroke="#ddd"/>'
        yield f'<text x="{LEFT - 6}" y="{place + 4:.1f}" text-anchor="end">{number(10**y if is_log else y)}</text>'
    for colour, (curve, values) in zip(COLOURS, curves.items()):
        line = " ".join("{:.1f},{:.1f}".format(*at(scale(x), scale(y))) for x, y in values)
        yield f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>'
        if len(curves) > 1:
            shift = 14 * list(curves).index(curve)
            yield f'<text x="{LEFT + 12}" y="{TOP + 14 + shift}" fill="{colour}">{curve}</text>'


def draw(file: Path):
    plots = {}
    with open(file, newline="") as rows:
        for row in csv.DictReader(rows):
            curve = plots.setdefault(row["plot"], {}).setdefault(row["curve"], [])
            curve.append((float(row["size"]), float(row["measured"])))
    rows = math.ceil(len(plots) / COLUMNS)
    size = f'width="{COLUMNS * WIDTH}" height="{rows * HEIGHT}"'
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="11">']
    lines.append('<rect width="100%" height="100%" fill="white"/>')
    for place, (name, curves) in enumerate(plots.items()):
        x, y = place % COLUMNS * WIDTH, place // COLUMNS * HEIGHT
        lines += [f'<g transform="translate({x} {y})">', *panel(name, curves), "</g>"]
    return "\n".join([*lines, "</svg>"]) + "\n"
