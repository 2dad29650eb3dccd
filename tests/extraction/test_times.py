import pytest

from townbook.extraction.times.time_mentions import Calendar
from townbook.extraction.times.times import find_times
from townbook.vocabulary.periods import write_period


def find(text, calendar, *, year=None):
    return find_times(text, 0, len(text), calendar=calendar, year=year)


@pytest.mark.parametrize(
    ("text", "period", "role"),
    [
        ("2031年", "2031", "span"),
        ("2031年上半年", "2031-H1", "span"),
        ("2031年下半年", "2031-H2", "span"),
        ("2031年一季度", "2031-Q1", "span"),
        ("2031年第3季度", "2031-Q3", "span"),
        ("2031年前三季度", "2031-01/2031-09", "span"),
        ("2031年1—9月", "2031-01/2031-09", "span"),
        ("2031年1-9月份", "2031-01/2031-09", "span"),
        ("2031年1至9月", "2031-01/2031-09", "span"),
        ("2031年前8个月", "2031-01/2031-08", "span"),
        ("2031年6月", "2031-06", "span"),
        ("2031年首季", "2031-Q1", "span"),
        ("2031年首4个月", "2031-01/2031-04", "span"),
        ("今年前两个月", "2032-01/2032-02", "span"),
        ("去年年中", "2031-H1", "span"),
        ("来年", "2033", "span"),
        ("2031年6月底", "2031-06", "state"),
        ("2031年底", "2031-12", "state"),
        ("2031年末", "2031-12", "state"),
        ("2028—2031年", "2028/2031", "span"),
        ("今年", "2032", "span"),
        ("去年", "2031", "span"),
        ("前年", "2030", "span"),
        ("明年", "2033", "span"),
        ("去年同期", "2031", "span"),
        ("到2035年", "2035", "horizon"),
        ("“十六五”时期", "2031/2035", "horizon"),
        ("“十六五”以来", "2031-01/2032-02", "span"),
        ("“十五五”期间", "2026/2030", "span"),
        ("“十五五”末", "2030-12", "state"),
        ("一年来", "2031-03/2032-02", "span"),
        ("三年内", "2035", "horizon"),
        ("未来5年时间", "2037", "horizon"),
        ("目前", "2032-02", "state"),
    ],
)
def test_a_time_is_resolved_from_the_day_of_publication(text, period, role, calendar):
    (mention,) = find(text, calendar)
    assert text[mention.start : mention.end] == text
    assert (write_period(mention.first, mention.last), mention.role) == (period, role)


def test_the_present_is_that_of_publication_beside_five_years_that_are_over(calendar):
    times = find("五年净增18家,目前达到30家", calendar)
    assert [write_period(time.first, time.last) for time in times] == ["2027/2031", "2032-02"]


def test_of_what_is_counted_up_to_a_day_only_the_end_is_known(calendar):
    (mention,) = find("截至2031年6月底", calendar)
    assert (mention.first, mention.last, mention.role) == (None, 12 * 2031 + 5, "state")


def test_a_part_of_a_year_is_of_the_year_spoken_of(calendar):
    _, half = find("2030年召开大会,上半年产值", calendar)
    assert write_period(half.first, half.last) == "2030-H1"
    (alone,) = find("上半年产值", calendar, year=2029)
    assert write_period(alone.first, alone.last) == "2029-H1"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1—11月,产值", "2031-01/2031-11"),
        ("12月末,有企业", "2031-12"),
        ("前三季度,产值", "2031-01/2031-09"),
        ("1月,产值", "2032-01"),
        ("10月前建成", "2032-10"),
        ("计划10月建成", "2032-10"),
        ("下半年,产值", "2032-H2"),
    ],
)
def test_months_to_come_are_those_of_the_year_before_unless_they_are_planned(text, period, calendar):
    (mention,) = find(text, calendar)
    assert write_period(mention.first, mention.last) == period


def test_two_times_that_are_joined_are_one_span(calendar):
    (mention,) = find("2030年至2031年6月", calendar)
    assert write_period(mention.first, mention.last) == "2030-01/2031-06"


def test_two_times_of_which_the_second_is_over_first_are_no_span(calendar):
    times = find("上半年至去年同期", calendar)
    assert [write_period(time.first, time.last) for time in times] == ["2032-H1", "2031"]


@pytest.mark.parametrize("text", ["比2028年增加", "较去年增长", "与2028年相比"])
def test_a_time_that_is_compared_with_is_marked(text, calendar):
    (mention,) = find(text, calendar)
    assert mention.compared


def test_the_same_span_of_the_year_before_is_a_year_earlier(calendar):
    (mention,) = find("上年同期", calendar)
    assert (mention.same_span, mention.is_aside) == (-12, True)


def test_where_a_change_began_is_marked(calendar):
    begun, now = find("由2028年的8亿元扩大到2031年的12亿元", calendar)
    assert (begun.origin, now.origin) == (True, False)


def test_the_time_since_an_event_ends_with_publication(calendar):
    (mention,) = find("自授牌以来,", calendar)
    assert (mention.role, mention.first, mention.last) == ("since", None, calendar.published)


@pytest.mark.parametrize(
    ("text", "first"), [("自2030年3月启动以来,", 12 * 2030 + 2), ("自2030年以来", 12 * 2030)]
)
def test_the_time_since_a_date_begins_there(text, first, calendar):
    (mention,) = find(text, calendar)
    assert (mention.first, mention.last) == (first, calendar.published)


@pytest.mark.parametrize(
    "text", ["完成全年目标的80%", "十五五规划", "2031个", "编号20310", "订单排到9月以后"]
)
def test_what_only_looks_like_a_time_is_none(text, calendar):
    assert not find(text, calendar)


def test_without_a_date_of_publication_relative_times_mean_nothing():
    assert not find("目前,去年,三年内", Calendar(0, exact=False))
