"""One file of headers serves every host, and no host gets what it reads wrongly."""

import re
from fnmatch import fnmatchcase

import pytest

from deploy.headers import merge_policies
from deploy.hosts import HOSTS, export
from deploy.server import NginxPlaces, nginx_configuration


def parse_blocks(text: str) -> dict[str, dict[str, str]]:
    """The rules of a `_headers` file by their place."""
    blocks: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            next(reversed(blocks.values()))[name] = value
        else:
            blocks[line] = {}
    return blocks


def meets(place: str, address: str) -> bool:
    """Whether a rule's place means an address: `:name` is one part of a path, `*` any rest."""
    parts, names = place.split("/"), address.split("/")
    if parts[-1] == "*":
        parts, names = parts[:-1], names[: len(parts) - 1]
    return len(parts) == len(names) and all(
        p.startswith(":") or fnmatchcase(a, p) for p, a in zip(parts, names, strict=True)
    )


def test_every_file_has_a_type(newer, rules):
    for path in newer.paths:
        assert "/" in rules.content_type(path)


def test_only_names_that_change_with_their_bytes_last(newer, rules):
    lasting = [path for path in newer.paths if rules.is_immutable(path)]
    assert {path.partition("/")[0] for path in lasting} == {"images", "pagefind", "theme"}
    hashed = re.compile(r"\.[0-9a-f]{8}\.|^pagefind/[0-9a-f]{8}/")
    assert [path for path in lasting if not hashed.search(path)] == []
    assert "max-age=60" in rules.cache_control("index.html")


def test_no_host_joins_two_values_of_a_header(newer, rules, tmp_path):
    for host in ("netlify", "cloudflare"):
        export(newer, rules, host, tmp_path / host)
        blocks = parse_blocks((tmp_path / host / "_headers").read_text())
        assert len(blocks) < 100  # Cloudflare reads no more
        for path in newer.paths:
            address = f"{newer.base}/{path}"
            names = [n for place in blocks if meets(place, address) for n in blocks[place]]
            assert sorted(set(names)) == sorted(names), address
            expected = rules.response_headers(path, newer.policy)
            actual = {n: v for p in blocks if meets(p, address) for n, v in blocks[p].items()}
            assert actual.items() <= expected.items(), address
            assert rules.everywhere.keys() < actual.keys()
            assert path.endswith(".html") or "Content-Type" in actual or rules.is_immutable(path)


def test_every_host_gets_the_site_and_its_own_files(newer, rules, tmp_path):
    own = {
        "netlify": {"_headers", "_redirects"},
        "cloudflare": {"_headers", "_redirects"},
        "github": {".nojekyll", "CNAME"},
        "gitlab": {"_redirects"},
    }
    assert own.keys() == set(HOSTS) - {"nginx"}
    for host, names in own.items():
        folder = tmp_path / host
        export(newer, rules, host, folder)
        below = "" if host in {"github", "gitlab"} else "news/watch/"
        there = {f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file()}
        assert there == {f"{below}{path}" for path in newer.paths} | names
        if "_redirects" in names:
            redirects = (folder / "_redirects").read_text()
            assert "/news/watch/2023/06/old-place/ /news/watch/2023/06/new-place/ 301" in redirects


def test_nginx_says_every_header_in_each_server_and_nowhere_else(newer, rules):
    text = nginx_configuration(newer, rules, NginxPlaces())
    for name in [*rules.everywhere, "Content-Security-Policy", "Cache-Control"]:
        assert len(re.findall(rf"^  add_header {name} .* always;$", text, re.MULTILINE)) == 2
    assert text.count("add_header ") == 2 * (len(rules.everywhere) + 2) + 1  # one word of a comment


@pytest.mark.parametrize("host", HOSTS)
def test_an_export_takes_the_place_of_the_former(newer, rules, tmp_path, host):
    (tmp_path / "left.txt").write_text("of the last time")
    export(newer, rules, host, tmp_path)
    assert not (tmp_path / "left.txt").exists()


def test_the_header_allows_what_any_page_does_and_no_more():
    pages = [
        "default-src 'none'; script-src 'sha256-a'; style-src 'sha256-x'; trusted-types 'none'",
        "default-src 'none'; script-src 'self'; style-src 'sha256-y'; connect-src 'self'",
    ]
    assert merge_policies(pages) == (
        "default-src 'none'; script-src 'self' 'sha256-a'; style-src 'sha256-y' 'sha256-x';"
        " connect-src 'self'; trusted-types 'none'"
    )
    assert merge_policies([]) == "default-src 'none'"
