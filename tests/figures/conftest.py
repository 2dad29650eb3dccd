from dataclasses import replace

import pytest
from matplotlib.text import Text

from townbook.analysis.registry import build_registry
from townbook.publishing.book import open_book
from townbook.publishing.exhibit_files import register_faces
from townbook.publishing.references import References


@pytest.fixture(scope="session")
def open_brief(root):
    """A function that opens an edition of the real data, once each."""
    register_faces(root)
    opened = {}

    def open_one(edition):
        if edition not in opened:
            opened[edition] = open_book(edition, root=root).brief
        return opened[edition]

    return open_one


@pytest.fixture(scope="session")
def resolve():
    """A function that says a text with roles as readers see it."""
    return lambda text, brief: References(brief.registry, brief.data.observations, brief.words).resolve(text)


@pytest.fixture(scope="session")
def read():
    """A function that returns what is written in a figure, lines joined by spaces."""
    return lambda figure: [
        text.get_text().replace("\n", " ") for text in figure.findobj(Text) if text.get_text().strip()
    ]


@pytest.fixture(scope="session")
def remake(open_brief):
    """A function that returns a brief of an edition with other observations or towns, findings made anew."""

    def make(edition="2024", *, observations=lambda rows: rows, towns=lambda rows: rows):
        brief = open_brief(edition)
        data = replace(
            brief.data,
            observations=observations(brief.data.observations.copy()),
            towns=towns(brief.data.towns.copy()),
        )
        return replace(brief, data=data, registry=build_registry(data))

    return make


@pytest.fixture(scope="session")
def restate(remake):
    """A function that returns the edition of 2024 with another growth in its headline, to half a point."""

    def make(growth):
        def change(rows):
            name = "shangdang-herbs-revenue-growth-2024-h1"
            rows.loc[name, ["value", "low", "high"]] = [growth, growth - 0.005, growth + 0.005]
            return rows

        return remake(observations=change)

    return make


@pytest.fixture(scope="session")
def words(open_brief):
    """The words of the edition of 2024."""
    return open_brief("2024").words


@pytest.fixture(scope="session")
def check_nothing_to_show(remake, resolve, read):
    """A function that checks what a figure without rows says of itself in its drawing, caption and alt."""

    def check(module, name):
        brief = remake(observations=lambda rows: rows[rows["indicator"] == "enterprises"])
        table = module.tabulate(brief)
        assert table.empty
        (text,) = read(getattr(module, f"plot_{name}")(table, words=brief.words))
        assert text.startswith("The documents of this edition")
        exhibit = getattr(module, f"present_{name}")(table, brief)
        assert resolve(exhibit.caption, brief).startswith("The documents of this edition")
        assert resolve(exhibit.alt, brief).startswith("No marks")

    return check
