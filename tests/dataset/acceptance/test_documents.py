"""The documents of accepted proposals: their entries in the catalogue, and their texts."""

import hashlib

import pytest

from townbook.dataset.acceptance.acceptance import accept_proposals
from townbook.dataset.faults import DataError
from townbook.dataset.tables import read_dataset


def test_the_entry_of_a_document_has_to_be_filled_in(desk):
    desk.sources[0] = desk.sources[0] | {"title_en": ""}
    words = desk.figure().say_refusal()
    assert "sources.yml:3: found nothing under 'title_en', expected a text; fill it" in words


def test_a_date_that_is_none_is_told_on_the_entry(desk):
    desk.sources[0] = desk.sources[0] | {"published": "last winter"}
    assert "published 'last winter', expected a year, a month or a day" in desk.figure().say_refusal()


def test_an_entry_of_which_nothing_is_taken_may_stay_unfilled(desk):
    desk.figure().source(id="leaflet", title_en="", file="leaflet.txt").accept()
    assert "leaflet" not in desk.data.read("sources.yml")


def test_nothing_of_a_document_of_which_all_was_rejected(desk):
    desk.figure(decision="reject")
    assert desk.accept() == ("nothing is new; data/ is as it was",)
    assert "changzhi-news-2026" not in desk.data.read("sources.yml")


def test_a_document_that_is_catalogued_is_known_by_its_hash(desk):
    """The article of 2024, proposed under another name: its output of 2023 is known."""
    known = next(
        source for source in read_dataset(desk.data.folder).sources if source.id == "changzhi-article-2024"
    )
    desk.sources[0] = desk.sources[0] | {"sha256": known.sha256}
    desk.figure("238.65亿元", "23865000000", period="2023", char_start="408")
    assert "1 proposal known already" in desk.accept()[0]


def test_another_document_cannot_take_a_catalogued_id(desk):
    desk.figure(source="changzhi-article-2024").source(id="changzhi-article-2024", file="other.txt")
    assert "id 'changzhi-article-2024' again" in desk.say_refusal()


def test_a_document_that_a_final_edition_would_have_known_is_told(desk):
    desk.sources[0] = desk.sources[0] | {"published": "2023-09-01"}
    said = desk.figure(period="2022").accept()
    assert "edition 2023 is final, and reaches changzhi-news-2026: it will be built otherwise" in said


def test_figures_of_a_text_taken_out_of_a_page_are_looked_up_in_it(desk):
    text = "专业镇年产值260.00亿元,增长显著"
    digest = hashlib.sha256(text.encode()).hexdigest()
    desk.sources[0] = desk.sources[0] | {"file": "page.html", "text_sha256": digest}
    desk.texts["changzhi-news-2026"] = text
    desk.figure(char_start="6", observation_id="right").propose()
    path = desk.folder / "proposals.csv"
    right = path.read_text(encoding="utf-8")
    path.write_text(right.replace(",6,14,", ",5,13,"), encoding="utf-8")
    with pytest.raises(DataError, match=r"'值260\.00亿' at its span"):
        accept_proposals(desk.folder, folder=desk.data.folder)
    path.write_text(right, encoding="utf-8")
    desk.accept()
    assert f"text_sha256: {digest}" in desk.data.read("sources.yml")
