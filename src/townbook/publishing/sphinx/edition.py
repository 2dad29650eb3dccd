"""The edition that a Sphinx build is about, opened once a build."""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from weakref import WeakKeyDictionary

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ExtensionError

from townbook.dataset.faults import DataError
from townbook.dataset.root import find_root
from townbook.publishing.book import Book, open_book
from townbook.publishing.later_editions import LaterEdition, open_later
from townbook.publishing.references import References
from townbook.publishing.sphinx.exhibit_store import ExhibitStore
from townbook.vocabulary.words import Words

_OPEN: MutableMapping[Sphinx, OpenEdition] = WeakKeyDictionary()


class OpenEdition:
    """The edition of a build: its tables, findings and words, and its exhibits on disk."""

    def __init__(self, book: Book, exhibits: ExhibitStore) -> None:
        self.book = book
        self.exhibits = exhibits

    @cached_property
    def references(self) -> References:
        """What the roles say."""
        return self.book.references

    @property
    def words(self) -> Words:
        """The words of the build's language."""
        return self.book.brief.words

    @property
    def title(self) -> str:
        """What readers see of the edition: `Edition 2024`."""
        return self.words.text("Edition {}").format(self.book.edition.id)

    @property
    def status(self) -> str:
        """`final` or `provisional` in the build's language."""
        return self.words.text(self.book.edition.status)

    @property
    def number_before(self) -> int:
        """How many editions there are before this one."""
        return self.book.dataset.editions.index(self.book.edition)

    @cached_property
    def later(self) -> LaterEdition | None:
        """The newest edition where it is later than this one."""
        return open_later(self.book)

    def fingerprint(self) -> str:
        """Return a hash over all that pages take from data, so that new data renews the pages."""
        digest = sha256(self.book.brief.registry.to_json().encode())
        data = sorted(path for path in (self.book.root / "data").rglob("*") if path.is_file())
        for path in (*data, *self.exhibits.files()):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()


def edition_of(app: Sphinx) -> OpenEdition:
    """Return the edition that a build is about, which the config values `townbook_*` name.

    Raises
    ------
    ExtensionError
        If the edition cannot be opened, saying why.
    """
    if app not in _OPEN:
        _OPEN[app] = _open(app.config, srcdir=Path(app.srcdir), outdir=Path(app.outdir))
    return _OPEN[app]


def _open(config: Config, *, srcdir: Path, outdir: Path) -> OpenEdition:
    try:
        root = Path(config.townbook_root) if config.townbook_root else find_root(srcdir)
        language = config.townbook_language or "en"
        book = open_book(config.townbook_edition or None, language=language, root=root)
    except (DataError, LookupError, OSError, ValueError) as error:
        raise ExtensionError(f"townbook: {error}") from error
    given = Path(config.townbook_exhibits) if config.townbook_exhibits else None
    # Beside the output and not in it: these are not pages.
    made = outdir.parent / f"{outdir.name}-exhibits"
    return OpenEdition(book, ExhibitStore(book, given=given, made=made))
