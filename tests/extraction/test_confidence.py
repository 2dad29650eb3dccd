"""Confidence: what was stated plainly and near is surer than what was inferred or stands far away."""

import labelled
import pytest

from townbook.extraction.document import extract_document
from townbook.extraction.proposing import confidence
from townbook.sources.reading import read_document

HEAD = "大冶市见闻\n2024年5月20日\n\n"


@pytest.fixture
def tell(lexicon):
    """A function that returns the statements of a text by their print."""

    def run(text):
        found = extract_document(read_document((HEAD + text).encode(), name="x.txt"), lexicon=lexicon)
        return {statement.figure.printed: statement for statement in found.statements}

    return run


def test_clues_tell_how_near_noun_bearer_and_time_stand(tell):
    said = tell("2023年，大冶铜器专业镇产值12亿元，利润3亿元。职工的宿舍里住着900人。")
    assert set(said["12亿元"].clues) == {
        *("noun left", "noun at", "whom one", "whom town", "whom in clause", "whom direct"),
        *("time span", "time in sentence", "time direct"),
    }
    assert {"whom in sentence", "whom past few", "time past few"} <= set(said["3亿元"].clues)
    assert {"whom unsaid", "whom before town", "time elsewhere"} <= set(said["900人"].clues)


def test_what_is_stated_in_one_clause_is_surer_than_what_is_pieced_together(tell):
    said = tell("2023年省级大冶铜器专业镇产值12亿元。铺子里另有一些人手，亮出宝贝70余件。")
    assert confidence.judge(said["12亿元"]) > 0.8
    assert confidence.judge(said["70余件"]) < 0.6


def test_a_chance_adds_up_what_speaks_for_and_against(tell, monkeypatch):
    (statement,) = tell("2023年大冶铜器专业镇产值12亿元。").values()
    monkeypatch.setattr(confidence, "WEIGHTS", {"noun at": 1.0, "kind growth": 5.0})
    monkeypatch.setattr(confidence, "_START", -1.0)
    assert confidence.judge(statement) == pytest.approx(0.5)


def test_every_weight_is_of_a_clue_that_is_given(lexicon):
    given = set()
    for article in labelled.read_articles("tuning"):
        document = read_document(article.text.encode(), name="x.txt")
        for statement in extract_document(document, lexicon=lexicon).statements:
            given |= confidence.list_features(statement)
    assert set(confidence.WEIGHTS) <= given
