"""A site with a hole in it is not published, and each hole is named."""

import pytest
from pelican import signals

from engine.checks import (
    UnsoundSiteError,
    find_broken_links,
    find_ids,
    find_links,
    has_lost_ids,
    refuse_unsound,
)

HOME = "https://example.org/news"
PAGE = '<!doctype html><title>x</title><link rel="icon" href="/news/icon.svg"><h1 id="top">x</h1>'


def paths(folder):
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def faults(tmp_path, typed="", **pages) -> list[str]:
    """What is said of a site of some pages, which has an icon and a page about/ too."""
    for name, text in {"index": PAGE, "icon": "<svg/>", **pages}.items():
        (tmp_path / f"{name}.{'svg' if name == 'icon' else 'html'}").write_text(text)
    (tmp_path / "about").mkdir()
    (tmp_path / "about/index.html").write_text(PAGE)
    try:
        files = {path.relative_to(tmp_path).as_posix(): str(path) for path in paths(tmp_path)}
        refuse_unsound(files, files, HOME, lambda: typed)
    except UnsoundSiteError as error:
        return str(error).splitlines()[:-1]
    return []


def test_what_arrives_is_not_named(tmp_path):
    good = (
        f'<a href="about/">a</a><a href="{HOME}/about/?q=1#top">b</a><a href="#top">c</a>'
        '<a href="https://example.com/,/">d</a><a href="mailto:a@example.com">e</a>'
        '<img alt="a > b" srcset="icon.svg 1x, /news/icon.svg 2x">'
        '<p>write &lt;a href="nowhere"&gt; and href="nowhere", or { and %}</p>'
    )
    assert faults(tmp_path, story=PAGE + good) == []


def test_each_dead_link_is_named_with_its_page(tmp_path):
    bad = (
        '<a href="gone/">a</a><a href="/about/">b</a><a class="x" href="{filename}x.md">c</a>'
        '<img src="/news/a&amp;b.png" alt=""><img srcset="icon.svg 1x, b.png 2x" alt="">'
    )
    assert faults(tmp_path, story=PAGE + bad) == [
        'story.html: "{filename}" was not replaced',
        "story.html: the link gone/ leads nowhere",
        "story.html: the link /about/ is outside https://example.org/news/",
        "story.html: the link {filename}x.md leads nowhere",
        "story.html: the link /news/a&b.png leads nowhere",
        "story.html: the link b.png leads nowhere",
    ]


def test_a_text_that_looks_like_a_link_is_none_and_hides_none(tmp_path):
    text = '<p>typed href="gone/" and then src=" <a href="missing/">a</a></p>'
    assert faults(tmp_path, story=PAGE + text) == ["story.html: the link missing/ leads nowhere"]


def test_empty_files_and_what_no_template_rendered_are_named(tmp_path):
    assert faults(tmp_path, story=f"{PAGE}{{{{ title }}}}", empty="") == [
        "empty.html: is empty",
        'story.html: "{{" was not replaced',
    ]


def test_braces_that_an_author_typed_may_stand(tmp_path):
    assert faults(tmp_path, typed="set {{ so", story=f"{PAGE}<p>set {{{{ so</p>") == []


LOADING = {"img", "script", "source", "video", "audio", "iframe", "embed", "object", "track"}


def parsed_links(page):
    """Every address that a page names, and whether the browser loads it by itself."""
    links = set()
    for tag in page.find_all(True):
        icon = tag.name == "link" and {"stylesheet", "icon"} & set(tag.get("rel") or [])
        for name in ("href", "src", "srcset", "poster", "data", "action"):
            for part in (tag.get(name) or "").split(",") if name == "srcset" else [tag.get(name)]:
                if part:
                    links.add((part.strip().split(" ")[0], tag.name in LOADING or bool(icon)))
    return links


def test_every_link_that_a_parser_finds_is_looked_at(site):
    for path, page in site.pages.items():
        name = path if path.endswith(".html") else f"{path}index.html"
        parsed = parsed_links(page)
        assert set(find_links(site.text(name))) == parsed, path
        assert find_ids(site.text(name)) == {tag["id"] for tag in page.find_all(id=True)}
        assert parsed


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("2023/06/sound-story/index.html", "", "2023/06/sound-story/index.html: is empty"),
        ("about/index.html", '<a href="gone/">', "about/index.html: the link gone/ leads nowhere"),
    ],
)
def test_an_unsound_site_is_not_published(sample, capfd, name, text, said):
    sample.build()
    before = sample.published()

    def spoil(pelican):
        file = sample.output.with_name(".output.staging") / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    with signals.finalized.connected_to(spoil), pytest.raises(SystemExit) as stopped:
        sample.build()
    assert stopped.value.code == 1
    err = capfd.readouterr().err
    assert said in err
    assert "so the former one was left as it was" in err
    assert sample.published() == before


