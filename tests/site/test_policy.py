"""Every page says what a browser may load and run for it, and it is what the page needs."""

from base64 import b64encode
from hashlib import sha256

from plugins.scripts import bundle
from tests.support.site import Site

SEARCH = "search/"
META = 'meta[http-equiv="Content-Security-Policy"]'


def directives(policy: str) -> dict[str, str]:
    return dict(directive.split(" ", 1) for directive in policy.split("; "))


def policies(site: Site) -> dict[str, dict[str, str]]:
    return {path: directives(page.select_one(META)["content"]) for path, page in site.pages.items()}


def sha(data: bytes) -> str:
    return f"sha256-{b64encode(sha256(data).digest()).decode()}"


def others(site: Site) -> dict[str, dict[str, str]]:
    """The policies of all pages but the search."""
    return {path: policy for path, policy in policies(site).items() if path != SEARCH}


def test_all_pages_but_the_search_have_one_policy_beside_their_style_sheets(site, published):
    for built in (site, published):
        told = [{**policy, "style-src": ""} for policy in others(built).values()]
        assert told
        assert all(policy == told[0] for policy in told)


def test_the_search_adds_what_it_loads_and_nothing_else(site):
    search, other = policies(site)[SEARCH], next(iter(others(site).values()))
    own = {"style-src": search["style-src"]}
    added = {name: value for name, value in search.items() if (other | own).get(name) != value}
    assert added == {"script-src": "'self' 'wasm-unsafe-eval'", "connect-src": "'self'"}
    assert other.keys() <= search.keys()


def test_the_policy_stands_before_all_that_it_governs(site):
    wrong = [
        path
        for path, page in site.pages.items()
        if [*page.head.find_all(True)][1] is not page.select_one(META)
    ]
    assert wrong == []


def test_it_allows_nothing_but_our_pictures_and_what_it_names_by_digest(site):
    for path, policy in policies(site).items():
        assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
        assert policy["require-trusted-types-for"] == "'script'"
        assert policy["trusted-types"] == "'none'"
        assert path == SEARCH or "unsafe" not in str(policy), path
        assert "http" not in str(policy), path


def test_the_digests_are_those_of_the_style_sheet_and_the_script(site):
    for path, policy in policies(site).items():
        page = site.pages[path]
        script = page.select_one("script[src]")
        data = (site.folder / script["src"].lstrip("/")).read_bytes()
        assert policy["style-src"] == f"'{sha(page.style.string.encode())}'", path
        assert path == SEARCH or policy["script-src"] == f"'{sha(data)}'", path
        assert script["integrity"] == sha(data), path


def test_scripts_are_published_once_under_the_name_of_their_bytes(site):
    scripts = {script.name.split(".")[0]: script for script in site.folder.glob("theme/*.js")}
    assert scripts.keys() == {"comfort", "search"}
    for script in scripts.values():
        assert script.name.split(".")[1] == sha256(script.read_bytes()).hexdigest()[:8]


def test_the_only_other_script_is_that_of_pagefind(site):
    (script,) = site.folder.glob("pagefind/*/*.js")
    assert len([*site.folder.rglob("*.js")]) == 3
    assert script.name == "pagefind.js"


def test_another_script_has_another_name_and_digest(tmp_path):
    file = tmp_path / "comfort.js"
    file.write_text("one")
    first = bundle([file], "theme/comfort.js")
    file.write_text("two")
    second = bundle([file], "theme/comfort.js")
    assert not {first.path, first.integrity} & {second.path, second.integrity}


def test_no_page_says_who_may_frame_it_as_only_a_header_can(site):
    assert not any("frame-ancestors" in policy for policy in policies(site).values())
