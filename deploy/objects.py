"""What a bucket holds for a site: objects with all that is said of them, in a safe order."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from typing import NamedTuple

from deploy.built import BUILD, MANIFEST, Built
from deploy.headers import Rules

FRONT, LAST = "index.html", ("sitemap.xml", MANIFEST, BUILD)


class Upload(NamedTuple):
    """An object: its key, its bytes and what is said with them."""

    key: str
    data: bytes
    headers: dict[str, str]

    @property
    def digest(self) -> str:
        said = json.dumps(self.headers, sort_keys=True).encode()
        return hashlib.sha256(said + self.data).hexdigest()


def uploads(built: Built, rules: Rules) -> Iterator[Upload]:
    """Every object of a site, with its type, caching and encoding, and its redirect if it moved."""
    moved = {page_of(old): new for old, new in built.moved.items()}
    for path in built.paths:
        headers = {"Content-Type": rules.type_of(path), "Cache-Control": rules.cache_of(path)}
        data = built.read(path)
        if path in moved:
            headers["x-amz-website-redirect-location"] = f"{built.base}{moved[path]}"
        if rules.compresses(path):
            data = gzip.compress(data, mtime=0)
            headers["Content-Encoding"] = "gzip"
        yield Upload(path, data, headers)


def page_of(address: str) -> str:
    """The file of an address, both from the site's root."""
    return (f"{address}index.html" if address.endswith("/") else address).lstrip("/")


def in_order(changed: list[Upload], there: dict[str, str | None], rules: Rules) -> list[Upload]:
    """Objects in the order that keeps every link arriving."""

    def rank(upload: Upload) -> tuple:
        key = upload.key
        page, feed = key.endswith(".html"), key.endswith("atom.xml") or key == "feed.json"
        steps = (rules.lasting(key), not page and not feed and key not in LAST)
        if any(steps):
            return steps.index(True), key
        if page:  # new pages, former ones, lists, the front page
            return 2, bool(there.get(key)), -key.count("/"), key == FRONT, key
        return 3, key in LAST, key == MANIFEST, key

    return sorted(changed, key=rank)
