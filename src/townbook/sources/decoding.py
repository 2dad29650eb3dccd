"""From bytes to text: the encoding of a document, told from the document itself.

What a page declares is not asked: copies of copies declare wrongly, and Chinese text tells its encoding.
"""

from __future__ import annotations

import codecs
import re

from townbook.sources.plausibility import plausibility
from townbook.sources.unreadable import UnreadableError, refuse

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("gb18030", "big5", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")
_NOT_ASCII = re.compile(rb"[\x80-\xff\x00]")
_BEYOND_ALPHABETS = re.compile("[\u0800-\U0010ffff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
_SAMPLE = 1 << 15
_ENOUGH = 0.25
_SURE = 0.5
_FORMS = "a text in UTF-8, UTF-16, GB18030 or Big5"
_AGAIN = "fetch the document again, or open it in an editor and save it as UTF-8"


def decode(content: bytes, *, name: str) -> tuple[str, str]:
    """Return the text of a document, without a byte order mark, and Python's name of its encoding.

    Raises
    ------
    UnreadableError
        If the document is empty, binary, cut off within a character, or in no encoding that is known.
    """
    if not content:
        raise refuse(name, found="an empty file", expected="a text", remedy="fetch the document again")
    encoding = _marked(content) or _tell_encoding(content, name=name)
    text = _decode_wholly(content, encoding, name=name)
    if len(_CONTROL.findall(text)) * 50 > len(text):
        raise _refuse_binary(name)
    if not text.strip():
        raise refuse(name, found="nothing but spaces", expected="a text", remedy="fetch the document again")
    return text, encoding


def _marked(content: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)


def _decode_wholly(content: bytes, encoding: str, *, name: str) -> str:
    try:
        return content.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        raise _refuse_damaged(name, encoding, error, size=len(content)) from None


def _tell_encoding(content: bytes, *, name: str) -> str:
    """Return the encoding of a text without a byte order mark."""
    sample = _sample(content)
    broken: UnicodeDecodeError | None = None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error
    else:
        # A few characters of GB18030 or Big5 may be valid UTF-8: they read as Latin, Greek or Arabic then.
        if b"\x00" not in content and (text.isascii() or _BEYOND_ALPHABETS.search(text)):
            return "utf-8"
    scores = {encoding: _score(sample, encoding) for encoding in _CANDIDATES}
    best = max(_CANDIDATES, key=lambda encoding: scores[encoding])
    if broken is None:
        return best if scores[best] >= _SURE else _keep_utf8(content, name=name)
    if scores[best] < max(_ENOUGH, plausibility(sample.decode("utf-8", "ignore"))):
        raise _refuse_unknown(content, sample, broken, name=name)
    return _first_that_decodes(content, [best, *(e for e in _CANDIDATES if scores[e] >= scores[best] - 0.02)])


def _first_that_decodes(content: bytes, encodings: list[str]) -> str:
    """Return the first encoding that decodes the whole: the supersets of Big5 read a sample alike."""
    for encoding in encodings:
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return encodings[0]


def _sample(content: bytes) -> bytes:
    """Return a stretch of bytes from the first that is not ASCII, at an even place."""
    found = _NOT_ASCII.search(content)
    start = found.start() if found else 0
    # One byte may be the second half of a character of UTF-16; the others do not mind ASCII before them.
    start -= start % 2
    return content[start : start + _SAMPLE]


def _score(sample: bytes, encoding: str) -> float:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        return plausibility(decoder.decode(sample))
    except UnicodeDecodeError as error:
        # Damage far into the sample does not make the rest less Chinese; damage at once does.
        return plausibility(sample[: error.start].decode(encoding, "ignore")) if error.start > 200 else -1.0


def _keep_utf8(content: bytes, *, name: str) -> str:
    if b"\x00" in content:
        raise _refuse_binary(name)
    return "utf-8"


def _refuse_binary(name: str) -> UnreadableError:
    return refuse(
        name, found="binary data", expected=_FORMS, remedy="convert the document to text, HTML or PDF"
    )


def _refuse_unknown(
    content: bytes, sample: bytes, broken: UnicodeDecodeError, *, name: str
) -> UnreadableError:
    if plausibility(sample.decode("utf-8", "ignore")) >= _ENOUGH:
        return _refuse_damaged(name, "utf-8", broken, size=len(content))
    if b"\x00" in content or len(re.findall(rb"[\x00-\x08\x0e-\x1f]", sample)) * 50 > len(sample):
        return _refuse_binary(name)
    return refuse(name, found="an encoding in which nothing reads as Chinese", expected=_FORMS, remedy=_AGAIN)


def _refuse_damaged(name: str, encoding: str, error: UnicodeDecodeError, *, size: int) -> UnreadableError:
    label = {"cp950": "Big5", "big5hkscs": "Big5", "big5": "Big5"}.get(encoding, encoding.upper())
    damage = "cut off within a character" if error.end >= size else "broken"
    found = f"{label} that is {damage} at byte {error.start + 1} of {size}"
    return refuse(name, found=found, expected="a whole text", remedy=_AGAIN)
