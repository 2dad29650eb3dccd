"""From bytes to text: the encoding of a document, told from the document itself."""

from __future__ import annotations

from townbook.sources.unreadable import refuse


def decode(content: bytes, *, name: str) -> tuple[str, str]:
    """Return the text of a document and the name of its encoding.

    Raises
    ------
    UnreadableError
        If the document is empty or in no encoding that is known.
    """
    if not content:
        raise refuse(name, found="an empty file", expected="a text", remedy="fetch the document again")
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        raise refuse(name, found=f"byte {error.start}", expected="UTF-8", remedy="save it as UTF-8") from None
