"""How well and how fast the extractor reads: `python benchmarks/extraction.py [--write]`.

Scores on the articles it was tuned on, on those that it was not and on those whose author had never seen it,
on the five documents where they are at hand (with and without the roster of towns), its reliability, and its
speed beside plain tools in one run.
`--write` writes the tables that the methods page shows into book/measured/.
"""

from __future__ import annotations

import argparse
import csv
import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "extraction"))

import excerpts  # noqa: E402
import labelled  # noqa: E402
import yaml  # noqa: E402
from statsmodels.stats.proportion import proportion_confint  # noqa: E402

from townbook.extraction.proposing.proposals import propose  # noqa: E402
from townbook.sources.reading import read_document  # noqa: E402

SOURCES = ROOT.parent / "shared" / "sources"
FIELDS = ("value", "unit", "indicator", "kind", "area", "tier", "town", "period", "qualifier")
SIZES = (100, 1_000, 10_000)
PLAIN = Path(__file__).with_name("plain_page.txt")  # what stands above, behind and below an article, by ===
_STAGES = {"whose": "Of whom", "what_and_when": "What and when"}
_COLUMNS = {"whose": "area or town"}
_NUMBER = re.compile(r"\d+(?:\.\d+)?\s*(?:万|亿)?(?:元|人|家|户|个|%|亩|吨)")


