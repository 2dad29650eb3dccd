"""What pages tell machines, read as a reference manager reads it."""

import json
from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from townbook.publishing.citations import entries, publication
from townbook.publishing.citations.author import read_authors
from townbook.publishing.citations.publication import LICENCE_ADDRESS, describe_publication

from .reference_managers import READERS, read_json, read_tags, undivide
from .schema_org import Vocabulary

TITLE = "Shanxi's Specialized Towns: a reproducible policy report"
AUTHOR = "The townbook authors"
BASE = "https://towns.example.org"


@pytest.fixture(scope="module")
def vocabulary():
    """The published vocabulary."""
    return Vocabulary()


PAGES = {
    "page": '# Front\n\nTowns & their "tiers".\n\n```{toctree}\nbook/data\nchapter\n```\n',
    "book/data": "# The data\n\nAll of it.\n",
    "chapter": "# How *tiers* `</script>` are composed\n\nA `</script>` that ends nothing.\n",
}
EXPECTED = {
    "page": (TITLE, "index.html"),
    "book/data": (
        "Shanxi's specialized towns: figures printed in official plans and newspapers",
        "book/data.html",
    ),
    "chapter": ("How tiers </script> are composed", "chapter.html"),
}


@pytest.fixture
def serve(monkeypatch):
    """Have the book served under the base."""
    monkeypatch.setattr(publication, "read_base", lambda _: BASE)


@pytest.fixture
def built(build):
    """The pages, built."""
    return build(PAGES)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("reader", READERS)
def test_a_reference_manager_reads_title_author_date_and_language(built, page, reader):
    read = READERS[reader](built.soup(page))
    assert read["title"] == EXPECTED[page][0]
    assert undivide(read["authors"]) == [(AUTHOR, "")]
    assert read["date"].count("-") == 2
    assert (read["language"], read["address"]) == ("en", "")


@pytest.mark.parametrize("page", PAGES)
def test_without_tags_json_ld_says_the_same(built, page):
    tagged, bare = built.soup(page), built.soup(page)
    for tag in bare.select('meta[name^="citation_"]'):
        tag.extract()
    expected = read_tags(tagged)
    assert read_tags(bare) == expected | {"authors": undivide(expected["authors"])}


@pytest.mark.parametrize("reader", READERS)
def test_persons_have_a_family_and_an_institution_one_name(book, build, monkeypatch, reader):
    people = [{"given-names": "Ming Li", "family-names": "Wu"}, {"name": "The Office & Bureau"}]
    described = replace(describe_publication(book), authors=read_authors(people))
    monkeypatch.setattr(entries, "describe_publication", lambda _: described)
    read = READERS[reader](build(PAGES).soup("chapter"))
    assert undivide(read["authors"]) == [("Wu", "Ming Li"), ("The Office & Bureau", "")]


def test_a_part_is_told_from_the_whole_and_from_data(built):
    told = {page: parse_qs(built.soup(page).select_one("span.Z3988")["title"]) for page in PAGES}
    assert [told[page]["rft.genre"] for page in PAGES] == [["report"], ["document"], ["bookitem"]]
    assert told["chapter"]["rft.btitle"] == [TITLE]
    assert told["book/data"]["rft.type"] == ["dataset"]


@pytest.mark.parametrize("page", PAGES)
def test_where_the_book_is_served_each_page_has_its_address(serve, build, page):
    soup = build(PAGES).soup(page)
    address = f"{BASE}/2024/en/{EXPECTED[page][1]}"
    assert [read(soup)["address"] for read in READERS.values()] == [address] * len(READERS)
    assert read_json(soup)["url"] == address
    assert soup.select_one('meta[property="og:url"]')["content"] == address


def test_without_an_address_no_page_says_one(built):
    for page in PAGES:
        text = built.html(page)
        assert "citation_public_url" not in text
        assert "og:url" not in text
        assert "og:image" not in text


@pytest.mark.parametrize("page", PAGES)
def test_json_ld_uses_the_terms_of_schema_org(built, vocabulary, page):
    described = read_json(built.soup(page))
    assert described["@context"] == "https://schema.org"
    assert described["license"] == LICENCE_ADDRESS
    assert vocabulary.find_faults(described) == []


