"""What editors and git run by themselves: the task of VS Code, the hook before a commit."""

import json
import re
import subprocess
import sys
import time

import pytest
import yaml

from tests.support.sample import ROOT

TASK = json.loads((ROOT / ".vscode/tasks.json").read_text("utf-8"))["tasks"][0]
MATCHER = TASK["problemMatcher"]


@pytest.fixture
def project(desk, sample):
    """The sample with the desk's code and an environment to run it."""
    (sample.folder / ".venv").symlink_to(sys.prefix)
    return sample.folder


@pytest.fixture
def watching(project):
    """The task, begun in the sample; gives what it prints."""
    command = [TASK["command"].replace("${workspaceFolder}", str(project)), *TASK["args"]]
    log = project / "log"
    with log.open("wb") as file:
        process = subprocess.Popen(command, cwd=project, stdout=file, stderr=file)
    yield lambda: log.read_text("utf-8")
    process.terminate()
    process.wait()


def rounds(text: str) -> list[str]:
    """What was printed in each round that has ended."""
    return re.split(MATCHER["background"]["endsPattern"], text, flags=re.MULTILINE)[:-1]


def wait_for(number: int, printed) -> list[str]:
    for _ in range(1200):
        if len(rounds(printed())) >= number:
            return rounds(printed())
        time.sleep(0.05)
    raise AssertionError(printed())


def problems(text: str) -> set[tuple]:
    pattern = MATCHER["pattern"]
    found = re.finditer(pattern["regexp"], text, re.MULTILINE)
    names = ("severity", "file", "line", "message")
    return {tuple(hit[pattern[name]] for name in names) for hit in found}


def test_a_fault_is_marked_when_it_is_saved_and_gone_when_it_is_cured(sample, watching):
    wait_for(1, watching)
    sample.article("kind: report", "kind: reprot")
    second = wait_for(2, watching)[1]
    assert re.search(MATCHER["background"]["beginsPattern"], second, re.MULTILINE)
    errors = [problem for problem in problems(second) if problem[0] == "error"]
    assert [problem[1:3] for problem in errors] == [("content/articles/sound.md", "10")]
    assert 'did you mean "report"?' in errors[0][3]
    sample.article("kind: report", "kind: report")
    third = wait_for(3, watching)[2]
    assert {problem[0] for problem in problems(third)} == {"notice"}


def test_a_fault_stops_a_commit(sample, project):
    configured = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    (hook,) = configured["repos"][0]["hooks"]
    assert re.match(hook["files"], "content/articles/sound.md")
    run = [hook["entry"].split(), {"cwd": project, "capture_output": True, "check": False}]
    assert subprocess.run(run[0], **run[1]).returncode == 0
    sample.article("kind: report", "kind: reprot")
    assert subprocess.run(run[0], **run[1]).returncode == 1
