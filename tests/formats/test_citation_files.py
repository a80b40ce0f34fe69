import json

import pytest

from formats.citation_files import bibtex, csl_json, highwire, one_part_name, ris
from plugins.citation import citation
from tests.support.citation_readers import read_bibtex, read_names, read_ris, read_title, untex
from tests.support.citations import item

HOSTILE = [
    "}, title = {x}} @article{y, {",
    r"\input{/etc/passwd} \\ \" 100 % $x_1^2$ & #1 ~ <b> | `",
    "</script><script>alert(1)</script> ]]> --> {{ 7*7 }}",
    "\"quoted\" 'single' “curly” and et al. @string",
    "TY  - BOOK ER  - AU  - Somebody, Else",
    "two\nlines\r\nand\u2028three\u0085more\ttabs",
    "北朝鮮 — 조선민주주의 ёлка é \N{PARTY POPPER} \N{RIGHT-TO-LEFT OVERRIDE}x",
    "{", "}", "\\", "{{", "[a]",
]  # fmt: skip


def test_a_report_as_bibtex():
    assert bibtex(item("Ji Da-gyum", "A & B", source="A Network")) == (
        "@article{original-2023-06-ours,\n"
        "  author = {{Ji Da-gyum} and {A \\& B}},\n"
        "  title = {{Three sign}},\n"
        "  journal = {The Example},\n"
        "  year = {2023},\n"
        "  month = jun,\n"
        "  day = {3},\n"
        "  language = {en},\n"
        "  note = {Via A Network},\n"
        "  url = {https://example.com/a},\n"
        "}\n"
    )


def test_a_statement_without_author_and_day_as_bibtex():
    assert bibtex(item(type="webpage", issued=None)) == (
        "@misc{original-2023-06-ours,\n"
        "  title = {{Three sign}},\n"
        "  howpublished = {The Example},\n"
        "  language = {en},\n"
        "  url = {https://example.com/a},\n"
        "}\n"
    )


def test_a_report_as_ris():
    assert ris(item("Ji Da-gyum", "Bo", source="A Network")) == (
        "TY  - NEWS\n"
        "ID  - original-2023-06-ours\n"
        "AU  - Ji Da-gyum,\n"
        "AU  - Bo,\n"
        "TI  - Three sign\n"
        "T2  - The Example\n"
        "PY  - 2023\n"
        "DA  - 2023/06/03\n"
        "LA  - en\n"
        "DP  - A Network\n"
        "UR  - https://example.com/a\n"
        "ER  - \n"
    )


def test_a_statement_without_a_day_as_ris():
    told = dict(read_ris(ris(item("An Office", type="webpage", issued=None, genre="Statement"))))
    assert (told["TY"], told["PB"], told["M3"]) == ("ELEC", "The Example", "Statement")
    assert not {"PY", "DA"} & told.keys()


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Ji Da-gyum", "Ji Da-gyum,"),
        ("지다겸", "지다겸,"),
        ("Ministry of Defense, Republic of Korea", "Ministry of Defense (Republic of Korea),"),
        ("A, B,, C", "A (B) (C),"),
        ("St*r", "Str,"),
        (",", ","),
    ],
)
def test_importers_take_a_name_whole(name, whole):
    assert one_part_name(name) == whole


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    flat = " ".join(text.split())
    cited = item(text, "Bo", title=text, container_title=text, source=text)
    _, key, fields = read_bibtex(bibtex(cited))
    assert key == cited["id"]
    assert read_names(fields["author"]) == [flat, "Bo"]
    assert read_title(fields["title"]) == untex(fields["journal"]) == flat
    told = read_ris(ris(cited))
    assert dict(told)["TI"] == flat
    assert [tag for tag, _ in told].count("AU") == 2
    assert json.loads(csl_json(cited)) == [cited]


def test_the_digest_as_meta_tags():
    cited = item("Standing Watch", container_title="Standing Watch", title="A & <b>")
    assert highwire(cited) == [
        ("citation_title", "A & <b>"),
        ("citation_author", "Standing Watch,"),
        ("citation_publication_date", "2023/06/03"),
        ("citation_online_date", "2023/06/03"),
        ("citation_public_url", "https://example.com/a"),
        ("citation_publisher", "Standing Watch"),
        ("citation_language", "en"),
        ("dc.type", "newspaperArticle"),
    ]


def test_a_work_has_three_styles_and_three_files():
    work = citation("digest", "This digest", item("Ann"))
    assert [name for name, _ in work.styles] == ["APA", "Chicago", "MLA"]
    assert [(file.name, file.download_name) for file in work.files] == [
        ("digest.bib", "original-2023-06-ours.bib"),
        ("digest.ris", "original-2023-06-ours.ris"),
        ("digest.json", "original-2023-06-ours.json"),
    ]
