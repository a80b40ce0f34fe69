"""A folder on a server, for nginx: `make deploy-rsync` and `make rollback`.

A release is uploaded beside the others and checked there; then a symbolic link is renamed over
`current`. releases.sh does the server's part, by ssh, or here where the target names no host.
nginx reads `nginx_configuration` once, and the files `policy` and `moved` of each release.
"""

import gzip
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import brotli
from jinja2 import Environment, StrictUndefined

from deploy import DeployError
from deploy.git import refuse_older
from deploy.headers import FALLBACK, POLICY, HeaderRules, header_policy
from deploy.site import Site, parse_commit

SCRIPT = Path(__file__).with_name("releases.sh")
NGINX_TEMPLATE = Path(__file__).with_name("nginx.conf")
TARGET = re.compile(r"(?:((?:[\w.-]+@)?(?:[\w.-]+|\[[\da-fA-F:]+\])):)?(/[^\s:]*)")
RSYNC = ["rsync", "-rlp", "--checksum", "--delete", "--chmod=D755,F644"]


def deploy(
    site: Site,
    rules: HeaderRules,
    target: str,
    stage: Path,
    *,
    force: bool,
    purge: bool,
    reload: str,
) -> str:
    """Put a site on the server and make it the live one; gives the name of its release.

    `stage` is a folder to prepare it in, `reload` the server's command after which nginx knows the
    new release. Raises DeployError.
    """
    build = _run_script(target, "look").partition("\n")[2]
    if not force:
        refuse_older(parse_commit(build.encode()), site.commit)
    prepare_release(site, rules, stage)
    host, _ = parse_target(target)
    shell = ["-e", os.environ.get("SSH") or "ssh"] if host else []
    place = f"{target.rstrip('/')}/.incoming/{site.id}/"
    _run([*RSYNC, *shell, "--link-dest=../../current/", f"{stage}/", place], target)
    return _run_script(target, "finish", site.id, "1" if purge else "", reload).strip()


def roll_back(target: str, release: str = "") -> str:
    """Make a release live again, the one before the live one if unnamed; gives its name.

    Raises DeployError where there is no such release.
    """
    return _run_script(target, "rollback", release).strip()


def parse_target(target: str) -> tuple[str, str]:
    """The host, or nothing for this machine, and the folder. Raises DeployError."""
    match = TARGET.fullmatch(target)
    if not match:
        raise DeployError(
            f'TARGET is "{target}"; write TARGET=user@host:/srv/watch, or TARGET=/srv/watch'
        )
    return match[1] or "", match[2].rstrip("/")


def _run_script(target: str, *arguments: str) -> str:
    """The output of releases.sh for these arguments."""
    host, folder = parse_target(target)
    words = ["sh", "-s", "--", folder, *arguments]
    ssh = [*shlex.split(os.environ.get("SSH") or "ssh"), host, shlex.join(words)]
    return _run(ssh if host else words, target, SCRIPT.read_bytes())


def _run(command: list[str], target: str, text: bytes | None = None) -> str:
    """The output of a command that reads `text`. Raises DeployError with its complaint."""
    process = subprocess.run(command, input=text, capture_output=True, check=False)
    if process.returncode:
        message = process.stderr.decode(errors="replace").strip()
        message = message or f"exit code {process.returncode}"
        raise DeployError(f"{target}: {message}\nWhat was live is live.")
    return process.stdout.decode()


def prepare_release(site: Site, rules: HeaderRules, stage: Path) -> None:
    """Write what a release consists of into `stage`.

    These are the folder `site`, what nginx reads, `lasting` (the immutable files) and `sums`.
    """
    former = stage.with_name(f"{stage.name}.former")
    shutil.rmtree(former, ignore_errors=True)
    if stage.exists():
        stage.rename(former)
    below = f"{site.base}/".lstrip("/")
    root = stage / "site" / below
    immutable = []
    for path in site.paths:
        data, previous = site.read(path), former / root.relative_to(stage) / path
        forms = _previous_forms(previous, data) or encode(data, rules.is_compressible(path))
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        for ending, form in forms.items():
            (root / (path + ending)).write_bytes(form)
            if rules.is_immutable(path):
                immutable.append(f"{below}{path}{ending}\n")
    sums = (f"{checksum}  ./{below}{path}\n" for path, checksum in site.checksums.items())
    texts = release_rules(site) | {"lasting": "".join(immutable), "sums": "".join(sums)}
    for name, text in texts.items():
        (stage / name).write_text(text, encoding="utf-8")


def _previous_forms(file: Path, data: bytes) -> dict[str, bytes]:
    """The forms of a file that the last release had alike: compressing takes seconds."""
    if not file.is_file() or file.read_bytes() != data:
        return {}
    files = {ending: file.with_name(file.name + ending) for ending in ("", ".gz", ".br")}
    return {ending: form.read_bytes() for ending, form in files.items() if form.is_file()}


def encode(data: bytes, compress: bool) -> dict[str, bytes]:
    """A file and its compressed forms by the ending of their names; those that are smaller."""
    forms = {"": data}
    if compress:
        forms[".gz"] = gzip.compress(data, mtime=0)
        forms[".br"] = brotli.compress(data, mode=brotli.MODE_TEXT)
    return {ending: form for ending, form in forms.items() if not ending or len(form) < len(data)}


class NginxPlaces(NamedTuple):
    """Paths and ports on the server; a certificate is Let's Encrypt's if none is named."""

    folder: str | Path = "/srv/watch"
    certificate: str | Path = ""
    key: str | Path = ""
    http: int = 80
    https: int = 443


def nginx_configuration(site: Site, rules: HeaderRules, places: NginxPlaces) -> str:
    """The file for nginx's sites-available."""
    template = Environment(  # noqa: S701 - not HTML
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    ).from_string(NGINX_TEMPLATE.read_text(encoding="utf-8"))
    types = rules.types.items()
    headers = rules.everywhere | {POLICY: "$watch_policy", "Cache-Control": "$watch_cache"}
    return template.render(
        **places._asdict(),
        site=site,
        fallback=FALLBACK,
        caching=[(_below(rule["paths"], site.base), rule["value"]) for rule in rules.caching],
        errors=rules.errors,
        headers="\n".join(f'add_header {n} "{value}" always;' for n, value in headers.items()),
        endings=[(name[1:], kind) for name, kind in types if name[0] == "."],
        anywhere=[(name[2:], kind) for name, kind in types if name[:2] == "*/"],
        exact=[(name, kind) for name, kind in types if name[0] not in ".*"],
    )


def _below(expression: str, base: str) -> str:
    """An expression for paths from the site's root as one for paths from the host's."""
    return f"^{re.escape(base)}/{expression[1:]}" if expression.startswith("^") else expression


def release_rules(site: Site) -> dict[str, str]:
    """The files `policy` and `moved` of a release; the server writes its number for each `@`.

    Former addresses are expressions: plain keys of a map have a length, which the server limits.
    """
    moved = (
        f'"~^@{re.escape(site.base + old)}$" "{site.base}{new}";\n'
        for old, new in sorted(site.redirects.items())
    )
    return {"policy": f'"@" "{header_policy(site.policy)}";\n', "moved": "".join(moved)}
