"""Cost against size, both in powers of ten, as a small SVG."""

from math import ceil, floor, log10
from xml.etree import ElementTree as ET

WIDTH, HEIGHT, LEFT, EDGE = 640, 400, 60, 40
COLORS = ("#8a1c1c", "#1f4e79", "#3a6b35", "#7a5c00", "#5a3d7a")
Line = list[tuple[float, float]]


def plot(lines: dict[str, Line]) -> str:
    """An SVG of lines of (articles, seconds) by their names."""
    points = [point for line in lines.values() for point in line]
    spans = [span_of([point[axis] for point in points]) for axis in (0, 1)]
    svg = ET.Element("svg", viewBox=f"0 0 {WIDTH} {HEIGHT}", xmlns="http://www.w3.org/2000/svg")
    svg.attrib |= {"font-family": "sans-serif", "font-size": "13"}
    ET.SubElement(svg, "rect", width=str(WIDTH), height=str(HEIGHT), fill="white")
    grid(svg, spans)
    for n, (name, line) in enumerate(lines.items()):
        places = [place(point, spans) for point in line]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        color = COLORS[n % len(COLORS)]
        ET.SubElement(
            svg, "polyline", points=path, fill="none", stroke=color, **{"stroke-width": "2"}
        )
        words(svg, places[-1][0] + 6, places[-1][1] + 4, name, fill=color)
    return ET.tostring(svg, "unicode") + "\n"


def span_of(values: list[float]) -> tuple[int, int]:
    """The powers of ten around the values."""
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return low, max(high, low + 1)


def place(point: tuple[float, float], spans: list[tuple[int, int]]) -> tuple[float, float]:
    """Where a point stands in the drawing; names stand at the right of the last."""
    x, y = ((log10(v) - low) / (high - low) for v, (low, high) in zip(point, spans, strict=True))
    return LEFT + x * (WIDTH - LEFT - 4 * EDGE), HEIGHT - EDGE - y * (HEIGHT - 2 * EDGE)


def grid(svg: ET.Element, spans: list[tuple[int, int]]) -> None:
    """A line for every power of ten, with its number."""
    (left, right), (low, high) = spans
    for power in range(left, right + 1):
        (x, top), (_, bottom) = (place((10**power, 10**end), spans) for end in (high, low))
        rule(svg, x, top, x, bottom)
        words(svg, x, bottom + 18, f"{10**power:,}", **{"text-anchor": "middle"})
    for power in range(low, high + 1):
        (x, y), (end, _) = (place((10**side, 10**power), spans) for side in (left, right))
        rule(svg, x, y, end, y)
        words(svg, x - 6, y + 4, f"{10.0**power:g} s", **{"text-anchor": "end"})
    words(svg, LEFT, HEIGHT - 6, "articles, and seconds by the clock (medians)")


def rule(svg: ET.Element, x1: float, y1: float, x2: float, y2: float) -> None:
    ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
    ET.SubElement(svg, "line", {k: f"{v:.1f}" for k, v in ends.items()}, stroke="#ccc")


def words(svg: ET.Element, x: float, y: float, text: str, **how: str) -> None:
    ET.SubElement(svg, "text", x=f"{x:.1f}", y=f"{y:.1f}", **how).text = text
