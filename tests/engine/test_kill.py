"""A build that is killed or interrupted leaves a complete site, and the next one heals the rest."""

import shutil
import signal
from itertools import pairwise

import pytest

from tests.engine.faults import build, change

EACH = [
    pytest.param(8, id="an eighth", marks=pytest.mark.slow),
    pytest.param(1, id="all", marks=pytest.mark.siege),
]
ENDS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}


@pytest.fixture(scope="module")
def changed(tmp_path_factory):
    return change(tmp_path_factory.mktemp("killed"))


def kill_at(changed, moments, *, torn: bool) -> list[str]:
    """A sentence for each of the moments after which a reader or the next build was let down."""
    wrong = []
    for moment in moments:
        changed.restore()
        if build(changed.sample, moment, torn=torn) != -signal.SIGKILL:
            wrong.append(f"{moment}: was not killed")
        if changed.sample.published() not in (changed.former, changed.new):
            wrong.append(f"{moment}: mixed or cut")
        changed.sample.build()
        if changed.sample.published() != changed.new or changed.left_behind():
            wrong.append(f"{moment}: not healed, {changed.left_behind()} left")
    return wrong


@pytest.mark.parametrize("torn", [False, True], ids=["between files", "within a file"])
def test_a_build_killed_at_some_moments_leaves_a_complete_site(changed, torn):
    last = changed.moments()
    moments = [1, 2, *range(5 + torn, last, last // 5), last]
    assert all(one < other for one, other in pairwise(moments))
    assert kill_at(changed, moments, torn=torn) == []


@pytest.mark.parametrize("step", EACH)
@pytest.mark.parametrize("torn", [False, True], ids=["between files", "within a file"])
def test_a_build_killed_at_any_moment_leaves_a_complete_site(changed, torn, step):
    last = changed.moments()
    assert last > 150
    assert kill_at(changed, range(1 + torn, last + 1, step), torn=torn) == []


def test_the_former_and_the_new_site_are_both_among_what_a_kill_leaves(changed):
    last = changed.moments()
    left = []
    for moment in (1, last):
        changed.restore()
        build(changed.sample, moment)
        left.append(changed.sample.published())
    assert left == [changed.former, changed.new]


@pytest.mark.parametrize("sent", ENDS, ids=lambda number: number.name)
def test_an_interrupted_build_says_so_by_its_exit_code(changed, sent):
    last = changed.moments()
    ended = {}
    for moment in (3, last // 3, last // 2, last - 1):
        changed.restore()
        code = build(changed.sample, moment, sent)
        is_new = changed.sample.published() == changed.new
        assert is_new or changed.sample.published() == changed.former
        assert not changed.left_behind()
        ended[code] = is_new
    assert ended == {ENDS[sent]: False, 0: True}


def test_a_first_build_that_is_killed_leaves_nothing_or_all(changed):
    last = changed.moments()
    for moment in (1, last // 4, last // 3):
        shutil.rmtree(changed.sample.output)
        build(changed.sample, moment)
        assert not changed.sample.output.exists() or changed.sample.published() == changed.new
        changed.sample.build()
        assert changed.sample.published() == changed.new
        assert not changed.left_behind()
