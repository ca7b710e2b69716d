"""The translations: complete, in step with the source, and shown by the window."""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.scripted import ScriptedWorkspace
from textgen import paths
from textgen.engine import signatures
from textgen.engine.config import SamplingConfig
from textgen.engine.corpus import verdict
from textgen.engine.problem import Problem
from textgen.engine.reports import UnknownWord
from textgen.gui.look.look_panel import StatementPage
from textgen.gui.main_window import MainWindow
from textgen.gui.parts import figures, text
from textgen.gui.parts.unsure import Unsure
from textgen.gui.train.train_panel import EmptyPage
from textgen.gui.train.train_progress import ProgressPage
from textgen.gui.train.train_setup import SetupPage
from textgen.gui.work.workspace import Workspace
from textgen.gui.write.no_model import NoModel
from textgen.gui.write.sampling_box import SamplingBox
from textgen.gui.write.unknown_note import UnknownNote
from textgen.gui.write.write_panel import WritePanel

I18N = paths.RESOURCES / "i18n"
LANGUAGES = ("en", "es")
FIELD = re.compile(r"\{[^{}]*\}")
TAG = re.compile(r"</?\w+>")
MNEMONIC = re.compile(r"&(\w)")


class Message(NamedTuple):
    context: str
    source: str
    plural: bool
    forms: tuple[str, ...]
    finished: bool


def read(file: Path) -> list[Message]:
    """The messages of a .ts file."""
    found = []
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            plural, finished = message.get("numerus") == "yes", translation.get("type") is None
            found.append(Message(context.findtext("name", ""), message.findtext("source", ""), plural, forms, finished))
    return found


SPANISH = read(I18N / "textgen_es.ts")
EVERYTHING = [(language, message) for language in LANGUAGES for message in read(I18N / f"textgen_{language}.ts")]


def install(app: QApplication, *languages: str) -> list[QTranslator]:
    """Install our translations as the program does, English first; the last one counts."""
    translators = [QTranslator(app) for _ in languages]
    for translator, language in zip(translators, languages, strict=True):
        assert translator.load(str(I18N / f"textgen_{language}.qm"))
        app.installTranslator(translator)
    return translators


def remove(app: QApplication, translators: list[QTranslator]) -> None:
    for translator in translators:
        app.removeTranslator(translator)
        translator.deleteLater()


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    translators = install(qapp, "en")
    yield
    remove(qapp, translators)


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    QLocale.setDefault(QLocale(QLocale.Language.Spanish, QLocale.Country.Spain))
    translators = install(qapp, "en", "es")
    yield
    remove(qapp, translators)


# ---- the files ------------------------------------------------------------------------------------------------------


