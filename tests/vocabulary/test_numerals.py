import pytest
from hypothesis import given
from hypothesis import strategies as st

from townbook.vocabulary.numerals import last_unit, read_chinese_number, read_loose_range

DIGITS = "零一二三四五六七八九"


def write_chinese(number):
    """Write a number below a hundred million as a Chinese text would, with 零 for each gap."""
    if number >= 10_000:
        head, tail = divmod(number, 10_000)
        gap = "零" if 0 < tail < 1000 else ""
        return write_chinese(head) + "万" + (gap + write_chinese(tail) if tail else "")
    text, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + sign
            gap = False
        else:
            gap = True
    return text


@given(st.integers(1, 99_999_999))
def test_reading_undoes_writing(number):
    assert read_chinese_number(write_chinese(number)) == number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("两百", 200),
        ("一百零五", 105),
        ("二百五", 250),
        ("三万五", 35_000),
        ("三万零五", 30_005),
        ("三万五千", 35_000),
        ("一亿二千万", 120_000_000),
        ("三万亿", 3 * 10**12),
        ("万亿", 10**12),
        ("亿", 10**8),
        ("二〇二四", 2024),
        ("二零二四", 2024),
    ],
)
def test_numerals_by_hand(numeral, number):
    assert read_chinese_number(numeral) == number


def test_what_is_no_numeral_is_refused():
    with pytest.raises(ValueError, match="no Chinese numeral"):
        read_chinese_number("三个")


@pytest.mark.parametrize(
    ("numeral", "ends"),
    [
        ("两三", (2, 3)),
        ("三五", (3, 5)),
        ("十七八", (17, 18)),
        ("二三十", (20, 30)),
        ("七八万", (70_000, 80_000)),
        ("五三", None),
        ("二十三", None),
        ("二〇二四", None),
        ("一二三", None),
    ],
)
def test_digits_side_by_side_are_a_range_where_they_rise(numeral, ends):
    assert read_loose_range(numeral) == ends


@pytest.mark.parametrize(
    ("numeral", "unit"),
    [("三十万", 10**4), ("三万五千", 1000), ("二十三", 1), ("三百", 100), ("两万亿", 10**12)],
)
def test_the_last_unit_of_a_numeral(numeral, unit):
    assert last_unit(numeral) == unit
