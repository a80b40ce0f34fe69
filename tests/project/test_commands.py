"""The commands of the Makefile, as a newcomer types them."""

import os
import shutil
import subprocess

import pytest

from tests.support.sample import ROOT

LOCKS = [f"requirements{extra}.txt" for extra in ("", "-desk", "-deploy", "-dev")]
OLD = '#!/bin/sh\ncase "$*" in --version) echo "Python 3.9.2";; *) exit 1;; esac\n'
WITHOUT_VENV = '#!/bin/sh\ncase "$*" in *venv*) exit 1;; esac\n'


def make(folder, *arguments, **environment):
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS", "SITEURL"))}
    return subprocess.run(
        ["make", "-C", str(folder), "--no-print-directory", *arguments],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def checkout(tmp_path):
    """The files that set-up needs, and no environment."""
    for name in ("Makefile", *LOCKS):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_make_alone_lists_every_command():
    said = make(ROOT).stdout
    for command in (
        "clip",
        "serve",
        "new",
        "check",
        "check-links",
        "html",
        "publish",
        "test",
        "test-all",
        "siege",
        "deploy-rsync",
        "rollback",
        "deploy-s3",
        "deploy-pages",
        "export",
        "verify",
        "mirror",
        "lint",
        "links",
        "reproduce",
        "schema",
        "screenshots",
        "audit",
        "licenses",
        "lock",
        "bench",
        "clean",
    ):
        assert f"make {command} " in said


@pytest.mark.parametrize("command", ["publish", "links"])
def test_publishing_without_an_address_is_refused(checkout, command):
    done = make(checkout, command)
    assert done.returncode
    assert "needs the site's address: make publish SITEURL=https://" in done.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize(
    ("python", "sentence"),
    [
        (OLD, "needs Python 3.11 or newer, and this is Python 3.9.2."),
        (WITHOUT_VENV, "This Python has no venv module. On Debian and Ubuntu: sudo apt install"),
        (None, "Install Python 3.11 or newer, or name one"),
    ],
    ids=["old", "without venv", "none"],
)
def test_a_machine_that_cannot_gets_one_sentence(checkout, python, sentence):
    fake = checkout / "python"
    if python:
        fake.write_text(python)
        fake.chmod(0o755)
    done = make(checkout, "html", f"PYTHON={fake}")
    assert done.returncode
    assert sentence in done.stderr.splitlines()[0]
    assert len([line for line in done.stderr.splitlines() if not line.startswith("make:")]) == 1
    assert not (checkout / ".venv").exists()


def test_set_up_happens_once_and_again_when_a_lock_changes(checkout):
    done = make(checkout, "-n", "html")
    assert "Setting up .venv from requirements.txt" in done.stdout
    (checkout / ".venv").mkdir()
    (checkout / ".venv/.site").touch()
    assert "Setting up" not in make(checkout, "-n", "html").stdout
    os.utime(checkout / "requirements.txt", (2**32, 2**32))
    assert "Setting up" in make(checkout, "-n", "html").stdout


def test_an_environment_that_is_a_link_is_not_emptied(checkout, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "kept").touch()
    (checkout / ".venv").symlink_to(elsewhere)
    done = make(checkout, "html")
    assert done.returncode and "rm .venv" in done.stderr
    assert (elsewhere / "kept").exists()


def test_every_locked_version_has_its_hash():
    for name in (*LOCKS, "tests/store/requirements.txt", "bench/requirements.txt"):
        lock = (ROOT / name).read_text()
        pins = [line for line in lock.splitlines() if "==" in line and not line.startswith(" ")]
        assert len(pins) > 15
        assert [line for line in pins if not line.endswith("\\")] == []
