"""`make check-links` with the real lychee, against a host of our own that answers in every way."""

import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

ANSWERS = {"/good": 200, "/gone": 404, "/moved": 301, "/later": 302, "/error": 500, "/closed": 403}
TODAY = time.strftime("%Y-%m-%d", time.gmtime())


class Host(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/slow":
            time.sleep(3)
        self.send_response(ANSWERS.get(self.path.partition("?")[0], 200))
        self.send_header("Location", "/good")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def host():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def linking(sample, host, desk):
    """Runs the command on an article that links to these paths of the host, one on a line."""

    def run(*paths, source="/good"):
        lines = "\n\n".join(f"See [it]({p if '://' in p else host + p})." for p in paths)
        sample.another(
            "sound", ("A paragraph of text.", lines), ("https://example.com/report", host + source)
        )
        return desk("check-links", "--timeout", "1")

    return run


def days(sample) -> dict:
    return json.loads((sample.folder / "links.json").read_text("utf-8"))


def test_links_that_answer_pass_and_are_remembered(sample, host, linking):
    done = linking("/good?a=1&b=2", "/good#part", "/later", "/good?解")
    assert (done.returncode, done.stdout) == (0, "5 addresses: 5 good; 0 dead links.\n")
    assert days(sample) == {
        f"{host}/{path}": TODAY
        for path in ("good", "good#part", "good?a=1&b=2", "good?解", "later")
    }


def test_a_dead_link_has_its_line_and_the_last_good_day(sample, host, linking):
    (sample.folder / "links.json").write_text(json.dumps({f"{host}/gone": "2026-01-31"}))
    done = linking("/good", "/gone", source="/gone")
    assert done.returncode == 1
    dead = f'"{host}/gone" is dead (404 Not Found), last good on 2026-01-31'
    assert f"content/articles/sound.md:14: {dead}" in done.stdout
    assert f"content/articles/sound.md:22: {dead}" in done.stdout
    assert "find where the page is now" in done.stdout
    assert days(sample)[f"{host}/gone"] == "2026-01-31"


def test_what_gives_no_answer_is_told_apart_and_fails_nothing(sample, host, linking):
    done = linking("/error", "/closed", "/slow", "http://127.0.0.1:1/refused")
    assert done.returncode == 0
    for words in (
        f'"{host}/error" gives no answer (500 Internal Server Error), never seen to answer',
        f'"{host}/slow" gives no answer (Request timed out)',
        '"http://127.0.0.1:1/refused" gives no answer (Connection refused',
        f'"{host}/closed" turns the checker away (403 Forbidden)',
    ):
        assert words in done.stdout
    assert days(sample) == {f"{host}/good": TODAY}


def test_a_lasting_move_is_advice(host, linking):
    done = linking("/moved")
    assert done.returncode == 0
    assert f'"{host}/moved" has moved to "{host}/good"\n' in done.stdout


def test_a_machine_without_a_network_learns_nothing(sample, desk):
    sample.article("https://example.com/report", "http://127.0.0.1:1/report")
    done = desk("check-links", "--timeout", "1")
    assert done.returncode == 1
    assert done.stderr == "None of 1 addresses could be reached - is this machine online?\n"
    assert not (sample.folder / "links.json").exists()


def test_addresses_of_pictures_are_asked_too_and_mail_is_not(sample, host, linking):
    rights = f"images:\n  - caption: A ship.\n    credit: Navy\n    source: {host}/gone"
    sample.another(
        "other",
        ("kind: report", f"kind: report\n{rights}"),
        ("https://example.com/report", f"{host}/good"),
        ("A paragraph of text.", "Write to <ann@example.org>."),
    )
    done = linking("/good")
    assert f'content/articles/other.md:14: "{host}/gone" is dead' in done.stdout
    assert sorted(days(sample)) == [f"{host}/good"]


@pytest.mark.parametrize("text", ["{", "[]"])
def test_a_damaged_memory_is_not_written_over(sample, linking, text):
    (sample.folder / "links.json").write_text(text)
    done = linking("/good")
    assert done.returncode == 1
    assert done.stderr.startswith("links.json is damaged: ")
    assert (sample.folder / "links.json").read_text() == text
