"""Google's checker finds no weakness in the policy: https://csp-evaluator.withgoogle.com/"""

import json
import shutil
import subprocess

from deploy.headers import header_policy
from tests.security.lists import HOW, module
from tests.site.test_policy import META
from tests.support.missing import do_without
from tests.support.sample import ROOT


def findings(policy: str) -> list[list[str]]:
    """What the checker says: pairs of a severity and a sentence."""
    module("csp_evaluator/dist/evaluator.js")
    if not shutil.which("node"):
        do_without(HOW)
    done = subprocess.run(
        ["node", "evaluate.js", policy],
        cwd=ROOT / "tests/security",
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_it_finds_nothing_in_the_policy_of_pages_and_of_the_header(site):
    policy = site.pages[""].select_one(META)["content"]
    assert findings(policy) == findings(header_policy(policy)) == []


def test_it_would_find_it():
    said = findings("script-src 'unsafe-inline' https:; img-src 'self'")
    assert {severity for severity, _ in said} >= {"HIGH"}


def test_the_lock_names_hashes_and_no_host():
    lock = (ROOT / "tests/security/package-lock.json").read_text("utf-8")
    packages = {name: of for name, of in json.loads(lock)["packages"].items() if name}
    assert "://" not in lock
    assert [name for name, package in packages.items() if "integrity" not in package] == []
