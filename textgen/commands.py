"""The commands of the command line: each takes the options of `cli` and returns the exit status."""

from __future__ import annotations

import argparse
import dataclasses
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textgen import printing, terminal
from textgen.engine.config import ModelConfig, SamplingConfig, TrainConfig
from textgen.engine.modes import MODES, Query
from textgen.engine.settings import from_mapping, settings_of

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.ids import Ids
    from textgen.engine.model import LanguageModel
    from textgen.engine.tokenizer import Tokenizer

STOPPED = 130


def _train(options: argparse.Namespace) -> int:
    from textgen.engine.checkpoint import load
    from textgen.engine.training import TrainingRun

    target = Path(options.output)
    terminal.check_target(target)
    model, train = _config(ModelConfig, options), _config(TrainConfig, options)
    start = load(options.start) if options.start else None
    with _stop_flag() as stopped:
        corpus = terminal.read(options.text, options.pretokenised, stopped)
        valid = terminal.read(options.valid, options.pretokenised, stopped) if options.valid else None
        fixed = {**_given(ModelConfig, options), **_given(TrainConfig, options)}
        run = TrainingRun(corpus, model, train, valid, fixed, start)
        finished = terminal.train(run, stopped)
        if finished.checkpoint.best is None:  # an earlier model in the file is worth more than this one
            terminal.tell("It was stopped before it had learnt anything; nothing is saved.")
            return STOPPED
        finished.checkpoint.save(target)
        terminal.tell(f"Saved {target}")
        if finished.reason == "stopped":
            terminal.tell("Measuring how good it is; Ctrl+C leaves that out.")
            with suppress(KeyboardInterrupt):
                run.scored(finished.checkpoint).save(target)
    return STOPPED if finished.reason == "stopped" else 0


def _evaluate(options: argparse.Namespace) -> int:
    from textgen.engine.checkpoint import load
    from textgen.engine.model import restore
    from textgen.engine.scoring import score
    from textgen.engine.tokenizer import Tokenizer

    checkpoint = load(options.model)
    model, tokenizer = restore(checkpoint), Tokenizer(checkpoint.words, checkpoint.counts)
    corpus = terminal.read(options.text, options.pretokenised or checkpoint.pretokenised)
    ids_N = tokenizer.encode_corpus(corpus)
    result = score(model, ids_N, Tokenizer.END, Tokenizer.UNKNOWN)
    values = {"tokens": result.tokens, "unknown": result.unknown, "perplexity": result.perplexity}
    values |= {f"top{k}": rate for k, rate in result.hits.items()}
    printing.show(values | _mixed(checkpoint, model, tokenizer, ids_N), options.json)
    return 0


def _mixed(checkpoint: Checkpoint, model: LanguageModel, tokenizer: Tokenizer, ids_N: Ids) -> dict[str, Any]:
    """How good the network is with the help of n-grams and cache, and what each brings; nothing without a mixture."""
    from textgen.engine.scoreboard import counted_row, scoreboard

    if checkpoint.mixture is None:
        return {}
    alone = [counted_row("ngrams", checkpoint.ngrams, ids_N)] if checkpoint.ngrams else []
    scores = scoreboard(model, tokenizer, checkpoint.ngrams, checkpoint.mixture, ids_N, alone)
    parts = {row.name: row.perplexity for row in scores.rows}
    mixed = parts.get("mixed", parts["with_cache"])
    return {"perplexity_mixed": mixed, "keystrokes_saved": scores.keystrokes_saved, "parts": parts}


def _surprise(options: argparse.Namespace) -> int:
    from textgen.engine.checkpoint import load
    from textgen.engine.spans import spans_of
    from textgen.engine.surprise import surprise

    checkpoint = load(options.model)
    corpus = terminal.read(options.text, options.pretokenised or checkpoint.pretokenised)
    spans = tuple(spans_of(corpus.types[i] for i in corpus.ids.tolist()))
    found = terminal.measure(surprise(checkpoint, spans, options.mix), corpus.name)
    if options.json:
        each = [{"word": word.label, "bits": word.bits} for word in found.words]
        printing.show({"words": each, "perplexity": found.perplexity}, as_json=True)
    else:
        printing.show_surprise(found)
    return 0


