"""One file of headers serves every host, and no host gets what it reads wrongly."""

import re
from fnmatch import fnmatchcase

import pytest

from deploy.built import widest
from deploy.export import export
from deploy.nginx import configuration


def blocks(text: str) -> dict[str, dict[str, str]]:
    """The rules of a `_headers` file by their place."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            next(reversed(found.values()))[name] = value
        else:
            found[line] = {}
    return found


def meets(place: str, address: str) -> bool:
    """Whether a rule's place means an address: `:name` is one part of a path, `*` any rest."""
    parts, asked = place.split("/"), address.split("/")
    if parts[-1] == "*":
        parts, asked = parts[:-1], asked[: len(parts) - 1]
    return len(parts) == len(asked) and all(
        p.startswith(":") or fnmatchcase(a, p) for p, a in zip(parts, asked, strict=True)
    )


def test_every_file_has_a_type(newer, said):
    for path in newer.paths:
        assert "/" in said.type_of(path)


def test_only_names_that_change_with_their_bytes_last(newer, said):
    lasting = [path for path in newer.paths if said.lasting(path)]
    assert {path.partition("/")[0] for path in lasting} == {"images", "pagefind", "theme"}
    named = re.compile(r"\.[0-9a-f]{8}\.|^pagefind/[0-9a-f]{8}/")
    assert [path for path in lasting if not named.search(path)] == []
    assert "max-age=60" in said.cache_of("index.html")


def test_no_host_joins_two_values_of_a_header(newer, said, tmp_path):
    for host in ("netlify", "cloudflare"):
        export(newer, said, host, tmp_path / host)
        found = blocks((tmp_path / host / "_headers").read_text())
        assert len(found) < 100  # Cloudflare reads no more
        for path in newer.paths:
            address = f"{newer.base}/{path}"
            names = [n for place in found if meets(place, address) for n in found[place]]
            assert sorted(set(names)) == sorted(names), address
            wanted = said.headers_of(path, newer.policy)
            given = {n: v for p in found if meets(p, address) for n, v in found[p].items()}
            assert given.items() <= wanted.items(), address
            assert said.everywhere.keys() < given.keys()
            assert path.endswith(".html") or "Content-Type" in given or said.lasting(path)


def test_every_host_gets_the_site_and_its_own_files(newer, said, tmp_path):
    own = {
        "netlify": {"_headers", "_redirects"},
        "cloudflare": {"_headers", "_redirects"},
        "github": {".nojekyll", "CNAME"},
        "gitlab": {"_redirects"},
    }
    for host, names in own.items():
        folder = tmp_path / host
        export(newer, said, host, folder)
        below = "" if host in {"github", "gitlab"} else "news/watch/"
        there = {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()}
        assert there == {f"{below}{path}" for path in newer.paths} | names
        if "_redirects" in names:
            told = (folder / "_redirects").read_text()
            assert "/news/watch/2023/06/old-place/ /news/watch/2023/06/new-place/ 301" in told


def test_nginx_says_every_header_in_each_server_and_nowhere_else(newer, said):
    text = configuration(newer, said)
    for name in [*said.everywhere, "Content-Security-Policy", "Cache-Control"]:
        assert len(re.findall(rf"^  add_header {name} .* always;$", text, re.MULTILINE)) == 2
    assert text.count("add_header ") == 2 * (len(said.everywhere) + 2) + 1  # one word of a comment


@pytest.mark.parametrize("host", ["netlify", "cloudflare", "github", "gitlab", "nginx"])
def test_an_export_takes_the_place_of_the_former(newer, said, tmp_path, host):
    (tmp_path / "left.txt").write_text("of the last time")
    export(newer, said, host, tmp_path)
    assert not (tmp_path / "left.txt").exists()


def test_the_header_allows_what_any_page_does_and_no_more():
    pages = [
        "default-src 'none'; script-src 'sha256-a'; style-src 'sha256-x'; trusted-types 'none'",
        "default-src 'none'; script-src 'self'; style-src 'sha256-y'; connect-src 'self'",
    ]
    assert widest(pages) == (
        "default-src 'none'; script-src 'self' 'sha256-a'; style-src 'sha256-y' 'sha256-x';"
        " connect-src 'self'; trusted-types 'none'"
    )
    assert widest([]) == "default-src 'none'"
