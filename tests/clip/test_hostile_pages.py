"""Pages that mean harm, or are broken: refused in one sentence, or clipped as the text they show."""

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from desk.clip.command import clip
from desk.clip.draft import make_draft
from desk.clip.input import UnusableError
from tests.clip.pieces import SHELF, front, render

SENTENCE = (
    "The patrol left the harbor at dawn, and nine ships of the northern squadron followed it. "
)
TEXT = "".join(f"<p>{n} {SENTENCE * 2}</p>" for n in range(4))
ALIVE = {"script", "svg", "iframe", "img", "meta", "form", "a", "style", "math", "object"}
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    "<rss><channel><item><title>&b;</title><description>x</description></item></channel></rss>"
)


def page(markup: str) -> bytes:
    return f"<html><body><h1>Nine ships leave</h1>{TEXT}{markup}</body></html>".encode()


def texts(data: bytes) -> list[str]:
    clipping = clip(data)
    return [line.text for line in (*clipping.blocks, *clipping.debris)]


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{SENTENCE}&lt;script&gt;alert(1)&lt;/script&gt; {SENTENCE}</p>",
        f"<p>{SENTENCE}<script>alert(1)</script><a href='javascript:alert(1)'>a link</a></p>",
        f"<p onclick=alert(1)>{SENTENCE}<img src=x onerror=alert(1)></p>",
        f"<svg onload=alert(1)><text>{SENTENCE}</text><script>alert(1)</script></svg>",
        f"<meta http-equiv=refresh content='0;url=//evil.example'><p>{SENTENCE}</p>",
        f"<p>{SENTENCE}![a](javascript:alert(1)) [b](data:text/html,x) {{static}}x</p>",
        f"<plaintext><p>{SENTENCE}<script>alert(1)</script>",
    ],
)
def test_nothing_in_a_page_comes_alive(markup):
    shows = render(make_draft(clip(page(markup)), SHELF))
    assert not [e.tag for e in shows.iter() if e.tag in ALIVE or e.attrib]


def test_an_escaped_script_stays_the_text_that_it_was():
    data = page(f"<p>{SENTENCE}&lt;script&gt;alert(1)&lt;/script&gt;</p>")
    assert "<script>alert(1)</script>" in render(make_draft(clip(data), SHELF)).text_content()


def test_unseen_characters_are_named():
    draft = make_draft(clip(page(f"<p>{SENTENCE}\u202e&#x202d;\x1b end of it.</p>")), SHELF)
    assert "⟨U+202E⟩⟨U+202D⟩⟨U+001B⟩ end" in front(draft).body
    assert [need for need in draft.needs if "invisible" in need]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<html><body>" + b"<div>" * 10_000 + b"x", "deep"),
        (b"<html><body>" + b"<p>x" * 110_000, "elements"),
        (b"<html><frameset><frame src=a.html></frameset></html>", "frames"),
        (b"<html><!-- nothing --></html>", "no text"),
        (BOMB.encode(), "entities"),
        (b"<rss><channel><item><title>a</title></channel></rss>", "broken XML"),
        (b"<rss><channel><item/><item/></channel></rss>", "2 items"),
        (b"From: a\nTo: b\nSubject: c\nDate: d\nMIME-Version: 1.0\n\n", "no text"),
    ],
)
def test_what_cannot_be_clipped_is_refused_in_a_sentence_with_a_cure(data, says):
    with pytest.raises(UnusableError, match=says) as refusal:
        clip(data)
    assert any(word in str(refusal.value).lower() for word in ("paste", "save", "copy"))


@pytest.mark.parametrize("unit", ["<a ", "[", "![", "<![ \n", "`a", "<a href=x>", "&lt;a ", "<p>x"])
def test_much_of_anything_is_clipped_and_shown(unit):
    data = page("<p>" + unit * (24_000 // len(unit)))
    assert "Nine ships leave" in make_draft(clip(data), SHELF).text
    assert SENTENCE.strip() in render(make_draft(clip(data), SHELF)).text_content()


@pytest.mark.parametrize(
    ("encoding", "declaration"),
    [
        ("utf-8", "iso-8859-1"),
        ("utf-8", ""),
        ("cp1252", "utf-8"),
        ("cp1252", "iso-8859-1"),
        ("utf-16", ""),
        ("euc-kr", "euc-kr"),
        ("shift_jis", "shift_jis"),
        ("iso2022_jp", "iso-2022-jp"),
        ("cp949", "no-such-charset"),
    ],
)
def test_letters_are_right_whatever_the_page_declares(encoding, declaration):
    words = {
        "euc-kr": "바다를 지키는",
        "cp949": "바다를 지키는 함정이 새벽에 항구를 떠났다고 해군이 밝혔다.",
    }
    japanese = {"shift_jis": "海を守る船", "iso2022_jp": "海を守る船"}
    word = (words | japanese).get(
        encoding, "Kjær\u2019s café" if "utf" in encoding else "Kjær, café"
    )
    meta = f'<meta charset="{declaration}">' if declaration else ""
    text = f"<html><head>{meta}</head><body><h1>Head</h1><p>{word * 3}</p>{TEXT}</body></html>"
    assert any(word * 3 in text for text in texts(text.encode(encoding)))


@pytest.fixture
def requests():
    """The paths that a server of this machine was asked for, and its address."""
    paths = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self):
            paths.append(self.path)
            self.send_error(404)

        def log_message(self, *_):
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Listener)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    server.server_close()


def test_nothing_is_fetched(requests):
    address, paths = requests
    clip(
        f'<!DOCTYPE html SYSTEM "{address}/a.dtd"><html><head><base href="{address}/">'
        f'<link rel="stylesheet" href="{address}/b.css"><link rel="canonical" href="{address}/c">'
        f'</head><body><img src="{address}/d.png"><iframe src="{address}/e"></iframe>{TEXT}'.encode()
    )
    clip(
        f'<!DOCTYPE rss SYSTEM "{address}/f.dtd"><rss><channel><item><title>A title</title>'
        f"<link>{address}/g</link><description>Text.</description></item></channel></rss>".encode()
    )
    with pytest.raises(UnusableError):
        clip(
            f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{address}/h">]><rss><channel><item><title>&x;</title>'
            "</item></channel></rss>".encode()
        )
    assert paths == []
