"""The open page follows what is saved: a real server, a copy of the project, a real browser."""

import re
import signal

import pytest
from playwright.sync_api import Error, expect

from tests.desk.preview import STORY, Preview, eventually
from tests.support.sample import picture

expect.set_options(timeout=60_000)  # a build takes as long as the machine is busy
PATH = "2023/07/salvage-ends/"
OVERLAY = "#desk-faults dialog"
MARK = "window.marked = true"
MARKED = "window.marked === true"


def shows(page, claim: str) -> bool:
    """Whether a claim holds in a page. Playwright would wait for it with what the policy forbids."""
    try:
        return page.evaluate(claim)
    except Error:  # the page is on its way to the next state
        return False


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    with Preview(tmp_path_factory.mktemp("project")) as running:
        yield running


@pytest.fixture
def page(chromium, preview):
    context = chromium.new_context(viewport={"width": 800, "height": 400})
    page = context.new_page()
    page.goto(preview.address + PATH)
    page.evaluate(MARK)
    yield page
    context.close()


@pytest.fixture(autouse=True)
def restored(preview):
    """Every test leaves the project as it was, and built."""
    yield
    preview.settle()


def test_text_appears_without_a_hand_and_the_page_stays_where_it_was(preview, page):
    page.locator("details summary").first.click()
    page.locator("details summary").first.focus()
    page.evaluate("scrollTo(0, 300)")
    preview.edit(STORY, r"\Z", "\nA line that was just saved.\n")
    expect(page.locator("main")).to_contain_text("A line that was just saved.")
    page.wait_for_load_state()
    assert page.evaluate("scrollY") == 300
    assert page.locator("details").first.evaluate("it => it.open")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_fault_is_told_in_the_page_and_goes_when_it_is_cured(preview, page):
    preview.edit(STORY, "dateline: .*", "datelin: <b onclick=alert(1)>SEOUL</b>")
    expect(page.locator(OVERLAY)).to_be_visible()
    expect(page.locator(OVERLAY)).to_have_attribute("role", "alertdialog")
    said = page.locator(OVERLAY).inner_text()
    assert re.search(rf"{re.escape(STORY)}:\d+", said)
    assert "did you mean" in said
    assert "datelin: <b onclick=alert(1)>SEOUL</b>" in page.locator(OVERLAY).inner_text()
    assert page.locator(f"{OVERLAY} b").count() == 0

    page.keyboard.press("Escape")
    expect(page.locator(OVERLAY)).to_be_hidden()
    page.get_by_role("button", name="show the faults").click()
    expect(page.locator(OVERLAY)).to_be_visible()

    preview.restore()
    expect(page.locator("#desk-faults")).to_have_count(0)
    preview.edit(STORY, "title: ", "title: Cured and ")
    expect(page.locator("main h1")).to_contain_text("Cured and")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("theme/templates/article.html", r"\Z", "{% endfor %}", "TemplateSyntaxError"),
        ("theme/templates/article.html", r"(block main %})", r"\1{{ nothing }}", "UndefinedError"),
        ("plugins/byline.py", r"\Z", "\nthis is no Python\n", "SyntaxError"),
        ("plugins/byline.py", r"(def register\(\):)", r"\1\n    1 / 0", "ZeroDivisionError"),
        ("pelicanconf.py", "SITENAME = ", "SITENAME = nothing + ", "NameError"),
        ("content/data/tags.yaml", r"\A", "- ]\n", "YAML"),
    ],
)
def test_whatever_breaks_a_build_is_told_with_its_place(preview, page, file, old, new, sentence):
    preview.edit(file, old, new)
    expect(page.locator(OVERLAY)).to_contain_text(sentence)
    place = re.compile(rf"{re.escape(file)}:\d+\b")
    expect(page.locator(OVERLAY)).to_contain_text(place, use_inner_text=True)
    preview.restore()
    expect(page.locator("#desk-faults")).to_have_count(0)


