"""The style sheet, kept to what the plain style cannot say: cards, buttons with a meaning, roles of text."""

from __future__ import annotations

from textgen.gui.parts.colours import Colours, mix

_SHEET = """
QMainWindow, QDialog, *[role="surface"] {{ background: {surface}; }}
QScrollArea, QScrollArea > QWidget > QWidget[role="page"], QStackedWidget {{ background: transparent; border: none; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {line}; padding: 4px 6px; }}

QLabel {{ background: transparent; color: {text}; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="good"] {{ color: {good}; }}
QLabel[role="bad"] {{ color: {bad}; }}
QLabel[role="accent"] {{ color: {accent}; }}

QFrame[role="card"] {{ background: {raised}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[role="popup"] {{ background: {raised}; border: 1px solid {edge}; border-radius: 8px; }}
QFrame[role="drop"] {{ background: {raised}; border: 2px dashed {edge}; border-radius: 12px; }}
QFrame[role="drop-here"] {{ background: {hover}; border: 2px dashed {accent}; border-radius: 12px; }}
QFrame[role="bad-card"] {{ background: {raised}; border: 1px solid {bad}; border-radius: 8px; }}
QFrame[role="bad-bar"] {{ background: {raised}; border: none; border-bottom: 1px solid {bad}; }}
QFrame[role="bar"] {{ background: {raised}; border: none; border-top: 1px solid {line}; }}
QFrame[role="head"] {{ background: {raised}; border: none; border-bottom: 1px solid {line}; }}
QFrame[role="rail"] {{ background: {raised}; border: none; border-right: 1px solid {line}; }}
QFrame[role="line"] {{ background: {line}; border: none; max-height: 1px; min-height: 1px; }}

QPushButton, QToolButton[role] {{
    color: {text}; background: {raised}; border: 1px solid {edge}; border-radius: 6px; padding: 6px 14px;
}}
QPushButton:hover, QToolButton[role]:hover {{ background: {hover}; }}
QPushButton:pressed, QToolButton[role]:pressed {{ background: {line}; }}
QPushButton:disabled, QToolButton[role]:disabled {{ color: {faint}; border-color: {line}; }}
QPushButton:focus, QToolButton[role]:focus {{ border: 2px solid {accent}; padding: 5px 13px; }}

QPushButton[role="primary"] {{
    color: {accent_text}; background: {accent}; border: 1px solid {accent}; padding: 6px 22px; font-weight: 600;
}}
QPushButton[role="primary"]:hover {{ background: {accent_hover}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {text}; padding: 5px 21px; }}
QPushButton[role="primary"]:disabled {{ color: {muted}; background: {line}; border-color: {line}; }}

QPushButton[role="quiet"], QToolButton[role="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover {{ background: {hover}; }}
QPushButton[role="quiet"]:disabled, QToolButton[role="quiet"]:disabled {{ border-color: transparent; }}
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus {{ border: 2px solid {accent}; }}
QPushButton[role="fold"] {{
    background: transparent; border: 1px solid transparent; padding: 6px 8px 6px 3px; text-align: left;
}}
QPushButton[role="fold"]:hover {{ background: {hover}; }}
QPushButton[role="fold"]:focus {{ border: 2px solid {accent}; padding: 5px 7px 5px 2px; }}
QPushButton[role="link"] {{
    color: {accent}; background: transparent; border: 1px solid transparent; padding: 3px 6px; text-align: left;
}}
QPushButton[role="link"]:hover {{ text-decoration: underline; background: transparent; }}
QPushButton[role="link"]:disabled {{ color: {faint}; text-decoration: none; }}
QPushButton[role="link"]:focus {{ border: 2px solid {accent}; padding: 2px 5px; }}

QPushButton[role="link"][flush="true"] {{ padding: 3px 6px 3px 0; border-left: none; }}

QPushButton[role="card"] {{ border-color: {line}; border-radius: 8px; padding: 0; text-align: left; }}
QPushButton[role="card"]:hover {{ border-color: {accent}; background: {hover}; }}
QPushButton[role="card"]:focus {{ border: 2px solid {accent}; padding: 0; }}
QPushButton[role="card"]:disabled {{ background: transparent; }}
QPushButton[role="card"]:checked {{ border: 2px solid {accent}; background: {hover}; padding: 0; }}

QPushButton[role="segment"] {{ padding: 6px 16px; }}
QPushButton[role="segment"]:focus {{ padding: 5px 15px; }}
QPushButton[role="segment"][tight="true"] {{ padding: 6px 6px; }}
QPushButton[role="segment"][tight="true"]:focus {{ padding: 5px 5px; }}
QPushButton[role="segment"]:checked {{ color: {accent_text}; background: {accent}; border-color: {accent}; }}
QPushButton[role="segment"]:checked:focus {{ border: 2px solid {text}; }}
QPushButton[role="tab"] {{
    color: {muted}; background: transparent; border: none; border-bottom: 2px solid transparent;
    border-radius: 0; padding: 6px 8px;
}}
QPushButton[role="tab"]:hover {{ color: {text}; background: {hover}; }}
QPushButton[role="tab"]:checked {{ color: {accent}; border-bottom: 2px solid {accent}; }}
QPushButton[role="tab"]:focus {{ border: 2px solid {accent}; padding: 4px 6px 6px 6px; }}
QPushButton[role="chip"] {{ border-radius: 10px; padding: 3px 12px; }}
QPushButton[role="chip"]:focus {{ padding: 2px 11px; }}

QToolButton[role="rail"] {{
    color: {muted}; background: transparent; border: 2px solid transparent; border-radius: 8px; padding: 6px 2px;
}}
QToolButton[role="rail"]:hover {{ background: {hover}; color: {text}; }}
QToolButton[role="rail"]:checked {{ background: {hover}; color: {accent}; font-weight: 600; }}
QToolButton[role="rail"]:focus {{ border: 2px solid {accent}; padding: 6px 2px; }}

QTextEdit[role="page"], QPlainTextEdit[role="page"], QTextBrowser[role="page"] {{
    background: {raised}; color: {text}; border: 1px solid {line}; border-radius: 8px;
    selection-background-color: {accent}; selection-color: {accent_text};
}}
QTextEdit[role="page"]:focus, QPlainTextEdit[role="page"]:focus {{ border: 1px solid {accent}; }}

QListView[role="popup"] {{ background: {raised}; border: 1px solid {edge}; outline: none; }}

QScrollBar:vertical {{ background: transparent; border: none; width: 12px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; border: none; height: 12px; margin: 2px; }}
QScrollBar::handle {{ background: {edge}; border-radius: 4px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: transparent; color: {muted}; border: none; padding: 4px 11px; }}
QTableWidget {{
    background: {raised}; color: {text}; border: 1px solid {line}; border-radius: 8px; outline: none;
    selection-background-color: {hover}; selection-color: {text};
}}
QTableWidget::item {{ padding: 0 8px; }}
QTableWidget:focus {{ border: 1px solid {accent}; }}

QSlider {{ min-height: 22px; }}
QSlider[role="stops"] {{ min-height: 32px; }}
QSlider::groove:horizontal {{ background: {line}; height: 4px; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{
    background: {raised}; border: 2px solid {accent}; width: 12px; margin: -6px 0; border-radius: 8px;
}}
QSlider::handle:horizontal:hover {{ background: {hover}; }}
QSlider::handle:horizontal:focus {{ background: {accent}; }}

QCheckBox::indicator:unchecked {{
    background: {raised}; border: 1px solid {muted}; border-radius: 2px; width: 13px; height: 13px;
}}
QCheckBox::indicator:unchecked:focus {{ border: 1px solid {accent}; }}

QProgressBar {{ background: {line}; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
"""


def of(colours: Colours) -> str:
    """The style sheet in these colours."""
    names = {name: value.name() for name, value in vars(colours).items() if name != "dark"}
    return _SHEET.format(
        **names,
        edge=mix(colours.text, colours.raised, 0.68).name(),
        faint=mix(colours.text, colours.raised, 0.55).name(),
        accent_hover=mix(colours.accent, colours.text, 0.18).name(),
    )
