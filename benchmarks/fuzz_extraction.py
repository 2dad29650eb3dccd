"""Fuzz reading and extraction: `python benchmarks/fuzz_extraction.py [-max_total_time=600] [CORPUS]`.

atheris is no dependency of the project, because it has wheels for few platforms and needs a compiler
elsewhere: `pip install -e .[fuzz]` adds it for a run. Without it the script says so and ends. Options are
those of libFuzzer, which is led by what a document makes the code do: documents that reach new code are
kept, and changed further. `--seeds` fills an empty corpus from the labelled articles, in several formats
and encodings. A document may be refused; whatever is read must return, and stand where it says.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "extraction"))

NAMES = ("fuzz.txt", "fuzz.html", "fuzz.pdf")
ENCODINGS = ("utf-8", "gb18030", "utf-16", "big5")
SLOWEST = 10  # seconds for one document of a few kilobytes
LARGEST = 4_096  # bytes
PAGE = (
    "<html><head><title>{0}</title></head><body><p>{0}</p><table><tr><td>{1}</td></tr></table></body></html>"
)


def main() -> None:
    """Fuzz until a fault is found or the time is over."""
    try:
        import atheris  # noqa: PLC0415
    except ImportError:
        sys.exit("atheris is not installed: pip install -e .[fuzz], then run this again")
    with atheris.instrument_imports(include=["townbook"]):
        import labelled  # noqa: PLC0415
        from parts import PARTS  # noqa: PLC0415

        from townbook.extraction.proposing.proposals import propose  # noqa: PLC0415
        from townbook.sources.reading import read_document  # noqa: PLC0415
        from townbook.sources.unreadable import UnreadableError  # noqa: PLC0415

    lexicon = labelled.open_lexicon(roster=True)

    def extract_once(content: bytes) -> None:
        """Read and extract from one document, whose first byte chooses its format."""
        name = NAMES[content[0] % len(NAMES)] if content else NAMES[0]
        try:
            document = read_document(content[1:], name=name)
        except UnreadableError:
            return
        found = propose(document, lexicon=lexicon)
        for row in (*found.observations, *found.towns):
            printed = document.original[int(row["char_start"]) : int(row["char_end"])]
            if printed != row["printed"]:
                raise ValueError(f"{row['printed']!r} is proposed where {printed!r} stands")

    def mutate(content: bytes, largest: int, seed: int) -> bytes:
        """Change words where a document is Chinese, bytes otherwise and now and then."""
        chance = random.Random(seed)
        changed = _change_words(content, PARTS, chance) if chance.random() < 0.8 else None
        return changed[:largest] if changed else bytes(atheris.Mutate(content, largest))

    options = [argument for argument in sys.argv[1:] if argument.startswith("-") and argument != "--seeds"]
    folders = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    if "--seeds" in sys.argv and folders:
        _write_seeds(Path(folders[0]), [a.text for a in labelled.read_articles("tuning")])
    limits = [f"-timeout={SLOWEST}", f"-max_len={LARGEST}"]
    atheris.Setup([sys.argv[0], *limits, *options, *folders], extract_once, custom_mutator=mutate)
    atheris.Fuzz()


def _change_words(content: bytes, parts: tuple[str, ...], chance: random.Random) -> bytes | None:
    """Return a document with a few stretches left out, said again or replaced, None where it is no UTF-8."""
    try:
        text = content[1:].decode()
    except UnicodeDecodeError:
        return None
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((0, 0, 1, 2, 8, 40)))
        new = "".join(chance.choices(parts, k=chance.randint(0, 4)))
        text = text[:start] + (text[start:end] * 2 if chance.random() < 0.1 else new) + text[end:]
    return content[:1] + text.encode("utf-8", "ignore")


def _write_seeds(folder: Path, texts: list[str]) -> None:
    """Write the beginnings of some texts as first documents of a corpus."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(_vary(texts)):
        (folder / f"seed{number:04}").write_bytes(content[:LARGEST])


def _vary(texts: list[str]) -> Iterator[bytes]:
    for number, text in enumerate(texts):
        start = text[:600]
        yield b"\x00" + start.encode(ENCODINGS[number % len(ENCODINGS)], "ignore")
        yield b"\x00" + text[300:800].encode()
        yield b"\x01" + PAGE.format(start[:60], start[60:400]).encode()


if __name__ == "__main__":
    main()
