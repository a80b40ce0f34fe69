"""The theme keeps to its own rules."""

import re

import pytest

from tests.support.sample import ROOT

CSS = sorted((ROOT / "theme/css").rglob("*.css"))
TEMPLATES = sorted(path for path in (ROOT / "theme/templates").rglob("*") if path.is_file())


def offenders(files, pattern) -> list[str]:
    assert len(files) > 10
    return [f"{f.name}: {hit}" for f in files for hit in re.findall(pattern, f.read_text("utf-8"))]


def test_colours_are_tokens():
    others = [file for file in CSS if file.name != "tokens.css"]
    assert offenders(others, r"#[0-9a-fA-F]{3,8}\b|rgb|hsl|oklch|: *(?:white|black)\b") == []


def test_no_rule_is_for_an_id():
    assert offenders(CSS, r"#[\w-]+(?=[^;{}]*\{)") == []


def test_directions_are_logical():
    assert (
        offenders(CSS, r"(?:margin|padding|border)-(?:left|right|top|bottom)|(?<![-\w])width:")
        == []
    )


def test_every_token_that_is_used_exists_and_every_one_that_exists_is_used():
    text = "".join(file.read_text("utf-8") for file in CSS)
    assert set(re.findall(r"var\((--[\w-]+)\)", text)) == set(re.findall(r"(--[\w-]+):", text))


def test_every_class_that_is_styled_is_used():
    makers = ("markdown.py", "names.py", "terms.py")
    marks = [ROOT / "contract" / name for name in makers]
    marks.append(ROOT / "theme/search.js")
    html = "".join(file.read_text("utf-8") for file in [*TEMPLATES, *marks])
    named = re.findall(r'class(?:Name)?"?[=:] ?"([^"]+)"', html)
    used = {name for names in named for name in names.split()}
    assert [
        hit for hit in offenders(CSS, r"\.([a-z][\w-]*)(?=[^;{}]*\{)") if hit.split()[1] not in used
    ] == []


@pytest.mark.parametrize("folder", ["macros"])
def test_every_macro_says_how_it_is_used(folder):
    files = [file for file in TEMPLATES if file.parent.name == folder]
    assert len(files) > 3
    assert [file.name for file in files if not file.read_text("utf-8").startswith("{#")] == []


def test_safe_is_used_only_on_rendered_text_and_the_style_sheet():
    assert sorted(set(offenders(TEMPLATES, r"{{[^}]*\|\s*safe[^}]*}}"))) == [
        "article.html: {{ article.content|add_root(BASE)|safe }}",
        "base.html: {{ css|safe }}",
        "dossier.html: {{ dossier.content|add_root(BASE)|safe }}",
        "feed_entry.html: {{ article.get_content(SITEURL)|unmarked|add_root(SITEURL)|safe }}",
        "page.html: {{ page.content|add_root(BASE)|safe }}",
    ]


def luminance(colour: str) -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("ink", ["ink", "quiet", "link", "mark"])
@pytest.mark.parametrize("paper", ["paper", "raised"])
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_has_a_contrast_of_at_least_7_to_1(ink, paper, scheme):
    tokens = dict(
        re.findall(r"--(\w+): light-dark\(([^)]+)\)", (ROOT / "theme/css/tokens.css").read_text())
    )
    one, other = sorted(luminance(tokens[name].split(", ")[scheme]) for name in (ink, paper))
    assert (other + 0.05) / (one + 0.05) >= 7
