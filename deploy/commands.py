"""The commands of `python -m deploy`: each gives the sentence that says what was done."""

import os
import sys
from pathlib import Path

from deploy import DeployError, branch, mirror, release, verify
from deploy.built import Built, read_built
from deploy.export import HOSTS, export
from deploy.headers import rules
from desk import ROOT

STAGE = ROOT / ".deploy"


def asked(name: str) -> bool:
    """Whether a variable such as FORCE is set to something other than 0."""
    return os.environ.get(name, "") not in {"", "0"}


def given(value: str | None, usage: str) -> str:
    if not value:
        raise DeployError(f"Where to? {usage}")
    return value


def deploy_rsync(site: Path, target: str | None) -> str:
    place = given(target, "make deploy-rsync TARGET=user@host:/srv/watch")
    release.taken_apart(place)
    name = release.deploy(
        built(site), rules(), place, STAGE / "release",
        force=asked("FORCE"), purge=asked("PURGE"), reload=os.environ.get("RELOAD", ""),
    )  # fmt: skip
    return f"{place} serves release {name}."


def rollback(_site: Path, target: str | None) -> str:
    place = given(target, "make rollback TARGET=user@host:/srv/watch")
    name = release.on_server(place, "rollback", os.environ.get("TO", "")).strip()
    return f"{place} serves release {name} again."


def deploy_s3(site: Path, target: str | None) -> str:
    from deploy.buckets import bucket, sentences  # imported here: going back should not wait for it
    from deploy.store import deploy

    place = given(target, "make deploy-s3 BUCKET=name, or BUCKET=name/folder")
    with sentences(place):
        force, purge = asked("FORCE"), asked("PURGE")
        numbers = deploy(built(site), rules(), bucket(place), force=force, purge=purge)
    return f"{place}: " + ", ".join(f"{n} {what}" for what, n in numbers.items())


def deploy_pages(site: Path, _target: str | None) -> str:
    remote = os.environ.get("REMOTE") or "origin"
    to = os.environ.get("BRANCH") or "gh-pages"
    source, folder = built(site), STAGE / "github"
    export(source, rules(), "github", folder)
    branch.deploy(source, folder, remote, to, force=asked("FORCE"))
    return f"{to} of {remote} holds the site for {source.siteurl}."


def make_export(site: Path, host: str | None) -> str:
    known = given(host, f"make export HOST=..., one of {', '.join(HOSTS)}")
    export(built(site), rules(), known, STAGE / known if known in HOSTS else STAGE)
    return f".deploy/{known}/ is what {known} takes."


def make_verify(site: Path, url: str | None) -> str:
    address = given(url, "make verify URL=https://example.org").rstrip("/")
    site = read_built(site, os.environ.get("SITEURL", ""))
    kind = os.environ.get("HOST") or "nginx"
    found = verify.differences(site, rules(), address, kind, progress)
    if found:
        raise DeployError("\n".join([*found, f"{len(found)} differences at {address}."]))
    return f"All {len(site.paths)} files at {address} are as built."


def progress(done: int, of: int) -> None:
    end = "\n" if done == of else ""
    if sys.stderr.isatty():
        print(f"\r{done} of {of}", end=end, file=sys.stderr, flush=True)
    elif done == of or done % 100 == 0:
        print(f"{done} of {of}", file=sys.stderr)


def make_mirror(site: Path, _target: str | None) -> str:
    sums = mirror.mirror(built(site), Path("mirror"))
    return "\n".join(f"{digest}  mirror/{name}" for name, digest in sums.items())


def built(site: Path) -> Built:
    """The site, for the address SITEURL if that is set."""
    return read_built(site, os.environ.get("SITEURL", ""))


# Each command, and the variable of make that says where to.
COMMANDS = {
    "rsync": (deploy_rsync, "TARGET"),
    "rollback": (rollback, "TARGET"),
    "s3": (deploy_s3, "BUCKET"),
    "pages": (deploy_pages, ""),
    "export": (make_export, "HOST"),
    "verify": (make_verify, "URL"),
    "mirror": (make_mirror, ""),
}
