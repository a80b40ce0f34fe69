"""The card as it is drawn: whatever the words, it stays a card."""

import pytest
from PIL import Image

from graphics.cards.card import FOOT, MARGIN, Card, Words, draw_card
from graphics.palette import palettes
from tests.graphics.ink import inked
from tests.support.sample import ROOT

LIGHT, _ = palettes(ROOT / "theme")


def words_of(headline: str, **others) -> Words:
    words = {"kicker": "Topic", "day": "June 3, 2023", "outlet": "The Example", **others}
    return Words(headline, "Standing Watch", **words)


def pixels(headline: str, **others) -> Image.Image:
    return draw_card(words_of(headline, **others), LIGHT).convert("RGB")


@pytest.mark.parametrize(
    "headline",
    [
        "W" * 140,
        "W " * 70,
        "word " * 28,
        "A",
        "긴 제목 " * 28,
        "🚀" * 70,
        "…" * 140,
        "“g”, " * 35,
        "\u202eabc \u0301" * 20,
    ],
    ids=lambda text: ascii(text[:4]),
)
def test_no_headline_leaves_its_place(headline):
    long = {"kicker": "W" * 100, "outlet": "W" * 100, "day": "Filed under September 27, 2023"}
    image = pixels(headline, **long).crop((0, 20, 1200, 630))
    left, _, right, bottom = inked(image, LIGHT)
    assert left >= MARGIN - 8
    assert right <= 1200 - MARGIN + 4
    assert bottom <= 630 - MARGIN // 2
    above_the_rule = image.crop((0, FOOT - 20 - 16, 1200, FOOT - 20))
    assert inked(above_the_rule, LIGHT) is None


def test_what_the_font_lacks_is_written_in_latin_letters():
    assert pixels("북한 발사") == pixels("bughan balsa")
    assert pixels("A 🚀 b") == pixels("A b")
    assert pixels("Żółć") != pixels("Zolc")


def test_every_word_counts():
    cards = [
        words_of("A"),
        words_of("B"),
        words_of("A", day="June 4, 2023"),
        words_of("A", outlet="B"),
    ]
    assert len({Card(words, LIGHT).key for words in cards}) == 4
    assert len({draw_card(words, LIGHT).tobytes() for words in cards}) == 4
