"""Paragraphs on a town that they name by its county or trade alone; 全市 of a city that is a county."""

import pytest

from townbook.extraction.document import extract_document
from townbook.sources.reading import read_document

LEAD = "走访归来，记者看到的是一片忙碌景象，订单排到了年底，人人脸上有笑容，来年更有盼头，家家都有新打算。\n"
SEVERAL = f"湖北专业镇综述\n{LEAD}大冶铜器专业镇、阳新苎麻专业镇、蕲春蕲艾专业镇各有千秋。\n"
OF_COUNTY = f"阳新县政府工作报告\n{LEAD}阳新苎麻专业镇、阳新大樱桃专业镇各有千秋。\n"


@pytest.fixture
def read(lexicon):
    """A function that returns the area and town of each printed figure of a text."""

    def run(text):
        found = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon)
        return {s.figure.printed: (s.area, s.town) for s in found.statements}

    return run


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (f"{SEVERAL}2.黄石市大冶市。以标准化促品牌化，制定标准23项。", ("420200", "大冶铜器")),
        (f"{SEVERAL}黄石阳新，过去是麻纺代工基地，制定标准23项。", ("420200", "阳新苎麻")),
        (f"{SEVERAL}放眼全省，各地抢抓机遇，制定标准23项。", ("420000", "")),
        (f"{SEVERAL}黄石阳新，过去是代工基地。昌盛公司制定标准23项。", ("420222", "")),
        (f"{OF_COUNTY}樱桃方面，受低温霜冻影响，制定标准23项。", ("420222", "阳新大樱桃")),
        (f"{OF_COUNTY}民生方面，受低温霜冻影响，制定标准23项。", ("420222", "")),
    ],
)
def test_a_paragraph_is_of_the_town_that_it_opens_with(read, text, whose):
    assert read(text)["23项"] == whose


@pytest.mark.parametrize(
    ("title", "area"), [("大冶铜器：老手艺新花样", "420281"), ("黄石：老手艺新花样", "420200")]
)
def test_the_city_of_a_text_on_a_city_that_is_a_county_is_that(read, title, area):
    text = f"{title}\n黄石日报 2024年5月20日\n大冶铜器产业集群在大冶扎根，大冶人爱打铜。全市常住人口90万人。"
    assert read(text)["90万人"] == (area, "")


def test_a_province_opens_no_name_of_a_town(lexicon):
    text = "大冶铜器\n大冶铜器集群被认定为湖北省技术创新专业镇，产值60亿元。"
    names = extract_document(read_document(text.encode(), name="x.txt"), lexicon=lexicon).names
    assert list(names.mentions) == ["大冶铜器"]
