"""Production: the same site under its public address, taken from the variable SITEURL."""

import os
import sys
from urllib.parse import urlsplit

from pelicanconf import *  # noqa: F403 - every setting that production does not change

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
_address = urlsplit(SITEURL)
if _address.scheme not in {"http", "https"} or not _address.hostname or _address.query:
    sys.exit(
        f'SITEURL is "{SITEURL}"; it must be the address of the site, as in https://example.org'
    )
