"""Releases beside each other on a real sshd, rsync and nginx, under a constant reader."""

import hashlib
import os
import random
import re
import socket
import ssl
import time
from collections import Counter
from pathlib import Path
from threading import Event, Thread

import pytest
import urllib3
from bs4 import BeautifulSoup

import deploy.server
from deploy import DeployError
from deploy.headers import FALLBACK, header_policy
from deploy.s3 import file_path
from deploy.server import NginxPlaces, nginx_configuration
from deploy.verify import find_differences
from tests.deploy import servers

pytestmark = pytest.mark.servers
SWAPS = 200
BASE = "/news/watch"


class Server:
    """A folder reached by ssh, and the nginx that serves it."""

    def __init__(self, folder: Path, ssh: str):
        servers.program("rsync")
        self.folder, self.srv = folder, folder / "srv"
        os.environ["SSH"] = ssh
        self.target = f"localhost:{self.srv}"
        self.certificate, self.key = servers.certificate(folder)
        self.http, self.https = servers.free_port(), servers.free_port()
        trusted = ssl.create_default_context(cafile=self.certificate)
        self.pool = urllib3.PoolManager(ssl_context=trusted, retries=False, timeout=10)
        self.url = f"https://localhost:{self.https}{BASE}"

    def command(self, site, rules) -> list[str]:
        places = NginxPlaces(self.srv, self.certificate, self.key, self.http, self.https)
        return servers.nginx_command(
            self.folder / "nginx", nginx_configuration(site, rules, places)
        )

    def deploy(
        self, site, rules, *, reload: str = "", force: bool = True, purge: bool = False
    ) -> str:
        stage = self.folder / f"stage-{site.id}"
        options = {"force": force, "purge": purge, "reload": reload}
        return deploy.server.deploy(site, rules, self.target, stage, **options)

    def get(self, path: str, method: str = "GET", **options):
        return self.pool.request(method, self.url + path, redirect=False, **options)

    def raw(self, text: bytes) -> bytes:
        """What the server answers to bytes that are no request of a browser."""
        trusted = ssl.create_default_context(cafile=self.certificate)
        with (
            socket.create_connection(("127.0.0.1", self.https), 10) as plain,
            trusted.wrap_socket(plain, server_hostname="localhost") as line,
        ):
            line.sendall(text)
            return b"".join(iter(lambda: line.recv(65536), b""))


@pytest.fixture(scope="module")
def server(tmp_path_factory, older, newer, rules):
    folder = tmp_path_factory.mktemp("server")
    with servers.sshd(folder / "ssh") as ssh:
        site_server = Server(folder, ssh)
        site_server.deploy(older, rules)
        site_server.deploy(newer, rules)
        command = site_server.command(newer, rules)
        site_server.reload = " ".join([*command, "-s", "reload"])
        with servers.running(command, site_server.https, folder / "log"):
            yield site_server


@pytest.fixture
def live(server, newer, rules) -> Server:
    """The server with the newer site on it, whose rules nginx knows."""
    server.deploy(newer, rules, reload=server.reload)
    time.sleep(0.5)
    return server


def test_what_the_world_sees_is_what_was_built(live, newer, rules, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(live.certificate))
    progress = []
    differences = find_differences(
        newer, rules, live.url, "nginx", lambda *numbers: progress.append(numbers)
    )
    assert differences == []
    assert progress[-1] == (len(newer.paths) + 1, len(newer.paths) + 1)


def test_a_difference_is_named(live, newer, rules, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(live.certificate))
    root = live.srv / "current/site/news/watch"
    (root / "atom.xml").unlink()
    (root / "robots.txt").write_text("changed")
    differences = "\n".join(find_differences(newer, rules, live.url, "nginx", lambda *_: None))
    assert f"{live.url}/atom.xml: answers 404, not 200" in differences
    assert f"{live.url}/robots.txt: has other bytes" in differences
    assert len(differences.splitlines()) == 2


