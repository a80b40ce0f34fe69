"""Two sums of a page tell whether its styles alone have changed."""

import re

from desk.live.stamp import META, PREVIEWED, stamped

PAGE = b'<head><style>a{}</style></head><body><img src="/images/ship-640.webp">Text.</body>'
FILES = {"images/ship-640.webp": "1", "images/other.webp": "2", "atom.xml": "3"}


def sums(page: bytes, **changed: str) -> tuple[str, ...]:
    files = {
        path: changed.get(path.split("/")[-1].split(".")[0], now) for path, now in FILES.items()
    }
    html = stamped(page, files).decode()
    return re.search(r'data-page="(.+?)" data-styles="(.+?)"', html).groups()


def test_styles_and_all_else_are_told_apart():
    page, styles = sums(PAGE)
    assert sums(PAGE.replace(b"a{}", b"b{}"))[0] == page
    assert sums(PAGE.replace(b"a{}", b"b{}"))[1] != styles
    assert sums(PAGE.replace(b"Text", b"Word")) != (page, styles)
    assert sums(PAGE.replace(b"Text", b"Word"))[1] == styles


def test_a_picture_counts_for_the_pages_that_show_it_alone():
    assert sums(PAGE, **{"ship-640": "new"}) != sums(PAGE)
    assert sums(PAGE, other="new", atom="new") == sums(PAGE)


def test_nothing_but_the_script_is_added():
    line = re.compile(rb"<script [^>]*></script>\n")
    assert line.sub(b"", stamped(PAGE, FILES)) == PAGE
    assert stamped(b"no head", {}) == b"no head"


def test_the_policy_lets_in_the_script_of_the_preview_and_none_in_the_page():
    page = PAGE.replace(
        b"<head>", b"<head>" + META.format("script-src &#39;sha256-a&#39;").encode()
    )
    sent = stamped(page, FILES).decode()
    assert META.format(PREVIEWED) in sent
    assert "sha256-a" not in sent
    assert "script-src 'self' 'wasm-unsafe-eval';" in PREVIEWED
    assert sums(page.replace(b"sha256-a", b"sha256-b")) == sums(page)
