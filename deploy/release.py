"""A folder on a server, for nginx: `make deploy-rsync` and `make rollback`.

A release is uploaded beside the others and checked there; then a symbolic link is renamed over
`current`. releases.sh does the server's part, by ssh, or here where the target names no host.
"""

import gzip
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import brotli

from deploy import DeployError
from deploy.built import Built, commit_in
from deploy.headers import Rules
from deploy.nginx import release_rules
from deploy.order import refuse_older

SCRIPT = Path(__file__).with_name("releases.sh")
TARGET = re.compile(
    r"((?:[\w.-]+@)?(?:[\w.-]+|\[[\da-f:]+\])):(/[^\s:]*)|(/[^\s:]*)", re.IGNORECASE
)


def taken_apart(target: str) -> tuple[str, str]:
    """The host, or nothing for this machine, and the folder. Raises DeployError."""
    found = TARGET.fullmatch(target)
    if not found:
        raise DeployError(
            f'TARGET is "{target}"; write TARGET=user@host:/srv/watch, or TARGET=/srv/watch'
        )
    return found[1] or "", (found[2] or found[3]).rstrip("/")


def on_server(target: str, *arguments: str) -> str:
    """What releases.sh says for these arguments. Raises DeployError with its complaint."""
    host, folder = taken_apart(target)
    words = ["sh", "-s", "--", folder, *arguments]
    ssh = [*shlex.split(os.environ.get("SSH") or "ssh"), host, shlex.join(words)]
    done = subprocess.run(
        ssh if host else words, input=SCRIPT.read_bytes(), capture_output=True, check=False
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip() or f"exit code {done.returncode}"
        raise DeployError(f"{target}: {said}\nWhat was live is live.")
    return done.stdout.decode()


def live_commit(target: str) -> str | None:
    """The commit of the live release."""
    return commit_in(on_server(target, "look").partition("\n")[2].encode())


def deploy(
    built: Built, rules: Rules, target: str, stage: Path, *, force: bool, purge: bool, reload: str
) -> str:
    """Put a site on the server and make it the live one; gives the name of its release.

    `stage` is a folder to prepare it in, `reload` the server's command after which nginx knows the
    new release. Raises DeployError.
    """
    live = live_commit(target)
    if not force:
        refuse_older(live, built.commit)
    prepare(built, rules, stage)
    host, folder = taken_apart(target)
    place = f"{host}:{folder}" if host else folder
    options = ["-rlp", "--checksum", "--delete", "--chmod=D755,F644", "--link-dest=../../current/"]
    shell = ["-e", os.environ.get("SSH") or "ssh"] if host else []
    rsync = ["rsync", *options, *shell, f"{stage}/", f"{place}/.incoming/{built.id}/"]
    done = subprocess.run(
        rsync,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise DeployError(f"{target}: {done.stderr.strip()}\nWhat was live is live.")
    return on_server(target, "finish", built.id, "1" if purge else "", reload).strip()


def prepare(built: Built, rules: Rules, stage: Path) -> None:
    """Make in `stage` what a release is made of: `site`, rules, lasting files, sums."""
    former = stage.with_name(f"{stage.name}.former")
    shutil.rmtree(former, ignore_errors=True)
    if stage.exists():
        stage.rename(former)
    root = stage / "site" / built.base.lstrip("/")
    lasting = []
    for path in built.paths:
        data, known = built.read(path), former / root.relative_to(stage) / path
        made = _kept(known, data) or forms(data, compress=rules.compresses(path))
        for ending, form in made.items():
            file = root / (path + ending)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(form)
            if rules.lasting(path):
                lasting.append(f"{file.relative_to(stage / 'site').as_posix()}\n")
    sums = (
        f"{built.sums[path]}  ./{(root / path).relative_to(stage / 'site')}\n"
        for path in built.sums
    )
    texts = release_rules(built) | {"lasting": "".join(lasting), "sums": "".join(sums)}
    for name, text in texts.items():
        (stage / name).write_text(text, encoding="utf-8")


def _kept(known: Path, data: bytes) -> dict[str, bytes]:
    """The forms of a file that the last release had alike: compressing takes seconds."""
    if not known.is_file() or known.read_bytes() != data:
        return {}
    names = {ending: known.with_name(known.name + ending) for ending in ("", ".gz", ".br")}
    return {ending: file.read_bytes() for ending, file in names.items() if file.is_file()}


def forms(data: bytes, *, compress: bool) -> dict[str, bytes]:
    """A file and its compressed forms by the ending of their names; those that are smaller."""
    made = {"": data}
    if compress:
        made[".gz"] = gzip.compress(data, mtime=0)
        made[".br"] = brotli.compress(data, mode=brotli.MODE_TEXT)
    return {ending: form for ending, form in made.items() if not ending or len(form) < len(data)}
