"""Check every link of a built site: pages, feeds, citations and the sitemap, fragments too."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree

from bs4 import BeautifulSoup

LOADED = {"img", "script", "source", "video", "audio", "iframe", "embed", "object", "track"}


def address_of(file: Path, site: Path, siteurl: str) -> str:
    """The public address of a file of the site."""
    return f"{siteurl}/{file.relative_to(site).as_posix().removesuffix('index.html')}"


def html_links(soup: BeautifulSoup) -> Iterator[tuple[str, bool]]:
    """Every address that a page names, and whether the browser loads it by itself."""
    for tag in soup.find_all(True):
        for name in ("href", "src", "srcset", "poster", "data", "action"):
            for part in (tag.get(name) or "").split(",") if name == "srcset" else [tag.get(name)]:
                if part is not None:
                    icon = tag.name == "link" and {"stylesheet", "icon"} & set(tag.get("rel") or [])
                    yield part.strip().split(" ")[0], tag.name in LOADED or bool(icon)


def feed_links(file: Path) -> Iterator[tuple[str, bool]]:
    """Every address that a feed, a citation or the sitemap names, in its entries' HTML too."""
    if file.suffix == ".json":
        feed = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(feed, list):  # CSL-JSON
            yield from ((item["URL"], False) for item in feed)
            return
        yield from ((feed[key], False) for key in ("home_page_url", "feed_url") if key in feed)
        for item in feed.get("items", []):
            yield item["url"], False
            yield from html_links(BeautifulSoup(item["content_html"], "lxml"))
        return
    for element in ElementTree.parse(file).iter():  # noqa: S314 - we wrote the file ourselves
        if element.tag.endswith(("}link", "}loc", "}id")):
            yield element.get("href") or element.text or "", False
        elif element.tag.endswith("}content"):
            yield from html_links(BeautifulSoup(element.text or "", "lxml"))


def broken(site: Path, siteurl: str) -> list[str]:
    """A sentence for every link of the site in folder `site` that does not arrive."""
    siteurl = siteurl.rstrip("/")
    host = urljoin(siteurl, "/")
    pages = {f: BeautifulSoup(f.read_bytes(), "lxml") for f in sorted(site.rglob("*.html"))}
    ids = {f: {tag["id"] for tag in soup.find_all(id=True)} for f, soup in pages.items()}
    named = [(f, link) for f, soup in pages.items() for link in html_links(soup)]
    feeds = [f for f in sorted(site.rglob("*")) if f.suffix in {".xml", ".json"}]
    named += [(f, link) for f in feeds for link in feed_links(f)]
    faults = [
        f"{f.relative_to(site)}: is not built for {siteurl}" for f in _foreign(pages, siteurl)
    ]
    for file, (link, loaded) in named:
        target, fragment = urldefrag(urljoin(address_of(file, site, siteurl), link))
        if target.startswith(("mailto:", "data:")):
            continue
        if not target.startswith(host):
            reason = "is loaded from another host" if loaded else ""
        else:
            reason = _arrival(site, siteurl, target, fragment, ids)
        if reason:
            faults.append(f"{file.relative_to(site)}: {link} {reason}")
    return faults


def _foreign(pages: dict[Path, BeautifulSoup], siteurl: str) -> Iterator[Path]:
    """The pages whose canonical address is not of the site at `siteurl`."""
    for file, soup in pages.items():
        link = soup.find("link", rel="canonical")
        if link and not link["href"].startswith(f"{siteurl}/"):
            yield file


def _arrival(site: Path, siteurl: str, target: str, fragment: str, ids: dict) -> str:
    """Why an address on our host leads nowhere, or nothing."""
    if not target.startswith(f"{siteurl}/"):
        return f"is outside {siteurl}/"
    path = unquote(target.partition("?")[0].removeprefix(f"{siteurl}/"))
    file = site / (path + "index.html" if path.endswith("/") or not path else path)
    if not file.is_file():
        return "leads nowhere"
    return f"finds no #{fragment}" if fragment and fragment not in ids.get(file, set()) else ""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m desk.links", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("siteurl", help="the address it was built for")
    arguments = parser.parse_args()
    if not (arguments.site / "index.html").is_file():
        sys.exit(f"There is no built site in {arguments.site}")
    faults = broken(arguments.site, arguments.siteurl)
    print("\n".join(faults) or "Every link arrives.")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
