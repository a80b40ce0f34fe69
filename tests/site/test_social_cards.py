"""What is shown where a page is shared: one card for each article, one for the rest."""

from tests.graphics.ink import size_of
from tests.support.site import words


def meta(page, name: str) -> str:
    return page.find("meta", property=name)["content"]


def test_every_page_has_a_card_of_1200_by_630(published):
    assert published.pages
    for path, page in published.pages.items():
        address = meta(page, "og:image")
        file = published.folder / address.removeprefix(f"{published.siteurl}/")
        assert size_of(file) == (1200, 630), path
        assert (meta(page, "og:image:width"), meta(page, "og:image:height")) == ("1200", "630")
        assert meta(page, "og:image:alt"), path
        assert page.find("meta", attrs={"name": "twitter:card"})["content"] == "summary_large_image"


def test_every_article_has_a_card_of_its_own_that_says_what_it_is(published):
    cards = {meta(page, "og:image") for page in published.articles.values()}
    assert len(cards) == len(published.articles) > 0
    for path, page in published.articles.items():
        assert meta(page, "og:image:alt").startswith(words(page.h1))
        assert published.structured_data(path)["image"][0]["contentUrl"] == meta(page, "og:image")


def test_cards_are_light(published):
    sizes = {f.name: f.stat().st_size for f in (published.folder / "images/cards").glob("*.png")}
    assert sizes
    assert {name: size for name, size in sizes.items() if size > 40_000} == {}
