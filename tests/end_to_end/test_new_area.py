"""A city that was not there before: from accepted proposals to its brief and its place in every figure."""

import json

import pytest

from townbook.analysis.areas import list_areas
from townbook.analysis.differences.plain import to_json
from townbook.dataset.proposals import TOWN_PROPOSAL_COLUMNS
from townbook.figures.catalogue import CATALOGUE
from townbook.publishing.book import open_book
from townbook.publishing.chapters import Chapter

# Foshan, of another province; everything printed here is made up.
AREA, COUNTY, TOWN, SOURCE = "440600", "440604", "nanzhuang-taoci", "foshan-news-2026"
KEPT = ("140000", "140400")
ENTRY = {
    "id": SOURCE,
    "title": "佛山市2025年专业镇综述",
    "title_en": "Foshan's specialized towns in 2025",
    "published": "2026-01-20",
    "note": "made up for a test",
}
FIGURES = [
    ("towns", "level", "2025-12", "40", "towns", "40个", ""),
    ("output", "level", "2025", "98765000000", "CNY", "987.65亿元", ""),
    ("output", "growth", "2025", "0.052", "ratio", "5.2%", ""),
    ("output", "target", "2025", "0.06", "ratio", "6%", ""),
    ("towns", "target", "2027", "80", "towns", "80个", ""),
    ("output", "level", "2025", "560000000", "CNY", "5.6亿元", TOWN),
]


@pytest.fixture(scope="module")
def propose(make_proposal, make_article, write_accepted):
    """A function that writes proposals of the new city, all accepted."""

    def propose(folder):
        rows, place = [], 10
        for indicator, kind, period, value, unit, printed, town in FIGURES:
            rows.append(
                make_proposal(
                    observation_id=f"foshan-{indicator.replace('_', '-')}-{kind}-{period}-{len(rows)}",
                    area=AREA,
                    town=town,
                    indicator=indicator,
                    kind=kind,
                    period=period,
                    value=value,
                    unit=unit,
                    printed=printed,
                    source=SOURCE,
                    char_start=str(place),
                    char_end=str(place + len(printed)),
                )
            )
            place += 20
        town = dict.fromkeys(TOWN_PROPOSAL_COLUMNS, "") | {
            "town": TOWN,
            "en": "Nanzhuang ceramics",
            "zh": "南庄陶瓷",
            "area": AREA,
            "county": COUNTY,
            "tier": "municipal",
            "sector": "manufacturing",
            "printed": "南庄陶瓷",
            "source": SOURCE,
            "line": "1",
            "char_start": "300",
            "char_end": "304",
            "confidence": "0.80",
        }
        # A figure of Changzhi that is known already, printed again.
        rows.append(
            rows[1]
            | {"observation_id": "changzhi-again", "area": "140400", "indicator": "revenue", "period": "2023"}
            | {"value": "22541000000", "printed": "225.41亿元", "char_start": "400", "char_end": "408"}
        )
        write_accepted(folder, figures=rows, towns=[town], article=make_article(**ENTRY))

    return propose


@pytest.fixture(scope="module")
def project(tmp_path_factory, copy_project, townbook_here, propose, change_observations):
    """A project whose newest edition has the new city beside one that was there; the others are left out."""
    project = copy_project(tmp_path_factory.mktemp("new-area") / "project")
    change_observations(project, lambda row: row if row["area"] in KEPT else None)
    propose(project / "found")
    for arguments in (("accept", "found"), ("new-edition", "2025", "--cutoff", "2026-03-31", "--no-build")):
        done = townbook_here(*arguments, folder=project)
        assert done.returncode == 0, done.stderr
    return project


@pytest.fixture(scope="module")
def chapter(project):
    """The edition as a notebook of the report opens it."""
    return Chapter(open_book("2025", root=project), CATALOGUE)


def test_the_new_city_gets_a_brief_with_its_town(project, chapter):
    assert AREA in list_areas(chapter.data)
    brief = Chapter(open_book("2025", area=AREA, root=project), CATALOGUE)
    shown = [brief.show(name, brief.tabulate(name)) for name in ("area-tiers", "area-figures", "area-towns")]
    assert all(exhibit.files.description["id"].endswith(f"-{AREA}") for exhibit in shown)
    assert "Nanzhuang ceramics" in json.dumps(shown[-1].files.description, ensure_ascii=False)


@pytest.mark.parametrize(
    ("exhibit", "columns"),
    [
        ("tier-counts", ["area"]),
        ("growth-margins", ["area"]),
        ("count-targets", ["area"]),
        ("per-town", ["area"]),
        ("output-per-town", ["area"]),
        ("naming", ["area"]),
        ("comparability", ["area", "other"]),
        ("named-towns", ["area"]),
    ],
)
def test_the_new_city_stands_in_the_exhibits(chapter, exhibit, columns):
    table = chapter.tabulate(exhibit)
    assert {AREA, "140400"} <= {cell for column in columns for cell in table[column]}
    assert chapter.show(exhibit, table).files.description["id"] == exhibit


def test_a_figure_that_is_printed_again_is_known_with_its_document(chapter):
    [repeated] = chapter.data.reprints.to_dict("records")
    assert (repeated["observation_id"], repeated["source"]) == ("changzhi-municipal-revenue-2023", SOURCE)


def test_what_changed_names_the_new_document(chapter):
    changes = json.loads(to_json(chapter.brief.difference))
    assert changes["new"]["edition"] == "2025"
    assert SOURCE in json.dumps(changes["documents"])
