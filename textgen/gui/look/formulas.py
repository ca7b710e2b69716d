"""The formula of each block of a cell, and under it the same with the numbers of one unit at one word."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextFragment
from PySide6.QtWidgets import QTextEdit

from textgen.engine.formulas import Formula, formulas
from textgen.gui.look import block_names
from textgen.gui.look.formula_text import rich, steps, symbolic
from textgen.gui.parts import style

if TYPE_CHECKING:
    from textgen.engine.trace import LayerTrace

_FUNCTION = re.compile("(σ|tanh|[()])")
LEAST = 16  # steps of the grid that it is high at least

_BLOCK = """<table width="100%" cellpadding="{pad}" cellspacing="0"><tr><td bgcolor="{ground}">\
<a name="{block}"></a><span style="color: {colour}; font-weight: 600">{name}</span>\
<p style="margin: 2px 0; font-size: {size}pt">{formula}</p>{steps}</td></tr></table>"""
_STEP = """<p style="margin: 0 0 0 {left}px">{sign} {numbers}</p>"""


class Formulas(QTextEdit):
    """To read, to select and to copy: what is copied has its subscripts as `f_t` and `h_{t−1}`."""

    def __init__(self) -> None:
        super().__init__()
        self._found: dict[str, Formula] = {}
        self._cell, self._block, self._place = "", "", ""
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setProperty("role", "page")
        self.setFont(style.font(tabular=True))
        self.document().setDocumentMargin(style.space(1.5))
        self.setAccessibleName(self.tr("The formulas with the numbers of this unit"))
        self.setMinimumHeight(style.space(LEAST))
        style.follow(self, self._write)

    def show_unit(self, layer: LayerTrace, word: int, unit: int, text: str = "") -> None:
        """Show the numbers of a layer's unit at a word, both counted from 0; `text` is the word itself."""
        self._cell, self._found = layer.cell, formulas(layer, word, unit)
        place = self.tr("Unit {unit} at “{word}”") if text else self.tr("Unit {unit}")
        self._place = place.format(unit=unit, word=text)
        self._write()

    def clear(self) -> None:
        """There is nothing to show."""
        self._found = {}
        self._write()

    def set_chosen(self, block: str) -> None:
        """Mark a block's formula and bring it into sight."""
        self._block = block
        self._write()
        self.scrollToAnchor(block)

    def _write(self) -> None:
        """All anew; it stays where one reads."""
        bar, at = self.verticalScrollBar(), self.verticalScrollBar().value()
        self.setHtml(self._html() if self._found else "")
        bar.setValue(at)

    def _html(self) -> str:
        head = f"<p style='margin: 0 0 {style.space()}px 0'><b>{html.escape(self._place)}</b></p>"
        blocks = "".join(self._of_block(formula) for formula in self._found.values())
        note = f"<p style='margin: {style.space()}px 0 0 0; color: {style.colours().muted.name()}'>{self._note()}</p>"
        return head + blocks + note

    def _of_block(self, formula: Formula) -> str:
        now, marked = style.colours(), formula.block == self._block
        left = style.space(2)
        worked = "".join(_STEP.format(left=left, sign=sign, numbers=rich(text)) for sign, text in steps(formula))
        return _BLOCK.format(
            pad=style.space(0.75),
            size=style.font(style.LARGE).pointSizeF(),
            ground=(now.hover if marked else now.raised).name(),
            block=formula.block,
            colour=(now.accent if marked else now.muted).name(),
            name=html.escape(block_names.name(formula.block)),
            formula=_slanted(f"{formula.symbol} = {symbolic(formula.expression)}"),
            steps=worked,
        )

    def _note(self) -> str:
        """What the letters are."""
        letters = self.tr(
            "x_t is what the layer reads: the word's vector, or the hidden state of the layer below. h_{t−1} are the"
            " hidden states of all its units at the word before. W, U and b are what the network has learned. σ makes"
            " of any number one from 0 to 1, tanh one from −1 to 1; ⊙ multiplies unit by unit. Numbers are rounded to"
            " three decimals; ≈ stands where that shows."
        )
        return rich(letters)

    # ---- copying

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """Plain text only; Qt's own would lose what is a subscript."""
        data = QMimeData()
        data.setText(plain(self.textCursor()))
        return data


def plain(cursor: QTextCursor) -> str:
    """What is selected, with subscripts as in TeX."""
    document, lines = QTextDocument(), []
    QTextCursor(document).insertFragment(cursor.selection())
    block = document.begin()
    while block.isValid():
        lines.append("".join(map(_plain, (part.fragment() for part in block))))
        block = block.next()
    return "\n".join(line for line in lines if line)


def _plain(fragment: QTextFragment) -> str:
    text = fragment.text()
    if fragment.charFormat().verticalAlignment() != QTextCharFormat.VerticalAlignment.AlignSubScript:
        return text
    return f"_{text}" if len(text) == 1 else f"_{{{text}}}"


def _slanted(text: str) -> str:
    """A formula in italics but for its functions and brackets."""
    upright = "".join(
        f"<span style='font-style: normal'>{run}</span>" if n % 2 else run
        for n, run in enumerate(_FUNCTION.split(rich(text)))
    )
    return f"<i>{upright}</i>"
