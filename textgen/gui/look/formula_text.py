"""Formulas as text: with symbols, with numbers, and the numbers worked out step by step.

Text has subscripts as in TeX, `h_{t−1}`; `runs` tells them from the rest for whoever draws them.
"""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterator

from textgen.engine.formulas import FUNCTIONS, Added, Applied, Expression, Formula, Number, Product, Rest
from textgen.gui.parts import figures

DECIMALS = 3
ONE = 10**DECIMALS
_LOWERED = re.compile(r"_(?:\{([^}]*)\}|(\w))")


# ---- numbers --------------------------------------------------------------------------------------------------------


def shown(value: float) -> str:
    """A number with three decimals and a real minus."""
    return figures.number(_counted(value) / ONE, DECIMALS).replace("-", "−")


def _counted(value: float) -> int:
    """In thousandths, as it is shown."""
    return round(value * ONE)


# ---- a formula ------------------------------------------------------------------------------------------------------


def symbolic(expression: Expression) -> str:
    """In the field's notation: σ(W_f x_t + U_f h_{t−1} + b_f)."""
    match expression:
        case Number(symbol):
            return symbol
        case Added(parts):
            return " + ".join(map(symbolic, parts))
        case Product(parts):
            return " ⊙ ".join(_enclosed(part, symbolic(part)) for part in parts)
        case Rest(part):
            return f"1 − {symbolic(part)}"
        case Applied(function, part):
            return f"{function}({symbolic(part)})"


def numeric(expression: Expression) -> str:
    """The same with its numbers: σ(0.412 − 1.203 + 1.050)."""
    match expression:
        case Number(_, value):
            return shown(value)
        case Added(parts):
            return numeric(parts[0]) + "".join(map(_added, parts[1:]))
        case Product(parts):
            return " · ".join(_enclosed(part, numeric(part)) for part in parts)
        case Rest(part):
            return f"1 − {_enclosed(part, numeric(part))}"
        case Applied(function, part):
            return f"{function}({numeric(part)})"


def _added(part: Expression) -> str:
    text = numeric(part)
    return f" − {text[1:]}" if isinstance(part, Number) and text.startswith("−") else f" + {text}"


def _enclosed(part: Expression, text: str) -> str:
    return f"({text})" if isinstance(part, Added | Rest) or text.startswith("−") else text


# ---- worked out -----------------------------------------------------------------------------------------------------


def steps(formula: Formula) -> list[tuple[str, str]]:
    """Each step of working a formula out: "=", or "≈" where the numbers as shown do not give those of the step."""
    expression, found = formula.expression, [("=", numeric(formula.expression))]
    while not isinstance(expression, Number):
        exact, expression = _worked(expression)
        result = Number("", formula.value) if isinstance(expression, Number) else expression
        found.append(("=" if exact else "≈", numeric(result)))
    return found


def _worked(expression: Expression) -> tuple[bool, Expression]:
    """One step: whatever is made of plain numbers becomes one."""
    parts = _parts(expression)
    if all(isinstance(part, Number) for part in parts):
        return _is_exact(expression), Number("", expression.value)
    done = [(True, part) if isinstance(part, Number) else _worked(part) for part in parts]
    return all(exact for exact, _ in done), _made_of(expression, tuple(part for _, part in done))


def _parts(expression: Expression) -> tuple[Expression, ...]:
    match expression:
        case Added(parts) | Product(parts):
            return parts
        case Rest(part) | Applied(_, part):
            return (part,)
    return ()


def _made_of(expression: Expression, parts: tuple[Expression, ...]) -> Expression:
    match expression:
        case Applied(function):
            return Applied(function, *parts)
        case Rest():
            return Rest(*parts)
    return type(expression)(parts)


def _is_exact(expression: Expression) -> bool:
    counts, result = [_counted(part.value) for part in _parts(expression)], _counted(expression.value)
    match expression:
        case Added():
            return sum(counts) == result
        case Product():
            return math.prod(counts) == result * ONE ** (len(counts) - 1)
        case Rest():
            return ONE - counts[0] == result
        case Applied(function):
            return counts == [0] and result == ONE * FUNCTIONS[function](0)
    return True


# ---- subscripts -----------------------------------------------------------------------------------------------------


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a text, and whether each is a subscript."""
    place = 0
    for found in _LOWERED.finditer(text):
        if found.start() > place:
            yield text[place : found.start()], False
        yield found[1] or found[2], True
        place = found.end()
    if place < len(text):
        yield text[place:], False


def rich(text: str) -> str:
    """For Qt's rich text."""
    return "".join(f"<sub>{html.escape(run)}</sub>" if low else html.escape(run) for run, low in runs(text))
