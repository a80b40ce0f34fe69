"""A bucket that speaks S3: `make deploy-s3 BUCKET=...`.

Files are replaced one by one, so their order keeps the site consistent at each moment: what pages
show comes before the pages, new pages before those that link to them, and nothing is deleted
before nothing names it. A record in the bucket knows what is ours; only that is ever deleted.
"""

import gzip
import io
import json

from minio import Minio
from minio.error import S3Error

from deploy.built import BUILD, Built, commit_in
from deploy.headers import Rules
from deploy.objects import Upload, in_order, uploads
from deploy.order import refuse_older

RECORD = ".standing-watch.json"
CHANGING = "changing"  # stands for the digest of what an upload under way replaces


class Bucket:
    """The part of a bucket below a prefix: objects by their path from there."""

    def __init__(self, client: Minio, name: str, prefix: str = ""):
        self.client, self.name, self.prefix = client, name, prefix

    def get(self, path: str) -> bytes | None:
        """The bytes of the file that an object is, None if there is none."""
        try:
            answer = self.client.get_object(self.name, self.prefix + path)
        except S3Error as error:
            if error.code == "NoSuchKey":
                return None
            raise
        with answer:
            data = answer.read(decode_content=False)
            packed = answer.headers.get("Content-Encoding", "").startswith("gzip")
            return gzip.decompress(data) if packed else data

    def put(self, upload: Upload) -> None:
        headers = dict(upload.headers)
        kind = headers.pop("Content-Type")
        self.client.put_object(
            self.name,
            self.prefix + upload.key,
            io.BytesIO(upload.data),
            len(upload.data),
            content_type=kind,
            metadata=headers,
        )

    def delete(self, path: str) -> None:
        self.client.remove_object(self.name, self.prefix + path)


def deploy(built: Built, rules: Rules, bucket: Bucket, *, force: bool, purge: bool) -> dict:
    """Make the bucket hold the site; gives the numbers of files uploaded, kept and deleted.

    Broken off at any call it leaves a site whose links arrive, and run again it completes it.
    With `purge`, pictures and scripts that the site no longer names go at once, not next time.
    """
    if not force:
        build = bucket.get(BUILD)
        refuse_older(commit_in(build) if build else None, built.commit)
    record = json.loads(bucket.get(RECORD) or b"{}")
    there, former = record.get("files", {}), record.get("former", [])
    wanted = {upload.key: upload for upload in uploads(built, rules)}
    changed = [upload for upload in wanted.values() if there.get(upload.key) != upload.digest]
    gone = [key for key in there if key not in wanted]
    if not purge:  # pages that someone has open still name these
        gone = [key for key in gone if not rules.lasting(key) or (changed and key in former)]
    if changed or gone:
        left = {k: v for k, v in there.items() if k not in wanted and k not in gone}
        under_way = {key: there.get(key) and CHANGING for key in [u.key for u in changed] + gone}
        _record(bucket, there | under_way, former)
        for upload in in_order(changed, there, rules):
            bucket.put(upload)
        for key in gone:
            bucket.delete(key)
        _record(bucket, left | {u.key: u.digest for u in wanted.values()}, [*left])
    numbers = len(changed), len(wanted) - len(changed), len(gone)
    return dict(zip(("uploaded", "unchanged", "deleted"), numbers, strict=True))


def _record(bucket: Bucket, files: dict[str, str | None], former: list[str]) -> None:
    """Note what is ours: keys with digests, and which of them only former pages name."""
    text = json.dumps({"files": files, "former": former}, indent=1, sort_keys=True)
    headers = {"Content-Type": "application/json", "Cache-Control": "no-store"}
    bucket.put(Upload(RECORD, text.encode(), headers))
