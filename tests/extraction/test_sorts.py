"""What is counted and measured: sorts of enterprises, posts, surfaces, rates by their own name."""

import pytest

from townbook.extraction.document import extract_document
from townbook.sources.reading import read_document

HEAD = "大冶铜器专业镇见闻\n2024年5月20日\n\n大冶铜器专业镇2023年产值12亿元。"


@pytest.mark.parametrize(
    ("text", "printed", "indicator", "unit"),
    [
        ("现有18家规上铸造企业。", "18家", "above_scale_enterprises", "enterprises"),
        ("规上铜器企业达到18家。", "18家", "above_scale_enterprises", "enterprises"),
        ("铜器企业达到18家。", "18家", "enterprises", "enterprises"),
        ("规上企业6家，新增就业岗位700个。", "700个", "employment", "persons"),
        ("全年瓷砖产量900万平方米。", "900万平方米", "output_quantity", "m2"),
        ("年产铜板40万平方米。", "40万平方米", "output_quantity", "m2"),
        ("税金1亿元，生产线开机率恢复到87%。", "87%", "new:生产线开机率", "ratio"),
        ("税金1亿元，落实税费减免3000万元。", "3000万元", "new:落实税费减免", "CNY"),
    ],
)
def test_the_nearest_noun_and_its_sort_name_a_figure(lexicon, text, printed, indicator, unit):
    found = extract_document(read_document((HEAD + text).encode(), name="x.txt"), lexicon=lexicon)
    said = next(s for s in found.statements if s.figure.printed == printed)
    assert (said.unit, said.indicator[: len("new:")]) == (unit, indicator[: len("new:")])
    assert indicator.startswith("new:") or said.indicator == indicator
