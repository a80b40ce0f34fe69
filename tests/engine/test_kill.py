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
def scenario(tmp_path_factory):
    return change(tmp_path_factory.mktemp("killed"))


def kill_at(scenario, moments, *, truncate: bool) -> list[str]:
    """A sentence for each of the moments after which a reader or the next build was let down."""
    wrong = []
    for moment in moments:
        scenario.restore()
        if build(scenario.sample, moment, truncate=truncate) != -signal.SIGKILL:
            wrong.append(f"{moment}: was not killed")
        if scenario.sample.published() not in (scenario.previous, scenario.new):
            wrong.append(f"{moment}: mixed or cut")
        scenario.sample.build()
        if scenario.sample.published() != scenario.new or scenario.left_behind():
            wrong.append(f"{moment}: not healed, {scenario.left_behind()} left")
    return wrong


@pytest.mark.slow
@pytest.mark.parametrize("truncate", [False, True], ids=["between files", "within a file"])
def test_a_build_killed_at_some_moments_leaves_a_complete_site(scenario, truncate):
    last = scenario.moments()
    moments = [1, 2, *range(5 + truncate, last, last // 5), last]
    assert all(one < other for one, other in pairwise(moments))
    assert kill_at(scenario, moments, truncate=truncate) == []


@pytest.mark.slow
@pytest.mark.parametrize("step", EACH)
@pytest.mark.parametrize("truncate", [False, True], ids=["between files", "within a file"])
def test_a_build_killed_at_any_moment_leaves_a_complete_site(scenario, truncate, step):
    last = scenario.moments()
    assert last > 150
    assert kill_at(scenario, range(1 + truncate, last + 1, step), truncate=truncate) == []


@pytest.mark.slow
def test_the_former_and_the_new_site_are_both_among_what_a_kill_leaves(scenario):
    last = scenario.moments()
    sites = []
    for moment in (1, last):
        scenario.restore()
        build(scenario.sample, moment)
        sites.append(scenario.sample.published())
    assert sites == [scenario.previous, scenario.new]


@pytest.mark.parametrize("number", ENDS, ids=lambda number: number.name)
def test_an_interrupted_build_says_so_by_its_exit_code(scenario, number):
    last = scenario.moments()
    codes = {}
    for moment in (3, last // 3, last // 2, last - 1):
        scenario.restore()
        code = build(scenario.sample, moment, number)
        is_new = scenario.sample.published() == scenario.new
        assert is_new or scenario.sample.published() == scenario.previous
        assert not scenario.left_behind()
        codes[code] = is_new
    assert codes == {ENDS[number]: False, 0: True}


@pytest.mark.slow
def test_a_first_build_that_is_killed_leaves_nothing_or_all(scenario):
    last = scenario.moments()
    for moment in (1, last // 4, last // 3):
        shutil.rmtree(scenario.sample.output)
        build(scenario.sample, moment)
        assert not scenario.sample.output.exists() or scenario.sample.published() == scenario.new
        scenario.sample.build()
        assert scenario.sample.published() == scenario.new
        assert not scenario.left_behind()
