"""Is what the world sees what was built? `make verify URL=...`.

Every address of the manifest is fetched and compared by bytes, type and headers; so are the former
addresses of what moved, and one where nothing is.
"""

import ssl
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import urllib3

from deploy import DeployError
from deploy.headers import HeaderRules
from deploy.site import Site, file_path

TYPE, CACHE = "Content-Type", "Cache-Control"
MISSING_PAGE = "there-is-no-such-page/"
# Which headers a kind of host lets a site set, None for all; the rest of headers.yaml it cannot.
HOST_HEADERS: dict[str, set[str] | None] = {
    "nginx": None,
    "netlify": None,
    "cloudflare": None,
    "s3": {TYPE, CACHE},
    "github": {TYPE},
    "gitlab": {TYPE},
}
OWN_CACHING = {"netlify", "cloudflare"}  # of what is not immutable


def find_differences(
    site: Site, rules: HeaderRules, url: str, host: str, progress: Callable[[int, int], None]
) -> list[str]:
    """A sentence for every address that is not as built. Raises DeployError if none answers.

    `progress` is called with the number of addresses that have been compared, and of all.
    """
    if host not in HOST_HEADERS:
        raise DeployError(f'HOST is "{host}"; allowed: {", ".join(HOST_HEADERS)}')
    live = LiveSite(site, rules, url, host, _open_pool(f"{url}/"))
    former = set(map(file_path, site.redirects))
    checks = [partial(live.check_file, path) for path in site.paths if path not in former]
    checks += [partial(live.check_redirect, o.lstrip("/"), n) for o, n in site.redirects.items()]
    checks.append(partial(live.check_missing_page, MISSING_PAGE))
    differences: list[str] = []
    with ThreadPoolExecutor(8) as pool:
        for number, sentences in enumerate(pool.map(live.run, checks), 1):
            differences += sentences
            progress(number, len(checks))
    return differences


def _open_pool(address: str) -> urllib3.PoolManager:
    """Connections to a host. Raises DeployError if it does not answer at `address`."""
    retries = urllib3.Retry(3, redirect=0, backoff_factor=0.2, raise_on_redirect=False)
    context = ssl.create_default_context()
    pool = urllib3.PoolManager(maxsize=8, retries=retries, timeout=20, ssl_context=context)
    try:
        pool.request("GET", address)
    except urllib3.exceptions.HTTPError as error:
        reason = getattr(error, "reason", None) or error
        raise DeployError(f"{address} does not answer: {reason}") from error
    return pool


@dataclass(frozen=True)
class LiveSite:
    """A site at the address `url` of a kind of host, which should be as the build `site`."""

    site: Site
    rules: HeaderRules
    url: str
    host: str
    pool: urllib3.PoolManager

    def run(self, check: partial[Iterator[str]]) -> list[str]:
        """What a check finds, or why it could not be made."""
        try:
            return [*check()]
        except urllib3.exceptions.HTTPError as error:
            return [f"{self.url}/{check.args[0]}: {error}"]

    def check_file(self, path: str) -> Iterator[str]:
        """What differs at the address of one file."""
        address = f"{self.url}/{path.removesuffix('index.html')}"
        response = self.pool.request("GET", address)
        if response.status != 200:
            location = response.headers.get("Location")
            where = f" to {location}" if location is not None else ""
            yield f"{address}: answers {response.status}{where}, not 200"
            return
        data = self.site.read(path)
        if response.data != data:
            yield f"{address}: has other bytes ({len(response.data)}, built {len(data)})"
        yield from compare_headers(address, response, self.expected_headers(path))

    def check_redirect(self, old: str, new: str) -> Iterator[str]:
        """Whether a former address leads on: by redirect, or by the page that is there."""
        response = self.pool.request("GET", f"{self.url}/{old}")
        location, target = response.headers.get("Location", ""), f"{self.site.base}{new}"
        redirects = response.status in {301, 308} and location.endswith(target)
        if not redirects and not (response.status == 200 and target.encode() in response.data):
            yield f"{self.url}/{old}: answers {response.status} {location}, should lead to {new}"

    def check_missing_page(self, path: str) -> Iterator[str]:
        """Whether an address where nothing is says so, with our page and headers."""
        address = f"{self.url}/{path}"
        response = self.pool.request("GET", address)
        if response.status != 404:
            yield f"{address}: answers {response.status}, should be 404"
        if response.data != self.site.read("404.html"):
            yield f"{address}: does not show the site's own 404.html"
        if self.host != "s3":  # it answers a missing page with the error page's headers, or its own
            headers = self.expected_headers("404.html", error=True)
            yield from compare_headers(address, response, headers)

    def expected_headers(self, path: str, *, error: bool = False) -> dict[str, str]:
        """The headers that this kind of host can give a file."""
        headers = self.rules.response_headers(path, self.site.policy, error=error)
        if self.host in OWN_CACHING and (error or not self.rules.is_immutable(path)):
            del headers[CACHE]
        names = HOST_HEADERS[self.host] or headers
        return {name: value for name, value in headers.items() if name in names}


def compare_headers(
    address: str, response: urllib3.BaseHTTPResponse, headers: dict[str, str]
) -> Iterator[str]:
    """A sentence for every one of `headers` that a response lacks or gives another value."""
    for name, value in headers.items():
        actual = response.headers.get(name)
        if (actual or "").lower().replace(" ", "") != value.lower().replace(" ", ""):
            state = repr(actual) if actual else "missing"
            yield f"{address}: {name} is {state}, should be {value!r}"
