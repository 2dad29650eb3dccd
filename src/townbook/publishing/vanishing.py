"""Finds what vanished: what earlier editions and builds have, held against a new build."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from townbook.analysis.differences.causes import Cause
from townbook.analysis.differences.editions import (
    Computed,
    DifferenceError,
    EditionDifference,
    compare_builds,
    compare_editions,
)
from townbook.dataset.editions import Edition
from townbook.figures.exhibits import Brief
from townbook.publishing.addresses import number_path, page_path
from townbook.publishing.book import Book
from townbook.publishing.landing import read_card
from townbook.publishing.later_words import say_why
from townbook.publishing.manifests.manifest import Manifest, ManifestError, read_manifest
from townbook.publishing.manifests.sealing import seal_edition
from townbook.publishing.plain_pages import Report
from townbook.publishing.published import PublishedError, read_published
from townbook.publishing.vanished import Vanished, list_permalinks, read_vanished, write_vanished

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_NUMBER = re.compile(r'data-ref="([^"]+)"')


@dataclass(frozen=True)
class Former:
    """What was published before: an edition in its folder, and the difference from it where that can be said.

    `brief` knows the documents of both sides.
    """

    edition: Edition
    folder: Path
    manifest: Manifest
    difference: EditionDifference | None
    brief: Brief


def keep_addresses(
    book: Book, *, built: Path, earlier: Mapping[str, Path], published: Path | None, reason: str = ""
) -> list[Vanished]:
    """Give a built edition a page at each address that an earlier edition or build has and it has not.

    `earlier` are the folders of earlier editions by id, `published` is where a former build of this edition
    is, if any. `reason` is why that is replaced, where somebody said. The manifest is written anew.
    """
    manifest = read_manifest(built)
    if manifest is None:
        return []
    gone = find_vanished(book, manifest=manifest, earlier=earlier, published=published, reason=reason)
    if gone:
        card, words = read_card(built), book.brief.words
        report = Report(
            title=card.title,
            front=f"{card.front}.html",
            edition=words.text("Edition {}").format(card.edition),
            status=words.text(card.status),
            status_code=card.status,
        )
        write_vanished(gone, folder=built, brief=book.brief, report=report, root=book.root)
        seal_edition(built, card=card, root=book.root)
    return gone


def find_vanished(
    book: Book, *, manifest: Manifest, earlier: Mapping[str, Path], published: Path | None, reason: str = ""
) -> list[Vanished]:
    """Return what earlier editions and builds have and the one of `manifest` has not, by address."""
    editions = book.dataset.editions
    gone: dict[str, Vanished] = {}
    here = list_permalinks(manifest)
    before = editions[: editions.index(book.edition)]
    for edition, follower in reversed(list(zip(before, editions[1:], strict=False))):
        former = _open(edition, earlier.get(edition.id), book)
        for one in [] if former is None else _list_missing(former, {*here, *gone}):
            gone[one.path] = replace(one, since=follower.id, last=edition.id)
    former = _open(book.edition, published, book)
    if former is not None:
        for one in _list_missing(former, {*here, *gone}):
            gone[one.path] = replace(one, since=book.edition.id, why=reason or one.why)
        kept = [one for one in read_vanished(former.folder) if one.path not in {*here, *gone}]
        # Which of the editions has it is known only of those that are at hand.
        gone |= {one.path: replace(one, last="") for one in kept}
    return [gone[path] for path in sorted(gone)]


def _open(edition: Edition, folder: Path | None, book: Book) -> Former | None:
    """Open what was published in a folder, None where nothing was that can be read."""
    try:
        manifest = None if folder is None else read_manifest(folder)
    except ManifestError:
        return None
    if folder is None or manifest is None:
        return None
    try:
        old = read_published(folder, now=book.dataset.cut(edition))
        new = Computed(book.brief.data, book.brief.registry)
        compare = compare_builds if edition == book.edition else compare_editions
        before = Brief(old.data, old.registry, book.brief.words)
        brief = replace(book.brief, previous=before)
        return Former(edition, folder, manifest, compare(old, new), brief)
    except (PublishedError, DifferenceError):
        return Former(edition, folder, manifest, None, book.brief)


def _list_missing(former: Former, known: set[str]) -> Iterator[Vanished]:
    for path, (kind, name) in list_permalinks(former.manifest).items():
        if path in known:
            continue
        causes = _explain(name, former, kind=kind, known=known)
        why = say_why(causes, former.brief) if causes else ""
        yield Vanished(name, kind, _read_title(former.folder / path, name), "", why, "")


def _explain(name: str, former: Former, *, kind: str, known: Collection[str]) -> list[Cause]:
    """Return why something is gone, nothing where that is not known; `known` are the addresses that stay."""
    if kind == "number":
        return _explain_number(name, former)
    return _explain_exhibit(name, former) if kind == "exhibit" else _explain_page(name, former, known=known)


def _explain_number(name: str, former: Former) -> list[Cause]:
    """Return why a finding or an observation is gone, nothing where the difference does not tell."""
    difference = former.difference
    if difference is None:
        return []
    change = difference.find(name)
    if change is not None and change.new is None:
        return list(change.causes)
    for withdrawn in difference.figures.withdrawn:
        if withdrawn.observation == name:
            document_gone = withdrawn.source in difference.documents_withdrawn
            return [Cause("withdrawal" if document_gone else "correction", (withdrawn.source,))]
    for revised in difference.figures.revised:
        if revised.old.observation == name:
            return [Cause("revision", (revised.new.source,))]
    return []


def _explain_exhibit(name: str, former: Former) -> list[Cause]:
    """Return why what an exhibit rested on is gone."""
    path = former.folder / "exhibits" / name / f"{name}.json"
    try:
        described = json.loads(path.read_text(encoding="utf-8"))
        behind: Sequence[str] = [*described.get("findings", ()), *described.get("observations", ())]
    except (OSError, ValueError):
        return []
    return _explain_numbers(behind, former)


def _explain_page(name: str, former: Former, *, known: Collection[str]) -> list[Cause]:
    """Return why the numbers of a page are gone, if most of them are: a few are no reason to drop a page."""
    said = dict.fromkeys(_NUMBER.findall(_read(former.folder / page_path(name))))
    gone = [one for one in said if number_path(one) not in known]
    return _explain_numbers(gone, former) if 2 * len(gone) > len(said) else []


def _explain_numbers(names: Iterable[str], former: Former) -> list[Cause]:
    """Return the causes of several numbers, each once."""
    causes = [cause for one in names for cause in _explain_number(one, former)]
    return list({(cause.code, cause.sources): cause for cause in causes}.values())


def _read_title(path: Path, name: str) -> str:
    """Return what a page called itself, without its edition."""
    found = _TITLE.search(_read(path))
    return html.unescape(found[1]).rpartition(" — ")[0] or name if found else name


def _read(path: Path) -> str:
    """Return the text of a page, none where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
