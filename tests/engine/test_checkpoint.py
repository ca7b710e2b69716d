"""The model file: the same model to the last bit, and one sentence for whatever is wrong with it."""

import dataclasses
import json
import os

import numpy as np
import pytest
import safetensors.numpy

from textgen.engine import storage, words
from textgen.engine.checkpoint import load
from textgen.engine.config import SamplingConfig
from textgen.engine.corpus import read
from textgen.engine.model import restore
from textgen.engine.prediction import Predictor
from textgen.engine.problem import Problem
from textgen.engine.tokenizer import Tokenizer


@pytest.fixture
def saved(trained, tmp_path):
    path = tmp_path / "meals.textgen"
    trained.save(path)
    return path


def test_a_reopened_model_is_the_same_to_the_last_bit(trained, saved):
    opened = load(saved)
    for field in ("model", "train", "words", "counts", "history", "source", "seconds", "tokens"):
        assert getattr(opened, field) == getattr(trained, field), field
    before, after = (Predictor.of(c) for c in (trained, opened))
    prompt = before.tokenizer.encode("Ada eats the")
    assert after.tokenizer.encode("Ada eats the") == prompt
    assert np.array_equal(before.probabilities(prompt, SamplingConfig()), after.probabilities(prompt, SamplingConfig()))


def test_the_file_is_plain_safetensors_with_readable_words(trained, saved):
    tensors = safetensors.numpy.load_file(saved)
    assert tensors["words"].tobytes().decode().split("\n") == list(trained.words)
    assert tensors["counts"].tolist() == list(trained.counts)


def test_others_may_read_a_saved_model_as_any_file(saved):
    mask = os.umask(0)
    os.umask(mask)
    assert saved.stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_link_stays_a_link_and_permissions_stay_as_they_were(trained, saved, tmp_path):
    link = tmp_path / "link.textgen"
    link.symlink_to(saved)
    saved.chmod(0o600)
    dataclasses.replace(trained, source="newer").save(link)
    assert link.is_symlink()
    assert load(saved).source == "newer"
    assert saved.stat().st_mode & 0o777 == 0o600


def test_a_pipe_is_neither_read_nor_replaced(trained, tmp_path):
    pipe = tmp_path / "pipe.textgen"
    os.mkfifo(pipe)
    with pytest.raises(Problem, match="it is not a file"):
        load(pipe)
    with pytest.raises(Problem, match="could not be saved"):
        trained.save(pipe)
    assert pipe.is_fifo()


def test_a_long_file_name_is_saved_too(trained, tmp_path):
    path = tmp_path / ("m" * 247 + ".textgen")
    trained.save(path)
    assert load(path).words == trained.words


def rewritten(path, metadata=None, tensors=None, header=None):
    """The file with parts replaced."""
    with safetensors.safe_open(path, "np") as file:
        old_metadata = file.metadata()
    old_tensors = safetensors.numpy.load_file(path)
    new_metadata = old_metadata | (metadata or {})
    if header is not None:
        new_metadata["header"] = json.dumps(json.loads(new_metadata["header"]) | header)
    path.write_bytes(safetensors.numpy.save(old_tensors | (tensors or {}), metadata=new_metadata))
    return path


def cut_short(path):
    path.write_bytes(path.read_bytes()[:-100])


def cut_in_the_header(path):
    path.write_bytes(path.read_bytes()[:200])


def emptied(path):
    path.write_bytes(b"")


def a_text(path):
    path.write_text("In the beginning\n" * 50)


def a_picture(path):
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))


def another_safetensors_file(path):
    path.write_bytes(safetensors.numpy.save({"x": np.zeros(3, np.float32)}))


def from_the_future(path):
    rewritten(path, metadata={"version": "99"})


def a_nameless_setting(path):
    rewritten(path, header={"model": {"cell": "lstm", "wings": 2}})


def a_setting_out_of_range(path):
    rewritten(path, header={"model": {"cell": "lstm", "units": 10**9}})


def a_header_of_another_kind(path):
    rewritten(path, header={"history": "long"})


def too_few_counts(path):
    rewritten(path, tensors={"counts": np.zeros(2, np.int64)})


def words_that_are_not_text(path):
    rewritten(path, tensors={"words": np.full(9, 255, np.uint8)})


def a_word(text):
    def spoil(path):
        with safetensors.safe_open(path, "np") as file:
            words = file.get_tensor("words").tobytes().decode().split("\n")
        words[3] = text
        rewritten(path, tensors={"words": np.frombuffer("\n".join(words).encode(), np.uint8)})

    return spoil


def a_count_below_nothing(path):
    with safetensors.safe_open(path, "np") as file:
        counts = file.get_tensor("counts").copy()
    counts[0] = -5
    rewritten(path, tensors={"counts": counts})


def an_odd_version(path):
    rewritten(path, metadata={"version": "abc"})


