"""Places in a text, counted as Qt counts them."""

from __future__ import annotations

import pytest

from textgen.gui.write.places import sentence_at

TEXT = "The cat 😀 sat. The dog ran away! Who"  # the face takes two places


@pytest.mark.parametrize(
    ("place", "sentence"),
    [(0, "The cat 😀 sat."), (13, "The cat 😀 sat."), (16, "The dog ran away!"), (34, "Who"), (37, "Who")],
)
def test_the_sentence_that_a_place_is_in_or_behind(place: int, sentence: str) -> None:
    assert sentence_at(TEXT, place) == sentence


def test_an_empty_paragraph_has_none() -> None:
    assert sentence_at("", 0) == ""
