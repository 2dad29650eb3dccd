"""Whatever a title holds: records are read back as they were, lines stay lines."""

import json
import re

import bibtexparser
import rispy
from hypothesis import given
from hypothesis import strategies as st

from townbook.publishing.citations.author import Author
from townbook.publishing.citations.bibtex import escape
from townbook.publishing.citations.entry import Entry
from townbook.publishing.citations.styles import cite

# What a title may hold: any text but what no text holds.
TITLES = st.text(
    st.characters(exclude_categories=["C"]) | st.sampled_from("\\{}%&$#_~^\"'@,=\n\r\t专镇")
).filter(lambda text: text.strip())
_PRINTED = {
    r"{\textbackslash}": "\\",
    r"{\textbraceleft}": "{",
    r"{\textbraceright}": "}",
    r"{\textasciitilde}": "~",
    r"{\textasciicircum}": "^",
} | {f"\\{character}": character for character in "#$%&_"}
_COMMAND = re.compile("|".join(map(re.escape, _PRINTED)))


def _entry(title):
    return Entry(
        kind="report", identifier="r", title=title, language="en", authors=(Author(title),), edition="2024"
    )


def _one_line(text):
    return " ".join(text.split())


def _print(latex):
    """What LaTeX prints."""
    return _COMMAND.sub(lambda match: _PRINTED[match[0]], latex)


@given(TITLES)
def test_bibtex_prints_what_stood_there(title):
    [read] = bibtexparser.loads(cite(_entry(title), style="bibtex")).entries
    assert read["ID"] == "townbook-2024-r"
    assert _print(read["title"].removeprefix("{").removesuffix("}")) == _one_line(title)


@given(TITLES)
def test_braces_of_bibtex_are_balanced(title):
    depth = 0
    for character in escape(title):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0


@given(TITLES)
def test_ris_is_one_record_with_the_title(title):
    text = cite(_entry(title), style="ris")
    [read] = rispy.loads(text)
    assert read["title"] == _one_line(title)
    lines = text.split("\r\n")
    assert lines[-1] == ""
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert not set("\r\n") & set("".join(lines))


@given(TITLES)
def test_csl_json_is_json_with_the_title(title):
    [item] = json.loads(cite(_entry(title), style="csl-json"))
    assert item["title"] == title


def test_an_address_keeps_the_braces_balanced():
    entry = Entry(kind="report", identifier="r", title="t", language="en", address="https://a.org/{b}_%20")
    assert "  url = {https://a.org/%7Bb%7D_%20}," in cite(entry, style="bibtex").splitlines()
