"""A trained model as a frozen value, and as one `.textgen` file.

The file is a safetensors file and nothing else: the weights by name, the words as UTF-8 (one a line),
their counts, the n-grams if there are any, and in the header, as JSON, the settings, the history and the format's version. Nothing in
it is executed or unpickled, and no stranger's SentencePiece model is parsed: the tokenizer is built anew
from words and counts.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import safetensors.numpy
from numpy.typing import NDArray

from textgen.engine import storage
from textgen.engine.config import ModelConfig, TrainConfig
from textgen.engine.mixture import Mixture
from textgen.engine.ngrams import NGrams
from textgen.engine.problem import Problem, noop
from textgen.engine.reports import Evaluation, Row, Scoreboard
from textgen.engine.settings import from_mapping
from textgen.engine.words import is_piece

if TYPE_CHECKING:
    from textgen.engine.corpus import Corpus

FORMAT = "textgen"
VERSION = 2
SUFFIX = ".textgen"
_WEIGHT = "weight."
_NGRAMS = "ngrams."


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """Everything that makes a model: settings, words with counts, weights, and how it came about.

    `words` and `counts` leave out the unknown word and the paragraph's end, which every model has.
    `source` names the text and `fingerprint` tells it from others ("" where that was not kept); of the text that the
    training went through last, if it went on from another model. `tokens` counts its training part,
    `seconds` is the time of training; `pretokenised` says that the text was split at spaces already. `mixture` says how
    the network is helped by the n-grams and by a cache of the words written last; without it, the network is alone.
    `scores` are those of the held-out part.
    """

    model: ModelConfig
    train: TrainConfig
    words: tuple[str, ...]
    counts: tuple[int, ...]
    weights: Mapping[str, NDArray[np.float32]]
    history: tuple[Evaluation, ...] = ()
    source: str = ""
    seconds: float = 0.0
    tokens: int = 0
    pretokenised: bool = False
    ngrams: NGrams | None = None
    mixture: Mixture | None = None
    scores: Scoreboard | None = None
    fingerprint: str = ""

    def learnt_from(self, corpus: Corpus) -> bool:
        """Whether this is the text that it was trained on; no where that was not kept."""
        return self.fingerprint == corpus.fingerprint

    def learnt_all_of(self, corpus: Corpus) -> bool:
        """Whether no part of this text was held out from it: in its training another text was."""
        return self.learnt_from(corpus) and self.tokens >= len(corpus.ids)

    @property
    def best(self) -> Evaluation | None:
        """The evaluation with the lowest held-out perplexity."""
        return min(self.history, key=lambda point: point.held_out_perplexity, default=None)

    @property
    def parameters(self) -> int:
        return sum(weight.size for weight in self.weights.values())

    def summary(self) -> dict[str, Any]:
        """A short statement of the model, for a person or a script. Times are in seconds."""
        best = self.best
        return {
            "cell": self.model.cell,
            "layers": self.model.layers,
            "units": self.model.units,
            "embedding": self.model.embedding,
            "words": len(self.words),
            "parameters": self.parameters,
            "perplexity": best.held_out_perplexity if best else None,
            "training_perplexity": best.train_perplexity if best else None,
            "source": self.source,
            "tokens": self.tokens,
            "seconds": self.seconds,
            "epochs": self.history[-1].epoch if self.history else 0.0,
            "steps": self.history[-1].step if self.history else 0,
            "seed": self.train.seed,
            "pretokenised": self.pretokenised,
            "ngrams": self.ngrams is not None,
            "scores": {row.name: row.perplexity for row in self.scores.rows} if self.scores else {},
        }

    def without_ngrams(self) -> Checkpoint:
        """The same model without the short runs of its text that it holds; the network and the cache stay."""
        return dataclasses.replace(self, ngrams=None, scores=self.scores and self.scores.without_ngrams())

    def save(self, path: str | Path) -> None:
        """Write the file beside `path`, flush it to the disk, then rename it: `path` is old or new, never half.

        Raises Problem when the folder cannot be written or the disk is full; the old file is untouched.
        """
        header, tensors = self.parts()
        metadata = {"format": FORMAT, "version": str(VERSION), "header": json.dumps(header)}
        path = Path(path).resolve()  # a link stays, and what it points to is replaced
        try:
            storage.replace(path, tensors, metadata)
        except OSError as error:
            raise Problem(
                noop("Problem", "“{name}” could not be saved: {reason}. Choose another folder or make room on the disk."),
                name=path.name, reason=error.strerror or error,
            ) from error  # fmt: skip

    def parts(self) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
        """What a file has to hold of it: the header, which JSON can say, and arrays by name."""
        header = {
            "model": dataclasses.asdict(self.model),
            "train": dataclasses.asdict(self.train),
            "history": [dataclasses.asdict(point) for point in self.history],
            "source": self.source,
            "fingerprint": self.fingerprint,
            "seconds": self.seconds,
            "tokens": self.tokens,
            "pretokenised": self.pretokenised,
            "mixture": self.mixture.to_dict() if self.mixture else None,
            "scores": dataclasses.asdict(self.scores) if self.scores else None,
        }
        tensors: dict[str, NDArray[Any]] = {_WEIGHT + name: weight for name, weight in self.weights.items()}
        if self.ngrams:
            tensors |= {_NGRAMS + name: array for name, array in self.ngrams.arrays().items()}
        tensors["words"] = np.frombuffer("\n".join(self.words).encode(), dtype=np.uint8)
        tensors["counts"] = np.array(self.counts, dtype=np.int64)
        return header, tensors


def load(path: str | Path) -> Checkpoint:
    """Read a `.textgen` file. Raises Problem, one sentence, on anything that is wrong with it."""
    path = Path(path)
    try:
        data = storage.read(path)
    except OSError as error:
        raise Problem(
            noop("Problem", "“{name}” could not be opened: {reason}."), name=path.name, reason=error.strerror or error
        ) from error
    metadata, tensors = _unpack(data, path.name)
    try:
        return from_parts(json.loads(metadata["header"]), tensors)
    except Problem:
        raise
    except Exception as error:  # whatever a damaged or hostile header leads to is one and the same to a person
        raise _damaged(path.name) from error


def _damaged(name: str) -> Problem:
    return Problem(
        noop(
            "Problem", "“{name}” is damaged or incomplete and cannot be opened. Copy it again from where it came from."
        ),
        name=name,
    )


def _unpack(data: bytes, name: str) -> tuple[dict[str, str], dict[str, NDArray[Any]]]:
    """The header's metadata and the tensors of a file of our format and version."""
    metadata = storage.metadata(data)
    if metadata is None or metadata.get("format") != FORMAT:
        if metadata is None and storage.is_ours(data):
            raise _damaged(name)
        raise Problem(
            noop("Problem", "“{name}” is not a textgen model. Choose a file that textgen has saved."), name=name
        )
    version = metadata.get("version", "")
    if not (version.isascii() and version.isdigit() and int(version) > 0):
        raise _damaged(name)
    if int(version) > VERSION:
        raise Problem(
            noop("Problem", "“{name}” was saved by a newer version of textgen. Update textgen to open it."), name=name
        )
    try:
        return metadata, safetensors.numpy.load(data)
    except Exception as error:  # safetensors has several kinds of error; all mean that the bytes are wrong
        raise _damaged(name) from error


