import pandas as pd
import pytest

from townbook.figures.documents import plot_documents, present_documents, tabulate

_COLUMNS = ["name", "basis", "observations", "normal", "differing", "missing"]


def make(*rows):
    return pd.DataFrame(list(rows), columns=_COLUMNS)


def widths(figure):
    """Lengths of the bars' parts, without those of the key."""
    return [round(patch.get_width(), 6) for patch in figure.axes[0].patches]


def test_parts_add_up_to_the_observations(open_brief, read):
    figure = plot_documents(make(("A", "printed", 12, 6, 3, 1)), words=open_brief("2023").words)
    assert widths(figure)[:4] == [6, 3, 1, 2]
    assert "12 figures: 6 normal, 3 of other coverage, 1 without a number, 2 of another status" in " ".join(
        read(figure)
    )


def test_key_explains_only_what_is_drawn(open_brief, read):
    texts = read(plot_documents(make(("A", "printed", 6, 6, 0, 0)), words=open_brief("2023").words))
    assert sum(text.startswith("normal: ") for text in texts) == 1
    assert not any(text.startswith(("of other coverage: ", "without a number: ")) for text in texts)


def test_one_figure_is_singular_and_an_inferred_date_is_marked(open_brief, read):
    texts = read(plot_documents(make(("A, 2023", "inferred", 1, 1, 0, 0)), words=open_brief("2023").words))
    assert "1 figure: 1 normal" in texts
    assert "A, 2023 (date inferred)" in texts


@pytest.mark.parametrize("edition", ["2023", "2024"])
def test_every_document_has_its_bar(open_brief, read, resolve, edition):
    brief = open_brief(edition)
    table = tabulate(brief)
    exhibit = present_documents(table, brief)
    texts = " ".join(read(exhibit.draw()))
    for source in brief.data.sources:
        assert source.publisher_en in texts
    assert f"{len(table)} documents and {len(brief.data.observations)} printed figures" in resolve(
        exhibit.caption, brief
    )
    assert set(exhibit.observations) == set(brief.data.observations.index)


def test_empty_table_says_so(open_brief, read, resolve):
    brief = open_brief("2023")
    exhibit = present_documents(tabulate(brief).iloc[:0], brief)
    assert "There is no document in this edition." in read(exhibit.draw())
    assert "No bars" in resolve(exhibit.alt, brief)
