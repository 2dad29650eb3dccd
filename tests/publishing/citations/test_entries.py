"""Entries made from an opened edition, and finding them by id."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from townbook.figures.catalogue import CATALOGUE
from townbook.publishing.citations.author import Author
from townbook.publishing.citations.entries import enter_exhibit, enter_source, shorten
from townbook.publishing.citations.opening import list_kinds, open_entry
from townbook.publishing.citations.publication import describe_publication
from townbook.publishing.citations.styles import cite
from townbook.publishing.citations.transliteration import transliterate

TITLE = "Shanxi's Specialized Towns: a reproducible policy report"
AREAS = {"长治市": "Changzhi", "长子县": "Zhangzi County", "山西省": "Shanxi", "城区": "City District"}


@pytest.fixture
def served(book, tmp_path):
    """The edition, as if it were served somewhere."""
    shutil.copy(book.root / "CITATION.cff", tmp_path)
    config = (book.root / "_config.yml").read_text(encoding="utf-8")
    config = config.replace("html:\n", "html:\n  baseurl: https://towns.example.org/report\n", 1)
    (tmp_path / "_config.yml").write_text(config, encoding="utf-8")
    return replace(book, root=tmp_path)


def test_the_report_is_that_of_the_settings_and_the_release(book):
    entry = open_entry(book, "report")
    assert (entry.kind, entry.title, entry.authors) == ("report", TITLE, (Author("The townbook authors"),))
    assert (entry.edition, entry.language, entry.address) == ("2024", "en", "")
    assert f"date-released: {entry.date}" in (book.root / "CITATION.cff").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("identifier", "path"),
    [
        ("report", "index.html"),
        ("data", "book/data.html"),
        ("naming", "exhibits/naming/naming.html"),
        ("area-tiers-140400", "exhibits/area-tiers-140400/area-tiers-140400.html"),
        ("headline-margin", "evidence/headline-margin.html"),
        ("changzhi-provincial-output-2023", "evidence/changzhi-provincial-output-2023.html"),
    ],
)
def test_where_the_book_is_served_each_has_its_address(served, identifier, path):
    address = open_entry(served, identifier).address
    assert address == f"https://towns.example.org/report/2024/en/{path}"


def test_an_exhibit_and_a_number_of_one_id_are_told_apart_and_each_has_its_address(served):
    both = [name for name in CATALOGUE if list_kinds(served, name) == ["exhibit", "number"]]
    assert "headline-growth" in both
    for name in both:
        exhibit, number = (open_entry(served, name, kind=kind) for kind in ("exhibit", "number"))
        assert open_entry(served, name) == exhibit
        assert exhibit.address.endswith(f"/exhibits/{name}/{name}.html")
        assert number.address.endswith(f"/evidence/{name}.html")
        assert (exhibit.kind in ("figure", "table"), number.kind) == (True, "number")


def test_an_edition_with_a_day_of_release_of_its_own_is_dated_by_it(book):
    own = replace(book, edition=replace(book.edition, released=date(2027, 2, 1)))
    assert [open_entry(own, name).date for name in ("report", "naming")] == ["2027-02-01"] * 2


def test_all_authors_of_the_citation_file_are_named(book, tmp_path):
    authors = "authors: [{name: Writers}, {given-names: Ming, family-names: Wu}]"
    (tmp_path / "CITATION.cff").write_text(f"preferred-citation: {{{authors}}}\n", encoding="utf-8")
    entry = open_entry(replace(book, root=tmp_path), "report")
    writers = (Author("Writers"), Author("Ming Wu", family="Wu", given="Ming"))
    assert (entry.authors, entry.publisher) == (writers, "Writers")  # a person publishes nothing


def test_a_document_has_no_address_of_ours(served):
    assert open_entry(served, "changzhi-plan-2023").address == ""


def test_an_exhibit_goes_by_its_id_and_the_first_sentence_of_its_caption(book):
    entry = open_entry(book, "naming")
    assert (entry.kind, entry.designation, entry.container) == ("figure", "Figure naming", TITLE)
    assert entry.title == "Names are incomplete: every town is named in 4 of 8 tiers with a printed number"
    assert open_entry(book, "key-numbers").designation == "Table key-numbers"


def test_roles_in_a_caption_are_resolved(book):
    caption = "The margin is {num}`headline-margin`. More."
    entry = enter_exhibit(book, exhibit="made", kind="figure", caption=caption)
    assert entry.title == "The margin is 12 points"


def test_an_observation_is_cited_with_its_value_in_words(book):
    entry = open_entry(book, "changzhi-provincial-output-2023")
    assert entry.designation == "observation changzhi-provincial-output-2023"
    subject = "Shangdang medicinal herbs (Changzhi, provincial tier)"
    assert entry.title == f"Output value, {subject}, 2023: CNY 1.068 billion"


def test_every_number_and_every_exhibit_can_be_cited(book):
    numbers = [*book.brief.registry, *book.brief.data.observations.index]
    lines = {cite(open_entry(book, name, kind="number"), style="gbt7714") for name in numbers}
    assert len(lines) == len(numbers)


def test_an_id_of_several_things_is_taken_for_the_exhibit_unless_told(book):
    assert list_kinds(book, "headline-growth") == ["exhibit", "number"]
    assert open_entry(book, "headline-growth").kind == "figure"
    assert open_entry(book, "headline-growth", kind="number").title.endswith(": 22%")


def test_a_plan_has_an_author_and_an_article_a_newspaper(book):
    plan, article = open_entry(book, "changzhi-plan-2023"), open_entry(book, "shanxi-expo-2023")
    assert (plan.authors, plan.container) == ((Author("长治市人民政府办公室"),), "")
    assert (article.authors, article.container, article.date, article.inferred) == (
        (),
        "新华社",
        "2023-07",
        True,
    )
    assert article.accessed == ""


def test_a_document_in_english_is_not_translated(book):
    source = replace(book.brief.data.sources[0], language="en", title="A plan", publisher="The Office")
    entry = enter_source(book, source=source)
    assert (entry.title_en, entry.transliteration) == ("", "")
    assert cite(entry, style="apa") == "The Office. (2023, March 31). A plan."


@pytest.mark.parametrize(
    ("identifier", "kind", "complaint"),
    [
        (
            "headline-growht",
            "",
            "no exhibit, number or document 'headline-growht' .*did you mean headline-growth",
        ),
        ("area-tiers", "", "did you mean area-tiers-140000 or area-tiers-140200 or area-tiers-140400"),
        ("changzhi-plan", "", "did you mean changzhi-plan-2023"),
        ("naming", "number", "no number 'naming' in edition 2024, but this is the id of: exhibit"),
        ("xyzzy", "", "no .*'xyzzy' in edition 2024; its pages and files name the ids"),
    ],
)
def test_what_is_not_there_is_told_with_what_is_close(book, identifier, kind, complaint):
    with pytest.raises(LookupError, match=complaint):
        open_entry(book, identifier, kind=kind)


@pytest.mark.parametrize(
    ("caption", "title"),
    [
        ("Growth was 14.3%. The rest is silent.", "Growth was 14.3%"),
        ("Only one", "Only one"),
        ("增速为22%。其余未载明。", "增速为22%"),
        ("Counts are printed for each of the three tiers and for all of the areas: " + "1 and 2 " * 10, None),
    ],
)
def test_a_caption_is_shortened_to_its_first_sentence(caption, title):
    expected = title or "Counts are printed for each of the three tiers and for all of the areas"
    assert shorten(caption) == expected


def test_without_a_release_there_is_no_date(book, tmp_path):
    (tmp_path / "_config.yml").write_text("title: T\n", encoding="utf-8")
    found = describe_publication(replace(book, root=tmp_path))
    assert (found.title, found.authors, found.date, found.base) == ("T", (), "", "")


@pytest.mark.parametrize(
    ("chinese", "latin"),
    [
        ("长治市专业镇", "Changzhi shi zhuan ye zhen"),
        ("长子县:山西", "Zhangzi xian: Shanxi"),
        ("“镇能量”拉满", "“zhen neng liang” la man"),
        ("（乡镇）经济长板", "(xiang zhen) jing ji chang ban"),
        ("增长极——综述", "Zeng zhang ji — zong shu"),
    ],
)
def test_a_title_is_transliterated_with_its_places_as_words(chinese, latin):
    assert transliterate(chinese, areas=AREAS) == latin
