"""`python -m desk map-data`: cut what maps are drawn from out of Natural Earth, into a small file.

The world comes from Natural Earth 4.1 at 1:50 million, East Asia from the same at 1:10 million,
both as the npm package world-atlas has them (TopoJSON, public domain). Shared lines are simplified
once, so that land and borders still meet.
"""

import argparse
import json
import subprocess
import tarfile
from base64 import b64encode
from collections import defaultdict
from hashlib import sha512
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.topology import Topology, is_in_box, simplify, split_line
from graphics.maps.world import CUT

PACKAGE = "world-atlas@2.0.2"
INTEGRITY = (
    "sha512-IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjg"
    "E/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ=="
)
# Of each level: its file, its box (west, south, east, north), how many units a degree has, and the
# area in square degrees below which a bend is flattened and an island left out.
LEVELS = {
    "world": ("countries-50m.json", (-360, -60, 360, 84), 50, 0.012, 0.02),
    "near": ("countries-10m.json", (112, 20, 150, 47), 200, 0.0006, 0.0012),
}

# Lines between two countries that are drawn dashed, as nobody has agreed on them. Natural Earth's
# file of disputed lines is not in the package, so they are named here, from general reference:
# lines of armistice and of control, and borders of areas that govern themselves with the country
# that claims them. Claims at sea are not drawn at all. Both countries as world-atlas names them,
# and the part it holds for: all, or what is south, north or east of a degree.
WHOLE = (-180, -90, 180, 90)
DISPUTED = {
    ("North Korea", "South Korea"): WHOLE,  # the armistice of 1953
    ("India", "Pakistan"): (-180, 32.25, 180, 90),  # the line of control in Kashmir
    ("India", "Siachen Glacier"): WHOLE,
    ("Pakistan", "Siachen Glacier"): WHOLE,
    ("China", "Siachen Glacier"): WHOLE,
    ("China", "Pakistan"): WHOLE,  # claimed by India
    ("China", "India"): WHOLE,  # the line of actual control
    ("Bhutan", "China"): WHOLE,
    ("Russia", "Ukraine"): (-180, 0, 36, 46.6),  # Crimea, which Natural Earth puts with Russia
    ("Israel", "Palestine"): WHOLE,
    ("Israel", "Syria"): WHOLE,  # the Golan Heights
    ("Israel", "Lebanon"): WHOLE,
    ("Kosovo", "Serbia"): WHOLE,
    ("Cyprus", "N. Cyprus"): WHOLE,
    ("Morocco", "W. Sahara"): WHOLE,
    ("Somalia", "Somaliland"): WHOLE,
    ("S. Sudan", "Sudan"): WHOLE,
    ("Egypt", "Sudan"): WHOLE,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="desk map-data", description=__doc__)
    parser.add_argument("--package", type=Path, help="the package's .tgz; else npm brings it")
    with TemporaryDirectory() as folder:
        archive = parser.parse_args().package or download(Path(folder))
        verify(archive)
        levels = {name: cut(archive, *level) for name, level in LEVELS.items()}
    CUT.write_text(json.dumps(levels, separators=(",", ":"), ensure_ascii=False) + "\n", "utf-8")
    print(f"{CUT.name}: {CUT.stat().st_size:,} bytes")


def download(folder: Path) -> Path:
    """The package as npm packs it. Raises CalledProcessError where npm fails."""
    command = ["npm", "pack", PACKAGE, "--silent", "--pack-destination", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob("*.tgz"))


def verify(archive: Path) -> None:
    """Ends the process where it is another package than that of INTEGRITY."""
    integrity = "sha512-" + b64encode(sha512(archive.read_bytes()).digest()).decode()
    if integrity != INTEGRITY:
        raise SystemExit(
            f"{archive.name} is not {PACKAGE}: it has {integrity}, expected {INTEGRITY}"
        )


def cut(archive: Path, file: str, box: tuple, units: int, bend: float, islet: float) -> dict:
    """One level: rings of land, borders and disputed lines, in steps of 1/`units` degree."""
    with tarfile.open(archive) as package:
        topology = Topology(json.load(package.extractfile(f"package/{file}")))
    topology.arcs = [simplify(arc, bend) for arc in topology.arcs]

    def is_near(a: tuple, b: tuple) -> bool:
        return is_in_box(a, box) or is_in_box(b, box)

    lines = defaultdict(list)
    for arc, pair in topology.borders():
        for near, part in split_line(topology.arcs[arc], is_near):
            for kind, piece in split_disputed(part, pair) if near else ():
                lines[kind].append(piece)
    rings = topology.land(box, islet)
    return {
        "box": box,
        "units": units,
        "land": [encode_steps(ring, units) for ring in rings],
        "borders": [encode_steps(line, units) for line in lines[False]],
        "disputed": [encode_steps(line, units) for line in lines[True]],
        "countries": topology.label_points(box),
    }


def split_disputed(line: list, pair: tuple[str, str]) -> list[tuple[bool, list]]:
    """A line between two countries in parts, each with whether it is disputed."""
    box = DISPUTED.get(pair)
    if not box:
        return [(False, line)]
    return split_line(line, lambda a, b: is_in_box(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), box))


def encode_steps(points: list, units: int) -> list[int]:
    """Points as whole numbers, each the difference from the one before; those that repeat go."""
    x = y = 0
    steps = []
    for longitude, latitude in points:
        right, up = round(longitude * units) - x, round(latitude * units) - y
        if steps and not (right or up):
            continue
        steps += [right, up]
        x, y = x + right, y + up
    return steps
