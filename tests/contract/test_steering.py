"""Keys that would steer Pelican."""

import pytest

from tests.contract.spoiling import X, add, refused

FAULTS = {
    **{
        f"key {key}": (add(f"{key}: {value}"), f'{X}:11: unknown key "{key}"')
        for key, value in {
            "save_as": "index.html",
            "url": "javascript:alert(1)",
            "template": "tags",
            "lang": "../x",
            "Content": "x",
            "Settings": "x",
            "__class__": "x",
            "_content": "x",
            "is_valid": "x",
            "override_save_as": "../x",
            "timezone": "Mars/Base",
            "translation": "true",
            "path": "x",
            "get_content": "x",
            "mandatory_properties": "x",
            "<<": "{title: x}",
        }.items()
    },
}


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)
