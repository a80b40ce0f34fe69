"""A bucket is a whole site at every moment: proven against moto's S3 server, call by call."""

import gzip
import io
import posixpath
from urllib.parse import urldefrag, urljoin

import pytest
import urllib3
from minio import Minio

from deploy import DeployError
from deploy.objects import page_of
from deploy.store import RECORD, Bucket, deploy
from engine.checks import find_links
from tests.deploy.servers import free_port, running
from tests.machine import do_without
from tests.newsroom import ROOT

pytestmark = pytest.mark.servers
MOTO = ROOT / "tests/store/.venv/bin/moto_server"
HOW = (
    "The S3 server moto is missing. To install it: python3 -m venv tests/store/.venv &&"
    " tests/store/.venv/bin/pip install --require-hashes -r tests/store/requirements.txt"
)
EACH = [pytest.param(10, id="a tenth"), pytest.param(1, id="all", marks=pytest.mark.siege)]
ACCESS = {"access_key": "test", "secret_key": "test", "secure": False, "region": "us-east-1"}


class BrokenError(Exception):
    """The connection is gone."""


class Breaking(urllib3.PoolManager):
    """Breaks off before or after its n-th call that changes something; counts them."""

    def __init__(self, at: int = 0, *, answered: bool = False):
        super().__init__(retries=False)
        self.at, self.answered, self.calls = at, answered, 0

    def urlopen(self, method, url, *arguments, **options):
        self.calls += method in {"PUT", "DELETE", "POST"}
        ends = self.calls == self.at and method != "GET"
        if ends and not self.answered:
            raise BrokenError
        answer = super().urlopen(method, url, *arguments, **options)
        if ends:
            raise BrokenError
        return answer


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory):
    if not MOTO.exists():
        do_without(HOW)
    port = free_port()
    log = tmp_path_factory.mktemp("moto") / "log"
    with running([str(MOTO), "-H", "127.0.0.1", "-p", str(port)], port, log):
        yield f"127.0.0.1:{port}"


@pytest.fixture
def store(endpoint, request):
    """A fresh bucket; called with a way to break, it is reached in that way."""
    name = f"b{abs(hash(request.node.name)) % 10**9}"
    Minio(endpoint, **ACCESS).make_bucket(name)
    return lambda http=None: Bucket(Minio(endpoint, http_client=http, **ACCESS), name)


def objects(bucket: Bucket) -> dict[str, bytes]:
    names = [found.object_name for found in bucket.client.list_objects(bucket.name, recursive=True)]
    return {name: bucket.get(name) for name in names}


def dead_links(held: dict[str, bytes], siteurl: str) -> list[str]:
    """What a reader who starts at the front page meets that is not there."""
    seen, ahead, dead = set(), ["index.html"], []
    while ahead:
        path = ahead.pop()
        here = f"{siteurl}/{path.removesuffix('index.html')}"
        for link, _ in find_links(held[path].decode()):
            target = urldefrag(urljoin(here, link))[0].partition("?")[0]
            if not target.startswith(f"{siteurl}/"):
                continue
            file = (
                page_of(target.removeprefix(siteurl)) if target != f"{siteurl}/" else "index.html"
            )
            if file not in held:
                dead.append(f"{path}: {file}")
            elif file.endswith(".html") and file not in seen:
                seen.add(file)
                ahead.append(file)
    return dead


def test_a_bucket_holds_the_site_and_what_is_said_with_it(store, newer, said):
    bucket = store()
    assert deploy(newer, said, bucket, force=False, purge=False)["uploaded"] == len(newer.paths)
    held = objects(bucket)
    assert held.keys() == {*newer.paths, RECORD}
    assert [path for path in newer.paths if held[path] != newer.read(path)] == []
    for path in newer.paths:
        stat = bucket.client.stat_object(bucket.name, path)
        assert stat.metadata["Content-Type"] == said.type_of(path), path
        assert stat.metadata["Cache-Control"] == said.cache_of(path), path
        packed = said.compresses(path)
        assert stat.metadata.get("Content-Encoding", "").startswith("gzip") == packed, path
    moved = bucket.client.stat_object(bucket.name, "2023/06/old-place/index.html")
    assert moved.metadata["x-amz-website-redirect-location"] == "/news/watch/2023/06/new-place/"
    raw = bucket.client.get_object(bucket.name, "index.html")
    assert gzip.decompress(raw.read(decode_content=False)) == newer.read("index.html")
    raw.close()
    raw.release_conn()


def test_the_same_site_again_changes_nothing(store, newer, said):
    deploy(newer, said, store(), force=False, purge=False)
    counted = Breaking()
    assert deploy(newer, said, store(counted), force=False, purge=False) == {
        "uploaded": 0,
        "unchanged": len(newer.paths),
        "deleted": 0,
    }
    assert counted.calls == 0


def test_only_what_we_wrote_is_deleted_and_what_open_pages_name_is_kept(store, older, newer, said):
    bucket = store()
    bucket.client.put_object(bucket.name, "mine.txt", io.BytesIO(b"mine"), 4)
    deploy(older, said, bucket, force=True, purge=False)
    deploy(newer, said, bucket, force=True, purge=False)
    lasting = {path for path in older.paths if said.lasting(path)}
    assert objects(bucket).keys() == {*newer.paths, RECORD, "mine.txt"} | lasting
    deploy(newer, said, bucket, force=True, purge=True)
    assert objects(bucket).keys() == {*newer.paths, RECORD, "mine.txt"}


def test_an_older_site_takes_no_newer_ones_place(store, older, newer, said, commits, monkeypatch):
    monkeypatch.chdir(commits[0])
    bucket = store()
    deploy(newer, said, bucket, force=False, purge=False)
    with pytest.raises(DeployError, match="FORCE=1"):
        deploy(older, said, bucket, force=False, purge=False)
    assert objects(bucket)["index.html"] == newer.read("index.html")


@pytest.mark.parametrize("step", EACH)
@pytest.mark.parametrize("answered", [False, True], ids=["before", "after"])
def test_broken_off_at_any_call_the_site_is_consistent_and_a_rerun_completes(
    store, older, newer, said, answered, step
):
    siteurl = newer.siteurl
    whole = store()
    deploy(older, said, whole, force=True, purge=False)
    counted = Breaking()
    deploy(newer, said, store(counted), force=True, purge=True)
    assert counted.calls > 20
    wrong = []
    tried = range(1 + answered, counted.calls + 1, step)
    for n in tried:
        deploy(older, said, whole, force=True, purge=True)
        with pytest.raises(BrokenError):
            deploy(newer, said, store(Breaking(n, answered=answered)), force=True, purge=True)
        held = objects(whole)
        wrong += [f"call {n}: {link}" for link in dead_links(held, siteurl)]
        wrong += [f"call {n}: no {path}" for path in ("index.html", "404.html") if path not in held]
        deploy(newer, said, whole, force=True, purge=True)
        now = objects(whole)
        wrong += [f"call {n}: {p}" for p in newer.paths if now.get(p) != newer.read(p)]
        wrong += [f"call {n}: {p} is left" for p in now.keys() - {*newer.paths, RECORD}]
    assert wrong == []
    print(
        f"\nS3: broken off at {len(tried)} of {counted.calls} calls,"
        f" {posixpath.basename(siteurl)} whole each time"
    )
