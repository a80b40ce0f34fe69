"""What is not ours: named, licensed, and loaded only where we asked for it."""

import json
import subprocess
import sys

import yaml

from desk.licenses import PIN
from pelicanconf import PLUGINS
from tests.support.sample import ROOT, SampleSite

LOADED = """
import json, sys
from pathlib import Path
from tests.support.sample import SampleSite
SampleSite(Path(sys.argv[1])).build()
print(json.dumps(sorted(sys.modules)))
"""


def test_only_the_plugins_we_name_are_loaded(sample: SampleSite):
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(sample.folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    modules = json.loads(done.stdout.splitlines()[-1])
    foreign = [name for name in modules if name.startswith("pelican.plugins.")]
    assert {name.split(".")[2] for name in foreign} == {"_utils", "signals"}
    assert [name for name in PLUGINS if name not in modules] == []
    assert [name for name in PLUGINS if not name.startswith("plugins.")] == []


def test_the_list_of_licenses_follows_the_lock():
    lock = PIN.findall((ROOT / "requirements.txt").read_text("utf-8"))
    listed = (ROOT / "docs/licenses.md").read_text("utf-8").splitlines()
    rows = [tuple(line.strip("| ").split(" | ")) for line in listed if line.startswith("| ")][2:]
    assert [row[:2] for row in rows] == lock, "write it anew: make licenses"
    assert [row for row in rows if row[2] == "not named"] == []


def test_workflows_pin_what_they_use_and_may_only_read():
    for file in sorted((ROOT / ".github/workflows").glob("*.yml")):
        text = file.read_text("utf-8")
        used = [
            line.split("uses:")[1].split("#")[0].strip()
            for line in text.splitlines()
            if "uses:" in line
        ]
        assert [use for use in used if len(use.rpartition("@")[2]) != 40] == [], file.name
        assert "permissions" in yaml.safe_load(text), file.name
