"""The same work in several processes: its results, its errors, and what is left behind."""

import os
import signal
import time
from itertools import chain

import pytest

from engine.workers import LostWorkerError, parallel_map, split


class UnportableError(Exception):
    def __init__(self, one, two):
        super().__init__(one)
        self.two = two


@pytest.fixture
def new_children():
    """Gives the processes that started since and run still; other tests have some."""
    before = children()
    return lambda: children() - before


def children() -> set[int]:
    own = f"/proc/self/task/{os.getpid()}/children"
    with open(own) as file:  # noqa: PTH123 - procfs
        return {int(number) for number in file.read().split()}


def has_ended(number: int) -> bool:
    try:
        with open(f"/proc/{number}/stat") as file:  # noqa: PTH123 - procfs
            return file.read().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


@pytest.mark.parametrize("count", [0, 1, 2, 3, 31, 32, 33, 1000])
@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_stand_in_the_order_of_the_things(count, workers):
    assert parallel_map(str, range(count), workers) == [str(n) for n in range(count)]


@pytest.mark.parametrize("count", [1, 2, 31, 32, 33, 1000])
def test_runs_hold_every_thing_once(count):
    parts = split(list(range(count)), 32)
    assert list(chain(*parts)) == list(range(count)) and len(parts) <= 32


def test_the_work_is_done_elsewhere_and_large_results_arrive():
    results = parallel_map(lambda n: (os.getpid(), "x" * 300_000), range(40), 2)
    assert os.getpid() not in {number for number, _ in results}
    assert {len(text) for _, text in results} == {300_000}


def test_few_things_are_done_here():
    assert parallel_map(lambda _: os.getpid(), range(3), 2, few=4) == [os.getpid()] * 3


@pytest.mark.parametrize(
    ("error", "arrives"),
    [(KeyError("one"), KeyError), (UnportableError("one", "two"), RuntimeError)],
)
def test_an_error_is_raised_again_with_its_traceback(error, arrives, new_children):
    def fail(thing):
        if thing == 70:
            raise error

    with pytest.raises(arrives, match="one") as error_info:
        parallel_map(fail, range(100), 2)
    assert "in fail" in "".join(error_info.value.__notes__)
    assert not new_children()


def test_a_process_that_is_killed_is_reported(new_children):
    with pytest.raises(LostWorkerError):
        parallel_map(lambda _: os.kill(os.getpid(), signal.SIGKILL), range(10), 2)
    assert not new_children()


def test_no_process_outlives_its_parent():
    reader, writer = os.pipe()

    def say_and_sleep(_):
        os.write(writer, os.getpid().to_bytes(4, "big"))
        time.sleep(60)

    if not (parent := os.fork()):
        parallel_map(say_and_sleep, range(2), 2)
    workers = [int.from_bytes(os.read(reader, 4), "big") for _ in range(2)]
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    end = time.monotonic() + 20
    while not all(map(has_ended, workers)):
        assert time.monotonic() < end, "they live on"
        time.sleep(0.02)
    for pipe in (reader, writer):
        os.close(pipe)
