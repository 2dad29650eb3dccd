"""The tier of a town where only the nearest word of its clause tells it."""

import pytest


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        (
            "磁县陶瓷专业镇入选省级特色专业镇，沙河玻璃专业镇被市里认定为市级专业镇。",
            {"磁县陶瓷": "provincial", "沙河玻璃": "municipal"},
        ),
        (
            "全市有专业镇4个，其中省级1个，为磁县陶瓷专业镇；市级3个。磁县陶瓷专业镇产值9亿元。",
            {"磁县陶瓷": "provincial"},
        ),
        ("去年底，磁县陶瓷专业镇进入省级重点专业镇培育名单。", {"磁县陶瓷": "provincial"}),
        ("磁县陶瓷专业镇入选国家级产业集群培育对象。", {"磁县陶瓷": ""}),
        ("将磁县陶瓷专业镇列入市级专业镇储备库。", {"磁县陶瓷": "reserve"}),
        # a tier that is wished for and one of firms tell nothing
        ("磁县陶瓷专业镇里有市级以上专业镇企业技术中心3家。", {"磁县陶瓷": ""}),
        ("磁县陶瓷专业镇力争创建省级专业镇，沙河玻璃专业镇产值9亿元。", {"磁县陶瓷": "", "沙河玻璃": ""}),
    ],
)
def test_the_nearest_tier_in_a_clause_is_that_of_the_town(extract, text, tiers):
    found = {row["zh"]: row["tier"] for row in extract(text, title="邯郸、邢台两市产业发展综述").towns}
    assert {name: found.get(name) for name in tiers} == tiers
