"""Lists are complete and newest first."""

import pytest

from tests.support.content import data, published_files
from tests.support.site import ATOM, Site, words


def listed(page, selector=".card") -> list[tuple[str, str]]:
    """The address and date of every story in a list."""
    return [
        (c.h2.a["href"] if c.h2 else c.h3.a["href"], c.time["datetime"])
        for c in page.select(selector)
    ]


def days(stories) -> list[str]:
    return [moment[:10] for _, moment in stories]


def test_the_archive_holds_every_article_newest_first(site):
    stories = listed(site.pages["archive/"])
    assert len(stories) == len(published_files()) == len(site.articles) == len(set(stories))
    assert days(stories) == sorted(days(stories), reverse=True)


def test_tag_author_and_outlet_lists_agree_with_the_articles(site):
    for selector, top in (
        (".tags a", "tags"),
        ('.story__byline a[href^="/authors/"]', "authors"),
        ('.story__byline a[href^="/outlets/"], .source dd a[href^="/outlets/"]', "outlets"),
    ):
        expected: dict[str, set] = {}
        for path, page in site.articles.items():
            for link in page.select(selector):
                expected.setdefault(link["href"][1:], set()).add(f"/{path}")
        lists = {p for p in site.pages if p.startswith(f"{top}/") and p.count("/") == 2}
        assert lists == expected.keys()
        for path, articles in expected.items():
            stories = listed(site.pages[path])
            assert {address for address, _ in stories} == articles, path
            assert days(stories) == sorted(days(stories), reverse=True), path


def test_indexes_name_every_list_with_its_count(site):
    for top in ("tags/", "authors/", "outlets/"):
        entries = site.pages[top].select(".page > .index > li")
        assert len(entries) == sum(p.startswith(top) and p.count("/") == 2 for p in site.pages)
        for entry in entries:
            stories = listed(site.pages[entry.a["href"][1:]])
            assert int(entry.select_one(".index__count").string) == len(stories)


def test_years_and_months_hold_their_articles(site):
    for path in site.articles:
        year, month, _ = path.split("/", 2)
        for parent in (f"{year}/", f"{year}/{month}/"):
            assert f"/{path}" in [address for address, _ in listed(site.pages[parent])]


def test_a_tag_page_shows_the_description_of_the_tag(site):
    for slug, tag in data("tags").items():
        page = site.pages.get(f"tags/{slug}/")
        assert page is None or tag["description"] in words(page.main.header), slug


def test_the_story_that_the_editor_chose_leads_the_front_page(site):
    lead = site.pages[""].select_one(".lead__headline a")["href"]
    assert lead.split("/")[-2] == data("front").get("lead", lead.split("/")[-2])


def test_the_front_page_shows_the_lead_then_the_newest_once_each(site):
    front = site.pages[""]
    secondary = [a["href"] for a in front.select(".front__secondary .card__headline a")]
    latest = [a["href"] for a in front.select(".front__latest .card__headline a")]
    lead = front.select_one(".lead__headline a")["href"]
    archive = [address for address, _ in listed(site.pages["archive/"]) if address != lead]
    assert secondary == archive[:3]
    assert latest == archive[3:12]


@pytest.mark.parametrize("number", [1, 2, 3, 5, 12, 60])
def test_the_front_page_is_whole_with_any_number_of_articles(sample, number):
    for n in range(1, number):
        sample.another(f"story-{n}", ("2023-06-03", f"2023-05-{n % 28 + 1:02}"))
    sample.build()
    front = Site(sample.output, "").pages[""]
    assert front.select_one(".lead")
    assert len(front.select(".front__secondary .card")) == min(number - 1, 3)
    assert len(front.select(".front__latest .card")) == max(0, min(number - 4, 9))
    assert [section for section in front.select("section, ul") if not words(section)] == []


def test_neighbors_lead_through_the_whole_collection(site):
    path, seen = next(p for p, a in site.articles.items() if not a.select_one('[rel="next"]')), []
    while path:
        seen.append(path)
        earlier = site.pages[path].select_one('[rel="prev"]')
        path = earlier["href"][1:] if earlier else None
    assert sorted(seen) == sorted(site.articles)


def test_related_articles_are_others_and_share_a_tag(site):
    for path, page in site.articles.items():
        tags = {words(tag) for tag in page.select(".tags a")}
        related = [address[1:] for address, _ in listed(page, ".related .card")]
        assert path not in related
        for other in related:
            assert tags & {words(tag) for tag in site.pages[other].select(".tags a")}


def test_long_lists_go_on_over_several_pages(sample):
    for n in range(1, 46):
        sample.another(f"story-{n}", ("2023-06-03", f"2023-{n % 12 + 1:02}-{n % 28 + 1:02}"))
    sample.build()

    site = Site(sample.output, "http://127.0.0.1:8000")
    for path in (
        "archive/",
        "tags/drills/",
        "authors/ann-example/",
        "outlets/the-example/",
        "2023/",
    ):
        stories, pages = [], [path, f"{path}page-2/", f"{path}page-3/"]
        for n, page in enumerate(pages):
            stories += listed(site.pages[page])
            older = site.pages[page].select_one('.pagination [rel="next"]')
            assert (older["href"] if older else None) == (f"/{pages[n + 1]}" if n < 2 else None)
        assert len(set(stories)) == 46
        assert days(stories) == sorted(days(stories), reverse=True)
    assert len(site.feed().findall(f"{ATOM}entry")) == 46


def test_dates_across_midnight_and_zones_keep_their_printed_order(sample):
    for slug, moment in {
        "late-june": "2023-06-30T23:00-05:00",
        "july": "2023-07-01",
        "early-july": "2023-07-01T01:00+14:00",
    }.items():
        sample.another(slug, ("2023-06-03", moment))
    sample.build()
    site = Site(sample.output, "http://127.0.0.1:8000")
    assert [a for a, _ in listed(site.pages["archive/"])] == [
        "/2023/07/early-july/",
        "/2023/07/july/",
        "/2023/06/late-june/",
        "/2023/06/sound-story/",
    ]
    assert site.pages["2023/06/late-june/"].time["datetime"] == "2023-06-30T23:00-05:00"
    published = {
        e.findtext(f"{ATOM}id"): e.findtext(f"{ATOM}published")
        for e in site.feed().iter(f"{ATOM}entry")
    }
    assert published[f"{site.siteurl}/2023/06/late-june/"] == "2023-06-30T23:00:00-05:00"
