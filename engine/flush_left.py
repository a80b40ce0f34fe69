"""Leaves out the indentation of HTML templates: it is for those who write them, not for readers.

What templates print stays as it is.
https://jinja.palletsprojects.com/en/stable/extensions/#jinja2.ext.Extension.preprocess
"""

import re

from jinja2.ext import Extension

INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class FlushLeft(Extension):
    def preprocess(self, source, name, filename=None):
        html = name and name.endswith(".html")
        return INDENTATION.sub("", source) if html else source
