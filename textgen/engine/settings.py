"""What a setting is: a field of a dataclass that says its range, its label and its help, and checks its value."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from textgen.engine.problem import Problem, noop


@dataclass(frozen=True)
class Setting:
    """What a person needs to know of one field. `label` and `help` are marked for translation."""

    label: str
    help: str
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()


def setting(default: Any, label: str, help: str, low: Any = None, high: Any = None, choices: Any = ()) -> Any:
    """A dataclass field that carries its `Setting`."""
    return field(default=default, metadata={"setting": Setting(label, help, low, high, tuple(choices))})


def settings_of(config: Any) -> dict[str, Setting]:
    """The settings of a config class or instance, by field name, in the order of definition."""
    return {f.name: f.metadata["setting"] for f in dataclasses.fields(config)}


@dataclass(frozen=True)
class Config:
    """Settings that belong together; making one checks them. Raises Problem on a value outside its range."""

    def __post_init__(self) -> None:
        for name, about in settings_of(self).items():
            _check(about, getattr(self, name))


def _check(about: Setting, value: Any) -> None:
    if about.choices and value not in about.choices:
        raise Problem(
            noop("Problem", "“{label}” cannot be {value}; choose one of: {choices}."),
            label=about.label, value=value, choices=", ".join(about.choices),
        )  # fmt: skip
    if about.low is not None and about.high is not None and not about.low <= value <= about.high:
        raise Problem(
            noop("Problem", "“{label}” cannot be {value}; choose a value from {low} to {high}."),
            label=about.label, value=value, low=about.low, high=about.high,
        )  # fmt: skip


C = TypeVar("C", bound=Config)


def from_mapping(kind: type[C], values: Mapping[str, Any]) -> C:
    """Build a config from a file's or a form's values, each turned into its field's type.

    Raises Problem on an unknown name or a value outside its range.
    """
    defaults: dict[str, Any] = {f.name: f.default for f in dataclasses.fields(kind)}
    unknown = sorted(set(values) - set(defaults))
    if unknown:
        raise Problem(noop("Problem", "There is no setting called “{name}”."), name=unknown[0])
    try:
        return kind(**{name: _typed(defaults[name], value) for name, value in values.items()})
    except (TypeError, ValueError, OverflowError) as error:
        raise Problem(noop("Problem", "A setting has a value that cannot be read: {error}."), error=error) from error


def _typed(default: Any, value: Any) -> Any:
    if isinstance(default, str) and not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")  # str() would make words of anything
    return type(default)(value)
