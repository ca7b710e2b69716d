"""Text to pieces and back: words, numbers and punctuation marks as separate pieces, with the spacing kept.

Every mark has a default spacing: a comma glues to the word on its left, an opening bracket to the one on its right.
A piece is the bare mark where the text follows the default, and carries JOINER on each side where it does not. So
common text has common pieces (`"` gets one piece for opening and one for closing), and `join` gives the text back.

White space and control characters carry no more than a gap. A run of them is one space, or one line end if it holds
a line feed, carriage return, U+0085, U+2028 or U+2029; tabs, form feeds, vertical tabs and U+001C to U+001F are
spaces. A gap at either end of the text is dropped, and a lone surrogate becomes U+FFFD.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import regex

END = "\n"
JOINER = "\uf8ff"
LONGEST = 60  # characters of a piece; a longer run is cut into pieces that glue together again

LONGEST_PIECE = 1_000  # characters of a piece in a text that is split already; SentencePiece has a limit of its own

_ESCAPE = "\uf8fe"
_SENTENCEPIECE = "\u2581\u2585"  # they mean something to SentencePiece, so no piece may hold them
_ESCAPED = {"\u2581": "_", "\u2585": "=", JOINER: "|", _ESCAPE: "/"}
_ESCAPES = str.maketrans({char: _ESCAPE + code for char, code in _ESCAPED.items()})
_UNESCAPES = {code: char for char, code in _ESCAPED.items()}
_UNESCAPE = re.compile(f"{_ESCAPE}(.)")

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")

# Scripts without spaces: each character is a piece and glues to its neighbours.
_CJK = r"\p{Han}\p{Hiragana}\p{Katakana}"
# Soft hyphens and zero-width joiners belong inside a word, never at its start.
_RUN = rf"[\p{{L}}\p{{M}}\p{{N}}--[{_CJK}]][[\p{{L}}\p{{M}}\p{{N}}\xad\u200c\u200d]--[{_CJK}]]*+"
_TOKEN = regex.compile(
    rf"{_RUN}(?:(?:['’](?=[\p{{L}}\p{{N}}--[{_CJK}]])|(?<=\p{{N}})[.,](?=\p{{N}})){_RUN})*+|\.\.\.|-{{2,3}}|\X",
    regex.V1,
)
# Most chunks are a word of Latin, Greek or Cyrillic letters, perhaps with a mark after it: those pieces are seen at once.
_PLAIN = re.compile(rf"([0-9A-Za-zÀ-ÖØ-öø-ɏΑ-ΡΣ-ϵЀ-ҁ]{{1,{LONGEST}}})([,.;:!?]?)")
_ALIKE = str.maketrans({"’": "'", "\xad": None})  # one word to a reader
_LETTER = regex.compile(r"[\p{L}\p{N}]")
_GLUING = regex.compile(rf"[{_CJK}]\p{{M}}*", regex.V1)
_WORDLIKE = regex.compile(r"[\p{L}\p{M}\p{N}]")

# (glues to the left, glues to the right). The dash of English ("a—b") glues on both sides; that of Spanish dialogue
# ("—Sí —dijo—.") then is one piece where it opens and one where it closes.
_SPACING = {
    **dict.fromkeys([*",.;:!?)]}»”›…%", "..."], (True, False)),
    **dict.fromkeys("([{¿¡«“‘‹„‚", (False, True)),
    **dict.fromkeys([*"-‐‑/'’—", "--", "---", *"。，、；：！？「」『』（）《》〈〉【】・ー"], (True, True)),
}


def normalise(text: str) -> str:
    """The text as `join` gives it back: each gap one space or one line end, none at the ends."""
    return END.join(" ".join(chunks) for chunks in _lines(text))


def split(text: str) -> list[str]:
    """Cut a text into pieces; a line's end is the piece END.

    The text's own end is open: a mark there keeps its default spacing, since what follows is not yet written.
    """
    pieces: list[str] = []
    chunks: list[str] = []
    for chunks in _lines(text):
        pieces.append(END)
        for chunk in chunks:
            pieces += _remembered(chunk) if len(chunk) <= LONGEST else pieces_of(chunk)
    if chunks:
        last = len(pieces_of(chunks[-1]))
        pieces[-last:] = _mark(_tokens(chunks[-1]), open_end=True)
    return pieces[1:]


def join(pieces: Iterable[str]) -> str:
    """Put pieces together again; `join(split(text)) == normalise(text)`."""
    return "".join(gap + token for gap, token in spaced(pieces))


def spaced(pieces: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The gap before each piece, "" or a space, and what the piece says."""
    glued = True
    for piece in pieces:
        if piece == END:
            yield "", END
            glued = True
            continue
        token, left, right = _parse(piece)
        yield "" if glued or left else " ", token
        glued = right


