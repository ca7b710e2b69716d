"""A text with a plain pattern, small enough to learn in a second, and a model trained on it."""

import itertools

import pytest

from textgen.engine.config import ModelConfig, TrainConfig

NAMES = ("Ada", "Bruno", "Clara", "Diego")
THINGS = ("bread", "soup", "fish", "cheese", "rice")
TINY_MODEL = ModelConfig(units=24, embedding=16, dropout=0.1)
TINY_TRAINING = TrainConfig(
    epochs=12, batch=4, truncation=10, learning_rate=0.02, seed=3, device="cpu", precision="fp32", threads=1
)


def pattern_text() -> str:
    """Eighty paragraphs: who eats what decides who comes next."""
    meals = itertools.cycle(itertools.product(NAMES, THINGS))
    lines = [
        f"{name} eats the {thing}. Then {name} says: “{thing} is good!”" for name, thing in itertools.islice(meals, 80)
    ]
    return "\n\n".join(lines) + "\n"


@pytest.fixture(scope="session")
def tiny_text(tmp_path_factory):
    path = tmp_path_factory.mktemp("text") / "meals.txt"
    path.write_text(pattern_text(), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def tiny_corpus(tiny_text):
    from textgen.engine.corpus import read

    *_, last = read(tiny_text)
    return last.corpus


@pytest.fixture(scope="session")
def trained(tiny_corpus):
    """A checkpoint of a model really trained on the pattern."""
    from textgen.engine.reports import Finished
    from textgen.engine.training import TrainingRun

    *_, finished = TrainingRun(tiny_corpus, TINY_MODEL, TINY_TRAINING)
    assert isinstance(finished, Finished)
    return finished.checkpoint
