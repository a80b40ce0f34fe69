"""Ways out of content/, and into what is kept beside it."""

import pytest

from tests.contract.spoiling import X, add, body, refused
from tests.support.sample import SHOWN

FAULTS = {
    **{
        f"link {target}": (
            body(f"See [this]({target})."),
            f'{X}:20: link "{target}" leaves content/',
        )
        for target in (
            "{static}../../.git/config",
            "%2e%2e/%2e%2e/secret.md",
            "{static}%2e%2e/%2e%2e/pelicanconf.py",
            "{filename}../../content-evil/x.md",
        )
    },
    "hidden picture": (
        lambda n: (n.write("images/.ship.png", b"x"), body("[x]({static}/images/.ship.png)")(n)),
        f'{X}:20: link "{{static}}/images/.ship.png" leads to no page',
    ),
    "hidden folder": (
        lambda n: (n.write("articles/.old/x.md", "x"), body("[x](.old/x.md)")(n)),
        f'{X}:20: link ".old/x.md" leads to no page',
    ),
    **{
        f"picture {name}": (add(SHOWN.replace("ship.jpg", name)), f'no picture "{name}" in content')
        for name in ("../../secret.png", "/etc/hostname", ".ship.png")
    },
}


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)


def test_a_page_that_became_a_link_is_replaced_and_its_target_kept(sample):
    sample.build()
    target = sample.folder / "own.html"
    target.write_text("mine")
    front = sample.output / "index.html"
    front.unlink()
    front.symlink_to(target)
    sample.build()
    assert target.read_text() == "mine"
    assert not front.is_symlink()
