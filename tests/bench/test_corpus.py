"""The corpora are the same every time, and sound under the contract."""

from bench.corpus import LENGTH, TAGS_EACH, articles, as_hugo, as_stock, write_ours
from contract import inspect
from desk.newsroom import settings
from engine.image_cache import ImageCache


def test_a_smaller_corpus_begins_a_larger():
    assert list(articles(5)) == list(articles(9))[:5]


def test_articles_have_their_words_and_tags():
    for article in articles(5):
        assert LENGTH <= len(article.text.split()) <= LENGTH + 20
        assert len(set(article.tags)) == TAGS_EACH


def test_every_side_gets_the_same_text():
    for article in articles(3):
        assert article.text in as_stock(article) and article.text in as_hugo(article)


def test_the_contract_finds_no_fault(tmp_path):
    write_ours(tmp_path / "content", 30)
    site = settings()
    cache = ImageCache(tmp_path / "images")
    result = inspect(
        tmp_path / "content", site["MARKDOWN"], site["SLUG_REGEX_SUBSTITUTIONS"], cache
    )
    assert result.faults == [] and len(result.of("articles")) == 30
