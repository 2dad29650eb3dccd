"""The build of the book: check, run, lay out, build the pages, and only then publish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import yaml

from townbook.analysis.areas import list_areas
from townbook.analysis.differences.editions import DifferenceError
from townbook.analysis.differences.plain import to_json
from townbook.dataset.downloads import publish_tables
from townbook.publishing.book import PUBLISHED_LANGUAGES, Book, open_book
from townbook.publishing.contents import find_page, list_pages, read_contents
from townbook.publishing.faults import BuildError, UnknownChoiceError
from townbook.publishing.fonts import prepare_fonts
from townbook.publishing.forks import process_environment
from townbook.publishing.kernels import Job
from townbook.publishing.landing import Card, write_card
from townbook.publishing.manifests.sealing import seal_edition
from townbook.publishing.progress import Progress
from townbook.publishing.publication import Copy, check_places, is_for_readers, publish
from townbook.publishing.runs import Run, check_parameters, execute_jobs, plan_runs
from townbook.publishing.site_build import build_pages
from townbook.publishing.stage import Workplace, clear_workplace, hold_alone, stage_book
from townbook.publishing.vanishing import keep_addresses

ALL = "all"
_AT_ONCE = 2


@dataclass(frozen=True)
class Volume:
    """One edition in one language, planned: what will be run, and where it is made."""

    book: Book
    workplace: Workplace
    runs: tuple[Run, ...]

    @property
    def name(self) -> str:
        """As messages say it: `2024 en`."""
        return f"{self.workplace.edition} {self.language}"

    @property
    def language(self) -> str:
        """The language of its pages."""
        return self.workplace.language


def build_books(  # noqa: PLR0913 (a build is described by all of these)
    root: Path, *, edition: str | None, language: str, output: Path, stream: TextIO, replace: str = ""
) -> list[Path]:
    """Build editions in languages and publish them into `output`, all of them or none.

    `edition` and `language` may be `all`; an edition of None is the newest. Progress is told to `stream`.
    `replace` is the reason for which a final edition that is published already is replaced by one that says
    something else. Returns the published folders.

    Raises
    ------
    UnknownChoiceError
        If there is no such edition or language.
    DataError
        If `data/` cannot be read.
    BuildError
        If anything else is wrong; what was published before is as it was.
    """
    contents = read_contents(root)
    volumes = _plan_volumes(root, contents, edition=edition, language=language)
    _check_changes(volumes)
    _check_notebooks(root, volumes)
    copies = [_plan_copy(volume, output=output) for volume in volumes]
    check_places(copies, output=output)
    with hold_alone(root / "build"):
        prepare_fonts(root)
        _run_volumes(root, volumes, contents, stream=stream)
        keeps = is_for_readers(output, root=root)
        for volume, copy in zip(volumes, copies, strict=True):
            _keep_addresses(volume, copy, beside=copies, output=output, reason=replace, keeps=keeps)
        return publish(copies, output=output, reason=replace, stream=None if keeps else stream)


def _run_volumes(root: Path, volumes: Sequence[Volume], contents: dict[str, Any], *, stream: TextIO) -> None:
    """Run all notebooks, then build the pages of all editions."""
    for volume in volumes:
        clear_workplace(volume.workplace)
    environment = process_environment(root)
    log = root / "build" / "work" / "notebooks.log"
    jobs = [job for volume in volumes for job in _list_jobs(root, volume, environment=environment, log=log)]
    with Progress(stream, total=len(jobs) + len(volumes)) as progress:
        execute_jobs(jobs, environment=environment, log=log, progress=progress)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            built = [pool.submit(_build_volume, volume, contents) for volume in volumes]
            for volume, future in zip(volumes, built, strict=True):
                future.result()
                progress.finish(f"pages of {volume.name}")


def _plan_volumes(
    root: Path, contents: dict[str, Any], *, edition: str | None, language: str
) -> list[Volume]:
    languages = PUBLISHED_LANGUAGES if language == ALL else (language,)
    editions: list[str | None] = [edition]
    if edition == ALL:
        book = _open(root, edition=None, language=languages[0])
        editions = [each.id for each in book.dataset.editions]
    volumes = []
    for name in editions:
        for spoken in languages:
            book = _open(root, edition=name, language=spoken)
            runs = plan_runs(
                [page for page in list_pages(contents) if _is_notebook(root, page)],
                edition=book.edition.id,
                language=spoken,
                areas=list_areas(book.brief.data),
            )
            volumes.append(Volume(book, Workplace(root, book.edition.id, spoken), tuple(runs)))
    return volumes


def _open(root: Path, *, edition: str | None, language: str) -> Book:
    try:
        return open_book(edition, language=language, root=root)
    except LookupError as error:
        if isinstance(error, (KeyError, IndexError)):
            raise
        raise UnknownChoiceError(str(error)) from None


def _plan_copy(volume: Volume, *, output: Path) -> Copy:
    target = output / volume.workplace.edition / volume.language
    return Copy(volume.workplace.site, target, volume.book.brief.data, volume.language)


def _keep_addresses(  # noqa: PLR0913 (what is published, where, and beside what)
    volume: Volume, copy: Copy, *, beside: Sequence[Copy], output: Path, reason: str, keeps: bool
) -> None:
    """Let an edition keep the addresses of earlier ones; those of its own former builds where readers are."""
    fresh = {one.edition: one.built for one in beside if one.language == copy.language}
    earlier = {
        one.id: fresh.get(one.id, output / one.id / copy.language) for one in volume.book.dataset.editions
    }
    published = copy.target if keeps else None
    keep_addresses(volume.book, built=copy.built, earlier=earlier, published=published, reason=reason)


def _is_notebook(root: Path, page: str) -> bool:
    path = find_page(root, page)
    return path is not None and path.suffix == ".ipynb"


def _check_notebooks(root: Path, volumes: Sequence[Volume]) -> None:
    """Check what each notebook declares before any of them runs."""
    given = {run.notebook: run.parameters for volume in volumes for run in volume.runs}
    faults = [
        fault
        for notebook, parameters in given.items()
        for fault in check_parameters(root / f"{notebook}.ipynb", parameters, name=f"{notebook}.ipynb")
    ]
    if faults:
        raise BuildError(faults)


def _check_changes(volumes: Sequence[Volume]) -> None:
    """Find out before the work whether it can be said what changed: without that nothing is published."""
    for volume in volumes:
        brief = volume.book.brief
        try:
            _ = brief.difference
        except DifferenceError as error:
            before = "" if brief.previous is None else brief.previous.data.edition.id
            found = f"edition {brief.data.edition.id}: what changed since {before} cannot be said: {error}"
            raise BuildError(f"{found}; mend what it names, then build again") from None


def _list_jobs(root: Path, volume: Volume, *, environment: Mapping[str, str], log: Path) -> list[Job]:
    jobs = []
    for run in volume.runs:
        made = volume.workplace.runs / f"{run.page}.ipynb"
        jobs.append(
            Job(
                name=f"{run.notebook}.ipynb ({' '.join(run.parameters.values())})",
                label=f"{volume.name} {run.page}",
                source=root / f"{run.notebook}.ipynb",
                output=made,
                shown=volume.workplace.shown(made),
                parameters=run.parameters,
                environment=environment,
                log=log,
            )
        )
    return jobs


def _build_volume(volume: Volume, contents: dict[str, Any]) -> None:
    workplace, book = volume.workplace, volume.book
    editions = [edition.id for edition in book.dataset.editions]
    staged = stage_book(workplace, contents=contents, runs=volume.runs, editions=editions)
    build_pages(workplace)
    site = workplace.site
    publish_tables(book.brief.data, folder=site / "data")
    _write(site / "data" / "findings.json", book.brief.registry.to_json())
    if book.brief.difference is not None:
        _write(site / "data" / "changes.json", to_json(book.brief.difference))
    config = yaml.safe_load((workplace.stage / "_config.yml").read_text(encoding="utf-8"))
    pages = list_pages(staged)
    card = Card(
        edition=book.edition.id,
        status=book.edition.status,
        cutoff=book.edition.cutoff.isoformat(),
        language=workplace.language,
        title=str(config.get("title", "")),
        front=pages[0],
        pages=tuple(pages),
    )
    write_card(card, folder=site)
    seal_edition(site, card=card, root=book.root)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
