"""Production: the same site under its public address, taken from the variable SITEURL."""

import os
import re
import sys

from pelicanconf import *  # noqa: F403 - every setting that production does not change

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*", SITEURL):
    sys.exit(
        f'SITEURL is "{SITEURL}"; it must be the address of the site, as in https://example.org'
    )
