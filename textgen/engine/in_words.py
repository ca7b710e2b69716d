"""What the scoreboard means, and what the model does with a word that it does not know, in sentences for a person."""

from __future__ import annotations

from collections.abc import Iterator

from textgen.engine.problem import Problem, noop
from textgen.engine.reports import BASELINES, Scoreboard

BY_HEART = 2.0  # times lower on the text it has read: much of that it knows by heart


def unsure(perplexity: float) -> Problem:
    """A held-out perplexity in plain words."""
    return Problem(
        noop("Problem", "On text it has not seen, the model is as unsure as choosing among {words:,.1f} words."),
        words=perplexity,
    )


def going_on(unknown: str) -> Problem:
    """What the model does when it is asked to go on from a word that it does not know."""
    return Problem(
        noop("Problem", "The model does not know “{word}”. It goes on as after any word that it has never met: what follows fits the place, not the meaning."),
        word=unknown,
    )  # fmt: skip


def sentences(scores: Scoreboard, training_perplexity: float) -> Iterator[Problem]:
    """How unsure the model is, whether mere counting beats the network, and whether it has learnt by heart."""
    network = scores.perplexity("network")
    yield unsure(min(row.perplexity for row in scores.rows))
    counting = min((row.perplexity for row in scores.rows if row.name in BASELINES), default=network)
    if network > counting:
        yield Problem(
            noop("Problem", "The network alone has lost: counting runs of words comes to {counted:,.1f}, the network to {network:,.1f}. Train longer, or on a longer text."),
            counted=counting, network=network,
        )  # fmt: skip
    if network > BY_HEART * training_perplexity:
        yield Problem(
            noop("Problem", "On the text that it was trained on it comes to {trained:,.1f}: much of that it knows by heart."),
            trained=training_perplexity,
        )  # fmt: skip
