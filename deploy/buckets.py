"""How to reach a bucket, and what is said when it cannot be."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import urllib3
from minio import Minio
from minio.credentials import AWSConfigProvider, ChainedProvider, EnvAWSProvider
from minio.error import MinioException

from deploy import DeployError
from deploy.store import Bucket


@contextmanager
def sentences(place: str) -> Iterator[None]:
    """Turn what a bucket or the way to it complains of into a DeployError."""
    try:
        yield
    except (MinioException, urllib3.exceptions.HTTPError, ValueError) as error:
        raise DeployError(
            f"{place}: {error}\nRun the command again and it completes the site."
        ) from error


def bucket(place: str) -> Bucket:
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
