"""Originals that cannot be shown: refused where the article names them, or at the file itself."""

import pytest

from tests.contract.spoiling import add, change, file, refused
from tests.graphics.pictures.originals import animated, bomb, camera, png_of
from tests.support.sample import SHOWN, picture

JPEG, PNG = picture("JPEG"), picture("PNG")
UNUSED = "content/images/x"

FAULTS = {
    "JPEG cut short": (file("images/x.jpg", camera()[:-900]), f"{UNUSED}.jpg:1: picture \"x.jpg\" cannot be decoded: image file is truncated"),
    "PNG cut short": (file("images/x.png", PNG[:-40]), f'{UNUSED}.png:1: picture "x.png" cannot be decoded'),
    "WebP cut short": (file("images/x.webp", picture("WEBP")[:-40]), f'{UNUSED}.webp:1: picture "x.webp"'),
    "AVIF cut short": (file("images/x.avif", picture("AVIF")[:-40]), f'{UNUSED}.avif:1: picture "x.avif"'),
    "PNG named JPEG": (file("images/x.jpg", PNG), f'{UNUSED}.jpg:1: picture "x.jpg" holds PNG, not what its name says - name it *.png'),
    "JPEG named PNG": (file("images/x.png", JPEG), "holds JPEG, not what its name says - name it *.jpg"),
    "SVG named PNG": (file("images/x.png", "<svg xmlns='http://www.w3.org/2000/svg'/>"), f'{UNUSED}.png:1: picture "x.png" is none of AVIF, GIF, JPEG, PNG, WEBP, or damaged'),
    "SVG": (file("images/x.svg", "<svg/>"), f'{UNUSED}.svg:1: "x.svg" has an ending that is not read'),
    "empty": (file("images/x.png", ""), f'{UNUSED}.png:1: picture "x.png" is none of'),
    "bomb": (file("images/x.png", bomb()), f'{UNUSED}.png:1: picture "x.png" has far more than 50,000,000 pixels'),
    "smaller bomb": (file("images/x.png", png_of(10_000, 9_900)), 'picture "x.png" has 10000 by 9900 pixels; at most 50,000,000 in all'),
    "small bomb": (file("images/x.png", png_of(9_000, 9_000)), 'picture "x.png" has 9000 by 9000 pixels'),
    "heavy": (file("images/x.jpg", JPEG + bytes(30_000_000)), "bytes; at most 30,000,000 - make it smaller"),
    "animated": (file("images/x.gif", animated()), f'{UNUSED}.gif:1: picture "x.gif" is animated'),
    "broken profile": (file("images/x.jpg", picture("JPEG", icc_profile=b"no profile")), 'picture "x.jpg" cannot be decoded: its color profile is broken - save it anew'),
    "used": (
        lambda n: (n.write("images/ship.jpg", camera()[:-900]), change("kind: report", f"kind: report\n{SHOWN}")(n)),
        'content/articles/sound.md:12: picture "ship.jpg" cannot be decoded',
    ),
    "used by a draft": (
        lambda n: (n.write("images/ship.jpg", PNG), n.another("b", ("kind: report", f"kind: report\nstatus: draft\n{SHOWN}"))),
        'content/articles/b.md:13: picture "ship.jpg" holds PNG',
    ),
    "without alt": (add(SHOWN.replace("    alt: A ship at sea\n", "")), 'content/articles/sound.md:12: a picture with "file" needs "alt"'),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "message"), FAULTS.values(), ids=FAULTS)
def test_the_fault_is_named_and_changes_nothing(sample, capfd, spoil, message):
    refused(sample, capfd, spoil, message)
