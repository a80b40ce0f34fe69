"""Texts that would keep a build waiting."""

import pytest
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from pelicanconf import MARKDOWN
from tests.contract.spoiling import X, body, refused

FAULTS = {
    "brackets": (
        body("A word.\n\n" + "[" * 61),
        f"{X}:22: a paragraph with 61 [; at most 60 - divide it",
    ),
    "a megabyte of brackets": (body("![" * 499_000), f"{X}:20: a paragraph with 499,000 ["),
    "backticks": (body("`" * 1_001), f"{X}:20: a paragraph with 1,001 marks"),
    "entities": (body("&amp;" * 1_001), f"{X}:20: a paragraph with 1,001 marks"),
    "lines": (body("a\n" * 401), f"{X}:20: a paragraph with 401 lines; at most 400 - divide it"),
    "a table": (body("|".join("a" * 2_000)), f"{X}:20: a paragraph with 1,999 |; at most 1,500"),
    "paragraphs": (body("a\n\n" * 3_001), f"{X}:18: 3,001 paragraphs; at most 3,000 - divide"),
    "parts": (body("- a\n\n" * 1_001), f"{X}:18: 1,001 headings, list items, quoted lines and"),
    "depth": (body("1. " * 900), f"{X}:20: more than 10 lists or quotations begin in one line"),
}


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)


class Forever(Preprocessor):
    def run(self, lines):
        while "hang" in lines:
            pass
        return lines


class Hanging(Extension):
    def extendMarkdown(self, md):  # noqa: N802
        md.preprocessors.register(Forever(md), "forever", 0)


def test_a_text_that_hangs_is_stopped_and_named(sample, capfd):
    sample.settings["MARKDOWN"] = MARKDOWN | {"extensions": [*MARKDOWN["extensions"], Hanging()]}
    message = f"{X}:18: rendering was stopped after 1 s of computing - divide the longest"
    refused(sample, capfd, body("hang"), message)
