"""`townbook identify FILE`: what a figure file found in somebody's paper is, and whether it still stands."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from townbook.commands.messages import FINE, WRONG_INPUT, WRONG_USAGE, complain, tell
from townbook.commands.verbs import add_verb

if TYPE_CHECKING:
    from townbook.commands.verbs import Verbs
    from townbook.publishing.recognition.answers import Answer
    from townbook.publishing.recognition.site_index import PublishedExhibit


def add_parser(verbs: Verbs) -> None:
    """Add the verb to the command line."""
    identify = add_verb(
        verbs,
        run,
        name="identify",
        purpose="say which published figure or table a file is",
        description="Say which exhibit of which edition a file is, how sure that is, where its data are, and "
        "whether a later edition still has it so. PNG, SVG, PDF and XLSX say it inside. An image that says "
        "nothing, such as a figure re-saved as JPEG, cropped or resized, is compared with the figures of a "
        "built site; tables are published without an image.",
        example="identify found.jpg --site build/site",
    )
    identify.add_argument("file", metavar="FILE", type=Path, help="an image, PDF, SVG, XLSX or CSV file")
    identify.add_argument(
        "--site", metavar="DIR", type=Path, help="the built site to compare with (default: build/site)"
    )


def run(chosen: argparse.Namespace) -> int:
    """Identify, and print what was found."""
    from townbook.publishing.recognition.answers import identify_file

    if not chosen.file.is_file():
        found = f"{chosen.file}: no such file, expected an image, PDF, SVG, XLSX or CSV file"
        return complain([f"{found}; check the path"], status=WRONG_INPUT)
    try:
        site = _read_site(chosen.site)
    except FileNotFoundError as error:
        return complain([f"{error}; build one with `townbook build`, or name another"], status=WRONG_USAGE)
    except ValueError as error:
        return complain([error], status=WRONG_INPUT)
    try:
        answers = identify_file(chosen.file, site=site)
    except OSError as error:
        return complain([f"{chosen.file}: cannot be read: {error.strerror}"], status=WRONG_INPUT)
    if not answers:
        return complain([f"{chosen.file}: {_explain_silence(site)}"], status=WRONG_INPUT)
    print("\n\n".join(_write(answer) for answer in answers))
    return FINE


def _read_site(named: Path | None) -> list[PublishedExhibit]:
    """Read the site that is named, else that of the project around us, if there is one."""
    from townbook.dataset.root import find_root
    from townbook.publishing.recognition.site_index import read_site

    if named is not None:
        return read_site(named)
    try:
        return read_site(find_root() / "build" / "site")
    except FileNotFoundError:
        tell("townbook: no built site here, so only what the file says inside is known; name one with --site")
        return []


def _explain_silence(site: list[PublishedExhibit]) -> str:
    if not site:
        return "not recognised: it says nothing inside, and there is no site to compare it with"
    return (
        "not recognised: it says nothing inside, and is like no figure of the site; tables are published "
        "without an image, and a PDF or SVG is compared when it is saved as PNG"
    )


def _write(answer: Answer) -> str:
    lines = {
        "exhibit": answer.exhibit,
        "edition": f"{answer.edition} ({answer.language})",
        "certainty": f"{answer.certainty:.2f}, {answer.basis}",
        "now": answer.standing,
        "data": answer.data,
        "sha256": answer.data_sha256,
        "citation": answer.citation,
    }
    return "\n".join(f"{label + ':':<11}{text}" for label, text in lines.items() if text)
