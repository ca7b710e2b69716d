"""What writing costs with a network of two layers, n-grams and cache: suggestions, five words, a stream of words.

The network's weights are random; the text that the n-grams count is drawn by Zipf's law. Suggestions are measured once
more while a network of the same size learns that text in a thread beside them, as in the window.
"""

from __future__ import annotations

import itertools
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from benchmarks.figures import Figure, percentile
from textgen.app import TURN
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.modes import ALTERNATIVES, MODES, Query
from textgen.engine.prediction import Predictor

WORDS = 20_000
COUNTED = 300_000  # tokens
PROMPT = 300  # words
LENGTH = 200  # words of a stream
INTERVAL = 0.1  # seconds between two words while a network is trained: they meet every part of its work
ASKED = {"next-word": 200, "next-five": 40, "from-one-word": 10}


def figures() -> Iterator[Figure]:
    """How long an answer takes after each new word of a prompt."""
    sys.setswitchinterval(TURN)
    predictor, text = _predictor(), _text(COUNTED)
    next_word = _answers(predictor, text, "next-word")
    yield Figure(f"suggestions, {WORDS:,} words, 2 \u00d7 256", _times(next_word), "p99 50 ms")
    yield Figure(
        f"five words, {ALTERNATIVES} alternatives", _times(_answers(predictor, text, "next-five")), "p99 200 ms"
    )
    stream = [seconds / LENGTH for seconds in _answers(predictor, text, "from-one-word")]
    yield Figure(f"a word of a stream of {LENGTH}", _times(stream), "2 ms")
    with _training(text):
        next_word = _answers(predictor, text, "next-word", INTERVAL)
    yield Figure("suggestions while such a network is trained", _times(next_word), "p99 150 ms")


@contextmanager
def _training(text: np.ndarray) -> Iterator[None]:
    """A network of the same size learns `text` meanwhile."""
    from textgen.engine.corpus import read
    from textgen.engine.training import TrainingRun

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_text(" ".join(map(_name, text)), encoding="utf-8")
        *_, last = read(path)
    run = iter(TrainingRun(last.corpus, ModelConfig(layers=2), TrainConfig(minutes=60)))
    next(event for event in run if getattr(event, "phase", "") == "training")
    ended = threading.Event()
    thread = threading.Thread(target=lambda: list(itertools.takewhile(lambda _: not ended.is_set(), run)))
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _answers(predictor: Predictor, text: np.ndarray, name: str, pause: float = 0.0) -> list[float]:
    """Seconds of each answer, while the prompt grows after each `pause` in seconds."""
    mode, prompt, seconds = MODES[name], " ".join(map(_name, text[:PROMPT])), []
    _seconds(lambda: list(mode.run(predictor, Query(prompt, mode.sampling, 10, LENGTH))))
    for word in text[PROMPT : PROMPT + ASKED[name]]:
        time.sleep(pause)
        prompt += " " + _name(word)
        seconds.append(_seconds(lambda text=prompt: list(mode.run(predictor, Query(text, mode.sampling, 10, LENGTH)))))
    return seconds


def _seconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def _times(seconds: list[float]) -> str:
    return f"p50 {percentile(seconds, 0.5):.1f} ms, p99 {percentile(seconds, 0.99):.1f} ms"


def _name(word: int) -> str:
    return f"word{word}"


def _text(tokens: int) -> np.ndarray:
    shares = np.cumsum(1 / np.arange(1, WORDS + 1))
    return np.searchsorted(shares, np.random.default_rng(1).random(tokens) * shares[-1])


def _predictor() -> Predictor:
    import torch

    from textgen.engine.mixture import GROUPS, STRENGTHS, Mixture
    from textgen.engine.model import LanguageModel
    from textgen.engine.ngrams import NGrams
    from textgen.engine.tokenizer import Tokenizer

    torch.set_num_threads(1)
    tokenizer = Tokenizer(list(map(_name, range(WORDS))), [1] * WORDS)
    model = LanguageModel(ModelConfig(layers=2), len(tokenizer)).eval().requires_grad_(False)
    ngrams = NGrams.count((_text(COUNTED) + 2).astype(np.int32), len(tokenizer))
    weights = np.zeros((2, 2, GROUPS, 3))
    weights[:] = 0.5, 0.4, 0.1
    return Predictor(model, tokenizer, ngrams, Mixture(weights, np.linspace(-15, -1, STRENGTHS - 1), 18.0))
