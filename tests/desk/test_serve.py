"""`make serve` without a browser: what it answers, what it refuses, and how it ends."""

import json
import os
import py_compile
import signal
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest

from tests.desk.preview import STORY, Preview, copy_project, eventually, get


@pytest.fixture
def preview(tmp_path):
    with Preview(tmp_path) as running:
        yield running


def said(folder, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "desk.serve", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def outcome(preview: Preview) -> dict:
    """What an open page is told first: the latest build's faults."""
    with urlopen(preview.address + "-/events", timeout=60) as events:  # noqa: S310 - our own server
        line = next(line for line in events if line.startswith(b"data: "))
    return json.loads(line.removeprefix(b"data: "))


def children(preview: Preview) -> list[str]:
    """The builds of this project that are alive, waiting ones too."""
    done = subprocess.run(
        ["ps", "-A", "-ww", "-o", "pid=,args="], capture_output=True, encoding="utf-8"
    )
    return [line for line in done.stdout.splitlines() if f"{preview.folder}/.preview" in line]


def test_the_site_is_served_rebuilt_and_ended(preview):
    assert get(preview.port, "/")[0] == 200
    assert f"{preview.address}archive/" in get(preview.port, "/archive/")[1]
    status, page = get(preview.port, "/nope/")
    assert (status, "There is no page at this address" in page) == (404, True)
    assert children(preview)

    changed = ("/2023/07/salvage-ends/", "Freshly changed.")
    preview.edit(STORY, "title: ", "title: Freshly changed. ")
    eventually(lambda: changed[1] in get(preview.port, changed[0])[1])
    preview.write(STORY, b"spoilt")
    eventually(lambda: "salvage-ends.md:1: no metadata" in preview.said())
    assert changed[1] in get(preview.port, changed[0])[1]

    code, told = preview.stop(signal.SIGINT)
    assert (code, "Traceback" in told) == (0, False), told
    assert children(preview) == []


@pytest.mark.slow
def test_a_whole_page_is_what_the_build_made_with_a_script_and_a_policy_for_it(preview):
    page = get(preview.port, "/")[1]
    file = (preview.folder / ".preview/index.html").read_text("utf-8")
    added = [line for line in page.splitlines() if line not in file.splitlines()]
    policy, script = added
    assert 'http-equiv="Content-Security-Policy"' in policy
    assert "/-/live.js" in script
    assert "/-/live.js" not in file


@pytest.mark.slow
def test_content_is_built_by_the_process_that_is_ready_and_code_by_another(preview):
    get(preview.port, "/")
    eventually(lambda: len(children(preview)) == 1)  # the first build has ended
    (ready,) = children(preview)
    preview.edit(STORY, "title: ", "title: Freshly changed. ")
    eventually(lambda: "Freshly changed." in get(preview.port, "/2023/07/salvage-ends/")[1])
    assert ready in children(preview)
    preview.edit("plugins/byline.py", r"\Z", "\nprint('The plugin is read.')\n")
    eventually(lambda: "The plugin is read." in preview.said())
    assert ready not in children(preview)


@pytest.mark.slow
def test_a_plugin_that_is_saved_twice_in_one_second_is_read_as_it_is(preview):
    """Also where another build has compiled it: Python knows compiled files by second and size."""
    get(preview.port, "/")
    name = "plugins/byline.py"
    file = preview.folder / name
    text = file.read_text("utf-8")
    for word in ("old", "new"):
        preview.write(name, f"{text}\nprint('The {word} plugin')\n".encode())
        os.utime(file, (1e9, 1e9))
        eventually(lambda word=word: f"The {word} plugin" in preview.said())
        py_compile.compile(str(file))


@pytest.mark.slow
def test_several_saves_at_once_and_a_save_during_a_build_lead_to_the_last_text(preview):
    get(preview.port, "/")
    for number in range(5):
        preview.edit(STORY, "title: ", f"title: Burst {number}. ")
        time.sleep(0.2)
    eventually(lambda: "Burst 4." in get(preview.port, "/2023/07/salvage-ends/")[1])


@pytest.mark.slow
def test_a_folder_that_is_replaced_is_watched_on(preview):
    get(preview.port, "/")
    folder = preview.folder / "content"
    folder.rename(preview.folder / "former")
    (preview.folder / "former").rename(folder)
    preview.edit(STORY, "title: ", "title: Replaced. ")
    eventually(lambda: "Replaced." in get(preview.port, "/2023/07/salvage-ends/")[1])


@pytest.mark.slow
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_ending_it_amid_a_build_leaves_nothing_behind(preview, sign):
    assert get(preview.port, "/")[0] == 200
    preview.edit(
        "plugins/byline.py", r"\Z", "\n\ndef wait(_):\n    import time\n    time.sleep(60)\n"
    )
    preview.edit(
        "plugins/byline.py",
        r"def register\(\):",
        "def register():\n    signals.finalized.connect(wait, weak=False)",
    )
    eventually(lambda: (preview.folder / "..preview.staging").exists())
    code, told = preview.stop(sign)
    assert (code, "Traceback" in told) == (0, False), told
    assert children(preview) == []
    assert [path.name for path in preview.folder.glob(".*preview*")] == [".preview"]
    assert (preview.folder / ".preview/index.html").is_file()


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        ("GET /%00 HTTP/1.1", 404),
        ("GET /%ED%A0%80 HTTP/1.1", 404),
        ("GET /../../../../etc/passwd HTTP/1.1", 404),
        ("GET /%2e%2e/pelicanconf.py HTTP/1.1", 404),
        ("GET /theme/ HTTP/1.1", 404),
        ("GET /-/nope HTTP/1.1", 404),
        ("GET /-/../serve.py HTTP/1.1", 404),
        ("POST / HTTP/1.1", 501),
        ("GET", 400),
        ("\x00\x01\x02 nonsense \xff", 400),
        ("GET / HTTP/9.9.9", 400),
        (f"GET /{'a' * 70_000} HTTP/1.1", 414),
        (f"GET /{'a' * 5_000} HTTP/1.1", 404),
        ("GET / HTTP/1.1\r\nHost: evil.example", 403),
        ("GET / HTTP/1.1\r\nHost: [evil", 403),
        ("GET / HTTP/1.1\r\nHost: localhost", 200),
    ],
)
def test_odd_requests_get_a_sound_answer(served, request_line, status):
    with socket.create_connection(("127.0.0.1", served.port), timeout=30) as asking:
        asking.sendall(f"{request_line}\r\n\r\n".encode("latin-1"))
        answer = asking.recv(100_000)
    assert str(status).encode() in answer.split(b"\n")[0] + answer[:300], answer[:300]
    assert "Traceback" not in served.said()


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with Preview(tmp_path_factory.mktemp("served")) as running:
        get(running.port, "/")
        yield running


