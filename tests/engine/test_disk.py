"""What a disk that is full, or may not be written to, does to the site: nothing."""

import contextlib
import os
import resource
import subprocess
import sys

import pytest

from tests.engine.command import refusal
from tests.support.missing import do_without
from tests.support.sample import ROOT, SampleSite

HOW = "A disk is filled by root alone, where it may mount one: sudo -E make test-all"
UNCHANGED = "The site is as it was."


@pytest.fixture
def disk(tmp_path):
    """A sample with a built site on a small disk of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    process = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m,nr_inodes=2000", "tmpfs", place],
        capture_output=True,
        check=False,
    )
    if process.returncode:
        do_without(HOW)
    try:
        sample = SampleSite(place)
        sample.build()
        sample.article("A sound headline", "A headline that was changed")
        yield sample
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


@contextlib.contextmanager
def unharmed(sample):
    """What is done here leaves the site and its folder alone, and the next build succeeds."""
    before, beside = sample.published(), set(sample.folder.iterdir())
    yield
    assert sample.published() == before
    assert {p for p in sample.folder.iterdir() if "ballast" not in p.name} == beside
    for ballast in sample.folder.glob("ballast*"):
        ballast.unlink()
    sample.build()
    assert sample.published() != before


@pytest.mark.slow
@pytest.mark.parametrize("free", [0, 4, 24, 72, 120, 200, 300])
def test_a_full_disk_is_named(disk, free):
    """`free` is what is left, in kilobytes; the site takes about 500."""
    status = os.statvfs(disk.folder)
    with unharmed(disk):
        size = status.f_bavail * status.f_frsize - free * 1024
        (disk.folder / "ballast").write_bytes(bytes(size))
        assert f"No space is left on the disk of {disk.folder}, " in (message := refusal(disk))
        assert UNCHANGED in message


@pytest.mark.slow
@pytest.mark.parametrize("free", [0, 1, 5, 20, 40])
def test_a_disk_without_inodes_is_named(disk, free):
    with unharmed(disk):
        for number in range(os.statvfs(disk.folder).f_ffree - free):
            (disk.folder / f"ballast{number}").touch()
        assert f"{disk.folder}, or no inode for one more file" in (message := refusal(disk))
        assert UNCHANGED in message


@pytest.mark.slow
def test_a_disk_that_may_not_be_written_to_is_named(disk):
    with unharmed(disk):
        subprocess.run(["mount", "-o", "remount,ro", disk.folder], check=True)
        assert f"The disk of {disk.folder} is read-only;" in (message := refusal(disk))
        assert UNCHANGED in message
        subprocess.run(["mount", "-o", "remount,rw", disk.folder], check=True)


@pytest.mark.slow
def test_a_mounted_disk_is_not_replaced(disk):
    command = [sys.executable, "-m", "pelican", disk.folder / "content", "-o", disk.folder]
    process = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert process.returncode == 1
    assert f"-o {disk.folder / 'site'}" in process.stderr


@pytest.mark.slow
def test_a_limit_on_files_is_named(sample):
    sample.build()
    with unharmed(sample):
        sample.article("A sound headline", "A headline that was changed")
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (9000, hard))
        try:
            message = refusal(sample)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        assert "A file is larger than this process may write" in message
        assert UNCHANGED in message
