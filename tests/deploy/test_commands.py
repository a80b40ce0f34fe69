"""What a deployer reads where a command cannot do its work."""

import subprocess
import sys

import pytest

from tests.support.sample import ROOT


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (["rsync"], "Where to? make deploy-rsync TARGET=user@host:/srv/watch"),
        (["rollback"], "Where to? make rollback TARGET="),
        (["rollback", "nonsense"], 'TARGET is "nonsense"; write TARGET=user@host:/srv/watch'),
        (["s3"], "Where to? make deploy-s3 BUCKET=name"),
        (["export"], "Where to? make export HOST=..., one of nginx"),
        (["export", "geocities"], 'HOST is "geocities"; allowed: nginx'),
        (["verify"], "Where to? make verify URL=https://example.org"),
        (["verify", "https://localhost:1"], "https://localhost:1/ does not answer"),
        (["rsync", "nobody@localhost:/srv/watch"], "What was live is live"),
        (["s3", "bucket"], "Run the command again"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_said_in_a_sentence(folders, command, sentence):
    done = subprocess.run(
        [sys.executable, "-m", "deploy", *command, "--site", folders[0]],
        cwd=ROOT,
        env={"SSH": "ssh -p 1 -o ConnectTimeout=1", "PATH": "/usr/bin:/bin", "AWS_ENDPOINT_URL": "http://127.0.0.1:1", "FORCE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
