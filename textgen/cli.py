"""The command line: the same engine for scripts, servers and comparisons."""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textgen import terminal
from textgen.engine.config import PLANNED, ModelConfig, SamplingConfig, TrainConfig, from_mapping, settings_of
from textgen.engine.modes import MAX_LENGTH, MIN_LENGTH, MODES
from textgen.engine.problem import Problem

if TYPE_CHECKING:
    from textgen.engine.checkpoint import Checkpoint
    from textgen.engine.ids import Ids
    from textgen.engine.model import LanguageModel
    from textgen.engine.tokenizer import Tokenizer

STOPPED = 130


def run(arguments: list[str]) -> int:
    """Carry out one command; every problem becomes one sentence on stderr."""
    terminal.open_streams()
    options = build_parser().parse_args(arguments)
    try:
        status = int(COMMANDS[options.command](options))
        sys.stdout.flush()
    except Problem as problem:
        terminal.complain(str(problem))
        return 1
    except MemoryError:
        terminal.complain("There is not enough memory for this. Choose fewer units, a smaller batch or vocabulary.")
        return 1
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:  # the reader of our output has seen enough
        terminal.silence()
        return 0
    except OSError as error:
        terminal.silence()
        terminal.complain(f"The output cannot be written: {error.strerror or error}.")
        return 1
    return status


# The commands


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
    _show(values | _mixed(checkpoint, model, tokenizer, ids_N), options.json)
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


def _predict(options: argparse.Namespace) -> int:
    from textgen.engine.checkpoint import load
    from textgen.engine.prediction import Predictor

    mode = MODES[options.mode]
    sampling = dataclasses.replace(mode.sampling, **_given(SamplingConfig, options))
    predictor = Predictor.of(load(options.model))
    *_, prediction = mode.run(predictor, options.text, sampling, options.top, options.length)
    if options.json:
        _show({"mode": mode.name, "text": options.text, **dataclasses.asdict(prediction)}, as_json=True)
    else:
        terminal.show_prediction(options.text, prediction)
    return 0


def _info(options: argparse.Namespace) -> int:
    from textgen.engine.checkpoint import load
    from textgen.engine.model import restore

    checkpoint = load(options.model)
    restore(checkpoint)  # says it if the weights do not fit
    _show(checkpoint.summary(), options.json)
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
    "predict": _predict,
    "info": _info,
    "demo": _demo,
    "install": _install,
    "uninstall": _uninstall,
}


# Options


def build_parser() -> argparse.ArgumentParser:
    """All commands and options; those for settings are made from the config fields."""
    parser = argparse.ArgumentParser(
        prog="textgen",
        description="Train a word-level RNN, LSTM or GRU on a text of your own, and write with it. "
        "Without a command, or with a text or a model to open, the window opens.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _train_options(commands.add_parser("train", help="train a model on a text and save it"))
    evaluate = commands.add_parser("evaluate", help="how well a model predicts a text")
    _model_and_text(evaluate)
    predict = commands.add_parser("predict", help="next word, next five words, or a continuation")
    _predict_options(predict)
    info = commands.add_parser("info", help="what a model is")
    info.add_argument("model", metavar="M.textgen")
    for command in (evaluate, predict, info):
        command.add_argument("--json", action="store_true", help="print JSON")
    demo = commands.add_parser("demo", help="train for a minute in the terminal, then predict in all three modes")
    demo.add_argument("text", nargs="?", help="a text or a model; without it, a bundled text")
    commands.add_parser("install", help="add the program and its file type to the desktop")
    commands.add_parser("uninstall", help="take them away again")
    return parser


def _train_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("text", metavar="TEXT")
    command.add_argument("-o", "--output", required=True, metavar="M.textgen", help="where to save the model")
    command.add_argument("--valid", metavar="FILE", help="a text to use as held-out part")
    command.add_argument(
        "--start", metavar="M.textgen", help="go on from this model: its network and words, and the text's new words"
    )
    _pretokenised(command)
    duration = command.add_mutually_exclusive_group()
    _add_settings(command, ModelConfig, {})
    _add_settings(command, TrainConfig, {"minutes": duration, "epochs": duration})


def _model_and_text(command: argparse.ArgumentParser) -> None:
    command.add_argument("model", metavar="M.textgen")
    command.add_argument("text", metavar="TEXT")
    _pretokenised(command)


def _predict_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("model", metavar="M.textgen")
    command.add_argument("--mode", choices=list(MODES), default="next-word", help="default: next-word")
    command.add_argument("--text", default="", help="the words so far, or the seed word")
    command.add_argument(
        "--top",
        type=_between(1, 1000),
        default=10,
        metavar="N",
        help="how many choices (10); of whole continuations at most 5",
    )
    command.add_argument(
        "--length", type=_between(MIN_LENGTH, MAX_LENGTH), default=50, metavar="N",
        help=f"how many words from one word, {MIN_LENGTH} to {MAX_LENGTH} (50)",
    )  # fmt: skip
    _add_settings(command, SamplingConfig, {})


def _pretokenised(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--pretokenised",
        action="store_true",
        help="tokens are split at spaces already, a line's end is <eos>, <unk> is an unknown word; "
        "a model trained so is evaluated so",
    )


def _add_settings(command: argparse.ArgumentParser, kind: type, groups: dict[str, Any]) -> None:
    """One option a field, without a default of its own, so that `_given` finds what was asked for."""
    for field, (name, about) in zip(dataclasses.fields(kind), settings_of(kind).items(), strict=True):
        default = "automatic" if name in PLANNED else field.default
        choices = {"choices": about.choices} if about.choices else {"metavar": "N", "type": type(field.default)}
        groups.get(name, command).add_argument(
            "--" + name.replace("_", "-"),
            default=argparse.SUPPRESS,
            help=f"{about.help} ({default})".replace("%", "%%"),
            **choices,
        )


def _between(low: int, high: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"choose from {low} to {high}")
        return int(text)

    return number


def _given(kind: type, options: argparse.Namespace) -> dict[str, Any]:
    return {name: getattr(options, name) for name in settings_of(kind) if hasattr(options, name)}


def _config(kind: type, options: argparse.Namespace) -> Any:
    return from_mapping(kind, _given(kind, options))


# Output and signals


def _show(values: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print(json.dumps(_plain(values), ensure_ascii=False, indent=1, allow_nan=False))
        return
    for name, value in _lines(values):
        print(f"{name.replace('_', ' '):24} {_readable(value)}")


def _lines(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Names with values; what holds values of its own is one line each."""
    for name, value in values.items():
        if isinstance(value, dict):
            yield from ((f"{name}: {inner}", figure) for inner, figure in value.items())
        else:
            yield name, value


def _readable(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.3f}" if value < 100 else f"{value:,.1f}" if value < 1e9 else "over a thousand million"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _plain(value: Any) -> Any:
    """JSON has no infinity: a perplexity too large for a number is null."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


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
