"""The three parts of a text: nothing lost, nothing twice, the same each time."""

import re
from collections import Counter

import pytest

from benchmarks import splits
from tests.engine.conftest import pattern_text


def lines(folder, part):
    return (folder / f"{part}.txt").read_text(encoding="utf-8").splitlines()


def test_every_paragraph_is_in_one_part(parts):
    found = Counter("".join(line.split()) for part in splits.PLACES.values() for line in lines(parts, part))
    found += Counter("".join(line.split()) for line in lines(parts, "train"))
    assert found == Counter(re.sub(r"[^\S\n]", "", pattern_text()).split())


def test_the_parts_are_ninety_five_and_five_in_a_hundred(parts):
    assert [len(lines(parts, part)) for part in ("train", "valid", "test")] == [72, 4, 4]


def test_blocks_come_from_all_over_the_text(parts, tmp_path):
    text = tmp_path / "long.txt"
    text.write_text("".join(f"Paragraph {n}\n\n" for n in range(4_000)), encoding="utf-8")
    splits.split(text, tmp_path)
    numbers = [int(line.split()[1]) for line in lines(tmp_path, "valid")]
    assert numbers == [n for start in (350, 1350, 2350, 3350) for n in range(start, start + 50)]


def test_the_same_text_gives_the_same_parts(parts, tmp_path):
    splits.split(parts / "whole.txt", tmp_path)
    assert all(lines(tmp_path, part) == lines(parts, part) for part in ("train", "valid", "test"))


def test_a_text_of_a_few_paragraphs_is_refused(tmp_path):
    text = tmp_path / "short.txt"
    text.write_text("One paragraph.\n\nAnd another.\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="at least 40"):
        splits.split(text, tmp_path)
