"""Cases: the block that fits is read, the others are not, and mistakes are told."""

from dataclasses import replace

import pytest


def case(target: str, *blocks: tuple[str, str]) -> str:
    whens = "".join(f":::{{when}} {answers}\n{text}\n:::\n" for answers, text in blocks)
    return f"# Page\n\n::::{{case}} {target}\n{whens}::::\n"


def test_only_the_block_of_the_verdict_is_read(build):
    built = build(
        case(
            "margin",
            ("missed fragile", "Not so: {num}`never-there`."),
            ("met above", "It was {verdict}`margin`."),
            ("otherwise", "Unknown {num}`never-there`."),
        )
    )
    assert "It was met." in built.text()
    assert "Not so" not in built.text()
    assert built.warnings == ""


def test_otherwise_takes_what_nothing_else_fits(build):
    built = build(case("silent", ("met", "Met."), ("otherwise", "Nothing is known.")))
    assert "Nothing is known." in built.text()
    assert built.warnings == ""


@pytest.mark.parametrize(("target", "answer"), [("none", "zero"), ("single", "one"), ("several", "more")])
def test_number_of_a_count_is_grammatical(build, target, answer):
    built = build(case(f"{target}#value", ("0", "zero"), ("1", "one"), ("many", "more")))
    assert built.text().split()[-1] == answer
    assert built.warnings == ""


def test_count_that_is_not_known_needs_otherwise(build):
    assert "no {when} fits" in build(case("silent#value", ("0", "zero"))).warnings
    assert build(case("silent#value", ("otherwise", "unknown"))).warnings == ""


def test_the_number_of_editions_before_is_a_count_too(build, book, monkeypatch):
    text = case("editions-before#value", ("0", "the first"), ("otherwise", "not the first"))
    assert build(text).text().split()[-2:] == ["the", "first"]
    older = (replace(book.edition, id="2022"), replace(book.edition, id="2023"))
    later = replace(book, dataset=replace(book.dataset, editions=(*older, book.edition)))
    monkeypatch.setattr("townbook.publishing.sphinx.edition.open_book", lambda *_, **__: later)
    built = build(text)
    assert built.text().split()[-3:] == ["not", "the", "first"]
    assert built.warnings == ""


def test_blocks_hold_whole_markdown_and_further_cases(build):
    inner = "::::{case} single#value\n:::{when} 1\n- one *item*\n:::\n::::"
    built = build(f"# Page\n\n::::::{{case}} margin\n:::::{{when}} met\n{inner}\n:::::\n::::::\n")
    assert built.soup().select_one("ul li em").get_text() == "item"
    assert built.warnings == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (case("margin", ("missed", "x")), "margin is met, and no {when} fits; add {when} met"),
        (case("margin", ("met", "x"), ("triumph", "y")), "{when} triumph: a case of margin can be"),
        (case("single#value", ("1", "x"), ("two", "y")), "{when} two: a case of single#value can"),
        (case("missing", ("met", "x")), "no finding 'missing' in edition 2024"),
        (case("unjudged", ("met", "x")), "without an answer in this edition"),
        (case("margin", ("otherwise", "x"), ("met", "y")), "stands after {when} otherwise"),
        ("# Page\n\nFine.\n\n:::{when} met\nx\n:::\n", "{when} stands alone"),
    ],
)
def test_mistake_is_a_warning_with_file_and_line(build, text, said):
    warnings = build(text).warnings
    assert said in warnings
    assert "page.md:" in warnings


def test_text_outside_of_the_blocks_is_a_warning(build):
    text = "# Page\n\n::::{case} margin\nLost.\n\n:::{when} met\nKept.\n:::\n::::\n"
    built = build(text)
    assert "page.md:3: WARNING: {case} margin: text outside of {when}" in built.warnings
    assert "Kept." in built.text()
