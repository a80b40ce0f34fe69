"""Adds `article.social_card`, what is shown where it is shared, and `social_card` for the rest."""

from pathlib import Path

from pelican import signals

from contract.schema import UNTAGGED
from engine.cache import ImageCache
from formats import UNKNOWN
from formats.article import LABEL
from formats.dates import UNDATED, longdate
from graphics import ImageFile
from graphics.cards.card import SIZE, Card, Words
from graphics.palette import Palette, palettes

FOLDER = "images/cards"


def card_of(article, vocabulary: dict, site: dict, colors: Palette) -> Card:
    """The card of an article: what it is about, its headline, who reported it and when."""
    on = article.published_on
    day = longdate(on) if on == UNDATED else f"{on:%B} {on.day}, {on.year}"
    if article.source["published"] == UNKNOWN and on != UNDATED:
        day = f"Filed under {day}"
    kicker = vocabulary.get(article.tags[0].slug, UNTAGGED)["name"]
    if article.kind != "report":
        kicker += f" · {LABEL[article.kind]}"
    words = Words(article.title, site["SITENAME"], kicker, day, article.source["outlet"])
    return Card(words, colors)


def social_card(name: str, card: Card) -> ImageFile:
    """Where the card stands under a name; its address changes with what it shows."""
    alt = ", ".join(filter(None, (card.words.headline, card.words.outlet, card.words.day)))
    return ImageFile(f"{FOLDER}/{name}.{card.key[:8]}.png", alt, *SIZE)


def add_cards(generator):
    settings = generator.settings
    light, _ = palettes(Path(generator.theme))
    vocabulary = generator.build.collection.vocabulary
    cards = {a.slug: card_of(a, vocabulary, settings, light) for a in generator.articles}
    cards["index"] = Card(Words(settings["SITESUBTITLE"], settings["SITENAME"]), light)
    social_cards = {name: social_card(name, card) for name, card in cards.items()}
    cache = ImageCache(Path(settings["IMAGE_CACHE"]))
    for name, card in cards.items():
        generator.build.targets.add_image(social_cards[name].path, card, cache)
    generator.context["social_card"] = social_cards["index"]
    for article in generator.articles:
        article.social_card = social_cards[article.slug]


def register():
    signals.article_generator_finalized.connect(add_cards)
