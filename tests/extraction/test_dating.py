import pytest

from townbook.extraction.times.dating import date_document
from townbook.extraction.times.inferred_dates import infer_date


def date(text, *, datelines=(), body=""):
    return date_document(text, datelines=list(datelines), body=body or text, given=None).published


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2031年,也就是去年,产值6亿元。9月12日,记者来到镇上。", "2032-09"),
        ("去年(2031年)产值6亿元。", "2032"),
        ("今年(2031年)产值6亿元,8月份卖得最好。", "2031-08"),
        ("2031年快收尾了,今年产值6亿元。", "2031-12"),
        ("2031年已近尾声。", "2031-12"),
        ("2031年产值6亿元。今年1—10月,产值7亿元。", "2032-11"),
        ("2031年产值6亿元。今年上半年,产值4亿元。", "2032-07"),
        ("2031年产值6亿元。今年前三季度,产值7亿元。", "2032-10"),
        ("2031年产值6亿元。截至今年4月底,有企业12家。", "2032-04"),
        ("截至2031年11月底,有企业12家。今年新增2家。12月3日,又开工一家。", "2031-12"),
        ("2031年产值6亿元。去年9月开工,今年力争2032年12月投产。", "2032"),
        ("2031年产值6亿元。今年3月开工,到10月投产。", "2032-03"),
        ("望海2月11日电 截至2031年底,有企业12家,比去年多2家。", "2032-02"),
        ("望海12月30日电 截至2031年底,有企业12家,比去年多2家。", "2031-12"),
        ("新社望海4月9日电 2031年产值6亿元。今年一季度产值2亿元,订单排到了8月份。", "2032-04"),
        ("2031年产值6亿元。今年一季度产值2亿元,订单排到了8月份。", "2032-04"),
        ("2031年产值6亿元。", "2031"),
        ("产值6亿元。", ""),
    ],
)
def test_a_text_tells_when_it_was_written(text, written):
    assert infer_date(text) == written


def test_a_day_is_rather_the_date_than_the_number_of_an_issue():
    lines = ["2031年第3期(总第41期)", "望海市线缆协会编 2031年7月20日"]
    assert date("", datelines=lines) == "2031-07-20"


def test_the_number_of_an_issue_is_a_month_of_a_monthly_only():
    assert date("", datelines=["2031年第3期"]) == "2031-03"
    assert date("望海工业(季刊)\n2031年第3期", datelines=["2031年第3期"]) == "2031"
    assert date("", datelines=["2031年3月号"]) == "2031-03"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("镇上的铜牌\n牌子下头写着:“市级 2031年3月”,很新。", "2031"),
        ("镇上的铜牌\n2031年3月\n铜牌很新。", "2031-03"),
        ("望海日报 2031-03-08 铜牌很新。", "2031-03-08"),
        ("截至2031年3月5日,有企业12家。", "2031"),
    ],
)
def test_a_month_in_a_sentence_is_no_date_of_publication(text, published):
    assert date(text) == published


def test_a_date_in_chinese_numerals_is_read():
    assert date("", datelines=["二〇三一年三月二十五日"]) == "2031-03-25"
    assert date("", datelines=["二〇三一年十月"]) == "2031-10"


def test_a_page_appeared_before_it_was_touched_again():
    line = "更新时间：2032年3月12日 发布时间：2031年11月1日"
    assert date_document("", datelines=[line], body="", given=None).published == "2031-11-01"
    assert date_document("", datelines=[line[:15]], body="", given=None).published == "2032-03-12"
