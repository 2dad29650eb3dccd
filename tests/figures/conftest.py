import pytest
from matplotlib.text import Text

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
