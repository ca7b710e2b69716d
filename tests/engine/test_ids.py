"""A long text lies in a temporary file: the same numbers as in memory, gone with its array, a full disk said plainly."""

import errno
import io
import os
from pathlib import Path

import numpy as np
import pytest

from textgen.engine import ids
from textgen.engine.batching import TokenStream
from textgen.engine.corpus import read
from textgen.engine.held_out import hold_out
from textgen.engine.ids import Collector, Ids, blocks, counted, gather
from textgen.engine.problem import Problem
from textgen.engine.tokenizer import Tokenizer

LIMIT = 100

lists_open_files = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="only Linux lists a process's files")


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the temporary files go, which every text of more than LIMIT tokens now needs."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setattr(ids, "IN_MEMORY", LIMIT)
    monkeypatch.setattr(ids, "BLOCK", 64)
    return folder


def on_disk(array: Ids) -> bool:
    return not array.flags.writeable


def open_files(folder: Path) -> int:
    links = [link.readlink() for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    return sum(folder in link.parents for link in links)


@pytest.mark.parametrize("lengths", [(60, 40), (60, 41), (250,), (99, 1, 1, 99), (0, 100, 0, 1, 0)])
def test_the_file_holds_what_memory_would(folder: Path, lengths: tuple[int, ...]) -> None:
    whole = np.arange(sum(lengths), dtype=np.int32)
    gathered = gather(np.split(whole, np.cumsum(lengths)[:-1]))
    assert gathered.dtype == np.int32
    assert gathered.tolist() == whole.tolist()
    assert on_disk(gathered) == (len(whole) > LIMIT), "also where a part crosses the limit in its middle"


def test_nothing_is_an_empty_array() -> None:
    assert gather([]).shape == (0,)
    assert list(blocks(gather([]))) == []


def test_a_part_may_lie_scattered_in_memory(folder: Path) -> None:
    scattered = np.arange(400, dtype=np.int32)[::2]
    assert gather([scattered]).tolist() == scattered.tolist()


def test_blocks_and_counts_cover_everything(folder: Path) -> None:
    array = gather([np.arange(200, dtype=np.int32) % 7])
    assert [len(block) for block in blocks(array)] == [64, 64, 64, 8]
    assert counted(array, 9).tolist() == np.bincount(array, minlength=9).tolist()


@pytest.mark.parametrize("pretokenised", [False, True])
def test_every_step_of_a_training_is_the_same_from_disk(
    tiny_text: Path, request: pytest.FixtureRequest, pretokenised: bool
) -> None:
    expected, in_memory = steps(tiny_text, pretokenised)
    request.getfixturevalue("folder")
    found, from_disk = steps(tiny_text, pretokenised)
    assert not any(map(on_disk, in_memory))
    assert all(map(on_disk, from_disk))
    assert len(found) == len(expected) > 50
    assert all(np.array_equal(a, b) for a, b in zip(found, expected, strict=True))


def steps(text: Path, pretokenised: bool) -> tuple[list[Ids], tuple[Ids, ...]]:
    """All that comes of a text, two passes of windows included; and the arrays that may lie on the disk."""
    corpus = list(read(text, pretokenised))[-1].corpus
    assert corpus is not None
    part, held_out = hold_out(corpus, None, 0.1)
    _, shortened = hold_out(part, corpus, 0.1)
    tokenizer = Tokenizer.fit(part, 50)
    ids_N, held_N = tokenizer.encode_corpus(part), tokenizer.encode_corpus(held_out)
    stream = TokenStream(ids_N, 4, 10, counted(ids_N, len(tokenizer)) == 1, Tokenizer.UNKNOWN)
    random = np.random.default_rng(1)
    windows = [window for _ in range(2) for window in stream.one_pass(random)]
    large = (corpus.ids, part.ids, shortened.ids, ids_N)
    return [*large, held_out.ids, held_N, part.counts, held_out.counts, *windows], large


@lists_open_files
def test_the_file_has_no_name_and_goes_with_the_last_view_of_the_array(folder: Path) -> None:
    view = gather([np.arange(150, dtype=np.int32)])[10:20]
    assert list(folder.iterdir()) == []
    assert open_files(folder) == 1
    assert view.tolist() == list(range(10, 20))
    del view
    assert open_files(folder) == 0


@lists_open_files
def test_the_file_goes_with_a_reading_that_is_given_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textgen.engine.decoding.BLOCK", 1000)
    text = folder.parent / "text.txt"
    text.write_text("some words and more\n" * 1000)
    readings = read(text)
    while not open_files(folder):
        next(readings)
    readings.close()  # type: ignore[attr-defined]
    assert open_files(folder) == 0


class Disk(io.BytesIO):
    """Takes `at_once` bytes with each write, and `room` in all."""

    def __init__(self, at_once: int, room: int) -> None:
        super().__init__()
        self.at_once, self.room = at_once, room

    def write(self, data: memoryview) -> int:  # type: ignore[override]
        if self.tell() >= self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().write(bytes(data[: self.at_once]))


def test_a_write_that_takes_only_a_part_is_continued(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk(at_once=100, room=10_000)
    monkeypatch.setattr("tempfile.TemporaryFile", lambda **_: disk)
    collector = Collector()
    collector.add(np.arange(150, dtype=np.int32))
    assert disk.getvalue() == np.arange(150, dtype=np.int32).tobytes()


def test_a_full_disk_is_said_with_what_to_do(folder: Path, tiny_text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk = Disk(at_once=100, room=500)
    monkeypatch.setattr("tempfile.TemporaryFile", lambda **_: disk)
    with pytest.raises(Problem, match=r"“.+” cannot take them \(No space left on device\). Free about") as raised:
        list(read(tiny_text))
    assert raised.value.values["folder"] == str(folder)
    raised.value.__traceback__ = None
    del raised
    assert disk.closed


def test_a_folder_for_temporary_files_that_a_person_chose_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "chosen")
    monkeypatch.setenv("TMPDIR", "chosen")
    assert ids._folder() == "chosen"
    monkeypatch.delenv("TMPDIR")
    monkeypatch.setattr("os.access", lambda *_: False)
    assert ids._folder() == "chosen"
    monkeypatch.setattr("os.access", lambda *_: True)
    assert ids._folder() == "/var/tmp"
