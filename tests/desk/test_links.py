from desk.links import broken

PAGE = '<!doctype html><title>x</title><h1 id="top">x</h1>'


def site(tmp_path, extra, name="index.html"):
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "about").mkdir()
    (tmp_path / "about/index.html").write_text(PAGE)
    (tmp_path / name).write_text(extra)
    return broken(tmp_path, "https://example.org/news")


def test_links_that_arrive_are_not_named(tmp_path):
    good = (
        '<a href="/news/about/#top">a</a><a href="about/">b</a><a href="https://example.com/">c</a>'
    )
    assert site(tmp_path, PAGE + good) == []


def test_each_broken_link_is_named_with_its_page(tmp_path):
    bad = (
        '<a href="/news/nope/">a</a><a href="/news/about/#nope">b</a><a href="/about/">c</a>'
        '<img src="https://evil.example/x.png"><img srcset="a.png 1x, about/ 2x">'
        '<a href="{filename}x.md">d</a>'
    )
    assert site(tmp_path, PAGE + bad) == [
        "index.html: /news/nope/ leads nowhere",
        "index.html: /news/about/#nope finds no #nope",
        "index.html: /about/ is outside https://example.org/news/",
        "index.html: https://evil.example/x.png is loaded from another host",
        "index.html: a.png leads nowhere",
        "index.html: {filename}x.md leads nowhere",
    ]


def test_csl_json_is_read_too(tmp_path):
    item = '[{"URL": "https://example.org/news/gone/"}, {"URL": "https://example.com/"}]'
    assert site(tmp_path, item, "digest.json") == [
        "digest.json: https://example.org/news/gone/ leads nowhere"
    ]


def test_feeds_and_the_sitemap_are_read_too(tmp_path):
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://example.org/news/gone/"/>'
        '<content type="html">&lt;a href="/news/lost/"&gt;x&lt;/a&gt;</content></entry></feed>'
    )
    assert site(tmp_path, feed, "atom.xml") == [
        "atom.xml: https://example.org/news/gone/ leads nowhere",
        "atom.xml: /news/lost/ leads nowhere",
    ]


def test_a_site_built_for_another_address_is_named(tmp_path):
    canonical = '<link rel="canonical" href="http://127.0.0.1:8000/">'
    assert site(tmp_path, PAGE + canonical) == [
        "index.html: is not built for https://example.org/news"
    ]