def lupdate(file: Path, *options: str) -> list[Message]:
    """The messages that the translators' tool finds in the source."""
    here = Path(sys.executable).parent
    tool = shutil.which("pyside6-lupdate", path=f"{here}{os.pathsep}{os.environ.get('PATH', '')}")
    if tool is None:
        pytest.skip("pyside6-lupdate is not installed")
    alias = ("-tr-function-alias", "QT_TRANSLATE_NOOP+=noop")
    sources = sorted(str(path) for path in (paths.ROOT / "textgen").rglob("*.py"))
    command = [tool, "-locations", "none", *alias, "-target-language", "es", *options, *sources, "-ts", str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return read(file)


def test_the_files_hold_exactly_the_texts_of_the_source(tmp_path: Path) -> None:
    found = {message[:3] for message in lupdate(tmp_path / "found_es.ts")}
    assert {message[:3] for message in SPANISH} == found
    assert {message[:3] for message in read(I18N / "textgen_en.ts")} == {message for message in found if message[2]}


def test_no_text_is_without_a_context(tmp_path: Path) -> None:
    assert not [message.source for message in SPANISH if not message.context]


def test_every_translation_is_finished_and_has_the_parts_of_its_source() -> None:
    for language, message in EVERYTHING:
        assert message.finished, (language, message.source)
        assert len(message.forms) == (2 if message.plural else 1)
        for form in message.forms:
            assert parts(form) == parts(message.source), (language, form)
        for number in ("%n", "%Ln"):
            assert message.forms[-1].count(number) == message.source.count(number)


def parts(text: str) -> tuple[object, ...]:
    """What a translation has in common with its source: fields, tags, a mnemonic, the last mark, and that it is there."""
    last = text[-1] if text[-1:] in (".", ":", "…") else ""
    return sorted(FIELD.findall(text)), TAG.findall(text), bool(MNEMONIC.search(text)), last, text.strip() == text != ""


def test_spanish_has_its_own_marks() -> None:
    for message in SPANISH:
        for form in message.forms:
            assert not set('“”"') & set(form), form
            asked = form.removeprefix("?:")  # the sign of a legend
            assert asked.count("¿") == asked.count("?"), form
            assert form.count("«") == form.count("»") == message.source.count("“"), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_program_loads_is_what_the_translators_wrote(qapp: QApplication, language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(I18N / f"textgen_{language}.qm"))
    for message in (message for known, message in EVERYTHING if known == language):
        for number, form in zip((1, 2) if message.plural else (-1,), message.forms, strict=True):
            assert translator.translate(message.context, message.source, "", number) == form


# ---- plurals and numbers --------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("english")
def test_english_says_one_word_and_two_words() -> None:
    assert Unsure().briefly(1.2) == "as unsure as choosing among 1 word"
    assert Unsure().briefly(13_154) == "as unsure as choosing among 13,200 words"
    assert Unsure().sentence(1.0) == "On text it has not seen it is as unsure as choosing among 1 word."
    assert Unsure().sentence(2.0, "5 s").endswith("among 2 words (best after 5 s).")
    assert [said_layers(count) for count in (1, 2)] == ["1 layer of 1,024 units", "2 layers of 1,024 units"]


def said_layers(count: int) -> str:
    text = QCoreApplication.translate(StatementPage.__name__, "%n layers of {units} units", "", count)
    return text.format(units=figures.number(1024))


@pytest.mark.usefixtures("english")
def test_english_counts_in_the_widgets_too(qtbot: QtBot) -> None:
    box, note = SamplingBox(), UnknownNote()
    for widget in (box, note):
        qtbot.addWidget(widget)
    told = []
    for best in (1, 2):
        box.set_config(SamplingConfig(top_k=best))
        told.append(box.fold.text())
    assert told == ["Temperature 1 · best word", "Temperature 1 · best 2 words"]
    tips = []
    for count in (1, 2000):
        note.show_word(UnknownWord("kng", (("king", count),)))
        tips.append(note.chips[0].toolTip())
    assert "1 time in" in tips[0] and "2,000 times in" in tips[1]


@pytest.mark.usefixtures("spanish")
@pytest.mark.parametrize("perplexity", [math.inf, 1e12])
def test_a_hopeless_model_needs_no_number(perplexity: float) -> None:
    assert Unsure().briefly(perplexity) == "perdido ante texto que no ha visto"
    assert Unsure().sentence(perplexity, "5 s") == "Ante texto que no ha visto está perdido."


@pytest.mark.usefixtures("spanish")
def test_spanish_says_one_word_and_two_words() -> None:
    assert [Unsure().briefly(n) for n in (1, 2)] == ["duda como entre 1 palabra", "duda como entre 2 palabras"]


# ---- what the engine says -------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("spanish")
def test_problems_are_said_in_spanish_with_numbers_as_spaniards_write_them() -> None:
    assert text.say(verdict(34_856)).startswith("34.856 palabras: ")
    assert text.say(verdict(34_856)).endswith(" 200.000.")
    with pytest.raises(Problem) as refused:
        SamplingConfig(temperature=7.5)
    assert text.say(refused.value) == "«Temperatura» no puede ser 7,5; hay que elegir un valor de 0,05 a 3."


@pytest.mark.usefixtures("spanish")
def test_the_kind_of_a_file_is_translated_and_its_name_is_not() -> None:
    with pytest.raises(Problem) as refused:
        signatures.refuse_binary("a PDF", b"%PDF-1.7")
    assert text.say(refused.value).startswith("«a PDF» es un PDF, ")


def test_without_a_translation_a_problem_reads_as_in_the_terminal() -> None:
    problem = verdict(34_856)
    assert text.say(problem) == str(problem)


# ---- the window -----------------------------------------------------------------------------------------------------


def texts(window: QWidget) -> set[str]:
    """What its parts say: on them, in their tooltips, and to those who do not see them."""
    said = set()
    for part in window.findChildren(QWidget):
        said |= {part.toolTip(), part.accessibleName(), part.accessibleDescription()}
        said |= {part.text(), getattr(part, "placeholderText", str)()} if hasattr(part, "text") else set()
    return {text.replace("&", "") for text in said if isinstance(text, str) and text}


@pytest.mark.usefixtures("spanish")
def test_the_window_is_in_spanish(qtbot: QtBot) -> None:
    window = MainWindow(Workspace())
    qtbot.addWidget(window)
    menus = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert menus == ["Archivo", "Editar", "Ir", "Entrenar", "Ayuda"]
    said = texts(window)
    places = {"Texto", "Entrenar", "Escribir", "Por dentro"}
    parts = {"Soltar aquí un texto", "Palabra siguiente", "Tasa de aprendizaje", "¿Cuánto tiempo hay?"}
    assert places | parts <= said
    english = {message.source.replace("&", "") for message in SPANISH if message.source not in message.forms}
    assert not said & english
    window.close()


@pytest.mark.usefixtures("spanish")
def test_every_setting_says_its_range_in_spanish(qtbot: QtBot) -> None:
    box = SamplingBox()
    qtbot.addWidget(box)
    assert box.heat.rows["temperature"].control.toolTip().endswith("\nDe 0,05 a 3.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_controls_of_a_place_share_a_mnemonic(qtbot: QtBot, qapp: QApplication, language: str) -> None:
    translators = install(qapp, language)
    workspace = ScriptedWorkspace()
    write = WritePanel(workspace)
    pages = {
        "setup": SetupPage(workspace), "progress": ProgressPage(workspace), "no text": EmptyPage(workspace),
        "no model": NoModel(), "write": write,
    }  # fmt: skip
    for name, page in pages.items():
        qtbot.addWidget(page)
        parts = [*page.findChildren(QAbstractButton), *page.findChildren(QLabel)]
        parts = [part for part in parts if name != "write" or not write.no_model.isAncestorOf(part)]
        used = [found[1].casefold() for part in parts if (found := MNEMONIC.search(part.text()))]
        used += text.letters("Menus", *text.MENU_BAR)
        assert sorted(used) == sorted(set(used)), name
    remove(qapp, translators)


def test_the_settings_leave_the_menus_their_letters(qtbot: QtBot) -> None:
    window = MainWindow(Workspace())
    qtbot.addWidget(window)
    assert tuple(action.text() for action in window.menuBar().actions()) == text.MENU_BAR
    window.close()


def test_a_letter_with_an_accent_is_no_mnemonic() -> None:
    assert [letter for letter in "aáñz1 " if text.plain_letter(letter)] == ["a", "z"]


# ---- the program ----------------------------------------------------------------------------------------------------

SPEAK = """
from PySide6.QtCore import QCoreApplication, QLocale
from textgen import app
program = app.build(["textgen"])
say = QCoreApplication.translate
print(say("Place", "Look inside"), say("QPlatformTheme", "Cancel"), QLocale().toString(12345), sep="|")
"""

SPEAKS = [
    ({"LANG": "es_ES.UTF-8"}, "Por dentro|Cancelar|12.345"),
    ({"LANG": "es_MX.UTF-8"}, "Por dentro|Cancelar|12,345"),
    ({"LANG": "es_ES.UTF-8", "LC_NUMERIC": "en_US.UTF-8"}, "Por dentro|Cancelar|12,345"),
    ({"LANG": "en_GB.UTF-8", "LC_NUMERIC": "es_ES.UTF-8"}, "Look inside|Cancel|12.345"),
    ({"LANG": "de_DE.UTF-8"}, "Look inside|Abbrechen|12.345"),
    ({"LANG": "C"}, "Look inside|Cancel|12,345"),
]


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="there the language is not in the environment")
@pytest.mark.parametrize(("language", "spoken"), SPEAKS)
def test_the_program_speaks_the_language_of_the_system(language: dict[str, str], spoken: str) -> None:
    plain = {key: value for key, value in os.environ.items() if key != "LANGUAGE" and not key.startswith("LC_")}
    surroundings = {**plain, **language, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(paths.ROOT)}
    surroundings["PYTHONIOENCODING"] = "utf-8"
    done = subprocess.run(
        [sys.executable, "-c", SPEAK], env=surroundings, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.stdout.strip() == spoken, done.stderr
