"""Two hashes of a page tell whether its styles alone have changed."""

import re

from desk.preview.pages import META, PREVIEW_POLICY, stamp

PAGE = b'<head><style>a{}</style></head><body><img src="/images/ship-640.webp">Text.</body>'
FILES = {"images/ship-640.webp": "1", "images/other.webp": "2", "atom.xml": "3"}


def hashes(page: bytes, **changed: str) -> tuple[str, ...]:
    files = {
        path: changed.get(path.split("/")[-1].split(".")[0], now) for path, now in FILES.items()
    }
    html = stamp(page, files).decode()
    return re.search(r'data-page="(.+?)" data-styles="(.+?)"', html).groups()


def test_styles_and_all_else_are_told_apart():
    page, styles = hashes(PAGE)
    assert hashes(PAGE.replace(b"a{}", b"b{}"))[0] == page
    assert hashes(PAGE.replace(b"a{}", b"b{}"))[1] != styles
    assert hashes(PAGE.replace(b"Text", b"Word")) != (page, styles)
    assert hashes(PAGE.replace(b"Text", b"Word"))[1] == styles


def test_a_picture_counts_for_the_pages_that_show_it_alone():
    assert hashes(PAGE, **{"ship-640": "new"}) != hashes(PAGE)
    assert hashes(PAGE, other="new", atom="new") == hashes(PAGE)


def test_nothing_but_the_script_is_added():
    line = re.compile(rb"<script [^>]*></script>\n")
    assert line.sub(b"", stamp(PAGE, FILES)) == PAGE
    assert stamp(b"no head", {}) == b"no head"


def test_the_policy_lets_in_the_script_of_the_preview_and_none_in_the_page():
    page = PAGE.replace(
        b"<head>", b"<head>" + META.format("script-src &#39;sha256-a&#39;").encode()
    )
    sent = stamp(page, FILES).decode()
    assert META.format(PREVIEW_POLICY) in sent
    assert "sha256-a" not in sent
    assert "script-src 'self' 'wasm-unsafe-eval';" in PREVIEW_POLICY
    assert hashes(page.replace(b"sha256-a", b"sha256-b")) == hashes(page)
