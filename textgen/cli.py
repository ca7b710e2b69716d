"""The command line: the same engine for scripts, servers and comparisons."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Callable, Sequence
from typing import Any

from textgen import terminal
from textgen.commands import COMMANDS, STOPPED
from textgen.engine.config import MIXES, PLANNED, ModelConfig, SamplingConfig, TrainConfig
from textgen.engine.modes import MAX_LENGTH, MIN_LENGTH, MODES
from textgen.engine.problem import Problem
from textgen.engine.settings import settings_of

ALONE = "network"  # of the MIXES


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
    surprise = commands.add_parser(
        "surprise", help="how surprising each word of a text is to a model, and its most and least predictable passages"
    )
    _surprise_options(surprise)
    predict = commands.add_parser("predict", help="next word, next five words, or a continuation")
    _predict_options(predict)
    info = commands.add_parser("info", help="what a model is")
    info.add_argument("model", metavar="M.textgen")
    borrowed = commands.add_parser("borrowed", help="which runs of words of a text stand in another, and where")
    _borrowed_options(borrowed)
    trace = commands.add_parser("trace", help="every gate and state of a network while it reads a text")
    _trace_options(trace)
    for command in (evaluate, surprise, predict, info, borrowed):
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


def _surprise_options(command: argparse.ArgumentParser) -> None:
    _model_and_text(command)
    command.add_argument(
        "--mix",
        choices=MIXES,
        default=ALONE,
        help="what predicts the words: the network alone, as in the perplexity of `evaluate`, "
        f"or with the help of n-grams and cache ({ALONE})",
    )


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
    _add_settings(command, SamplingConfig, {}, without=("borrow",))  # here is no text to compare with


def _trace_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("model", metavar="M.textgen")
    command.add_argument("--text", required=True, help="what the network reads")
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON: for each layer and block one row a word")
    form.add_argument("--csv", action="store_true", help="print CSV: one line for each layer, block and word")


def _borrowed_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("text", metavar="TEXT")
    command.add_argument(
        "--from", dest="corpus", required=True, metavar="CORPUS", help="the text that it may come from"
    )
    command.add_argument(
        "--run", type=_between(2, 100), default=5, metavar="N", help="how many words in a row count, 2 to 100 (5)"
    )


def _pretokenised(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--pretokenised",
        action="store_true",
        help="tokens are split at spaces already, a line's end is <eos>, <unk> is an unknown word; "
        "a model trained so is evaluated so",
    )


def _add_settings(
    command: argparse.ArgumentParser, kind: type, groups: dict[str, Any], without: Sequence[str] = ()
) -> None:
    """One option a field, without a default of its own, so that `_given` finds what was asked for."""
    for field, (name, about) in zip(dataclasses.fields(kind), settings_of(kind).items(), strict=True):
        if name in without:
            continue
        default = "automatic" if name in PLANNED else "none" if field.default == "" else field.default
        metavar = "WORDS" if isinstance(field.default, str) else "N"
        choices = {"choices": about.choices} if about.choices else {"metavar": metavar, "type": type(field.default)}
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