def test_every_answer_says_the_same_headers_errors_included(live, newer, rules):
    long = "/" + "x" * 9000
    odd = [
        live.get("/"), live.get("/nowhere/"), live.get("/2023"), live.get("/", "POST"),
        live.get("/", "TRACE"), live.get("/", "OPTIONS"), live.get("/", "HEAD"), live.get(long),
        live.get("/", headers={"Range": "bytes=999999999-"}), live.get("/2023/06/old-place/"),
        live.get("/", headers={"Range": "bytes=0-9"}), live.get("/", headers={"X": "y" * 40000}),
        live.get("/", headers={"If-None-Match": "*"}), live.get("/atom.xml"),
        live.get("/%00"), live.get("/images/"),
        live.pool.request("GET", f"http://localhost:{live.http}/x", redirect=False),
        live.pool.request("GET", f"http://localhost:{live.https}/x", redirect=False),
    ]  # fmt: skip
    statuses = Counter(answer.status for answer in odd)
    assert {200, 301, 304, 400, 403, 404, 405, 414} <= statuses.keys(), statuses
    wrong = []
    for answer in odd:
        for name, value in rules.everywhere.items():
            if answer.headers.get(name) != value:
                wrong.append(f"{answer.status} {answer.geturl()}: {name}")
        policy = answer.headers.get("Content-Security-Policy")
        if policy not in {header_policy(newer.policy), FALLBACK}:
            wrong.append(f"{answer.status}: {policy}")
        if answer.status == 200 and policy == FALLBACK:
            wrong.append(f"{answer.geturl()}: the policy is not that of the page")
        if answer.status >= 400 and answer.headers["Cache-Control"] != rules.errors:
            wrong.append(f"{answer.status}: {answer.headers['Cache-Control']}")
    refused = live.raw(b"NONSENSE\r\n\r\n")
    wrong += [name for name in rules.everywhere if name.encode() not in refused]
    assert wrong == []


def test_a_missing_page_shows_ours_and_a_former_address_redirects(live, newer):
    answer = live.get("/nowhere/")
    assert (answer.status, answer.data) == (404, newer.read("404.html"))
    answer = live.get("/2023/06/old-place/")
    assert (answer.status, answer.headers["Location"]) == (301, f"{BASE}/2023/06/new-place/")


@pytest.mark.parametrize(("coding", "ending"), [("br", "br"), ("gzip", "gzip"), ("identity", None)])
def test_texts_come_compressed_as_asked(live, newer, coding, ending):
    answer = live.get("/", headers={"Accept-Encoding": coding}, preload_content=False)
    assert answer.headers.get("Content-Encoding") == ending
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.read(decode_content=True) == newer.read("index.html")
    answer.release_conn()


def test_a_page_from_before_a_swap_finds_its_files_after_it(live, older, newer, rules):
    live.deploy(older, rules, reload=live.reload)
    page = BeautifulSoup(live.get("/2023/06/withdrawn/").data, "lxml")
    files = {tag.get("src") or tag["href"] for tag in page.select("img, script[src]")}
    assert len(files) > 1
    live.deploy(newer, rules, reload=live.reload)
    assert live.get("/2023/06/withdrawn/").status == 404
    gone = [f for f in files if live.get(f.removeprefix(BASE)).status != 200]
    assert gone == []
    live.deploy(newer, rules, reload=live.reload, purge=True)
    remaining = {f for f in files if live.get(f.removeprefix(BASE)).status == 200}
    assert remaining == {f for f in files if f.removeprefix(f"{BASE}/") in newer.paths}


def test_ten_releases_are_kept_and_one_goes_back(live, older, newer, rules):
    for site in (older, newer):
        live.deploy(site, rules)
    names = sorted(path.name for path in (live.srv / "releases").iterdir())
    assert len(names) <= 10
    assert deploy.server.roll_back(live.target) == names[-2]
    assert live.get("/").data == older.read("index.html")
    assert deploy.server.roll_back(live.target, names[-1]) == names[-1]
    with pytest.raises(DeployError, match="There is no release nonsense in"):
        deploy.server.roll_back(live.target, "nonsense")


def test_an_older_site_takes_no_newer_ones_place(live, older, newer, rules, commits, monkeypatch):
    monkeypatch.chdir(commits[0])
    with pytest.raises(DeployError, match="The live site is newer"):
        live.deploy(older, rules, force=False)
    assert live.get("/").data == newer.read("index.html")


