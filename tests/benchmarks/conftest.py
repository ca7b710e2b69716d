"""The pattern's text, cut into the parts of a comparison."""

import pytest

from benchmarks.splits import split
from tests.engine.conftest import pattern_text


@pytest.fixture(scope="session")
def parts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("parts")
    whole = folder / "whole.txt"
    whole.write_text(pattern_text(), encoding="utf-8")
    split(whole, folder)
    return folder
