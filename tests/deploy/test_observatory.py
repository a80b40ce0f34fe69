"""MDN's HTTP Observatory gives the site on a real nginx, over TLS, all that there is to get."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from deploy.site import load_site
from tests.deploy import servers
from tests.deploy.conftest import write
from tests.deploy.test_server import BASE, Server
from tests.support.missing import do_without
from tests.support.sample import ROOT

pytestmark = pytest.mark.servers
GRADER = ROOT / "tests/observatory"
HOW = (
    "The grader of the HTTP Observatory is missing, or Node.js for it. On Debian and Ubuntu:"
    " sudo apt install npm && npm ci --ignore-scripts --prefix tests/observatory"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory, folders, rules):
    """The newer site with one page more, which has no script."""
    if not shutil.which("node") or not (GRADER / "node_modules").exists():
        do_without(HOW)
    folder = tmp_path_factory.mktemp("graded")
    output = Path(shutil.copytree(folders[1], folder / "output"))
    page = re.sub(r"<script src.*?</script>", "", (output / "index.html").read_text("utf-8"))
    write(output, "plain.html", page.encode())
    site = load_site(output)
    with servers.sshd(folder / "ssh") as ssh:
        graded = Server(folder, ssh)
        graded.deploy(site, rules)
        with servers.running(graded.command(site, rules), graded.https, folder / "log"):
            yield graded


@pytest.mark.parametrize(
    ("path", "score"), [("/", 135), ("/2023/06/sound-story/", 135), ("/plain.html", 130)]
)
def test_the_observatory_gives_full_marks(server, path, score):
    command = [
        "node",
        GRADER / "grade.mjs",
        "localhost",
        str(server.http),
        str(server.https),
        BASE + path,
    ]
    trusting = {**os.environ, "NODE_EXTRA_CA_CERTS": str(server.certificate)}
    done = subprocess.run(command, env=trusting, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    grade = json.loads(done.stdout)
    print(f"\n{path}: {grade['grade']} {grade['score']}")
    assert grade["status"] == 200
    assert grade["score"] == score, grade["modifiers"]
