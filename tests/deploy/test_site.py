"""Only a whole site that was built for its address is deployed."""

import shutil

import pytest

from deploy import DeployError
from deploy.site import load_site
from tests.deploy.conftest import SITEURL
from tests.support.sample import SampleSite


@pytest.fixture
def copy(folders, tmp_path):
    return shutil.copytree(folders[0], tmp_path / "output")


def test_a_folder_without_a_site_is_refused(tmp_path):
    with pytest.raises(DeployError, match="There is no built site in"):
        load_site(tmp_path)


def test_every_file_that_is_not_as_built_is_named(copy):
    (copy / "index.html").write_text("changed")
    (copy / "atom.xml").unlink()
    (copy / "notes.txt").write_text("mine")
    with pytest.raises(DeployError) as refused:
        load_site(copy)
    message = str(refused.value)
    for line in ("index.html: changed", "atom.xml: missing", "notes.txt: not made by the build"):
        assert line in message


def test_a_site_for_another_address_is_refused(folders):
    assert load_site(folders[0], SITEURL + "/").siteurl == SITEURL
    with pytest.raises(DeployError, match=f"was built for {SITEURL}, not for https://example.net"):
        load_site(folders[0], "https://example.net")


def test_a_preview_is_refused(tmp_path):
    sample = SampleSite(tmp_path)
    sample.build()
    with pytest.raises(DeployError, match="was built to look at"):
        load_site(sample.output)
