"""`python -m deploy COMMAND`: bring the site in output/ to a host, and look if it arrived."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from deploy import DeployError, git, hosts, server
from deploy.headers import load_rules
from deploy.mirror import mirror
from deploy.site import Site, load_site
from deploy.verify import find_differences

STAGE = Path(__file__).resolve().parent.parent / ".deploy"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m deploy", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument(
        "target", nargs="?", help="a server and folder, a bucket, a host, an address"
    )
    parser.add_argument("--site", type=Path, default="output", help="the built site")
    arguments = parser.parse_args()
    command, variable, usage = COMMANDS[arguments.command]
    target = arguments.target or os.environ.get(variable, "")
    try:
        if usage and not target:
            raise DeployError(f"Where to? {usage}")
        print(command(arguments.site, target))
    except DeployError as error:
        sys.exit(str(error))
    except FileNotFoundError as error:
        sys.exit(f"{error.filename} is not installed here; the deploy needs it.")
    except KeyboardInterrupt:
        sys.exit("Interrupted. Run the command again and it completes the site.")


# Each command takes the folder of the site and where to bring it; it gives a sentence that says
# what was done.


def deploy_rsync(folder: Path, target: str) -> str:
    server.parse_target(target)
    release = server.deploy(
        load(folder), load_rules(), target, STAGE / "release",
        force=is_set("FORCE"), purge=is_set("PURGE"), reload=os.environ.get("RELOAD", ""),
    )  # fmt: skip
    return f"{target} serves release {release}."


def rollback(_folder: Path, target: str) -> str:
    release = server.roll_back(target, os.environ.get("TO", ""))
    return f"{target} serves release {release} again."


def deploy_s3(folder: Path, target: str) -> str:
    from deploy import s3  # imported here: going back should not wait for it

    force, purge = is_set("FORCE"), is_set("PURGE")
    try:
        site, bucket = load(folder), s3.connect(target)
        numbers = s3.deploy(site, load_rules(), bucket, force=force, purge=purge)
    except s3.ERRORS as error:
        raise DeployError(
            f"{target}: {error}\nRun the command again and it completes the site."
        ) from error
    return f"{target}: " + ", ".join(f"{number} {what}" for what, number in numbers.items())


def deploy_pages(folder: Path, _target: str) -> str:
    remote = os.environ.get("REMOTE") or "origin"
    branch = os.environ.get("BRANCH") or "gh-pages"
    site, stage = load(folder), STAGE / "github"
    hosts.export(site, load_rules(), "github", stage)
    git.push_branch(site, stage, remote, branch, force=is_set("FORCE"))
    return f"{branch} of {remote} holds the site for {site.siteurl}."


def export(folder: Path, host: str) -> str:
    hosts.export(load(folder), load_rules(), host, STAGE / host)
    return f".deploy/{host}/ is what {host} takes."


def verify(folder: Path, url: str) -> str:
    site, address = load(folder), url.rstrip("/")
    kind = os.environ.get("HOST") or "nginx"
    differences = find_differences(site, load_rules(), address, kind, show_progress)
    if differences:
        count = f"{len(differences)} differences at {address}."
        raise DeployError("\n".join([*differences, count]))
    return f"All {len(site.paths)} files at {address} are as built."


def pack_mirror(folder: Path, _target: str) -> str:
    checksums = mirror(load(folder), Path("mirror"))
    return "\n".join(f"{checksum}  mirror/{name}" for name, checksum in checksums.items())


def load(folder: Path) -> Site:
    """The site, for the address SITEURL if that is set."""
    return load_site(folder, os.environ.get("SITEURL", ""))


def is_set(variable: str) -> bool:
    """Whether a variable such as FORCE is set to something other than 0."""
    return os.environ.get(variable, "") not in {"", "0"}


def show_progress(number: int, total: int) -> None:
    end = "\n" if number == total else ""
    if sys.stderr.isatty():
        print(f"\r{number} of {total}", end=end, file=sys.stderr, flush=True)
    elif number == total or number % 100 == 0:
        print(f"{number} of {total}", file=sys.stderr)


# Each command, the variable of make that says where to, and how to say it.
COMMANDS: dict[str, tuple[Callable[[Path, str], str], str, str]] = {
    "rsync": (deploy_rsync, "TARGET", "make deploy-rsync TARGET=user@host:/srv/watch"),
    "rollback": (rollback, "TARGET", "make rollback TARGET=user@host:/srv/watch"),
    "s3": (deploy_s3, "BUCKET", "make deploy-s3 BUCKET=name, or BUCKET=name/folder"),
    "pages": (deploy_pages, "", ""),
    "export": (export, "HOST", f"make export HOST=..., one of {', '.join(hosts.HOSTS)}"),
    "verify": (verify, "URL", "make verify URL=https://example.org"),
    "mirror": (pack_mirror, "", ""),
}

if __name__ == "__main__":
    main()
