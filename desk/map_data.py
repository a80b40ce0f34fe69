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

from desk.disputed import disputed
from desk.topology import Topology, boxed, simplified
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


def main() -> None:
    parser = argparse.ArgumentParser(prog="desk map-data", description=__doc__)
    parser.add_argument("--package", type=Path, help="the package's .tgz; else npm brings it")
    with TemporaryDirectory() as folder:
        archive = parser.parse_args().package or brought(Path(folder))
        verified(archive)
        levels = {name: cut(archive, *level) for name, level in LEVELS.items()}
    CUT.write_text(json.dumps(levels, separators=(",", ":"), ensure_ascii=False) + "\n", "utf-8")
    print(f"{CUT.name}: {CUT.stat().st_size:,} bytes")


def brought(folder: Path) -> Path:
    """The package as npm packs it. Raises CalledProcessError where npm fails."""
    told = ["npm", "pack", PACKAGE, "--silent", "--pack-destination", str(folder)]
    subprocess.run(told, check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob("*.tgz"))


def verified(archive: Path) -> None:
    found = "sha512-" + b64encode(sha512(archive.read_bytes()).digest()).decode()
    if found != INTEGRITY:
        raise SystemExit(f"{archive.name} is not {PACKAGE}: it has {found}, expected {INTEGRITY}")


def cut(archive: Path, file: str, box: tuple, units: int, bend: float, islet: float) -> dict:
    """One level: rings of land, borders and disputed lines, in steps of 1/`units` degree."""
    with tarfile.open(archive) as package:
        topology = Topology(json.load(package.extractfile(f"package/{file}")))
    topology.arcs = [simplified(arc, bend) for arc in topology.arcs]
    lines = defaultdict(list)
    for arc, pair in topology.borders():
        for part in boxed(topology.arcs[arc], box):
            for kind, piece in disputed(part, pair):
                lines[kind].append(piece)
    rings = topology.land(box, islet)
    return {
        "box": box,
        "units": units,
        "land": [steps(ring, units) for ring in rings],
        "borders": [steps(line, units) for line in lines[False]],
        "disputed": [steps(line, units) for line in lines[True]],
        "countries": topology.insides(box),
    }


def steps(points: list, units: int) -> list[int]:
    """Points as whole numbers, each the difference from the one before; those that repeat go."""
    x = y = 0
    told = []
    for longitude, latitude in points:
        right, up = round(longitude * units) - x, round(latitude * units) - y
        if told and not (right or up):
            continue
        told += [right, up]
        x, y = x + right, y + up
    return told
