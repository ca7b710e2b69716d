"""Where the parts of each cell's drawing stand, in units of a drawing WIDTH wide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WIDTH = 340.0
BOX_WIDTH, BOX_HEIGHT = 92.0, 58.0
CHIP_HEIGHT = 22.0

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A block, or a state as the word found it: the left upper corner of its box."""

    block: str
    x: float
    y: float
    before: bool = False


@dataclass(frozen=True)
class Wire:
    """A line through these points, from a block (or the word) to where it goes; with an arrow at its end."""

    source: str
    points: tuple[Point, ...]
    arrow: bool = True


@dataclass(frozen=True)
class Operator:
    """A sign in a circle, or a function in a pill, around a point."""

    sign: str
    x: float
    y: float


@dataclass(frozen=True)
class Note:
    """The number of a part of a block's formula, beside its wire: `path` leads to it through the formula."""

    block: str
    path: tuple[int, ...]
    x: float
    y: float
    centred: bool = True


@dataclass(frozen=True)
class Layout:
    """One cell's drawing; the word enters at `word`, and `joints` are where wires part."""

    height: float
    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]
    operators: tuple[Operator, ...]
    notes: tuple[Note, ...]
    joints: tuple[Point, ...]
    word: Point


_LSTM = Layout(
    height=312,
    boxes=(
        Box("cell_state", 0, 0, before=True),
        Box("forget_gate", 0, 116),
        Box("input_gate", 104, 116),
        Box("candidate", 208, 116),
        Box("cell_state", 248, 0),
        Box("hidden_state", 0, 226, before=True),
        Box("output_gate", 104, 226),
        Box("hidden_state", 248, 226),
    ),
    wires=(
        Wire("cell_state_before", ((92, 29), (106, 29))),
        Wire("forget_gate", ((46, 116), (46, 88), (116, 88), (116, 39))),
        Wire("cell_state_before", ((126, 29), (186, 29))),
        Wire("input_gate", ((150, 116), (150, 88), (186, 88))),
        Wire("candidate", ((254, 116), (254, 88), (206, 88))),
        Wire("candidate", ((196, 78), (196, 39))),
        Wire("cell_state", ((206, 29), (248, 29))),
        Wire("cell_state", ((326, 58), (326, 206), (222, 206), (222, 245))),
        Wire("output_gate", ((196, 255), (212, 255))),
        Wire("hidden_state", ((232, 255), (248, 255))),
        Wire("past", ((46, 226), (46, 174))),
        Wire("past", ((46, 190), (150, 190), (150, 174))),
        Wire("past", ((150, 190), (254, 190), (254, 174))),
        Wire("past", ((150, 190), (150, 226))),
        Wire("word", ((92, 301), (98, 301), (98, 190)), arrow=False),
    ),
    operators=(
        Operator("×", 116, 29),
        Operator("+", 196, 29),
        Operator("×", 196, 88),
        Operator("tanh", 285, 206),
        Operator("×", 222, 255),
    ),
    notes=(
        Note("cell_state", (0,), 156, 20),
        Note("cell_state", (1,), 201, 62, centred=False),
        Note("hidden_state", (1,), 227, 215, centred=False),
    ),
    joints=((46, 190), (98, 190), (150, 190)),
    word=(0, 290),
)

_GRU = Layout(
    height=290,
    boxes=(
        Box("hidden_state", 0, 0, before=True),
        Box("reset_gate", 208, 232),
        Box("update_gate", 78, 116),
        Box("candidate", 208, 116),
        Box("hidden_state", 248, 0),
    ),
    wires=(
        Wire("past", ((92, 29), (114, 29))),
        Wire("past", ((134, 29), (186, 29))),
        Wire("update_gate", ((124, 116), (124, 39))),
        Wire("update_gate", ((124, 88), (186, 88))),
        Wire("candidate", ((254, 116), (254, 88), (206, 88))),
        Wire("candidate", ((196, 78), (196, 39))),
        Wire("hidden_state", ((206, 29), (248, 29))),
        Wire("past", ((30, 58), (30, 206), (244, 206))),
        Wire("past", ((108, 206), (108, 174))),
        Wire("past", ((180, 206), (180, 252), (208, 252))),
        Wire("reset_gate", ((254, 232), (254, 216))),
        Wire("reset_gate", ((254, 196), (254, 174))),
        Wire("word", ((92, 272), (208, 272))),
        Wire("word", ((140, 272), (140, 174))),
        Wire("word", ((140, 188), (224, 188), (224, 174))),
    ),
    operators=(
        Operator("×", 124, 29),
        Operator("+", 196, 29),
        Operator("×", 196, 88),
        Operator("1 −", 156, 88),
        Operator("×", 254, 206),
    ),
    notes=(
        Note("hidden_state", (0,), 160, 20),
        Note("hidden_state", (1,), 201, 62, centred=False),
        Note("candidate", (0, 2), 260, 189, centred=False),
    ),
    joints=((124, 88), (108, 206), (180, 206), (140, 272), (140, 188)),
    word=(0, 261),
)

_RNN = Layout(
    height=112,
    boxes=(
        Box("hidden_state", 0, 0, before=True),
        Box("hidden_state", 248, 27),
    ),
    wires=(
        Wire("past", ((92, 29), (160, 29), (160, 46))),
        Wire("word", ((92, 95), (160, 95), (160, 66))),
        Wire("bias", ((134, 56), (150, 56))),
        Wire("hidden_state", ((170, 56), (190, 56))),
        Wire("hidden_state", ((226, 56), (248, 56))),
    ),
    operators=(Operator("+", 160, 56), Operator("tanh", 208, 56)),
    notes=(
        Note("hidden_state", (0, 1), 128, 20),
        Note("hidden_state", (0, 0), 128, 86),
        Note("hidden_state", (0, 2), 114, 56),
        Note("hidden_state", (0,), 180, 74, centred=False),
    ),
    joints=(),
    word=(0, 84),
)

LAYOUTS: Mapping[str, Layout] = {"lstm": _LSTM, "gru": _GRU, "rnn": _RNN}