def broken(tmp_path, extra, name="index.html"):
    """What is said of the links of a whole site with one file of a name more."""
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "icon.svg").write_text("<svg/>")
    (tmp_path / "about").mkdir()
    (tmp_path / "about/index.html").write_text(PAGE)
    (tmp_path / name).write_text(extra)
    return find_broken_links(tmp_path, HOME)


def test_links_that_arrive_are_not_named(tmp_path):
    good = (
        '<a href="/news/about/#top">a</a><a href="about/">b</a><a href="https://example.com/">c</a>'
        '<h2 id="here">e</h2><a href="#here">d</a><a href="https://example.com/#x">f</a>'
    )
    assert broken(tmp_path, PAGE + good) == []


def test_each_broken_link_is_named_with_its_page(tmp_path):
    bad = (
        '<a href="/news/nope/">a</a><a href="/news/about/#nope">b</a><a href="/about/">c</a>'
        '<img src="https://evil.example/x.png"><img srcset="a.png 1x, about/ 2x">'
        '<a href="{filename}x.md">d</a><a href="#gone">e</a>'
        '<link rel="stylesheet" href="//evil.example/x.css">'
    )
    assert broken(tmp_path, PAGE + bad) == [
        "index.html: the link /news/nope/ leads nowhere",
        "index.html: the link /news/about/#nope finds no #nope",
        "index.html: the link /about/ is outside https://example.org/news/",
        "index.html: the link https://evil.example/x.png is loaded from another host",
        "index.html: the link a.png leads nowhere",
        "index.html: the link {filename}x.md leads nowhere",
        "index.html: the link #gone finds no #gone",
        "index.html: the link //evil.example/x.css is loaded from another host",
    ]


def test_csl_json_is_read_too(tmp_path):
    item = '[{"URL": "https://example.org/news/gone/"}, {"URL": "https://example.com/"}]'
    assert broken(tmp_path, item, "digest.json") == [
        "digest.json: the link https://example.org/news/gone/ leads nowhere"
    ]


def test_feeds_and_the_sitemap_are_read_too(tmp_path):
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://example.org/news/gone/"/>'
        '<content type="html">&lt;a href="/news/lost/"&gt;x&lt;/a&gt;</content></entry></feed>'
    )
    assert broken(tmp_path, feed, "atom.xml") == [
        "atom.xml: the link https://example.org/news/gone/ leads nowhere",
        "atom.xml: the link /news/lost/ leads nowhere",
    ]


def test_a_site_built_for_another_address_is_named(tmp_path):
    canonical = '<link rel="canonical" href="http://127.0.0.1:8000/">'
    assert broken(tmp_path, PAGE + canonical) == [
        "index.html: is not built for https://example.org/news"
    ]


def test_a_page_that_lost_an_id_is_noticed(tmp_path):
    for folder, text in {"before": PAGE, "now": PAGE.replace("top", "head")}.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.html").write_text(text)
    before, now = (str(tmp_path / folder / "index.html") for folder in ("before", "now"))
    assert has_lost_ids({"index.html": now}, tmp_path / "before")
    assert not has_lost_ids({"index.html": before, "new.html": now}, tmp_path / "before")


def test_a_fragment_that_a_changed_page_lost_is_named_in_the_pages_that_stay(sample, capfd):
    about = "---\ntitle: A\nslug: about\nsummary: S\nmodified: 2026-11-22\n---\n"
    sample.write("pages/about.md", f"{about}[A part](../articles/sound.md#section-part)")
    sample.article("A paragraph of text.", "## Part\n\nText.")
    sample.build()
    sample.article("A paragraph of text.", "## Other\n\nText.")
    with pytest.raises(SystemExit):
        sample.build()
    said = "about/index.html: the link /2023/06/sound-story/#section-part finds no #section-part"
    assert said in capfd.readouterr().err