@pytest.mark.slow
def test_a_client_that_leaves_is_not_worth_a_word(served):
    for path in ("/", "/-/events"):
        with socket.create_connection(("127.0.0.1", served.port)) as leaving:
            leaving.sendall(f"GET {path} HTTP/1.1\r\n\r\n".encode())
            leaving.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, bytes([1, 0, 0, 0, 0, 0, 0, 0]))
    assert get(served.port, "/")[0] == 200
    assert "Traceback" not in served.said()


@pytest.mark.slow
def test_a_taken_port_is_named_with_the_cure(tmp_path):
    copy_project(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = said(tmp_path, "--port", str(port))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"Cannot listen on port {port}: something else listens there." in done.stderr
    assert "Try: make serve PORT=" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("port", ["65536", "-1", "eighty", "", "80.5", "٨٠٨٠", "9" * 5000])
def test_a_port_that_cannot_be_is_told_in_one_sentence(tmp_path, port):
    copy_project(tmp_path)
    done = said(tmp_path, f"--port={port}")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "PORT is a whole number up to 65535" in done.stderr


@pytest.mark.slow
def test_without_content_it_says_what_is_missing(tmp_path):
    copy_project(tmp_path)
    (tmp_path / "content").rename(tmp_path / "elsewhere")
    done = said(tmp_path, "--port", "0")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "There is no folder content/" in done.stderr


@pytest.mark.slow
def test_a_build_that_refuses_or_breaks_off_is_told_in_its_own_words(preview):
    get(preview.port, "/")
    (preview.folder / ".preview/own.txt").write_text("mine")
    preview.edit(STORY, "title: ", "title: New ")
    faults = eventually(lambda: outcome(preview)["faults"])
    assert [fault["path"] for fault in faults] == [""]
    assert "holds files that no build made" in faults[0]["message"]
    (preview.folder / ".preview/own.txt").unlink()
    preview.edit(
        "plugins/byline.py", r"def register\(\):", "import os\n\n\ndef register():\n    os._exit(3)"
    )
    eventually(lambda: "broke off with code 3" in str(outcome(preview)["faults"]))
    preview.restore()
    eventually(lambda: not outcome(preview)["faults"])
