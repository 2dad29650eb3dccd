"""Each style on each kind of entry, against lines written by hand."""

import json
from dataclasses import replace

import bibtexparser
import pytest
import rispy
from bibtexparser.bparser import BibTexParser

from townbook.publishing.citations import STYLES, styles
from townbook.publishing.citations.author import Author
from townbook.publishing.citations.styles import cite

SERVED = "https://towns.example.org/2024/en/x.html"
WHOLE = "Towns: a report: edition 2024"
# The variables of CSL 1.0.2 that a citation may use, and its types.
CSL_VARIABLES = {"id", "type", "title", "author", "issued", "container-title", "edition", "version", "genre"}
CSL_VARIABLES |= {"publisher", "language", "URL", "accessed", "note"}
CSL_TYPES = {"report", "figure", "chapter", "dataset", "article-newspaper", "document"}

LINES = {
    ("gbt7714", "report"): "The Authors. Towns: a report: edition 2024[R]. 2026-11-21.",
    ("gbt7714", "data"): "The Authors. Figures of towns[DS]. Edition 2024. (2026-11-21).",
    ("gbt7714", "bars"): "The Authors. Figure bars: Growth was 22%[R]//The Authors. "
    "Towns: a report: edition 2024. 2026-11-21.",
    ("gbt7714", "margin"): "The Authors. Revenue, 2023: 12 points (finding margin)[R]//The Authors. "
    "Towns: a report: edition 2024. 2026-11-21.",
    ("gbt7714", "plan"): "长治市人民政府办公室. 专业镇实施方案[Z]. 2023-03-31.",
    ("gbt7714", "article"): "特色专业镇[N]. 示例报，[2023-07].",
    ("gbt7714-2015", "report"): "The Authors. Towns: a report[R]. Edition 2024. 2026.",
    ("gbt7714-2015", "data"): "The Authors. Figures of towns[DS]. Edition 2024. 2026.",
    ("gbt7714-2015", "bars"): "The Authors. Figure bars: Growth was 22%[R]//The Authors. "
    "Towns: a report: edition 2024. 2026.",
    ("gbt7714-2015", "plan"): "长治市人民政府办公室. 专业镇实施方案[Z]. 2023-03-31.",
    ("gbt7714-2015", "article"): "特色专业镇[N]. 示例报, [2023-07].",
    ("apa", "report"): "The Authors. (2026, November 21). Towns: a report (Edition 2024).",
    ("apa", "data"): "The Authors. (2026, November 21). Figures of towns (Edition 2024) [Data set].",
    ("apa", "bars"): "The Authors. (2026, November 21). Growth was 22% [Figure bars]. "
    "In Towns: a report (Edition 2024).",
    ("apa", "margin"): "The Authors. (2026, November 21). Revenue, 2023: 12 points [finding margin]. "
    "In Towns: a report (Edition 2024).",
    ("apa", "plan"): "General Office of Changzhi. (2023, March 31). Zhuan ye zhen shi shi fang an "
    "[A plan for towns].",
    ("apa", "article"): "Te se zhuan ye zhen [Towns of note]. (ca. 2023, July). Sample Daily.",
}
SERVED_LINES = {
    ("gbt7714", "report"): f"The Authors. {WHOLE}[R/OL]. 2026-11-21. {SERVED}.",
    ("gbt7714", "data"): "The Authors. Figures of towns[DS/OL]. Edition 2024. "
    f"(2026-11-21)[2026-12-01]. {SERVED}.",
    ("gbt7714", "keys"): f"The Authors. Table keys: Few are named[R/OL]//The Authors. {WHOLE}. "
    f"2026-11-21. {SERVED}.",
    ("gbt7714", "plan"): "长治市人民政府办公室. 专业镇实施方案[EB/OL]. "
    f"（2023-03-31）[2026-12-01]. {SERVED}.",
    ("gbt7714", "article"): f"特色专业镇[N/OL]. 示例报，[2023-07]. {SERVED}.",
    ("gbt7714-2015", "report"): "The Authors. Towns: a report[R/OL]. Edition 2024. "
    f"(2026-11-21)[2026-12-01]. {SERVED}.",
    ("gbt7714-2015", "keys"): f"The Authors. Table keys: Few are named[R/OL]//The Authors. {WHOLE}. "
    f"(2026-11-21)[2026-12-01]. {SERVED}.",
    ("gbt7714-2015", "article"): f"特色专业镇[N/OL]. 示例报, [2023-07][2026-12-01]. {SERVED}.",
    ("apa", "report"): "The Authors. (2026, November 21). Towns: a report (Edition 2024). "
    f"Retrieved December 1, 2026, from {SERVED}",
}


