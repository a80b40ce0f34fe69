"""Pelican as it comes, with its bare theme and its feeds; lists in pages of 20, as ours are."""

SITENAME = "Bench"
SITEURL = "http://127.0.0.1:8000"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "simple"
PATH = "content"
DEFAULT_PAGINATION = 20
