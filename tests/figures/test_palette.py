import pytest
from matplotlib.colors import to_rgb

from townbook.figures.palette import INK, SOFT, colour_of, look_of

_CITIES = ("140400", "140500", "140900")
_RATINGS = ("comparable", "comparable_with_caveat", "not_comparable", "not_reported")


def _contrast(colour):
    """Contrast with white by WCAG 2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


@pytest.fixture
def areas(open_brief):
    return open_brief("2024").words.codelists["areas"]


def test_text_in_every_colour_can_be_read_on_white(areas):
    colours = {colour_of(code, areas) for code in areas} | {look_of(code).colour for code in _RATINGS}
    colours |= {look_of(code).colour for code in ("met", "missed", "fragile", "open")} | {INK, SOFT}
    assert {colour: _contrast(colour) for colour in colours if _contrast(colour) < 4.5} == {}


def test_cities_of_the_report_and_the_province_are_told_apart(areas):
    assert len({colour_of(code, areas) for code in (*_CITIES, "140000")}) == 4


def test_a_county_has_the_colour_of_its_city(areas):
    assert colour_of("140425", areas) == colour_of("140400", areas)


def test_ratings_and_verdicts_are_told_apart_without_colour():
    looks = [look_of(code) for code in _RATINGS]
    assert len({(look.mark, look.fill, look.hatch) for look in looks}) == len(_RATINGS)
    marks = [(look_of(code).mark, look_of(code).fill) for code in ("met", "missed", "fragile", "open")]
    assert len(set(marks)) == 4


def test_what_is_not_judged_is_hatched():
    assert look_of("not_known").hatch
    assert look_of("no_target") == look_of("not_reported")
