"""Authors as a citation file names them."""

import pytest

from townbook.publishing.citations.author import Author, name_authors, read_authors


@pytest.mark.parametrize(
    ("said", "author"),
    [
        ({"name": "The Office, Bureau and Co."}, Author("The Office, Bureau and Co.")),
        ({"given-names": "Ming", "family-names": "Wu"}, Author("Ming Wu", family="Wu", given="Ming")),
        ({"alias": "mw"}, Author("mw")),
        ({"given-names": "明", "family-names": "吴"}, Author("吴明", family="吴", given="明")),
        ({"given-names": "Plato"}, Author("Plato", given="Plato")),
        (
            {
                "given-names": "Ada",
                "name-particle": "van",
                "family-names": "Berg",
                "name-suffix": "Jr.",
            },
            Author("Ada van Berg Jr.", family="van Berg Jr.", given="Ada"),
        ),
    ],
)
def test_an_author_is_read_from_a_citation_file(said, author):
    assert read_authors([said]) == (author,)


def test_names_are_printed_in_order_and_sorted_by_the_family():
    authors = read_authors([{"given-names": "Ming", "family-names": "Wu"}, {"name": "The Office"}])
    assert name_authors(authors) == ("Ming Wu", "The Office")
    assert [author.inverted for author in authors] == ["Wu, Ming", "The Office"]
    assert [author.is_person for author in authors] == [True, False]


@pytest.mark.parametrize(
    ("given", "initials"), [("Ming-Li", "M. L."), ("Jane A.", "J. A."), ("Plato", "P."), ("", "")]
)
def test_initials_are_of_each_part_of_the_given_name(given, initials):
    assert Author("any", family="any", given=given).initial(mark=".") == initials
