from dataclasses import replace

import pandas as pd
import pytest
from matplotlib.figure import Figure

from townbook.dataset.editions import Dataset
from townbook.figures.exhibits import Exhibit, ExhibitPlan
from townbook.publishing.book import Book
from townbook.publishing.chapters import Chapter, open_chapter
from townbook.publishing.exhibit_files import MIME


def _count(brief):
    return brief.data.observations[["value"]].reset_index()


def _present_figure(table, brief):
    return Exhibit("counts", "figure", "{num}`sum` towns", "bars", table, draw=Figure)


def _present_table(table, brief):
    cells = pd.DataFrame({"A & B": ["{num}`a`", "<b>"]})
    return Exhibit("list", "table", "{num}`sum` towns", "a table", table, cells=cells)


CATALOGUE = {
    "counts": ExhibitPlan(_count, _present_figure),
    "list": ExhibitPlan(_count, _present_table),
}


@pytest.fixture
def chapter(brief, root):
    dataset = Dataset(brief.data.observations, brief.data.towns, brief.data.sources, (), {})
    return Chapter(Book(root, dataset, brief.data.edition, brief), CATALOGUE)


def test_an_exhibit_is_tabulated_from_the_edition(chapter):
    assert list(chapter.tabulate("counts")["value"]) == [11, 42, 5]
    assert chapter.data is chapter.brief.data


def test_a_figure_shows_as_exhibit_and_as_picture(chapter):
    bundle = chapter.show("counts", chapter.tabulate("counts"))._repr_mimebundle_()
    assert set(bundle) == {MIME, "image/svg+xml"}
    assert bundle[MIME]["svg"] == bundle["image/svg+xml"]
    assert bundle[MIME]["caption"] == "{num}`sum` towns"


def test_a_table_shows_as_exhibit_and_as_html_with_its_roles_said(chapter):
    bundle = chapter.show("list", chapter.tabulate("list"))._repr_mimebundle_(include=None, exclude=None)
    assert set(bundle) == {MIME, "text/html"}
    assert "<th>A &amp; B</th>" in bundle["text/html"]
    assert "<td>11" in bundle["text/html"]
    assert "<td>&lt;b&gt;</td>" in bundle["text/html"]
    assert bundle[MIME]["cells"]["rows"][0] == ["{num}`a`"]


def test_in_a_chapter_about_an_area_the_id_ends_in_it(chapter):
    own = replace(chapter, book=replace(chapter.book, brief=replace(chapter.brief, area="140400")))
    assert own.show("counts", own.tabulate("counts")).files.id == "counts-140400"


def test_an_exhibit_that_there_is_not_is_named_with_those_there_are(chapter):
    with pytest.raises(LookupError, match=r"'growth'; the catalogue has counts, list"):
        chapter.tabulate("growth")
    with pytest.raises(LookupError, match="growth"):
        chapter.show("growth", pd.DataFrame())


def test_an_edition_may_come_as_the_number_that_papermill_makes_of_it(root, monkeypatch):
    monkeypatch.chdir(root / "notebooks")
    assert open_chapter(edition=2023).data.edition.id == "2023"
    assert open_chapter(edition="", area=140400).brief.area == "140400"
    with pytest.raises(LookupError, match="1999"):
        open_chapter(edition=1999)
