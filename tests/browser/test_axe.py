"""axe-core finds nothing: WCAG 2.2 AA, AAA for contrast, and its best practices."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.reader import PHONE, Reader, nothing
from tests.support.awkward import PATHS

SETTINGS = {
    "light": {"color_scheme": "light"},
    "dark": pytest.param({"color_scheme": "dark"}, marks=pytest.mark.slow),
    "320 px": pytest.param({"viewport": PHONE}, marks=pytest.mark.slow),
}
CONTRASTS = {
    "forced colors": {"forced_colors": "active"},
    "more contrast": {"contrast": "more", "color_scheme": "dark"},
}
AAA = ["color-contrast-enhanced", "target-size", "identical-links-same-purpose"]
LOOKS = ["front page", "article", "archive", "tags", "about"]  # all others look like one of them
SCOPE = {"resultTypes": ["violations"], "preload": False}  # there is nothing to load before
AUDIT = Axe()


def violations(page, options: dict) -> list[str]:
    """A sentence for each element that breaks a rule."""
    found = AUDIT.run(page, options={**SCOPE, **options}).response
    assert found["passes"]
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def everything(page) -> list[str]:
    """What all rules say, those too that axe leaves out unless they are asked for."""
    return violations(page, {"rules": {rule: {"enabled": True} for rule in AAA}})


@pytest.mark.slow
@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
def test_no_kind_of_page_breaks_a_rule(reader: Reader, setting):
    nothing({kind: everything(page) for kind, page in reader.kinds(**setting)})


@pytest.mark.slow
def test_awkward_texts_break_no_rule(awkward: Reader):
    nothing({path: everything(awkward.open(path, viewport=PHONE)) for path in PATHS[:3]})


@pytest.mark.slow
@pytest.mark.parametrize("setting", CONTRASTS.values(), ids=CONTRASTS)
def test_wishes_for_contrast_are_met(reader: Reader, setting):
    only = {"runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced"]}}
    nothing({kind: violations(reader.open(reader.paths[kind], **setting), only) for kind in LOOKS})


@pytest.mark.slow
def test_the_audit_sees_what_is_wrong(reader: Reader):
    page = reader.open("", color_scheme="light", bypass_csp=True)
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<h6>-</h6><p style=color:#646464>A text</p>')"
    )
    rules = {line.split(":")[0] for line in everything(page)}
    assert rules >= {"color-contrast-enhanced", "heading-order", "region"}
