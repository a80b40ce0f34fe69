"""What a machine may lack: its tests are skipped with a sentence, and fail where CI=true."""

import os
from typing import NoReturn

import pytest


def do_without(sentence: str) -> NoReturn:
    """End the test. `sentence` says what is missing and how to get it."""
    if os.environ.get("CI") == "true":
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)
