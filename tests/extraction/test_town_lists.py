"""Towns in lists of which a sentence says once what they are, and their tiers."""

import pytest

THREE = {"磁县陶瓷": "municipal", "沙河玻璃": "municipal", "清河羊绒": "municipal"}


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("全省有市级专业镇3个，分别是磁县陶瓷、沙河玻璃、清河羊绒。", THREE),
        ("专业镇共5个，其中市级3个（磁县陶瓷、沙河玻璃、清河羊绒），其余待认定。", THREE),
        ("专业镇共4个。市级的有磁县陶瓷、沙河玻璃和清河羊绒。", THREE),
        ("认定磁县陶瓷、沙河玻璃、清河羊绒为首批市级专业镇。", THREE),
        ("储备专业镇：磁县陶瓷、沙河玻璃", {"磁县陶瓷": "reserve", "沙河玻璃": "reserve"}),
        ("专业镇建设提速，磁县陶瓷由市级升为省级，产值9亿元。", {"磁县陶瓷": "provincial"}),
        ("沙河玻璃专业镇起初是县级专业镇，后来升级为市级专业镇。", {"沙河玻璃": "municipal"}),
        # goods, firms and places in a list are no towns
        ("磁县瓷枕、沙河玻璃等特产在专业镇博览会上走俏。", {}),
        ("磁县、沙河等地建设专业镇，磁县工信局、沙河商务局牵头。", {}),
    ],
)
def test_the_towns_of_a_list_are_found_with_their_tier(extract, text, towns):
    found = extract(text, title="河北省产业发展综述").towns
    assert {row["zh"]: row["tier"] for row in found} == towns
