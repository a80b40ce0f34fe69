"""Two builds of one site, as a deployer has them in output/ one after the other."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from deploy.headers import HeaderRules, load_rules
from deploy.site import Site, load_site
from tests.support.sample import ROOT, SHOWN, SampleSite

SITEURL = "https://watch.example/news/watch"
LONG = "/2023/06/" + "an-address-that-was-longer-than-servers-expect-" * 3 + "of-a-page/"
CORRECTIONS = "---\ntitle: Corrections\nslug: corrections\nsummary: What was wrong.\nmodified: 2026-11-22\n---\nText.\n"


def write(folder: Path, path: str, data: bytes) -> None:
    """Put a file into a built site as if the build had."""
    (folder / path).write_bytes(data)
    manifest = json.loads((folder / "manifest.json").read_bytes())
    manifest["files"][path] = hashlib.sha256(data).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))


def set_commit(folder: Path, commit: str) -> None:
    """Let a built site say which commit it was built from."""
    write(folder, "build.json", json.dumps({"commit": commit}).encode())


@pytest.fixture(scope="session")
def commits(tmp_path_factory) -> tuple[Path, list[str]]:
    """A repository and its two commits, the older first."""
    folder = tmp_path_factory.mktemp("repository")
    who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    hashes = []
    for n in range(2):
        subprocess.run(
            ["git", "-C", folder, *who, "commit", "-q", "--allow-empty", "-m", str(n)], check=True
        )
        head = ["git", "-C", folder, "rev-parse", "HEAD"]
        hashes.append(
            subprocess.run(head, check=True, capture_output=True, text=True).stdout.strip()
        )
    return folder, hashes


@pytest.fixture(scope="session")
def folders(tmp_path_factory, commits) -> tuple[Path, Path]:
    """The folders of two builds; between them a story moved, one was withdrawn, styles changed."""
    outputs = []
    for n in range(2):
        sample = SampleSite(Path(tmp_path_factory.mktemp(f"build{n}")), {"SITEURL": SITEURL})
        sample.write("pages/corrections.md", CORRECTIONS)
        sample.article("kind: report", f"kind: report\n{SHOWN}")
        if n:
            theme = shutil.copytree(ROOT / "theme", sample.folder / "theme")
            with (theme / "css/base.css").open("a") as css:
                css.write("\n.wider { margin: 1px }\n")
            sample.settings["THEME"] = str(theme)
            sample.another(
                "new-place",
                (
                    "kind: report\n",
                    f"kind: report\nmoved-from:\n  - /2023/06/old-place/\n  - {LONG}\n",
                ),
            )
        else:
            sample.another("old-place")
            sample.another("withdrawn", ("kind: report\n", f"kind: report\n{SHOWN}\n"))
        sample.build()
        set_commit(sample.output, commits[1][n])
        outputs.append(sample.output)
    return tuple(outputs)


@pytest.fixture(scope="session")
def older(folders) -> Site:
    return load_site(folders[0])


@pytest.fixture(scope="session")
def newer(folders) -> Site:
    return load_site(folders[1])


@pytest.fixture(scope="session")
def rules() -> HeaderRules:
    return load_rules()