@pytest.mark.parametrize(("style", "name"), LINES)
def test_a_line_is_as_the_style_has_it(entries, style, name):
    assert cite(entries[name], style=style) == LINES[style, name]


@pytest.mark.parametrize(("style", "name"), SERVED_LINES)
def test_where_there_is_an_address_it_stands_there_with_the_day_of_the_reader(entries, style, name):
    served = replace(entries[name], address=SERVED, accessed="2026-12-01")
    assert cite(served, style=style) == SERVED_LINES[style, name]


def test_without_a_day_of_access_none_is_made_up(entries):
    served = replace(entries["report"], address=SERVED)
    assert cite(served, style="gbt7714-2015").endswith(f"(2026-11-21). {SERVED}.")
    assert cite(served, style="apa").endswith(f"(Edition 2024). {SERVED}")


def test_without_a_date_the_citation_says_so_or_leaves_it_out(entries):
    undated = replace(entries["report"], date="")
    assert cite(undated, style="apa") == "The Authors. (n.d.). Towns: a report (Edition 2024)."
    assert cite(undated, style="gbt7714") == "The Authors. Towns: a report: edition 2024[R]."
    for style in ("bibtex", "ris", "csl-json"):
        assert "2026" not in cite(undated, style=style)


def test_a_chinese_edition_is_cited_in_chinese(entries):
    chinese = replace(
        entries["bars"], language="zh", authors=(Author("作者"),), title="增速", container="专业镇报告"
    )
    chinese = replace(chinese, designation="图 bars")
    assert cite(chinese, style="gbt7714") == "作者. 图 bars：增速[R]//作者. 专业镇报告：2024年版. 2026-11-21."


def test_a_number_of_a_chinese_edition_is_named_behind_its_title(entries):
    chinese = replace(entries["margin"], language="zh", title="营收：12个百分点", container="专业镇报告")
    chinese = replace(chinese, designation="结果 margin", authors=(Author("作者"),))
    assert cite(chinese, style="gbt7714").startswith("作者. 营收：12个百分点（结果 margin）[R]//作者. ")


MING = Author("Ming-Li Wu", family="Wu", given="Ming-Li")
SUN = Author("Jane A. Sun", family="Sun", given="Jane A.")
LI = Author("李明", family="李", given="明")
PERSONS = {
    ("gbt7714", (MING,)): "WU M L. ",
    ("gbt7714", (LI,)): "李明. ",
    ("gbt7714", (MING, Author("The Office"))): "WU M L, The Office. ",
    ("gbt7714", (MING, SUN, LI, Author("The Office"))): "WU M L, SUN J A, 李明, et al. ",
    ("gbt7714-2015", (LI, MING, SUN, Author("The Office"))): "李明, WU M L, SUN J A, 等. ",
    ("apa", (MING,)): "Wu, M. L. (2026, ",
    ("apa", (LI,)): "李, 明. (2026, ",
    ("apa", (MING, SUN)): "Wu, M. L., & Sun, J. A. (2026, ",
    ("apa", (Author("The Office"), Author("A Bureau"))): "The Office & A Bureau. (2026, ",
    ("apa", (Author("The Office"), Author("A Bureau"), SUN)): "The Office, A Bureau, & Sun, J. A. (2026, ",
}


@pytest.mark.parametrize(("style", "authors"), PERSONS)
def test_persons_are_named_as_the_style_names_them(entries, style, authors):
    assert cite(replace(entries["report"], authors=authors), style=style).startswith(PERSONS[style, authors])


def test_programs_are_told_the_parts_of_the_name_of_a_person(entries):
    report = replace(entries["report"], authors=(MING, Author("The Office and Bureau")))
    read = bibtexparser.loads(cite(report, style="bibtex"), BibTexParser(common_strings=True))
    assert read.entries[0]["author"] == "{Wu}, {Ming-Li} and {The Office and Bureau}"
    [item] = json.loads(cite(report, style="csl-json"))
    assert item["author"] == [{"family": "Wu", "given": "Ming-Li"}, {"literal": "The Office and Bureau"}]
    assert rispy.loads(cite(report, style="ris"))[0]["authors"] == ["Wu, Ming-Li", "The Office and Bureau"]


