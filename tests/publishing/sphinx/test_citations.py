"""The directive `{citation}`: blocks to copy, and warnings where there is nothing to cite."""

import bibtexparser
from bibtexparser.bparser import BibTexParser

from townbook.publishing.citations import STYLES
from townbook.publishing.sphinx.citations import NAMES


def _cite(name, *options):
    return "# Page\n\n```{citation} " + "\n".join([name, *options]) + "\n```\n"


def _blocks(built):
    return [block.get_text().strip() for block in built.soup().select(".citation pre")]


def test_one_style_is_one_block(build):
    built = build(_cite("report", ":style: gbt7714"))
    [block] = _blocks(built)
    assert block.startswith(
        "The townbook authors. Shanxi's Specialized Towns: a reproducible policy report: edition"
    )
    assert "2024[R]. " in block
    assert built.warnings == ""


def test_without_a_style_all_stand_under_their_names(build):
    built = build(_cite("margin", ":as: number"))
    assert set(NAMES) == set(STYLES)
    assert [name.get_text() for name in built.soup().select("dl.citations dt")] == list(NAMES.values())
    blocks = _blocks(built)
    [entry] = bibtexparser.loads(blocks[3], BibTexParser(common_strings=True)).entries
    assert entry["title"] == "{Growth minus target, Changzhi: 12 points (finding margin)}"
    assert blocks[4].startswith("TY  - CHAP")
    assert built.warnings == ""


def test_some_document_is_the_first_of_the_edition(build):
    built = build(_cite("some-document", ":style: gbt7714"))
    assert _blocks(built) == ["示例[N]. 示例报，2024-08-06."]


def test_what_is_not_there_is_a_warning_with_its_line(build):
    built = build(_cite("nothing-such"))
    assert "page.md:3: WARNING: {citation} nothing-such: no exhibit, number or document" in built.warnings
    assert _blocks(built) == []


def test_a_style_that_there_is_not_is_a_warning(build):
    assert "gbt7714-2015" in build(_cite("report", ":style: mla")).warnings