def from_parts(header: Mapping[str, Any], tensors: Mapping[str, NDArray[Any]]) -> Checkpoint:
    """The checkpoint of `parts`. Raises whatever wrong parts lead to."""
    words = tuple(tensors["words"].tobytes().decode().split("\n"))
    counts = tuple(int(count) for count in tensors["counts"])
    weights = {name.removeprefix(_WEIGHT): t for name, t in tensors.items() if name.startswith(_WEIGHT)}
    ngrams = {name.removeprefix(_NGRAMS): t for name, t in tensors.items() if name.startswith(_NGRAMS)}
    if len(words) != len(counts) or len(set(words)) != len(words) or not all(map(is_piece, words)):
        raise ValueError("words and counts do not fit")
    if min(counts) < 1:
        raise ValueError("a word that never occurred")
    if not all(weight.dtype == np.float32 and np.isfinite(weight).all() for weight in weights.values()):
        raise ValueError("weights are not finite numbers")
    return Checkpoint(
        model=from_mapping(ModelConfig, header["model"]),
        train=from_mapping(TrainConfig, header["train"]),
        words=words,
        counts=counts,
        weights=weights,
        history=tuple(_evaluation(point) for point in header["history"]),
        source=str(header["source"]),
        seconds=float(header["seconds"]),
        tokens=int(header["tokens"]),
        pretokenised=bool(header.get("pretokenised", False)),
        ngrams=NGrams.from_arrays(ngrams, len(words) + 2) if ngrams else None,
        mixture=Mixture.from_dict(header["mixture"]) if header.get("mixture") else None,
        scores=_scores(header["scores"]) if header.get("scores") else None,
        fingerprint=str(header.get("fingerprint", "")),
    )


def _scores(found: Mapping[str, Any]) -> Scoreboard:
    rows = (
        Row(str(row["name"]), float(row["perplexity"]), tuple(float(share) for share in row["hits"]))
        for row in found["rows"]
    )
    saved = found["keystrokes_saved"]
    keys = None if saved is None else float(saved)
    scores = Scoreboard(int(found["tokens"]), int(found["unknown"]), tuple(rows), keys)
    scores.perplexity("network")
    return scores


def _evaluation(point: Mapping[str, Any]) -> Evaluation:
    return Evaluation(
        step=int(point["step"]),
        epoch=float(point["epoch"]),
        seconds=float(point["seconds"]),
        train_perplexity=float(point["train_perplexity"]),
        held_out_perplexity=float(point["held_out_perplexity"]),
        best=bool(point["best"]),
        sample=str(point["sample"]),
    )
