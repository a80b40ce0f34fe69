import shutil
import subprocess
import sys

import pytest

from tests.support.sample import ROOT

CODE = ("contract", "deploy", "desk", "engine", "formats", "graphics", "plugins", "search")
# Compiled code goes along, so that no process of a test has to compile it again.
BEING_WRITTEN = shutil.ignore_patterns("*.pyc.*")


@pytest.fixture
def desk(sample):
    """Runs a command of the desk in a project of its own that has the sample site's content."""
    for name in CODE:
        shutil.copytree(ROOT / name, sample.folder / name, ignore=BEING_WRITTEN)
    (sample.folder / "theme").symlink_to(ROOT / "theme")
    shutil.copy(ROOT / "pelicanconf.py", sample.folder)

    def run(*arguments, **options):
        command = [sys.executable, "-m", "desk", *arguments]
        kept = {"cwd": sample.folder, "capture_output": True, "encoding": "utf-8", "check": False}
        return subprocess.run(command, **kept | options)

    return run
