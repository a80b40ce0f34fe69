"""Run by pytest. This is imported before the modules that take these functions from Jinja."""

from tests.support.templates import share_parsed

share_parsed()
