"""What a number answers: an observation by its print, a finding by what it rests on."""

import pytest

from townbook.publishing.book import open_book
from townbook.publishing.evidence.cards import PAGE
from townbook.publishing.evidence.edition import Uses, compose_cards, find_uses

GROWTH = "shangdang-herbs-revenue-growth-2024-h1"
TARGET = "shangdang-herbs-revenue-growth-target"


@pytest.fixture(scope="module")
def book():
    return open_book("2024")


@pytest.fixture(scope="module")
def cards(book):
    return compose_cards(book.brief, references=book.references)


def facts(card):
    return {fact.label: "; ".join(link.text for link in fact.links) for fact in card.facts}


def test_every_number_has_a_card(book, cards):
    assert set(cards) == {*book.brief.data.observations.index, *book.brief.registry}
    assert len(cards) == len(book.brief.data.observations) + len(book.brief.registry)
    for name, card in cards.items():
        assert card.ref == name
        assert card.title
        assert card.value


def test_an_observation_answers_with_its_print_and_place(cards):
    card = cards[GROWTH]
    assert (card.kind, card.value, card.interval, card.formula) == ("observation", "22%", "21.5 to 22.5%", "")
    said = facts(card)
    assert said["Printed as"] == "“22%”"
    assert said["Period"] == "First half of 2024"
    assert said["Tier"] == "provincial tier"
    assert said["Document"].endswith("line 19, characters 1027 to 1030")
    (document,) = [
        link for fact in card.facts if fact.label == "Document" for link in fact.links if link.address
    ]
    assert document.address == "../book/documents.html#changzhi-article-2024"


def test_a_finding_answers_with_formula_and_inputs(cards):
    card = cards[f"margin-{GROWTH}"]
    assert (card.value, card.interval, card.verdict, card.verdict_code) == (
        "12 points",
        "11 to 13 points",
        "met",
        "met",
    )
    assert card.formula == "growth minus target"
    assert [(step.ref, step.value) for step in card.inputs] == [(GROWTH, "22%"), (TARGET, "10%")]
    assert facts(card)["Caveats"] == "the period of the target is not printed"


def test_what_rests_on_findings_names_these_and_not_their_figures(cards):
    assert [step.ref for step in cards["headline-margin"].inputs] == [f"margin-{GROWTH}"]


def test_a_finding_on_towns_names_them_and_their_documents(book, cards):
    said = facts(cards["sector-largest-140500"])
    assert "Documents behind it" in said
    towns = book.brief.registry["sector-share-140500-agriculture"].towns
    assert len(facts(cards["sector-share-140500-agriculture"])["Towns"].split("; ")) == len(towns) == 6


def test_a_share_is_named_with_its_sector_and_rests_on_two_counts(cards):
    card = cards["sector-share-140500-agriculture"]
    how = "Share of a sector among the named towns"
    assert card.title == f"{how}: Jincheng 晋城市, speciality agriculture"
    assert [(step.ref, step.value) for step in card.inputs] == [
        ("sector-towns-140500-agriculture", "6"),
        ("sector-towns-140500", "10"),
    ]


def test_what_is_not_known_says_so(cards):
    assert cards["towns-140500-county"].value == "not reported"
    assert cards["xinzhou-provincial-revenue-growth-2024"].value == "stated without a number"


def test_all_ways_lead_to_documents(book, cards):
    """Whoever follows the inputs comes to a document, or to a count that says what it counted."""
    for name, card in cards.items():
        seen, waiting = set(), [name]
        while waiting:
            one = waiting.pop()
            seen.add(one)
            waiting += [step.ref for step in cards[one].inputs if step.ref not in seen]
        assert seen <= set(cards), name
        if book.brief.registry.get(name) and book.brief.registry.trace(name):
            assert "Documents behind it" in facts(card), name


def test_uses_are_found_both_ways(book):
    exhibits = [{"id": "bars", "findings": ["headline-margin"], "observations": [GROWTH]}]
    uses = find_uses(book.brief.registry, exhibits=exhibits)
    assert uses["headline-margin"] == Uses([], ["bars"])
    assert f"margin-{GROWTH}" in uses[GROWTH].findings
    assert uses[GROWTH].exhibits == ["bars"]
    assert uses[f"margin-{GROWTH}"].findings[-1] == "headline-margin"


def test_a_card_leads_to_its_page(cards):
    assert cards[GROWTH].step.address == PAGE.format(GROWTH)
