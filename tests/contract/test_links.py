"""Links and pictures in the text that do not arrive."""

import pytest

from tests.contract.spoiling import X, body, file, refused
from tests.support.sample import PAGE, SHOWN

FAULTS = {
    **{
        f"link {url}": (
            body(f"See [this]({url})."),
            f'{X}:20: link "{url}" leads to no page under content/',
        )
        for url in (
            "{filename}nope.md",
            "nope.md",
            "../images/none.png",
            "/2023/06/nope/",
            "{static}/images/none.png",
            "{filename}/pages/abuot.md",
            "archive/",
        )
    },
    **{
        f"link {url}": (body(f"See [this]({url})."), f'{X}:20: link "{url}" {message}')
        for url, message in {
            "{flename}sound.md": "begins with {flename}; allowed: {filename}, {static}",
            "{attach}../images/ship.jpg": "begins with {attach}",
            "{attach}/etc/hostname": "begins with {attach}",
            "|tag|drills": "begins with {tag}",
            "../../secret.md": "leaves content/",
            "{static}../../pelicanconf.py": "leaves content/",
            "{filename}../images/ship.jpg": "is a picture, which has no page",
            "{static}../pages/about.md": "is written {filename}",
            "javascript:alert(1)": "is no link we make",
            "data:text/html,x": "is no link we make",
            "//evil.example/": "is no link we make",
            "ftp://example.com/": "is no link we make",
            "vbscript:x": "is no link we make",
        }.items()
    },
    "link with a near miss": (
        body("See [this](../pages/abuot.md)."),
        "did you mean ../pages/about.md?",
    ),
    "link by reference": (
        body("See [this][1].\n\n[1]: nope.md"),
        f'{X}:22: link "nope.md" leads to no page',
    ),
    "link in angle brackets": (
        body("<javascript:alert(1)>\n\n[x](<javascript:alert(1)>)"),
        'link "javascript:alert(1)" is no link we make',
    ),
    "link in capitals": (body("[x](JaVaScRiPt:alert(1))"), "is no link we make"),
    "link empty": (body("See [this]()."), 'link "" is empty'),
    "link to a draft": (
        lambda n: (
            n.another("b", ("kind: report", "kind: report\nstatus: draft")),
            n.article("A paragraph", "[B](b.md)"),
        ),
        f'{X}:20: link "b.md" leads to a draft, which has no page',
    ),
    "nothing near": (
        body("[words](qqqqqqqqqqqqqqqqqqqq.md)"),
        f'{X}:20: link "qqqqqqqqqqqqqqqqqqqq.md" leads to no page under content/ - name a file that is there, or take it out',
    ),
    "picture missing": (
        body("![A ship](/images/none.png)"),
        f'{X}:20: picture "/images/none.png" leads to no picture under content/ - did you mean ../images/ship.jpg?',
    ),
    "picture without alt": (
        body("![](../images/ship.jpg)"),
        f'{X}:20: picture "../images/ship.jpg" has no alt text',
    ),
    "picture from elsewhere": (
        body("![A ship](https://example.com/a.png)"),
        f'{X}:20: picture "https://example.com/a.png" is not ours to load',
    ),
    "picture without rights": (
        body("![A ship](../images/ship.jpg)"),
        f'{X}:20: picture "ship.jpg" is shown without its rights - list its "file" under "images"',
    ),
    "picture among words": (
        lambda n: n.another(
            "b",
            ("kind: report", f"kind: report\n{SHOWN}"),
            ("A paragraph", "See ![it](../images/ship.jpg)"),
        ),
        'content/articles/b.md:25: picture "ship.jpg" stands among words - give it a paragraph',
    ),
    "picture on a page": (
        file("pages/about.md", PAGE + "\n![A ship](../images/ship.jpg)"),
        'content/pages/about.md:9: picture "ship.jpg" stands on a page - only articles',
    ),
    "link to a picture": (
        body("See [this](../images/ship.jpg)."),
        f'{X}:20: link "../images/ship.jpg" is a picture, which has no page: show it with !',
    ),
    "page as a picture": (
        body("![About](../pages/about.md)"),
        f'{X}:20: picture "../pages/about.md" is a page, which cannot be shown: link to it with [',
    ),
    "picture as data": (body("![A ship](data:image/png;base64,x)"), "is not ours to load"),
    "heading": (
        body("# A second headline"),
        f'{X}:20: headings in the text begin at "##": A second headline',
    ),
}


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)
