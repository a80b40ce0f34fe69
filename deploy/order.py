"""No older build takes the place of a newer one by accident."""

import subprocess
from pathlib import Path

from deploy import DeployError

ANYWAY = "To deploy all the same: FORCE=1"


def refuse_older(live: str | None, ours: str | None, repository: Path = Path()) -> None:
    """Raise DeployError unless the commit `ours` is `live` or comes after it in the `repository`.

    Where there is no site yet, or the one that is there names no commit, all is well. A build of
    what is in no commit is refused too: nobody could tell later what is live.
    """
    if ours and ours.endswith("-dirty"):
        raise DeployError(
            f"output/ was built from commit {short(ours)} with changes that are in no"
            f" commit: commit or undo them and build anew. {ANYWAY}"
        )
    if live is None or live == ours:
        return
    if ours is None:
        raise DeployError(
            f"The live site was built from commit {short(live)}, and output/ does not tell from"
            f" which: commit your changes and build anew. {ANYWAY}"
        )
    if not _git(repository, "cat-file", "-e", f"{bare(live)}^{{commit}}"):
        raise DeployError(
            f"The live site was built from commit {short(live)}, which is not known here: git pull,"
            f" build, and deploy again. {ANYWAY}"
        )
    if not _git(repository, "merge-base", "--is-ancestor", bare(live), bare(ours)):
        older = _git(repository, "merge-base", "--is-ancestor", bare(ours), bare(live))
        raise DeployError(
            f"The live site is {'newer' if older else 'of another line'}: it was built from commit"
            f" {short(live)}, output/ from {short(ours)}. {ANYWAY}"
        )


def bare(commit: str) -> str:
    """The commit without the word for changes that are in no commit."""
    return commit.removesuffix("-dirty")


def short(commit: str) -> str:
    return commit.replace(bare(commit), bare(commit)[:12])


def _git(repository: Path, *arguments: str) -> bool:
    done = subprocess.run(["git", *arguments], cwd=repository, capture_output=True, check=False)  # noqa: S607 - found in PATH
    return done.returncode == 0
