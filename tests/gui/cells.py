"""A layer's trace of each kind of cell, of a network that has not learned."""

from __future__ import annotations

from functools import lru_cache

from tests.engine.test_trace import read
from textgen.engine.trace import LayerTrace


@lru_cache
def layer(cell: str) -> LayerTrace:
    """Of the eight words “Ada eats the soup. Then Bruno says:”, ten units."""
    return read(cell, 1).layers[0]
