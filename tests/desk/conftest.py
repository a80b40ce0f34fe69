import shutil
import subprocess
import sys

import pytest

from tests.newsroom import ROOT


@pytest.fixture
def desk(newsroom):
    """Runs a command of the desk in a project of its own that has the newsroom's content."""
    for name in (
        "contract",
        "deploy",
        "desk",
        "engine",
        "formats",
        "graphics",
        "plugins",
        "search",
    ):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, newsroom.folder / name, ignore=ignored)
    shutil.copy(ROOT / "pelicanconf.py", newsroom.folder)
    (newsroom.folder / "theme").symlink_to(ROOT / "theme")

    def run(*arguments, **options):
        command = [sys.executable, "-m", "desk", *arguments]
        kept = {"cwd": newsroom.folder, "capture_output": True, "encoding": "utf-8", "check": False}
        return subprocess.run(command, **kept | options)

    return run
