"""How well figures are known again: `benchmarks/recognition.py [SITE]`, after `make book`.

Each figure of each edition in a site (default `build/site`) is saved as JPEG of quality 60, halved, and cut
by a tenth on each side in turn and on all at once; fifty pictures of others are asked about too. Printed is
how likely each is said to be itself, as `townbook identify` says it, then what was missed and what was
claimed wrongly. The tests take one side a figure.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tqdm import tqdm

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "publishing" / "recognition"))

from foreign import draw_foreign  # noqa: E402
from spoilt import CROPS, is_drawn_alike, spoil  # noqa: E402

from townbook.publishing.exhibit_files import register_faces  # noqa: E402
from townbook.publishing.recognition.answers import identify_file  # noqa: E402
from townbook.publishing.recognition.site_index import PublishedExhibit, read_site  # noqa: E402


class Outcome(NamedTuple):
    """What was said of one spoilt figure: how sure of it, or of those drawn alike, and of which others."""

    certainty: float
    false: list[str]


def main() -> None:
    """Spoil, ask and print."""
    site = read_site(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "site")
    figures = [one for one in site if one.ink is not None]
    register_faces(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "found.jpg"
        asked = [(figure, side) for figure in figures for side in CROPS]
        outcomes = {
            (_name(figure), side): _ask(figure, side, path, site=site)
            for figure, side in tqdm(asked, disable=None)
        }
        claims = list(_claim_foreign(path, site=site))
    _print_table(outcomes)
    print(f"of {len(claims)} pictures of others, claimed: {sum(bool(claim) for claim in claims)}")
    for claim in filter(None, claims):
        print(f"  {claim}")


def _name(one: PublishedExhibit) -> str:
    return f"{one.edition} {one.exhibit}"


def _ask(figure: PublishedExhibit, side: str, path: Path, *, site: list[PublishedExhibit]) -> Outcome:
    """Ask what a spoilt figure is."""
    picture = figure.data.with_suffix(".png")
    path.write_bytes(spoil(picture, side).fp.getvalue())
    own, false = 0.0, []
    for answer in identify_file(path, site=site):
        known = next(one for one in site if (one.exhibit, one.edition) == (answer.exhibit, answer.edition))
        if is_drawn_alike(picture, known.data.with_suffix(".png")):
            own += answer.certainty
        else:
            false.append(f"{_name(known)} ({answer.certainty:.2f})")
    return Outcome(own, false)


def _claim_foreign(path: Path, *, site: list[PublishedExhibit]) -> list[str]:
    """Return for each picture of others what it is said to be, empty where nothing is."""
    claims = []
    for name, picture in tqdm(list(draw_foreign()), disable=None):
        picture.convert("RGB").save(path, "JPEG", quality=60)
        answers = identify_file(path, site=site)
        claims.append(", ".join(f"{name}: {one.edition} {one.exhibit}" for one in answers))
    return claims


def _print_table(outcomes: dict[tuple[str, str], Outcome]) -> None:
    names = list(dict.fromkeys(name for name, _ in outcomes))
    print(f"{'certainty':32}" + "".join(f"{side:>8}" for side in CROPS))
    for name in names:
        print(f"{name:32}" + "".join(f"{outcomes[name, side].certainty:8.3f}" for side in CROPS))
    for label, sum_up in (("least", min), ("median", median)):
        row = [sum_up(outcomes[name, side].certainty for name in names) for side in CROPS]
        print(f"{label:32}" + "".join(f"{number:8.3f}" for number in row))
    missed = [key for key, outcome in outcomes.items() if outcome.certainty == 0.0]
    print(f"{len(outcomes)} asked; missed: {len(missed)}", *(" of ".join(reversed(key)) for key in missed))
    false = {key: outcome.false for key, outcome in outcomes.items() if outcome.false}
    print(f"claimed to be another figure: {len(false)}", *(f"{key}: {names}" for key, names in false.items()))


if __name__ == "__main__":
    main()