def test_a_server_that_cannot_reload_keeps_what_it_serves(live, older, newer, rules):
    with pytest.raises(DeployError, match="was not reloaded"):
        live.deploy(older, rules, reload="false")
    assert live.get("/").data == newer.read("index.html")


def test_an_upload_that_was_damaged_is_not_served(live, older, newer, rules, monkeypatch):
    prepare = deploy.server.prepare_release

    def damaged(site, rules, stage):
        prepare(site, rules, stage)
        (stage / f"site{BASE}/index.html").write_text("half")

    monkeypatch.setattr(deploy.server, "prepare_release", damaged)
    with pytest.raises(DeployError, match=r"index\.html: FAILED"):
        live.deploy(older, rules)
    assert live.get("/").data == newer.read("index.html")


def request_once_more(
    pool: urllib3.PoolManager, address: str, headers: dict
) -> urllib3.BaseHTTPResponse:
    """The answer, asked for once more where a kept connection was closed before it began.

    A server may close one at any time, and every browser then asks again:
    https://www.rfc-editor.org/rfc/rfc9112#section-9.3.1
    """
    try:
        return pool.request("GET", address, headers=headers)
    except urllib3.exceptions.ProtocolError as error:
        if error.args[0] != "Connection aborted.":
            raise
        pool.clear()
        return pool.request("GET", address, headers=headers)


def test_no_reader_sees_a_failed_or_mixed_answer_in_two_hundred_swaps(live, older, newer, rules):
    builds = (older, newer)
    moved = {file_path(old) for old in newer.redirects}
    both = sorted({*older.paths} & {*newer.paths} - moved)
    # Until a reload is through, nginx says the policy that suits every release: of no other one.
    expected = {
        path: {
            (hashlib.sha256(b.read(path)).digest(), policy)
            for b in builds
            for policy in (header_policy(b.policy), FALLBACK)
        }
        for path in both
    }
    names = [live.deploy(site, rules, reload=live.reload) for site in builds]
    time.sleep(1)
    done, wrong, policies = Event(), [], Counter()

    def reader(seed: int) -> None:
        pool = urllib3.PoolManager(ssl_context=live.pool.connection_pool_kw["ssl_context"], retries=False, timeout=10)  # fmt: skip
        choose = random.Random(seed)  # noqa: S311 - nothing to guess
        while not done.is_set():
            path = choose.choice(["index.html", "atom.xml", *both])
            address = f"{live.url}/{path.removesuffix('index.html')}"
            headers = {"Accept-Encoding": choose.choice(["br", "gzip", "identity"])}
            try:
                answer = request_once_more(pool, address, headers)
            except urllib3.exceptions.HTTPError as error:
                wrong.append(f"{path}: {error}")
                continue
            got = hashlib.sha256(answer.data).digest(), answer.headers["Content-Security-Policy"]
            policies[got[1]] += 1
            if answer.status != 200 or got not in expected[path]:
                wrong.append(f"{path}: {answer.status}, of no one build")

    readers = [Thread(target=reader, args=(n,)) for n in range(3)]
    for thread in readers:
        thread.start()
    seconds = []
    for n in range(SWAPS):
        if n % 25 == 24:
            names = [names[1], live.deploy(builds[n // 25 % 2], rules, reload=live.reload)]
        else:
            start = time.perf_counter()
            deploy.server.roll_back(live.target, names[n % 2])
            seconds.append(time.perf_counter() - start)
    done.set()
    for thread in readers:
        thread.join()
    print(
        f"\n{SWAPS} swaps, {sum(policies.values())} answers, {len(wrong)} failed or mixed, {policies[FALLBACK]} before a reload was through; a swap over ssh took {sorted(seconds)[len(seconds) // 2]:.2f} s"
    )
    assert wrong == []
    assert all(policies[header_policy(site.policy)] > 20 for site in builds), policies


def test_releases_tell_nothing_of_other_files(live):
    for path in ("/../policy", "/..%2fpolicy", "/../../releases/", "/.git/config"):
        assert live.get(path).status in {400, 404}
    assert not re.search(rb"nginx/\d", live.get("/nowhere/").data + live.get("/", "POST").data)
