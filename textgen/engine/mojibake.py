"""Letters broken by a wrong encoding: UTF-8 that somebody read as GBK ("煤til") or as Windows-1252 ("Ãºtil").

A word is put right only if it turns into sound UTF-8 byte for byte and into plausible letters, and only in a file
whose suspicious words nearly all do: real Chinese turns into sound UTF-8 now and then, but never most of the time.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_ENOUGH = 5000  # suspicious words looked at before the judgement is safe
_SOUND = re.compile(r"[\x00-\x7f\xa0-\u017f\u0370-\u045f\u1e00-\u1fff\u2010-\u203a\u20ac\u2122]+")
_WORD = re.compile(r"[^ \t\r\n]+")  # a no-break space may be half of a broken letter
_LATIN_LETTER = re.compile(r"[A-Za-z]")
_OTHER_LETTER = re.compile(r"[\u0370-\u045f\u1f00-\u1fff]")


def _control_as_byte(error: UnicodeError) -> tuple[bytes, int]:
    """Encode U+0080 to U+009F, which Windows-1252 lacks in part, as the byte of that number."""
    if not isinstance(error, UnicodeEncodeError) or not 0x80 <= ord(error.object[error.start]) < 0xA0:
        raise error
    return bytes([ord(error.object[error.start])]), error.start + 1


_CONTROLS_AS_BYTES = "textgen-controls-as-bytes"
codecs.register_error(_CONTROLS_AS_BYTES, _control_as_byte)


@dataclass(frozen=True)
class Mojibake:
    """One way in which letters were broken: the codec that was wrongly used, and what only then is often seen."""

    codec: str
    sign: re.Pattern[str]

    def mend(self, word: str) -> str | None:
        """The word as it was meant, or None if it was not broken in this way."""
        try:
            mended = word.encode(self.codec, _CONTROLS_AS_BYTES).decode("utf-8")
        except UnicodeError:
            return None
        mixed = _LATIN_LETTER.search(mended) and _OTHER_LETTER.search(mended)
        return mended if mended != word and _SOUND.fullmatch(mended) and not mixed else None


# What the second and third bytes of a UTF-8 character look like in Windows-1252.
_TRAIL = "[" + re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")) + "\x80-\x9f]"

GBK = Mojibake("gbk", re.compile("[\u3400-\u9fff\uf900-\ufaff]"))
WINDOWS = Mojibake("cp1252", re.compile(f"[Â-ß]{_TRAIL}|[à-ï]{_TRAIL}{{2}}"))

# Words that say nothing for or against: those that lost bytes as well, and capitals before a mark ("MANHÃ…").
_UNCLEAR = {GBK: re.compile(r"\ufffd|[^\x00-\x7f]\?"), WINDOWS: re.compile(r"\ufffd|^[^a-z]*$")}


class Suspicion:
    """Gathers evidence over a file's text, block by block, whether its letters were broken."""

    def __init__(self) -> None:
        self._mended = dict.fromkeys((GBK, WINDOWS), 0)
        self._sound = dict.fromkeys((GBK, WINDOWS), 0)
        self._mixed = 0

    def look(self, text: str) -> None:
        """Take a block of text into account."""
        if text.isascii():
            return
        for kind in (GBK, WINDOWS):
            if self._mended[kind] + self._sound[kind] < _ENOUGH and kind.sign.search(text):
                for word in filter(kind.sign.search, _WORD.findall(text)):
                    self._weigh(kind, word)

    def verdict(self) -> Mojibake | None:
        """The repair that the file needs, if any."""
        for kind in (WINDOWS, GBK):
            mended = self._mended[kind]
            if mended >= 2 and mended >= 4 * self._sound[kind] and (kind is WINDOWS or self._mixed >= mended / 2):
                return kind
        return None

    def _weigh(self, kind: Mojibake, word: str) -> None:
        if _UNCLEAR[kind].search(word):
            return
        if kind.mend(word) is None:
            self._sound[kind] += 1
            return
        self._mended[kind] += 1
        # Broken letters of a Latin script stand inside its words; Chinese words in an English text stand alone.
        self._mixed += kind is GBK and (_LATIN_LETTER.search(word) is not None or len(word) >= 4)


@dataclass
class Repair:
    """Puts a text right block by block and remembers on how many lines, with the first word as an example."""

    kind: Mojibake
    lines: int = 0
    before: str = ""
    after: str = ""

    def mend(self, text: str) -> str:
        """The text with every broken word put right."""
        if text.isascii():
            return text
        lines = text.split("\n")
        for at, line in enumerate(lines):
            if not line.isascii():
                lines[at] = _WORD.sub(self._mend_word, line)
                self.lines += lines[at] != line
        return "\n".join(lines)

    def _mend_word(self, match: re.Match[str]) -> str:
        mended = self.kind.mend(match[0]) if self.kind.sign.search(match[0]) else None
        if mended is None:
            return match[0]
        if not self.before:
            self.before, self.after = match[0], mended
        return mended
