"""A branch that a host serves, as GitHub Pages does: `make deploy-pages`."""

import subprocess
from pathlib import Path

from ghp_import import GhpError, ghp_import

from deploy import DeployError
from deploy.built import BUILD, Built, commit_in
from deploy.order import refuse_older


def deploy(built: Built, folder: Path, remote: str, branch: str, *, force: bool) -> None:
    """Make the files in `folder`, the site for its host, all that the branch of a remote holds.

    One push replaces the branch, so that it is never half a site. Raises DeployError.
    """
    if not force:
        refuse_older(_live_commit(remote, branch), built.commit)
    message = f"Publish {built.siteurl} from {built.commit or 'a build of unknown commit'}"
    try:
        ghp_import(str(folder), remote=remote, branch=branch, mesg=message, push=True, force=True)
    except (GhpError, subprocess.CalledProcessError) as error:
        raise DeployError(
            f"The push to {branch} of {remote} failed: {error}. What was live is live."
        ) from error


def _live_commit(remote: str, branch: str) -> str | None:
    heads = _git("ls-remote", "--heads", remote, f"refs/heads/{branch}")
    if heads.returncode:
        raise DeployError(
            f"There is no git remote {remote} to read: {heads.stderr.decode().strip()}"
        )
    if not heads.stdout.strip():
        return None
    fetched = _git("fetch", "--depth=1", remote, f"refs/heads/{branch}")
    build = _git("show", f"FETCH_HEAD:{BUILD}")
    return None if fetched.returncode or build.returncode else commit_in(build.stdout)


def _git(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S607
