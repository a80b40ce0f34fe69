"""A site to take along: the exact copy is exact, and the other one reads without a server."""

import subprocess
import tarfile

from deploy.mirror import mirror
from tests.support.site import Site


def unpack(folder, name: str):
    with tarfile.open(folder / name) as tar:
        tar.extractall(folder, filter="data")
    return folder / name.removesuffix(".tar")


def test_the_copy_is_exact_and_its_bytes_are_always_the_same(newer, tmp_path):
    assert mirror(newer, tmp_path / "a") == mirror(newer, tmp_path / "b")
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=tmp_path / "a", check=True)
    folder = unpack(tmp_path / "a", "watch.example-news-watch.tar")
    assert {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()} == {
        *newer.paths
    }
    assert [p for p in newer.paths if (folder / p).read_bytes() != newer.read(p)] == []


def test_every_link_of_the_readable_copy_arrives(newer, tmp_path):
    mirror(newer, tmp_path)
    site = Site(unpack(tmp_path, "watch.example-news-watch-offline.tar"), "")
    dead = []
    for path, page in site.pages.items():
        file = site.folder / path / ("index.html" if path.endswith("/") or not path else "")
        for link in page.select("[href], [src]"):
            address = (link.get("href") or link.get("src")).partition("#")[0]
            outside = address.startswith(("http", "data:", "mailto:"))
            if not outside and not (file.parent / address if address else file).is_file():
                dead.append(f"{path}: {address}")
    assert dead == []


def test_a_browser_reads_it_from_disk(newer, tmp_path, chromium):
    mirror(newer, tmp_path)
    folder = unpack(tmp_path, "watch.example-news-watch-offline.tar")
    page = chromium.new_page()
    wrong = []
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.goto((folder / "index.html").as_uri())
    page.locator("main a[href*='sound-story']").first.click()
    assert page.url.endswith("2023/06/sound-story/index.html")
    widths = page.evaluate(
        "Promise.all([...document.images].map(async i => (await i.decode(), i.naturalWidth)))"
    )
    assert widths and all(widths)
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 1
    page.close()
    assert wrong == []
