"""Addresses: paths within an edition, and absolute ones where the book is served."""

import pytest

from townbook.publishing.addresses import (
    DATA_PATH,
    REPORT_PATH,
    exhibit_file,
    exhibit_path,
    locate,
    locate_edition,
    number_path,
    page_path,
    read_base,
    source_path,
)


def test_each_kind_has_its_path_within_an_edition():
    assert exhibit_path("area-tiers-140400") == "exhibits/area-tiers-140400/area-tiers-140400.html"
    assert exhibit_file("naming", suffix="png") == "exhibits/naming/naming.png"
    assert number_path("headline-margin") == "evidence/headline-margin.html"
    assert source_path("changzhi-plan-2023") == "book/documents.html#changzhi-plan-2023"
    assert page_path("notebooks/areas/140400") == "notebooks/areas/140400.html"
    assert (REPORT_PATH, DATA_PATH) == ("index.html", "book/data.html")


@pytest.mark.parametrize("base", ["https://towns.example.org/report", "https://towns.example.org/report/"])
def test_where_the_book_is_served_paths_become_addresses(base):
    served = {"base": base, "edition": "2024", "language": "en"}
    assert locate_edition(**served) == "https://towns.example.org/report/2024/en/"
    assert (
        locate(number_path("growth"), **served)
        == "https://towns.example.org/report/2024/en/evidence/growth.html"
    )


def test_where_nobody_serves_it_nothing_has_an_address():
    assert locate(REPORT_PATH, base="", edition="2024", language="en") == ""
    assert locate_edition(base="", edition="2024", language="en") == ""


def test_what_no_address_can_hold_is_escaped():
    assert number_path("a b#c") == "evidence/a%20b%23c.html"


@pytest.mark.parametrize(
    ("settings", "base"),
    [
        ({"title": "T"}, ""),
        ({"html": None}, ""),
        ({"html": {"baseurl": None}}, ""),
        ({"html": {"baseurl": "https://towns.example.org"}}, "https://towns.example.org"),
    ],
)
def test_the_base_is_that_of_the_settings(settings, base):
    assert read_base(settings) == base