@pytest.mark.parametrize(
    ("described", "fault"),
    [
        ({"@type": "Report", "name": "A", "distribution": "a.csv"}, "Report.distribution: not of this type"),
        ({"@type": "Report", "titel": "A"}, "Report.titel: no property"),
        ({"@type": "Report", "Place": "A"}, "Report.Place: no property"),
        ({"@type": "Paper", "name": "A"}, "Paper: no type"),
        ({"@type": "Dataset", "variablesMeasured": "A"}, "Dataset.variablesMeasured: no property"),
        ({"@type": "Dataset", "name": ""}, "Dataset.name: empty"),
        (
            {"@type": "Report", "author": {"@type": "Place", "name": "A"}},
            "Report.author: Place for one of ['Organization', 'Person']",
        ),
        ({"@type": "Report", "author": "A"}, "Report.author: 'A' for one of ['Organization', 'Person']"),
        ({"@type": "Report", "isPartOf": {"@type": "Report", "geo": 1}}, "Report.geo: not of this type"),
    ],
)
def test_what_schema_org_does_not_have_is_found(vocabulary, described, fault):
    assert vocabulary.find_faults(described) == [fault]


def test_a_chapter_is_part_of_the_report(built):
    described = read_json(built.soup("chapter"))
    assert (described["@type"], described["isPartOf"]) == ("Report", {"@type": "Report", "name": TITLE})
    assert "isPartOf" not in read_json(built.soup("page"))


def test_no_text_ends_the_script(built):
    described = read_json(built.soup("chapter"))
    assert described["name"] == "How tiers </script> are composed"
    assert described["description"] == "A </script> that ends nothing."


def test_previews_show_title_kind_and_description(built):
    read = {tag["property"]: tag["content"] for tag in built.soup().select('meta[property^="og:"]')}
    assert read == {
        "og:title": TITLE,
        "og:type": "website",
        "og:description": 'Towns & their "tiers".',
        "og:site_name": TITLE,
    }
    chapter = built.soup("chapter")
    assert chapter.select_one('meta[property="og:type"]')["content"] == "article"
    assert chapter.select_one('meta[property="og:site_name"]')["content"] == TITLE


def test_a_preview_shows_the_headline_figure_where_there_is_one(serve, build, exhibits):
    assert build(PAGES).soup().select('meta[property="og:image"]') == []
    home = exhibits / "headline-growth"
    home.mkdir()
    (home / "headline-growth.svg").write_text("<svg/>", encoding="utf-8")
    description = {
        "id": "headline-growth",
        "kind": "figure",
        "alt": "Bars",
        "findings": [],
        "observations": [],
    }
    (home / "headline-growth.json").write_text(json.dumps(description), encoding="utf-8")
    (home / "headline-growth.csv").write_text("a\n1\n", encoding="utf-8")
    soup = build(PAGES).soup("chapter")
    image = f"{BASE}/2024/en/exhibits/headline-growth/headline-growth.png"
    assert soup.select_one('meta[property="og:image"]')["content"] == image
    assert soup.select_one('meta[property="og:image:alt"]')["content"] == "Bars"


def test_the_data_page_describes_files_variables_time_and_place(built):
    described = read_json(built.soup("book/data"))
    files = {file["name"]: file["contentUrl"] for file in described["distribution"]}
    assert files["observations.csv"] == "../data/observations.csv"
    assert all(
        file["encodingFormat"] in ("text/csv", "application/json") for file in described["distribution"]
    )
    [variable] = described["variableMeasured"]
    assert (variable["propertyID"], variable["name"]) == ("output", "output value")
    assert described["temporalCoverage"] == "2023-01/2023-12"
    assert [(place["name"], place["identifier"]["value"]) for place in described["spatialCoverage"]] == [
        ("Changzhi", "140400")
    ]
    assert [(one["alternateName"], "datePublished" in one) for one in described["isBasedOn"]] == [
        ("Sample first", True),
        ("Sample second", False),
    ]


def test_where_the_book_is_served_files_have_absolute_addresses(serve, build):
    described = read_json(build(PAGES).soup("book/data"))
    assert described["distribution"][0]["contentUrl"] == f"{BASE}/2024/en/data/observations.csv"


def test_pages_beside_the_book_tell_what_they_are(serve, build, vocabulary):
    built = build("# Page\n\n```{exhibit} bars\n```\n")
    for path, title in (("exhibits/bars/bars", "The margin is 12 points"), ("evidence/margin", "12 points")):
        soup = built.soup(path)
        assert title in soup.select_one('meta[name="citation_title"]')["content"]
        assert [undivide(read(soup)["authors"]) for read in READERS.values()] == [[(AUTHOR, "")]] * 2
        assert soup.select_one('link[rel="canonical"]')["href"] == f"{BASE}/2024/en/{path}.html"
        assert read_json(soup)["url"] == f"{BASE}/2024/en/{path}.html"
        assert vocabulary.find_faults(read_json(soup)) == []
