"""The site as a host takes it, with the files that this host reads: `make export HOST=...`.

_headers and _redirects: https://docs.netlify.com/manage/routing/headers/ and
https://developers.cloudflare.com/pages/configuration/headers/
"""

import shutil
from pathlib import Path

from deploy import DeployError
from deploy.headers import POLICY, HeaderRules, header_policy
from deploy.server import NginxPlaces, nginx_configuration
from deploy.site import Site

HOSTS = ("nginx", "netlify", "cloudflare", "github", "gitlab")
# Hosts that give a project a path of their own; the others serve their folder from the root.
PROJECT_PATH_HOSTS = {"github", "gitlab"}
HOST_DOMAINS = (".github.io", ".gitlab.io", ".pages.dev", ".netlify.app")


def export(site: Site, rules: HeaderRules, host: str, folder: Path) -> None:
    """Write the site for a host into `folder`, in place of what is there. Raises DeployError."""
    if host not in HOSTS:
        raise DeployError(f'HOST is "{host}"; allowed: {", ".join(HOSTS)}')
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    root = folder if host in PROJECT_PATH_HOSTS else folder / site.base.lstrip("/")
    if host != "nginx":
        shutil.copytree(site.folder, root, dirs_exist_ok=True)
    for name, text in host_files(site, rules, host).items():
        (folder / name).write_text(text, encoding="utf-8")


def host_files(site: Site, rules: HeaderRules, host: str) -> dict[str, str]:
    """The texts of the files that a host reads beside the site, by name."""
    match host:
        case "nginx":
            return {"standing-watch.conf": nginx_configuration(site, rules, NginxPlaces())}
        case "github":
            own_domain = not site.host.endswith(HOST_DOMAINS)
            return {".nojekyll": ""} | ({"CNAME": f"{site.host}\n"} if own_domain else {})
        case "gitlab":
            return {"_redirects": redirects_file(site, "301")}
        case _:
            # `!`: before any file of that address
            redirects = redirects_file(site, "301!" if host == "netlify" else "301")
            return {"_headers": headers_file(site, rules), "_redirects": redirects}


def headers_file(site: Site, rules: HeaderRules) -> str:
    """`_headers`: no two rules that match one address set the same header, since hosts join them.

    What is not immutable has the host's own short caching, and pages their type.
    """
    everywhere = rules.everywhere | {POLICY: header_policy(site.policy)}
    lines = ["/*", *(f"  {name}: {value}" for name, value in everywhere.items())]
    blocks = {}
    for path in site.paths:
        if rules.is_immutable(path):
            pattern = _immutable_pattern(path, site, rules)
            blocks[pattern] = f"Cache-Control: {rules.cache_control(path)}"
        elif not path.endswith(".html"):
            blocks[_name_pattern(path)] = f"Content-Type: {rules.content_type(path)}"
    for pattern, header in blocks.items():
        lines += [f"{site.base}/{pattern}", f"  {header}"]
    return "\n".join([*lines, ""])


def _immutable_pattern(path: str, site: Site, rules: HeaderRules) -> str:
    """An immutable file, or the whole first folder of its path where all files are."""
    folder = path.partition("/")[0] + "/"
    siblings = (other for other in site.paths if other.startswith(folder))
    return f"{folder}*" if all(map(rules.is_immutable, siblings)) else path


def _name_pattern(path: str) -> str:
    """All files of a name so deep below the root, as in `:a/:b/atom.xml`: hosts limit the rules."""
    *folders, name = path.split("/")
    if folders in ([], ["theme"]):
        return path
    return "/".join([*(f":{chr(97 + i)}" for i in range(len(folders))), name])


def redirects_file(site: Site, status: str) -> str:
    """`_redirects`: permanent ones, a line each."""
    return "".join(
        f"{site.base}{old} {site.base}{new} {status}\n"
        for old, new in sorted(site.redirects.items())
    )
