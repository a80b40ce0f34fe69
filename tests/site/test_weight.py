"""Every page arrives in one round trip, with all that its first view loads."""

import gzip
import random

from bs4 import BeautifulSoup

from tests.support.site import Site, words

BUDGET = 14_600  # bytes: ten packets of 1,460, the first flight of a connection (RFC 6928)
REQUESTS = 2
LONG = 3_000  # words; what a text has beyond them does not count
PARTS = {
    "style sheet": "style",
    "structured data": "script[type='application/ld+json']",
    "drawings": "svg",
    "text": "main",
}
PACKED = {".html", ".svg", ".js", ".css", ".json"}


def gzipped(text: str | bytes) -> int:
    """The bytes of a text on its way: gzip at its usual level."""
    return len(gzip.compress(text.encode() if isinstance(text, str) else text, 6, mtime=0))


def loaded(page: BeautifulSoup) -> list[str]:
    """The files that a first view loads beside the page: of several icons a browser takes one."""
    lazy = "[loading=lazy]"
    found = page.select(
        f"link[rel=stylesheet], link[rel=preload], script[src], img:not({lazy}), iframe:not({lazy}), video[poster]"
    )
    found += page.select("link[rel~=icon]")[:1]
    files = [tag.get("src") or tag.get("href") or tag.get("poster") for tag in found]
    return list(dict.fromkeys(file for file in files if not file.startswith("data:")))


def on_the_way(site: Site, file: str) -> int:
    path = site.folder / file.lstrip("/")
    return gzipped(path.read_bytes()) if path.suffix in PACKED else path.stat().st_size


def parts(html: str) -> dict[str, int]:
    """What each part of a page adds to its weight, in bytes; the remainder is markup."""
    weights = {}
    for name, selector in PARTS.items():
        page = BeautifulSoup(html, "lxml")
        whole = gzipped(str(page))
        for tag in page.select(selector):
            tag.decompose() if name != "text" else tag.replace_with("")
        weights[name] = whole - gzipped(str(page))
    return {**weights, "markup": gzipped(html) - sum(weights.values())}


def allowance(page: BeautifulSoup) -> int:
    """The weight of what an article has beyond 3,000 words."""
    prose = page.select_one(".prose")
    text = words(prose) if prose else ""
    return gzipped(text) - gzipped(" ".join(text.split()[:LONG]))


def too_heavy(site: Site) -> list[str]:
    """A sentence for each page over budget, with what is heavy, the heaviest first."""
    faults = []
    for path, page in site.pages.items():
        html = site.text(path if path.endswith(".html") else f"{path}index.html")
        files = {file: on_the_way(site, file) for file in loaded(page)}
        total = gzipped(html) + sum(files.values())
        if total > BUDGET + allowance(page) or len(files) >= REQUESTS:
            heavy = sorted({**parts(html), **files}.items(), key=lambda part: -part[1])
            named = ", ".join(f"{name} {weight:,}" for name, weight in heavy)
            faults.append(f"{path or '/'}: {total:,} bytes, {1 + len(files)} requests: {named}")
    return faults


def test_every_page_arrives_in_one_round_trip(site):
    assert site.pages
    faults = too_heavy(site)
    assert not faults, "\n".join(
        ["", f"More than {BUDGET:,} bytes or {REQUESTS} requests:", *faults]
    )


def gibberish(count: int) -> str:
    """Words that hardly compress, the same at each call."""
    letters = random.Random(count)  # noqa: S311 - nothing secret
    return " ".join("".join(letters.choices("abcdefghijklmno", k=7)) for _ in range(count))


def test_what_is_heavy_is_named(tmp_path):
    (tmp_path / "much.js").write_text(gibberish(1000))
    (tmp_path / "photo.jpg").write_bytes(bytes(9_000))
    (tmp_path / "index.html").write_text(
        f"<html><script src=/much.js></script><style>{gibberish(500)}</style>"
        "<img src=/photo.jpg><img loading=lazy src=/below.jpg><main>Text</main></html>"
    )
    (fault,) = too_heavy(Site(tmp_path, "http://127.0.0.1:8000"))
    assert "bytes, 3 requests: /photo.jpg 9,000, /much.js 4," in fault
    assert ", style sheet 2," in fault
    assert "below" not in fault


def test_only_the_text_beyond_3000_words_is_free(tmp_path):
    def weighed(words: int, style: int) -> list[str]:
        prose = f"<main><div class=prose>{gibberish(words)}</div></main>"
        (tmp_path / "index.html").write_text(f"<style>{gibberish(style)}</style>{prose}")
        return too_heavy(Site(tmp_path, "http://127.0.0.1:8000"))

    assert weighed(LONG, style=0) == weighed(2 * LONG, style=0) == []
    assert weighed(LONG, style=500) != []
    assert weighed(2 * LONG, style=500) != []
