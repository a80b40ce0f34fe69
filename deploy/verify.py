"""Is what the world sees what was built? `make verify URL=...`.

Every address of the manifest is fetched and compared by bytes, type and headers; so are the former
addresses of what moved, and one where nothing is.
"""

import hashlib
import ssl
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import urllib3

from deploy import DeployError
from deploy.built import Built
from deploy.headers import Rules

TYPE, CACHE = "Content-Type", "Cache-Control"
NOWHERE = "there-is-no-such-page/"
# What a kind of host lets a site say; the rest of headers.yaml it cannot, whatever we ask.
SAYS = {
    "nginx": {"everything"},
    "netlify": {"everything", "own caching"},
    "cloudflare": {"everything", "own caching"},
    "s3": {"caching"},
    "github": set(),
    "gitlab": set(),
}


def differences(
    built: Built, rules: Rules, url: str, host: str, progress: Callable[[int, int], None]
) -> list[str]:
    """A sentence for every address that is not as built. Raises DeployError if none answers.

    `progress` is told how many addresses of how many have been looked at.
    """
    if host not in SAYS:
        raise DeployError(f'HOST is "{host}"; allowed: {", ".join(SAYS)}')
    patience = urllib3.Retry(3, redirect=0, backoff_factor=0.2, raise_on_redirect=False)
    trusted = ssl.create_default_context()
    http = urllib3.PoolManager(maxsize=8, retries=patience, timeout=20, ssl_context=trusted)
    _reach(http, url)
    moved = {old.lstrip("/"): new for old, new in built.moved.items()}
    paths = [path for path in built.paths if path.removesuffix("index.html") not in moved]
    checks = [(compared, (http, url, path, built, rules, host)) for path in paths]
    checks += [(redirected, (http, url, *pair, built, host)) for pair in moved.items()]
    checks.append((missing, (http, url, built, rules, host)))
    found: list[str] = []
    with ThreadPoolExecutor(8) as pool:
        for n, said in enumerate(pool.map(_looked, checks), 1):
            found += said
            progress(n, len(checks))
    return found


def _looked(check: tuple) -> list[str]:
    """What a check finds, or why it could not be made."""
    look, arguments = check
    try:
        return [*look(*arguments)]
    except urllib3.exceptions.HTTPError as error:
        return [f"{arguments[1]}/{arguments[2] if look is not missing else NOWHERE}: {error}"]


def _reach(http: urllib3.PoolManager, url: str) -> None:
    try:
        http.request("GET", f"{url}/")
    except urllib3.exceptions.HTTPError as error:
        reason = getattr(error, "reason", None) or error
        raise DeployError(f"{url}/ does not answer: {reason}") from error


def compared(http, url: str, path: str, built: Built, rules: Rules, host: str) -> Iterator[str]:
    """What differs at the address of one file."""
    address = f"{url}/{path.removesuffix('index.html')}"
    answer = http.request("GET", address)
    if answer.status != 200:
        where = f" to {answer.headers['Location']}" if "Location" in answer.headers else ""
        yield f"{address}: answers {answer.status}{where}, not 200"
        return
    if hashlib.sha256(answer.data).hexdigest() != hashlib.sha256(built.read(path)).hexdigest():
        yield f"{address}: has other bytes ({len(answer.data)}, built {len(built.read(path))})"
    yield from said_otherwise(address, answer, expected(path, built, rules, host))


def expected(path: str, built: Built, rules: Rules, host: str, *, error: bool = False) -> dict:
    """The headers that this kind of host can give a file."""
    said, able = rules.headers_of(path, built.policy, error=error), SAYS[host]
    if "own caching" in able and (error or not rules.lasting(path)):
        del said[CACHE]
    if "everything" in able:
        return said
    return {name: said[name] for name in said if name == TYPE or (name == CACHE and able)}


def said_otherwise(address: str, answer, wanted: dict[str, str]) -> Iterator[str]:
    """A sentence for every header that an answer lacks or gives another value."""
    for name, value in wanted.items():
        got = answer.headers.get(name)
        if (got or "").lower().replace(" ", "") != value.lower().replace(" ", ""):
            yield f"{address}: {name} is {f'{got!r}' if got else 'missing'}, should be {value!r}"


def redirected(http, url: str, old: str, new: str, built: Built, host: str) -> Iterator[str]:
    """Whether a former address leads on: by redirect, or by the page that the site has there."""
    answer = http.request("GET", f"{url}/{old}")
    location = answer.headers.get("Location", "")
    arrives = answer.status in {301, 308} and location.endswith(f"{built.base}{new}")
    if not arrives and not (answer.status == 200 and f"{built.base}{new}".encode() in answer.data):
        yield f"{url}/{old}: answers {answer.status} {location}, should lead to {new}"


def missing(http, url: str, built: Built, rules: Rules, host: str) -> Iterator[str]:
    """Whether an address where nothing is says so, with our page and headers."""
    address = f"{url}/{NOWHERE}"
    answer = http.request("GET", address)
    if answer.status != 404:
        yield f"{address}: answers {answer.status}, should be 404"
    if answer.data != built.read("404.html"):
        yield f"{address}: does not show the site's own 404.html"
    if host != "s3":  # it answers a missing page with the error page's headers, or its own
        yield from said_otherwise(
            address, answer, expected("404.html", built, rules, host, error=True)
        )