def label(piece: str) -> str:
    """What a person sees for one piece alone: "¶" for a paragraph's end, `"…` and `…"` for the two straight quotes.

    Any mark that may stand on either side of a word shows so on which side its word is.
    """
    if piece == END:
        return "¶"
    token, left, right = _parse(piece)
    default = _spacing(token)
    if left == right or default[0] != default[1] or _WORDLIKE.search(token):
        return token
    return f"…{token}" if left else f"{token}…"


def bare(piece: str) -> str:
    """A piece without the signs of its spacing."""
    return piece.removeprefix(JOINER).removesuffix(JOINER)


def fold(piece: str) -> str:
    """What two pieces must have in common to be the same word: all but capitals, spacing and the kind of apostrophe."""
    return unicodedata.normalize("NFC", bare(piece).translate(_ALIKE).casefold())


def is_word(piece: str) -> bool:
    """Whether the piece has a letter or digit."""
    return _LETTER.search(piece) is not None


def is_piece(piece: str) -> bool:
    """Whether a piece from elsewhere is one that this module could have made: no gap, no control character."""
    fits = 0 < len(piece) <= LONGEST_PIECE and piece.split() == [piece] and not _CONTROL.search(piece)
    return fits and not any(char in piece for char in _SENTENCEPIECE)


def escape(token: str) -> str:
    """A token as it stands in a piece: without JOINER and the characters that SentencePiece keeps for itself."""
    return token.translate(_ESCAPES) if not token.isascii() else token


def clean(text: str) -> str:
    """The text with a space for each control character that is not white space, and no lone surrogates."""
    if _CONTROL.search(text):
        text = _CONTROL.sub(" ", text)
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def unify_line_ends(text: str) -> str:
    """The text with a line feed for every kind of line end."""
    for end in "\r\x85\u2028\u2029":
        text = text.replace(end, END)
    return text


def pieces_of(chunk: str) -> tuple[str, ...]:
    """The pieces of a chunk without white space that has a gap on each side."""
    plain = _PLAIN.fullmatch(chunk)
    return tuple(filter(None, plain.groups())) if plain else _mark(_tokens(chunk))


@lru_cache(maxsize=1 << 14)
def _remembered(chunk: str) -> tuple[str, ...]:
    return pieces_of(chunk)


def _lines(text: str) -> Iterator[list[str]]:
    for line in unify_line_ends(clean(text)).split(END):
        if chunks := line.split():
            yield chunks


def _tokens(chunk: str) -> list[str]:
    tokens: list[str] = _TOKEN.findall(chunk)
    if max(map(len, tokens)) <= LONGEST:
        return tokens
    return [token[at : at + LONGEST] for token in tokens for at in range(0, len(token), LONGEST)]


def _mark(tokens: list[str], open_end: bool = False) -> tuple[str, ...]:
    """Turn tokens that touch each other into pieces, with JOINER where the spacing is not the default."""
    spacing = [_spacing(token) for token in tokens]
    left = [False] * len(tokens)
    right = [False] * len(tokens)
    left[0] = spacing[0][0]
    right[-1] = spacing[-1][1] and not open_end
    for i in range(1, len(tokens)):
        if spacing[i - 1][1] or spacing[i][0]:
            continue
        if _WORDLIKE.search(tokens[i]) and not _WORDLIKE.search(tokens[i - 1]):
            right[i - 1] = True
        else:
            left[i] = True
    return tuple(
        JOINER * before + escape(token) + JOINER * after
        for token, before, after in zip(tokens, left, right, strict=True)
    )


@lru_cache(maxsize=1 << 16)
def _parse(piece: str) -> tuple[str, bool, bool]:
    """The token of a piece and whether it glues to the left and to the right."""
    bare = piece.removeprefix(JOINER)
    token = bare.removesuffix(JOINER)
    left, right = _spacing(token)
    left, right = left != (len(bare) < len(piece)), right != (len(token) < len(bare))
    return _UNESCAPE.sub(lambda match: _UNESCAPES.get(match[1], match[1]), token), left, right


def _spacing(token: str) -> tuple[bool, bool]:
    known = _SPACING.get(token)
    if known is None:
        known = (True, True) if not token.isascii() and _GLUING.fullmatch(token) else (False, False)
    return known
