"""The networks of the models that are looked into."""

from __future__ import annotations

import threading
from dataclasses import replace

import torch

from textgen.engine.checkpoint import Checkpoint
from textgen.gui.work.networks import Networks


def test_a_network_is_made_once_for_a_model(trained: Checkpoint) -> None:
    networks = Networks()
    assert networks.of(trained) is networks.of(trained)


def test_snapshots_of_one_training_share_their_tokenizer(trained: Checkpoint) -> None:
    networks = Networks()
    first, second = networks.of(trained), networks.of(replace(trained, seconds=1.0))
    assert first.model is not second.model
    assert first.tokenizer is second.tokenizer


def test_a_model_of_other_words_has_its_own(trained: Checkpoint) -> None:
    networks = Networks()
    before = networks.of(trained).tokenizer
    other = replace(trained, words=(*trained.words[:-1], "zeppelin"))
    assert networks.of(other).tokenizer is not before
    assert networks.of(other).tokenizer.words[-1] == "zeppelin"


def test_who_looks_into_a_model_takes_one_core(trained: Checkpoint) -> None:
    networks, cores = Networks(), []

    def look() -> None:
        torch.set_num_threads(2)
        networks.of(trained)
        cores.append(torch.get_num_threads())

    networks.of(trained)  # made in one thread, it is used in others
    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert cores == [1]
