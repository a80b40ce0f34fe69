"""A site with a hole in it is not published, and each hole is named."""

import pytest
from pelican import signals

from desk.links import html_links
from engine.soundness import UnsoundSiteError, likely_links, links, refuse_unsound
from engine.staging.manifest import files

HOME = "https://example.org/news"
PAGE = '<!doctype html><title>x</title><link rel="icon" href="/news/icon.svg"><h1 id="top">x</h1>'


def faults(tmp_path, typed="", **pages) -> list[str]:
    """What is said of a site of some pages, which has an icon and a page about/ too."""
    for name, text in {"index": PAGE, "icon": "<svg/>", **pages}.items():
        (tmp_path / f"{name}.{'svg' if name == 'icon' else 'html'}").write_text(text)
    (tmp_path / "about").mkdir()
    (tmp_path / "about/index.html").write_text(PAGE)
    try:
        found = {path: entry.path for path, entry in files(tmp_path).items()}
        refuse_unsound(found, found.keys(), HOME, lambda: typed)
    except UnsoundSiteError as error:
        return str(error).splitlines()[:-1]
    return []


def test_what_arrives_is_not_named(tmp_path):
    good = (
        f'<a href="about/">a</a><a href="{HOME}/about/?q=1#top">b</a><a href="#x">c</a>'
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
        "story.html: the link /about/ leads nowhere",
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


def test_every_link_that_a_parser_finds_is_looked_at(site):
    for path, page in site.pages.items():
        name = path if path.endswith(".html") else f"{path}index.html"
        parsed = {link for link, _ in html_links(page)} - {""}
        assert set(links(site.text(name))) == parsed, path
        assert set(likely_links(site.text(name))) >= parsed, path
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
