"""Commits and branches: no older build over a newer one, and `make deploy-pages`."""

import subprocess
from pathlib import Path

from ghp_import import GhpError, ghp_import

from deploy import DeployError
from deploy.site import BUILD, Site, parse_commit

OVERRIDE = "To deploy all the same: FORCE=1"


def push_branch(site: Site, folder: Path, remote: str, branch: str, *, force: bool) -> None:
    """Make the files in `folder`, the site for its host, all that the branch of a remote holds.

    A host such as GitHub Pages serves the branch. One push replaces it, so that it is never half
    a site. Raises DeployError.
    """
    if not force:
        refuse_older(_branch_commit(remote, branch), site.commit)
    message = f"Publish {site.siteurl} from {site.commit or 'a build of unknown commit'}"
    try:
        ghp_import(str(folder), remote=remote, branch=branch, mesg=message, push=True, force=True)
    except (GhpError, subprocess.CalledProcessError) as error:
        raise DeployError(
            f"The push to {branch} of {remote} failed: {error}. What was live is live."
        ) from error


def refuse_older(live: str | None, ours: str | None, repository: Path = Path()) -> None:
    """Raise DeployError unless the commit `ours` is `live` or comes after it in the `repository`.

    Where there is no site yet, or the one that is live names no commit, all is well. A build of
    what is in no commit is refused too: nobody could tell later what is live.
    """
    if ours and ours.endswith("-dirty"):
        raise DeployError(
            f"output/ was built from commit {_abbreviate(ours)} with changes that are in no"
            f" commit: commit or undo them and build anew. {OVERRIDE}"
        )
    if live is None or live == ours:
        return
    former = live.removesuffix("-dirty")
    refusal = f"The live site was built from commit {_abbreviate(live)}, "
    if ours is None:
        refusal += "and output/ does not tell from which: commit your changes and build anew."
    elif not _succeeds(repository, "cat-file", "-e", f"{former}^{{commit}}"):
        refusal += "which is not known here: git pull, build, and deploy again."
    elif not _succeeds(repository, "merge-base", "--is-ancestor", former, ours):
        newer = _succeeds(repository, "merge-base", "--is-ancestor", ours, former)
        refusal = (
            f"The live site is {'newer' if newer else 'of another line'}: it was built from commit"
            f" {_abbreviate(live)}, output/ from {_abbreviate(ours)}."
        )
    else:
        return
    raise DeployError(f"{refusal} {OVERRIDE}")


def _branch_commit(remote: str, branch: str) -> str | None:
    """The commit from which the site on a branch was built."""
    reference = f"refs/heads/{branch}"
    heads = _git(Path(), "ls-remote", "--heads", remote, reference)
    if heads.returncode:
        raise DeployError(
            f"There is no git remote {remote} to read: {heads.stderr.decode().strip()}"
        )
    if not heads.stdout.strip() or not _succeeds(Path(), "fetch", "--depth=1", remote, reference):
        return None
    return parse_commit(_git(Path(), "show", f"FETCH_HEAD:{BUILD}").stdout)


def _abbreviate(commit: str) -> str:
    digits, *dirty = commit.split("-")
    return "-".join([digits[:12], *dirty])


def _succeeds(repository: Path, *arguments: str) -> bool:
    return _git(repository, *arguments).returncode == 0


def _git(repository: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=repository, capture_output=True, check=False)
