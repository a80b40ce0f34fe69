"""The site as a host wants it, with the files that this host reads: `make export HOST=...`.

_headers and _redirects: https://docs.netlify.com/manage/routing/headers/ and
https://developers.cloudflare.com/pages/configuration/headers/
"""

import shutil
from pathlib import Path

from deploy import DeployError
from deploy.built import Built
from deploy.headers import POLICY, Rules, whole_policy
from deploy.nginx import configuration

# Hosts that give a project a path of their own; the others serve their folder from the root.
ADDS_PATH = {"github", "gitlab"}
OWN_DOMAINS = (".github.io", ".gitlab.io", ".pages.dev", ".netlify.app")


def export(built: Built, rules: Rules, host: str, folder: Path) -> None:
    """Write the site for a host into `folder`, in place of what is there. Raises DeployError."""
    if host not in HOSTS:
        raise DeployError(f'HOST is "{host}"; allowed: {", ".join(HOSTS)}')
    shutil.rmtree(folder, ignore_errors=True)
    site = folder if host in ADDS_PATH else folder / built.base.lstrip("/")
    if host != "nginx":
        shutil.copytree(built.folder, site)
    for name, text in HOSTS[host](built, rules).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def headers_file(built: Built, rules: Rules) -> str:
    """`_headers`: no two rules that meet say the same header, since hosts join their values.

    What does not last has the host's own short caching, and pages their type.
    """
    blocks = {"/*": rules.everywhere | {POLICY: whole_policy(built.policy)}}
    for path in built.paths:
        if rules.lasting(path):
            place = f"{built.base}/{lasting_place(path, built, rules)}"
            blocks[place] = {"Cache-Control": rules.cache_of(path)}
        elif not path.endswith(".html"):
            blocks[f"{built.base}/{alike(path)}"] = {"Content-Type": rules.type_of(path)}
    return "".join(
        f"{place}\n" + "".join(f"  {name}: {value}\n" for name, value in said.items())
        for place, said in blocks.items()
    )


def lasting_place(path: str, built: Built, rules: Rules) -> str:
    """A file that lasts, or the whole first folder of its path where all files do."""
    folder = path.partition("/")[0] + "/"
    alone = not all(rules.lasting(other) for other in built.paths if other.startswith(folder))
    return path if alone else f"{folder}*"


def alike(path: str) -> str:
    """All files of a name so deep below the root, as in `:a/:b/atom.xml`: hosts limit the rules."""
    *folders, name = path.split("/")
    if folders in ([], ["theme"]):
        return path
    return "/".join([*(f":{chr(97 + i)}" for i in range(len(folders))), name])


def redirects_file(built: Built) -> str:
    """`_redirects`: permanent, and before any file of that address."""
    return "".join(
        f"{built.base}{old} {built.base}{new} 301!\n" for old, new in sorted(built.moved.items())
    )


def github(built: Built, _rules: Rules) -> dict[str, str]:
    return {".nojekyll": "", **_domain(built)}


def gitlab(built: Built, _rules: Rules) -> dict[str, str]:
    return {"_redirects": redirects_file(built).replace(" 301!", " 301")}


def netlify(built: Built, rules: Rules) -> dict[str, str]:
    return {"_headers": headers_file(built, rules), "_redirects": redirects_file(built)}


def cloudflare(built: Built, rules: Rules) -> dict[str, str]:
    redirects = redirects_file(built).replace(" 301!", " 301")
    return {"_headers": headers_file(built, rules), "_redirects": redirects}


def nginx(built: Built, rules: Rules) -> dict[str, str]:
    return {"standing-watch.conf": configuration(built, rules)}


def _domain(built: Built) -> dict[str, str]:
    """CNAME, where the site has a domain of its own."""
    return {} if built.host.endswith(OWN_DOMAINS) else {"CNAME": f"{built.host}\n"}


HOSTS = {
    "nginx": nginx,
    "netlify": netlify,
    "cloudflare": cloudflare,
    "github": github,
    "gitlab": gitlab,
}