def not_a_number(path):
    rewritten(path, tensors={"weight.table.bias": np.full(99, np.nan, np.float32)})


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (cut_short, "damaged or incomplete"),
        (cut_in_the_header, "damaged or incomplete"),
        (emptied, "not a textgen model"),
        (a_text, "not a textgen model"),
        (a_picture, "not a textgen model"),
        (another_safetensors_file, "not a textgen model"),
        (from_the_future, "newer version"),
        (a_nameless_setting, "no setting called “wings”"),
        (a_setting_out_of_range, "“Units” cannot be 1000000000"),
        (a_header_of_another_kind, "damaged"),
        (too_few_counts, "damaged"),
        (words_that_are_not_text, "damaged"),
        (not_a_number, "damaged"),
        (a_count_below_nothing, "damaged"),
        (an_odd_version, "damaged"),
        (a_word("two words"), "damaged"),
        (a_word("\x1b[31m"), "damaged"),
        (a_word("a\x00b"), "damaged"),
        (a_word("a\u2581b"), "damaged"),
        (a_word("a\u2585b"), "damaged"),
        (a_word("w" * 5000), "damaged"),
    ],
)
def test_a_spoilt_file_gives_one_sentence(saved, spoil, sentence):
    spoil(saved)
    with pytest.raises(Problem, match=sentence) as caught:
        load(saved)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("share", np.linspace(0, 0.999, 23))
def test_a_file_cut_anywhere_is_refused(saved, share):
    data = saved.read_bytes()
    saved.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(Problem):
        load(saved)


def test_weights_of_another_shape_are_said(saved):
    opened = load(rewritten(saved, header={"model": {"cell": "lstm", "units": 4096, "layers": 8}}))
    with pytest.raises(Problem, match="do not fit"):
        restore(opened)


def test_a_missing_file_or_a_folder_is_said(tmp_path):
    for path in (tmp_path / "none.textgen", tmp_path):
        with pytest.raises(Problem, match="could not be opened"):
            load(path)


def test_when_the_disk_is_full_the_old_file_stays(trained, saved, monkeypatch):
    before = saved.read_bytes()

    def no_room(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storage.os, "fsync", no_room)
    with pytest.raises(Problem, match="could not be saved: No space left on device"):
        dataclasses.replace(trained, source="other").save(saved)
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == [saved.name], "no half file is left behind"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")  # noqa: PTH110
def test_writing_to_a_full_device_is_a_problem_and_no_traceback(trained):
    with pytest.raises(Problem, match="could not be saved"):
        trained.save("/dev/full/model.textgen")


def test_the_summary_is_plain_json(trained):
    summary = json.loads(json.dumps(trained.summary()))
    assert summary["cell"] == "lstm"
    assert summary["words"] == len(trained.words)
    assert summary["parameters"] == sum(w.size for w in trained.weights.values())
    assert summary["perplexity"] == min(p.held_out_perplexity for p in trained.history)


def test_a_model_without_its_ngrams_claims_only_what_it_can_do(trained, tmp_path):
    trained.without_ngrams().save(tmp_path / "less.textgen")
    opened = load(tmp_path / "less.textgen")
    assert opened.ngrams is None and opened.mixture is not None
    assert [row.name for row in opened.scores.rows[-2:]] == ["network", "with_cache"]
    assert opened.scores.keystrokes_saved is None
    assert load_scores(trained, tmp_path) == trained.scores


def load_scores(checkpoint, folder):
    checkpoint.save(folder / "whole.textgen")
    return load(folder / "whole.textgen").scores


def test_a_model_knows_the_text_that_it_learnt_from(trained, saved, tiny_corpus, tmp_path):
    (tmp_path / "other.txt").write_text("Another text altogether.")
    *_, other = read(tmp_path / "other.txt")
    assert trained.learnt_from(tiny_corpus) and load(saved).learnt_from(tiny_corpus)
    assert not load(saved).learnt_from(other.corpus)


def test_a_model_knows_whether_it_learnt_from_all_of_a_text(trained, tiny_corpus):
    assert not trained.learnt_all_of(tiny_corpus), "a part was held out"
    whole = dataclasses.replace(trained, tokens=len(tiny_corpus.ids))
    assert whole.learnt_all_of(tiny_corpus)
    assert not dataclasses.replace(whole, fingerprint="another").learnt_all_of(tiny_corpus)


def test_a_model_of_before_fingerprints_were_kept_opens_and_knows_no_text(saved, tiny_corpus):
    with safetensors.safe_open(saved, "np") as file:
        header = json.loads(file.metadata()["header"])
    del header["fingerprint"]
    rewritten(saved, metadata={"header": json.dumps(header)})
    assert not load(saved).learnt_from(tiny_corpus)


def test_without_ngrams_no_six_words_of_the_text_are_in_the_file(trained, tiny_text, tmp_path):
    silent = tuple(dataclasses.replace(point, sample="") for point in trained.history)  # the model's own words
    path = tmp_path / "alone.textgen"
    dataclasses.replace(trained.without_ngrams(), history=silent).save(path)
    data = path.read_bytes().decode("utf-8", "replace")
    ids = Tokenizer(trained.words, trained.counts).encode(tiny_text.read_text(encoding="utf-8"))
    text = words.split(tiny_text.read_text(encoding="utf-8"))
    for at in range(len(text) - 5):
        assert words.join(text[at : at + 6]) not in data
        assert "\n".join(text[at : at + 6]) not in data
    for kind in (np.int32, np.int64):
        assert all(np.array(ids[at : at + 6], kind).tobytes() not in path.read_bytes() for at in range(len(ids) - 5))
