import pytest

from plugins.languages import foreign, language_name
from tests.support.site import Site


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Ji Da-gyum", "Ji Da-gyum"),
        ("Rodong Sinmun & <b>", "Rodong Sinmun &amp; &lt;b&gt;"),
        ("지다겸", '<span lang="ko">지다겸</span>'),
        ("The 로동신문 said", 'The <span lang="ko">로동신문</span> said'),
        ("합동 참모본부 (JCS)", '<span lang="ko">합동 참모본부</span> (JCS)'),
        ("木原 みのる", '<span lang="ja">木原 みのる</span>'),
        ("木原稔", '<span lang="und-Hani">木原稔</span>'),
        (
            "Украина or Росія",
            '<span lang="und-Cyrl">Украина</span> or <span lang="und-Cyrl">Росія</span>',
        ),
    ],
)
def test_words_of_another_script_carry_their_language(text, html):
    assert foreign(text) == html


def test_headlines_and_names_carry_it_wherever_they_stand(sample):
    sample.another("b", ("A sound headline", "The 로동신문"), ("Ann Example", "지다겸"))
    sample.build()
    site = Site(sample.output, "http://127.0.0.1:8000")
    page = site.pages["2023/06/b/"]
    for selector, path in {
        "h1 span": "2023/06/b/",
        ".story__byline span": "2023/06/b/",
        ".card__headline span": "archive/",
        ".neighbors span[lang]": "2023/06/sound-story/",
    }.items():
        assert site.pages[path].select_one(selector)["lang"] == "ko", selector
    assert page.title.string.startswith("The 로동신문 - ")


def test_languages_have_names():
    assert [language_name(code) for code in ("en", "ko", "pt-BR", "tlh")] == [
        "English",
        "Korean",
        "Portuguese",
        "tlh",
    ]