def main() -> None:
    """Measure and print; with `--write` write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write book/measured/")
    parser.add_argument("--documents", type=int, default=1_000, help="largest number of documents to time")
    chosen = parser.parse_args()
    plain, roster = labelled.open_lexicon(roster=False), labelled.open_lexicon(roster=True)
    scores = {
        which: labelled.add_up(
            labelled.score_article(a, lexicon=plain) for a in labelled.read_articles(which)
        )
        for which in ("tuning", *labelled.SET_ASIDE)
    }
    scores["a second reader of seven articles"] = labelled.score_second_reader()
    if SOURCES.is_dir():
        scores["five documents"] = score_documents(roster)
        scores["five documents, no roster"] = score_documents(plain)
    for name, score in scores.items():
        print(
            f"{name}: {score.labelled} figures, precision {score.precision:.3f}, "
            f"recall {score.recall:.3f}, strict {score.strict:.3f}"
        )
        print("   " + ", ".join(f"{field} {score.share(field):.3f}" for field in FIELDS))
    reliability = labelled.tabulate_reliability(scores["blind"].judged)
    for band in reliability:
        print(
            f"   marked {band['from']:.1f} to {band['to']:.1f}: {band['figures']:.0f} figures, "
            f"mean {band['confidence']:.2f}, right {band['right']:.2f}"
        )
    stages = measure_stages(plain)
    for stage, right, of in stages:
        print(f"{stage}: {right} of {of}")
    time_extraction(plain, largest=chosen.documents)
    if chosen.write:
        write_tables(scores, reliability, stages)


def measure_stages(lexicon: labelled.Lexicon) -> list[tuple[str, int, int]]:
    """Return what is right in each stage on the excerpts, and of how many."""
    towns = excerpts.score_towns(lexicon=lexicon)
    stages = [
        ("Towns named", towns["both"], towns["labelled"]),
        ("Towns named: their tier", towns["right"], towns["both"]),
    ]
    for stage, columns in excerpts.JUDGED.items():
        counts = excerpts.score_figures(stage, lexicon=lexicon)
        name = _STAGES[stage]
        stages.append((f"{name}: figures found", counts["both"], counts["labelled"]))
        stages += [(f"{name}: {_COLUMNS.get(c, c)}", counts[c], counts["both"]) for c in columns]
    return stages


def score_documents(lexicon: labelled.Lexicon) -> labelled.Score:
    """Score the five documents against what a reader recorded of them."""
    scores = []
    for source in yaml.safe_load((ROOT / "data" / "sources.yml").read_text(encoding="utf-8")):
        path = SOURCES / source["file"]
        rows = labelled.read_recorded(source["id"])
        if path.is_file() and rows:
            proposals = propose(
                read_document(path.read_bytes(), name=path.name), lexicon=lexicon, source=source["id"]
            )
            scores.append(labelled.score_rows(proposals.observations, rows))
    return labelled.add_up(scores)


def time_extraction(lexicon: labelled.Lexicon, *, largest: int) -> None:
    """Time reading and extraction beside decoding and a regular expression, and over ever more documents.

    The time goes with the figures, so how many there are in a kilobyte is printed beside each speed.
    """
    articles = [
        a.text.encode() for a in (*labelled.read_articles("tuning"), *labelled.read_articles("reporting"))
    ]
    documents = [path.read_bytes() for path in sorted(SOURCES.glob("0*.txt"))] if SOURCES.is_dir() else []
    for name, contents in (
        ("labelled articles", articles),
        ("labelled articles in pages with menus and plain paragraphs", list(map(_put_in_page, articles))),
        ("the five documents", documents),
    ):
        if contents:
            size = sum(map(len, contents)) / 1e6
            figures = sum(
                len(propose(read_document(c, name="x"), lexicon=lexicon).observations) for c in contents
            )
            read = _time(lambda contents=contents: [read_document(c, name="x") for c in contents])
            both = _time(
                lambda contents=contents: [
                    propose(read_document(c, name="x"), lexicon=lexicon) for c in contents
                ]
            )
            decode = _time(lambda contents=contents: [c.decode() for c in contents if _is_utf8(c)])
            regex = _time(
                lambda contents=contents: [_NUMBER.findall(c.decode("utf-8", "replace")) for c in contents]
            )
            print(
                f"{name}: {size:.3f} MB, {figures / size / 1000:.1f} figures a kB; MB a second: "
                f"read and extract {size / both:.2f}, read {size / read:.2f}, "
                f"decode {size / decode:.0f}, plain expression {size / regex:.0f}"
            )
    for count in (size for size in SIZES if size <= largest):
        contents = [articles[i % len(articles)] for i in range(count)]
        seconds = _time(
            lambda contents=contents: [
                propose(read_document(c, name="x"), lexicon=lexicon) for c in contents
            ],
            runs=1,
        )
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # kilobytes, as Linux counts them
        print(f"{count} documents: {seconds:.1f} s, {1000 * seconds / count:.2f} ms each, peak {peak:.0f} MB")


def write_tables(
    scores: dict[str, labelled.Score],
    reliability: list[dict[str, float]],
    stages: list[tuple[str, int, int]],
) -> None:
    """Write the tables of the methods page, which has their headings."""
    folder = ROOT / "book" / "measured"
    folder.mkdir(exist_ok=True)
    rows = [
        (
            name.capitalize(),
            str(s.labelled),
            say_share(s.right["value"], of=s.proposed),
            say_share(s.right["value"], of=s.labelled),
            say_share(s.right["strict"], of=s.labelled),
        )
        for name, s in scores.items()
    ]
    _write(folder / "extraction.csv", rows)
    _write(folder / "stages.csv", [(stage, str(of), say_share(right, of=of)) for stage, right, of in stages])
    bands = [
        (
            f"{b['from']:.1f} to {b['to']:.1f}",
            f"{b['figures']:.0f}",
            f"{100 * b['confidence']:.0f}%",
            say_share(round(b["right"] * b["figures"]), of=round(b["figures"]), digits=0),
        )
        for b in reliability
    ]
    _write(folder / "reliability.csv", bands)


def say_share(count: int, *, of: int, digits: int = 1) -> str:
    """Write a share in per cent with Wilson's interval for 95 per cent."""
    low, high = (100 * end for end in proportion_confint(count, of, method="wilson"))
    return f"{100 * count / max(1, of):.{digits}f}% ({low:.{digits}f} to {high:.{digits}f}%)"


def _write(path: Path, rows: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def _time(work: Callable[[], object], *, runs: int = 3) -> float:
    times = []
    for _ in range(runs):
        _forget()
        begin = time.process_time()  # what else runs on the machine is not counted
        work()
        times.append(time.process_time() - begin)
    return min(times)


def _forget() -> None:
    """Empty what the project keeps of the documents that it has read: each run reads them as unseen."""
    for name in [name for name in sys.modules if name.startswith("townbook.")]:
        for value in vars(sys.modules[name]).values():
            if hasattr(value, "cache_clear") and value.cache_info().maxsize is not None:
                value.cache_clear()


def _put_in_page(article: bytes) -> bytes:
    """Put an article into a page: a menu above it, paragraphs without a figure behind it, a foot."""
    above, behind, below = PLAIN.read_text(encoding="utf-8").split("===\n")
    return f"{above}{article.decode().rstrip()}\n{behind}{below}".encode()


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


if __name__ == "__main__":
    main()
