"""A bucket that speaks S3: `make deploy-s3 BUCKET=...`.

Files are replaced one by one, so their order keeps the site consistent at each moment: what pages
show comes before the pages, new pages before those that link to them, and nothing is deleted
before nothing names it. A record in the bucket lists what is ours; only that is ever deleted.
"""

import gzip
import hashlib
import io
import json
import os
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

import urllib3
from minio import Minio
from minio.credentials.providers import AWSConfigProvider, ChainedProvider, EnvAWSProvider
from minio.error import MinioException, S3Error

from deploy.git import refuse_older
from deploy.headers import HeaderRules
from deploy.site import BUILD, MANIFEST, Site, file_path, parse_commit

RECORD = ".standing-watch.json"
ERRORS = (MinioException, urllib3.exceptions.HTTPError, ValueError)  # of a bucket or the way to it
CHANGING = "changing"  # stands for the digest of what an upload under way replaces
FRONT, LAST = "index.html", ("sitemap.xml", MANIFEST, BUILD)


class Upload(NamedTuple):
    """An object: its key, its bytes and its headers."""

    key: str
    data: bytes
    headers: dict[str, str]

    @property
    def digest(self) -> str:
        """The SHA-256 of headers and bytes."""
        headers = json.dumps(self.headers, sort_keys=True).encode()
        return hashlib.sha256(headers + self.data).hexdigest()


class Record(NamedTuple):
    """What is ours in a bucket: keys with digests, and which of them only former pages name."""

    files: dict[str, str | None]
    former: list[str]


class Bucket:
    """The part of a bucket below a prefix: objects by their path from there."""

    def __init__(self, client: Minio, name: str, prefix: str = ""):
        self.client, self.name, self.prefix = client, name, prefix

    def get(self, path: str) -> bytes | None:
        """The bytes of the file that an object is, None if there is none."""
        try:
            response = self.client.get_object(self.name, self.prefix + path)
        except S3Error as error:
            if error.code == "NoSuchKey":
                return None
            raise
        with response:
            data = response.read(decode_content=False)
            is_gzip = response.headers.get("Content-Encoding", "").startswith("gzip")
            return gzip.decompress(data) if is_gzip else data

    def put(self, upload: Upload) -> None:
        self.client.put_object(
            self.name,
            self.prefix + upload.key,
            io.BytesIO(upload.data),
            len(upload.data),
            content_type=upload.headers["Content-Type"],
            metadata={k: v for k, v in upload.headers.items() if k != "Content-Type"},
        )

    def delete(self, path: str) -> None:
        self.client.remove_object(self.name, self.prefix + path)


def connect(place: str) -> Bucket:
    """The bucket, at Amazon's or where AWS_ENDPOINT_URL says, with the usual credentials."""
    name, _, prefix = place.strip("/").partition("/")
    endpoint = urlsplit(os.environ.get("AWS_ENDPOINT_URL") or "https://s3.amazonaws.com")
    client = Minio(
        endpoint.netloc,
        secure=endpoint.scheme == "https",
        region=os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION"),
        credentials=ChainedProvider([EnvAWSProvider(), AWSConfigProvider()]),
        http_client=urllib3.PoolManager(retries=urllib3.Retry(3, backoff_factor=0.3), timeout=60),
    )
    return Bucket(client, name, f"{prefix}/" if prefix else "")


def deploy(
    site: Site, rules: HeaderRules, bucket: Bucket, *, force: bool, purge: bool
) -> dict[str, int]:
    """Make the bucket hold the site; gives the numbers of files uploaded, unchanged and deleted.

    Broken off at any call it leaves a site whose links arrive, and run again it completes it.
    With `purge`, pictures and scripts that the site no longer names go at once, not next time.
    """
    if not force:
        refuse_older(parse_commit(bucket.get(BUILD) or b""), site.commit)
    record = Record(**{"files": {}, "former": []} | json.loads(bucket.get(RECORD) or b"{}"))
    local = {upload.key: upload for upload in list_uploads(site, rules)}
    changes = [upload for upload in local.values() if record.files.get(upload.key) != upload.digest]
    obsolete = [key for key in record.files if key not in local]
    if not purge:  # pages that someone has open still name these
        expired = set(record.former) if changes else set()
        obsolete = [key for key in obsolete if not rules.is_immutable(key) or key in expired]
    if changes or obsolete:
        _replace(bucket, record, sort_uploads(changes, record.files, rules), obsolete)
        rest = {k: v for k, v in record.files.items() if k not in local and k not in obsolete}
        digests = {upload.key: upload.digest for upload in local.values()}
        _write_record(bucket, Record({**rest, **digests}, [*rest]))
    unchanged = len(local) - len(changes)
    return {"uploaded": len(changes), "unchanged": unchanged, "deleted": len(obsolete)}


def _replace(bucket: Bucket, record: Record, uploads: list[Upload], obsolete: list[str]) -> None:
    """Upload and delete; the record says before that these keys are about to change."""
    keys = [upload.key for upload in uploads] + obsolete
    pending = {key: record.files.get(key) and CHANGING for key in keys}
    _write_record(bucket, Record(record.files | pending, record.former))
    for upload in uploads:
        bucket.put(upload)
    for key in obsolete:
        bucket.delete(key)


def _write_record(bucket: Bucket, record: Record) -> None:
    text = json.dumps(record._asdict(), indent=1, sort_keys=True)
    headers = {"Content-Type": "application/json", "Cache-Control": "no-store"}
    bucket.put(Upload(RECORD, text.encode(), headers))


def list_uploads(site: Site, rules: HeaderRules) -> Iterator[Upload]:
    """Every object of a site, with its type, caching and encoding, and its redirect if it moved."""
    redirects = {file_path(old): new for old, new in site.redirects.items()}
    for path in site.paths:
        headers = {"Content-Type": rules.content_type(path)}
        headers["Cache-Control"] = rules.cache_control(path)
        data = site.read(path)
        if path in redirects:
            headers["x-amz-website-redirect-location"] = f"{site.base}{redirects[path]}"
        if rules.is_compressible(path):
            data = gzip.compress(data, mtime=0)
            headers["Content-Encoding"] = "gzip"
        yield Upload(path, data, headers)


def sort_uploads(
    uploads: list[Upload], remote: dict[str, str | None], rules: HeaderRules
) -> list[Upload]:
    """Uploads in the order that keeps every link arriving; `remote` has what the bucket holds."""

    def rank(upload: Upload) -> tuple[int, *tuple[int | str, ...]]:
        key = upload.key
        if rules.is_immutable(key):
            return 0, key
        if key.endswith(".html"):  # new pages, former ones, lists, the front page
            return 2, bool(remote.get(key)), -key.count("/"), key == FRONT, key
        if key.endswith("atom.xml") or key == "feed.json" or key in LAST:
            return 3, key in LAST, key == MANIFEST, key
        return 1, key

    return sorted(uploads, key=rank)