def test_a_year_alone_stays_a_year(entries):
    article = replace(entries["article"], date="2023")
    assert cite(article, style="gbt7714") == "特色专业镇[N]. 示例报，[2023]."
    assert "(ca. 2023)." in cite(article, style="apa")
    [item] = json.loads(cite(article, style="csl-json"))
    assert item["issued"] == {"date-parts": [[2023]], "circa": True}
    assert "DA  - 2023///" in cite(article, style="ris")


def test_bibtex_is_read_back_as_it_was_meant(entries):
    read = bibtexparser.loads(cite(entries["bars"], style="bibtex"), BibTexParser(common_strings=True))
    assert read.entries == [
        {
            "ENTRYTYPE": "incollection",
            "ID": "townbook-2024-bars",
            "author": "{The Authors}",
            "title": r"{Figure bars: Growth was 22\%}",
            "booktitle": "{Towns: a report}",
            "publisher": "The Authors",
            "edition": "2024",
            "year": "2026",
            "month": "November",
            "day": "21",
            "language": "en",
        }
    ]


@pytest.mark.parametrize(
    ("name", "kind", "required"),
    [
        ("report", "techreport", {"author", "title", "institution", "year"}),
        ("data", "misc", {"author", "title", "howpublished", "year"}),
        ("margin", "incollection", {"author", "title", "booktitle", "publisher", "year"}),
        ("plan", "misc", {"author", "title", "year"}),
        ("article", "article", {"title", "journal", "year"}),
    ],
)
def test_bibtex_has_the_fields_that_its_types_ask_for(entries, name, kind, required):
    text = cite(replace(entries[name], address=SERVED), style="bibtex")
    [entry] = bibtexparser.loads(text, BibTexParser(common_strings=True)).entries
    assert entry["ENTRYTYPE"] == kind
    assert required <= set(entry)
    assert entry["url"] == SERVED


def test_bibtex_of_a_document_says_that_its_date_is_inferred(entries):
    text = cite(entries["article"], style="bibtex")
    assert "  note = {In English: Towns of note. Date inferred, not printed}," in text.splitlines()


def test_ris_is_read_back_as_it_was_meant(entries):
    text = cite(replace(entries["margin"], address=SERVED, accessed="2026-12-01"), style="ris")
    assert text.endswith("ER  - \r\n")
    assert text.count("\n") == text.count("\r\n")
    [read] = rispy.loads(text)
    assert read["type_of_reference"] == "CHAP"
    assert read["authors"] == ["The Authors"]
    assert read["title"] == "Revenue, 2023: 12 points (finding margin)"
    assert read["secondary_title"] == "Towns: a report"
    assert (read["year"], read["date"], read["access_date"]) == ("2026", "2026/11/21/", "2026/12/01/")
    assert read["urls"] == [SERVED]
    assert read["language"] == "en"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("report", "RPRT"), ("bars", "FIGURE"), ("data", "DATA"), ("plan", "GOVDOC"), ("article", "NEWS")],
)
def test_ris_has_a_type_for_each_kind(entries, name, kind):
    [read] = rispy.loads(cite(entries[name], style="ris"))
    assert read["type_of_reference"] == kind


def test_csl_json_is_of_its_specification(entries):
    for entry in entries.values():
        served = replace(entry, address=SERVED, accessed="2026-12-01")
        [item] = json.loads(cite(served, style="csl-json"))
        assert set(item) <= CSL_VARIABLES
        assert item["type"] in CSL_TYPES
        assert all(set(author) == {"literal"} for author in item.get("author", []))
        assert item["accessed"] == {"date-parts": [[2026, 12, 1]]}


def test_csl_json_says_what_is_cited(entries):
    [item] = json.loads(cite(entries["keys"], style="csl-json"))
    assert item == {
        "id": "townbook-2024-keys",
        "type": "chapter",
        "title": "Table keys: Few are named",
        "author": [{"literal": "The Authors"}],
        "issued": {"date-parts": [[2026, 11, 21]]},
        "container-title": "Towns: a report",
        "edition": "2024",
        "publisher": "The Authors",
        "language": "en",
        "note": "Licence: CC-BY-4.0",
    }


def test_keys_are_unique_over_kinds_of_one_id(entries):
    same = [replace(entries[name], identifier="growth") for name in ("bars", "margin")]
    assert [entry.key for entry in same] == ["townbook-2024-growth", "townbook-2024-number-growth"]


def test_every_style_has_its_writer_and_others_are_refused(entries):
    assert tuple(styles._WRITERS) == STYLES
    with pytest.raises(LookupError, match=r"no style 'mla'; use one of gbt7714, .*csl-json"):
        cite(entries["report"], style="mla")
