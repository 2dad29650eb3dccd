"""What a file found in somebody's paper is, how sure that is, and whether it still stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from townbook.publishing.identity import Identity
from townbook.publishing.recognition.gallery import Gallery, Match
from townbook.publishing.recognition.ink import open_ink
from townbook.publishing.recognition.site_index import PublishedExhibit
from townbook.publishing.stamps import read_identity

# Likenesses below are rarely reached by figures that were saved again, halved and cropped by a tenth.
_USUAL = 0.94


@dataclass(frozen=True)
class Answer:
    """One thing that a file may be.

    Attributes
    ----------
    exhibit, edition, language, data_sha256, citation : str
    certainty : float
        How likely it is this, between 0 and 1.
    basis : str
        The certainty in words, and what it rests on.
    data : str
        Where its data are: a file of the site at hand, else its address.
    standing : str
        Whether the newest edition still has it so.
    """

    exhibit: str
    edition: str
    language: str
    data_sha256: str
    citation: str
    certainty: float
    basis: str
    data: str
    standing: str


def identify_file(path: Path, *, site: Sequence[PublishedExhibit]) -> list[Answer]:
    """Return what a file is: by what it says inside, by its data, or else by its looks.

    More than one answer means that they cannot be told apart; none that it is not recognised.

    Raises
    ------
    OSError
        If the file cannot be read.
    """
    identity = read_identity(path)
    if identity is not None:
        return [_repeat(identity, site=site)]
    digest = sha256(path.read_bytes()).hexdigest()
    if same := [one for one in site if one.data_sha256 == digest]:
        among = len(same)
        basis = (
            "certain: the file is its data" if among == 1 else f"one of {among} that have the file as data"
        )
        return [_answer(one, 1.0 / among, basis, site=site) for one in same]
    pictured = [one for one in site if one.ink is not None]
    ink = open_ink(path) if pictured else None
    if ink is None:
        return []
    matches = Gallery([one.ink for one in pictured if one.ink is not None]).recognise(ink)
    among = len(matches)
    return [
        _answer(pictured[match.place], match.certainty / among, _say_likeness(match, among), site=site)
        for match in matches
    ]


def judge_standing(what: Identity | PublishedExhibit, *, site: Sequence[PublishedExhibit]) -> str:
    """Say whether the newest edition of a site has the exhibit with the same data, with others or not."""
    exhibit, edition = what.exhibit, what.edition
    own = [one for one in site if one.language == what.language]
    if not own:
        return "not known: no published edition is at hand"
    newest = max(own, key=lambda one: (one.cutoff, one.edition)).edition
    now = next((one for one in own if one.edition == newest and one.exhibit == exhibit), None)
    if now is None:
        return f"gone: edition {newest} has no exhibit {exhibit}"
    if now.data_sha256 != what.data_sha256:
        other = "has other data for it than this file" if newest == edition else "has other data"
        return f"changed: edition {newest} {other}"
    if newest == edition:
        return f"stands: edition {newest} is the newest at hand"
    return f"stands: edition {newest} has the same data"


def _repeat(identity: Identity, *, site: Sequence[PublishedExhibit]) -> Answer:
    wanted = (identity.exhibit, identity.edition, identity.language)
    found = [one for one in site if (one.exhibit, one.edition, one.language) == wanted]
    same = [one for one in found if one.data_sha256 == identity.data_sha256]
    return Answer(
        exhibit=identity.exhibit,
        edition=identity.edition,
        language=identity.language,
        data_sha256=identity.data_sha256,
        citation=identity.citation,
        certainty=1.0,
        basis="certain: the file says so inside",
        data=str(same[0].data) if same else identity.permalink,
        standing=judge_standing(identity, site=site),
    )


def _answer(
    one: PublishedExhibit, certainty: float, basis: str, *, site: Sequence[PublishedExhibit]
) -> Answer:
    return Answer(
        exhibit=one.exhibit,
        edition=one.edition,
        language=one.language,
        data_sha256=one.data_sha256,
        citation=one.citation,
        certainty=certainty,
        basis=basis,
        data=str(one.data),
        standing=judge_standing(one, site=site),
    )


def _say_likeness(match: Match, among: int) -> str:
    likeness = f"the picture is like it by {match.likeness:.3f} of 1"
    if among > 1:
        return f"one of {among} that look the same: {likeness}"
    return f"{'almost certain' if match.likeness >= _USUAL else 'likely'}: {likeness}"