@pytest.mark.slow
def test_styles_are_swapped_in_the_page_as_it_is(preview, page):
    preview.edit("theme/css/base.css", r"\Z", "\nbody { letter-spacing: 3px; }\n")
    spacing = "getComputedStyle(document.body).letterSpacing"
    eventually(lambda: shows(page, f"{spacing} === '3px'"))
    assert page.evaluate(MARKED)


@pytest.mark.slow
def test_a_page_that_did_not_change_is_left_alone(preview, page):
    other = page.context.new_page()
    other.goto(preview.address + "about/")
    other.evaluate(MARK)
    preview.edit(STORY, r"\Z", "\nNews for one page alone.\n")
    expect(page.locator("main")).to_contain_text("News for one page alone.")
    preview.edit("theme/css/base.css", r"\Z", "\nbody { letter-spacing: 4px; }\n")
    eventually(lambda: shows(other, "getComputedStyle(document.body).letterSpacing === '4px'"))
    assert other.evaluate(MARKED)


@pytest.mark.slow
def test_data_templates_plugins_and_scripts_count_as_changes(preview, page):
    edits = [
        (
            "content/data/tags.yaml",
            r"(?m)^debris-salvage:\n  name: .*",
            "debris-salvage:\n  name: Wreckage",
        ),
        ("theme/templates/page.html", r"\Z", "<!-- -->"),
        ("theme/templates/article.html", r"({% block main %})", r"\1<p>New in the template</p>"),
        ("plugins/byline.py", r"\Z", "\n# a remark\n"),
        ("theme/comfort.js", r"\Z", "\ndocument.documentElement.dataset.told = 'yes';\n"),
    ]
    for (file, old, new), shown in zip(
        edits,
        ["text=Wreckage", None, "text=New in the template", None, "html[data-told=yes]"],
        strict=True,
    ):
        preview.edit(file, old, new)
        if shown:
            expect(page.locator(shown).first).to_be_attached()


@pytest.mark.slow
def test_a_new_picture_of_the_same_name_is_shown(preview, page):
    shown = "file: ship.jpg\n    alt: A ship\n    license: public domain\n    source: https://example.com/\n"
    preview.write("content/images/ship.jpg", picture("JPEG", (400, 300)))
    preview.edit(STORY, "images:\n  - ", f"images:\n  - {shown}    ")
    expect(page.locator("main img").first).to_have_attribute("alt", "A ship")
    page.evaluate(MARK)
    preview.write("content/images/ship.jpg", picture("JPEG", (400, 200)))
    eventually(lambda: shows(page, "!window.marked"))


@pytest.mark.slow
def test_a_tab_outlives_the_server_and_follows_the_next_one(preview, page):
    preview.stop()
    preview.edit(STORY, "title: ", "title: Meanwhile ")
    preview.start()
    expect(page.locator("main h1")).to_contain_text("Meanwhile")


@pytest.mark.slow
def test_what_is_broken_from_the_start_is_a_page_and_then_the_site(preview, page):
    preview.stop()
    preview.edit(STORY, "dateline: ", "datelin: ")
    preview.start()
    answer = page.goto(preview.address + PATH)
    assert answer.status == 503
    expect(page.locator(OVERLAY)).to_contain_text(STORY)
    preview.restore()
    expect(page.locator("main h1")).to_contain_text("salvage")
    assert page.locator("#desk-faults").count() == 0


@pytest.mark.slow
def test_ctrl_c_ends_it_with_open_tabs(preview, page):
    expect(page.locator("main h1")).to_be_visible()
    code, said = preview.stop(signal.SIGINT)
    assert (code, "Traceback" in said) == (0, False), said
    preview.start()


@pytest.mark.slow
def test_what_was_just_saved_is_found(preview, page):
    preview.edit(STORY, r"\Z", "\nA quokka that was just saved.\n")
    expect(page.locator("main")).to_contain_text("A quokka that was just saved.")
    page.goto(f"{preview.address}search/?q=quokka")
    expect(page.locator(".results__list a")).to_have_count(1)
