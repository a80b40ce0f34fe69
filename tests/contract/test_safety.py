"""What a text may be made of passes the allow list as it is, and nothing else passes."""

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from contract.safety import sanitize
from pelicanconf import MARKDOWN

TEXT = """\
## A subhead

"A quotation" with *emphasis*, **weight**, `code` and [a link](https://example.com/?a=1&b "Title").

### Lower

> Quoted, and <mail@example.org>

3. three
    - nested

- - -

| left | middle | right |
| :--- | :---: | ---: |
| 1 | 2 | 3 |

    preformatted <b>

A line with a break at its end,  
and the next.
"""  # noqa: W291
OURS = """\
<figure><picture><source type="image/avif" srcset="\x1a/images/a-320.avif 320w" sizes="100vw">\
<img src="\x1a/images/a.jpg" srcset="\x1a/images/a-320.jpg 320w" sizes="100vw" width="320" \
height="200" alt="A &amp; &quot;B&quot;" loading="lazy" decoding="async"></picture>\
<figcaption>What it shows. <small>Credit: us. <a href="https://example.org/" rel="external">Where</a>\
</small></figcaption></figure>\
<p><span class="term">TISA<button type="button" popovertarget="term-tisa" aria-label="What TISA means">\
</button></span> and <a href="\x1a/about/">more</a> \
of <a class="name" href="\x1a/places/jeju/">Jeju</a></p>"""
FORBIDDEN = [
    "applet", "area", "audio", "base", "body", "canvas", "dialog", "embed", "form", "frame", "h1",
    "head", "html", "iframe", "input", "link", "marquee", "math", "meta", "noscript", "object",
    "plaintext", "portal", "script", "select", "slot", "style", "svg", "template", "textarea",
    "title", "video", "xmp",
]  # fmt: skip


def test_what_markdown_makes_passes_as_it_is():
    made = Markdown(**MARKDOWN).convert(TEXT)
    soup = BeautifulSoup(made, "lxml")
    passed = BeautifulSoup(sanitize(made), "lxml")
    for heading in soup.find_all(["h2", "h3"], id=True):
        heading["id"] = f"section-{heading['id']}"
    assert len({tag.name for tag in soup.find_all(True)}) > 18
    assert passed == soup


def test_what_figures_and_marks_make_passes_as_it_is():
    assert BeautifulSoup(sanitize(OURS), "lxml") == BeautifulSoup(OURS, "lxml")


def test_no_other_element_passes():
    passed = [
        name for name in FORBIDDEN if f"<{name}" in sanitize(f"a<{name} x=1>b</{name}>c").lower()
    ]
    assert passed == []


@pytest.mark.parametrize("name", ["onclick", "style", "class", "id", "formaction", "srcdoc", "is"])
def test_no_other_attribute_passes(name):
    assert sanitize(f'<p {name}="x">a</p>') == "<p>a</p>"


@pytest.mark.parametrize(
    "address",
    ["javascript:x", "JaVa\tScript:x", "&#1;javascript:x", "data:text/html,x", "vbscript:x"],
)
def test_links_lead_to_the_web_or_to_mail_only(address):
    assert sanitize(f'<a href="{address}">a</a>') == "<a>a</a>"


def test_nothing_of_another_host_is_shown():
    assert sanitize('<img src="https://example.com/x.png" alt="a">') == '<img alt="a">'
    assert sanitize('<img srcset="//example.com/x.png" alt="a">') == '<img alt="a">'


def test_no_id_can_be_mistaken_for_one_of_ours():
    assert sanitize('<h2 id="main">a</h2>') == '<h2 id="section-main">a</h2>'