def _predict(options: argparse.Namespace) -> int:
    from textgen.engine.checkpoint import load
    from textgen.engine.prediction import Predictor

    mode = MODES[options.mode]
    sampling = dataclasses.replace(mode.sampling, **_given(SamplingConfig, options))
    predictor = Predictor.of(load(options.model))
    *_, prediction = mode.run(predictor, Query(options.text, sampling, options.top, options.length))
    if options.json:
        printing.show({"mode": mode.name, "text": options.text, **dataclasses.asdict(prediction)}, as_json=True)
    else:
        printing.show_prediction(options.text, prediction)
    return 0


def _trace(options: argparse.Namespace) -> int:
    from textgen.engine.checkpoint import load
    from textgen.engine.model import restore
    from textgen.engine.stepping import Stepper
    from textgen.engine.tokenizer import Tokenizer
    from textgen.engine.trace import trace

    checkpoint = load(options.model)
    tokenizer = Tokenizer(checkpoint.words, checkpoint.counts)
    found = trace(Stepper(restore(checkpoint)), tokenizer, options.text)
    if options.csv:
        printing.write_trace(found)
    elif options.json:
        printing.show(printing.trace_values(found), as_json=True)
    else:
        printing.show_trace(found)
    return 0


def _borrowed(options: argparse.Namespace) -> int:
    from textgen.engine.lines import numbered_words
    from textgen.engine.provenance import borrowed, build

    words = [word for _, word in numbered_words(Path(options.text))]
    corpus = terminal.read(options.corpus)
    index = [step.index for step in build(corpus)][-1]
    assert index is not None  # the last report carries it
    runs = index.runs(words, options.run)
    share = borrowed(runs) / max(1, len(words))
    lines = [number for number, _ in numbered_words(Path(options.corpus))]
    if options.json:
        found = [{"start": run.start, "length": run.length, "line": lines[run.place]} for run in runs]
        printing.show({"share": share, "runs": found}, as_json=True)
    else:
        printing.show_borrowed(share, [(lines[run.place], words[run.start : run.end]) for run in runs])
    return 0


def _info(options: argparse.Namespace) -> int:
    from textgen.engine.checkpoint import load
    from textgen.engine.model import restore

    checkpoint = load(options.model)
    restore(checkpoint)  # says it if the weights do not fit
    printing.show(checkpoint.summary(), options.json)
    return 0


def _demo(options: argparse.Namespace) -> int:
    with _stop_flag() as stopped:
        return STOPPED if terminal.demo(options.text, stopped) else 0


def _install(options: argparse.Namespace) -> int:
    from textgen import desktop

    desktop.install()
    return 0


def _uninstall(options: argparse.Namespace) -> int:
    from textgen import desktop

    desktop.uninstall()
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "train": _train,
    "evaluate": _evaluate,
    "surprise": _surprise,
    "predict": _predict,
    "trace": _trace,
    "borrowed": _borrowed,
    "info": _info,
    "demo": _demo,
    "install": _install,
    "uninstall": _uninstall,
}


def _given(kind: type, options: argparse.Namespace) -> dict[str, Any]:
    return {name: getattr(options, name) for name in settings_of(kind) if hasattr(options, name)}


def _config(kind: type, options: argparse.Namespace) -> Any:
    return from_mapping(kind, _given(kind, options))


class _stop_flag:  # noqa: N801 - used like a function
    """While this lasts, Ctrl+C and a polite kill ask to stop instead of breaking off, so that the best is saved.

    A second Ctrl+C breaks off at once.
    """

    def __enter__(self) -> Callable[[], bool]:
        self._asked = False
        self._before = {number: signal.signal(number, self._ask) for number in (signal.SIGINT, signal.SIGTERM)}
        return lambda: self._asked

    def _ask(self, number: int, frame: object) -> None:
        if self._asked:
            raise KeyboardInterrupt
        self._asked = True

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
