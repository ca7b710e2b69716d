"""The engine's small text and the model trained on it, for what is done with a real one."""

from tests.engine.conftest import tiny_corpus, tiny_text, trained

__all__ = ["tiny_corpus", "tiny_text", "trained"]
