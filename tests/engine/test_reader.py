"""Somebody who reads while sites are swapped misses no page and never goes back to an old one."""

from multiprocessing import get_context
from pathlib import Path

import pytest

from engine.staging import replace_site

PAGES = ("index.html", "2023/06/story/index.html", "atom.xml")
SWAPS = 200


def poll(site: Path, over, answers) -> None:
    """Read the pages round and round; tell how often, and each read that failed or was cut."""
    reads, wrong, newest = 0, [], -1
    while not over.is_set():
        for page in PAGES:
            reads += 1
            try:
                first, *_, last = (site / page).read_text().split()
            except (OSError, ValueError) as error:
                wrong.append(f"{page}: {error!r}")
                continue
            if first != last or int(first) < newest:
                wrong.append(f"{page}: {first} to {last} after {newest}")
            newest = int(first)
    answers.put((reads, wrong))


def publish(site: Path, number: int) -> None:
    with replace_site(site) as staging:
        for page in PAGES:
            (staging.folder / page).parent.mkdir(parents=True, exist_ok=True)
            (staging.folder / page).write_text(f"{number} " + "text " * 2000 + f"{number}")


@pytest.mark.slow
def test_a_reader_misses_nothing_over_200_swaps(tmp_path):
    site = tmp_path / "output"
    publish(site, 0)
    context = get_context("fork")
    over, answers = context.Event(), context.Queue()
    reader = context.Process(target=poll, args=(site, over, answers))
    reader.start()
    for number in range(1, SWAPS + 1):
        publish(site, number)
    over.set()
    reads, wrong = answers.get()
    reader.join()
    assert reads > SWAPS
    assert wrong == []
    assert [path.name for path in tmp_path.iterdir()] == ["output"]
