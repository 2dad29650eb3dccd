import pytest

from townbook.analysis.quality import find_quality, tabulate_documents, tabulate_precision


def findings_of(made):
    return {finding.id: finding for finding in find_quality(made.cut())}


@pytest.fixture
def mixed(made):
    made.documents = {"late": "2024-08-06", "early": "2023-03-31"}
    made.add("a", "10亿元", source="late").add("b", "5亿元", source="early", status="D", period="")
    guess = {"note": "period not printed: state at publication"}
    made.add("c", "", kind="growth", source="late", status="O", qualifier="", **guess).count(
        "d", "10个", period="2023"
    )
    made.figures[-1]["source"] = "late"
    made.add(
        "e", "30个以上", indicator="towns", kind="target", qualifier="at_least", source="early", period=""
    )
    made.add("f", "5亿元", kind="threshold", source="early", period="2024", status="P")
    return made.name("silk", source="early")


def test_documents_in_the_order_of_publication(mixed):
    table = tabulate_documents(mixed.cut()).set_index("source")
    assert list(table.index) == ["early", "late"]
    columns = ["observations", "normal", "differing", "missing", "period_printed", "towns"]
    assert list(table.loc["early", columns]) == [3, 2, 1, 0, 1, 1]  # e and f are normal, b differs
    assert list(table.loc["late", columns]) == [3, 2, 0, 1, 2, 0]  # the period of c is inferred


def test_counts_of_observations(mixed):
    findings = findings_of(mixed)
    counts = {
        "documents": 2,
        "observations": 6,
        "observations-normal": 4,
        "observations-differing": 1,
        "observations-without-number": 1,
        "observations-period-not-printed": 2,
        "observations-unrounded": 1,  # d
        "observations-period-inferred": 1,  # c
        "observations-rounded": 2,  # a, b; f is a rule
        "observations-open-ended": 1,  # e
        "targets": 1,
        "targets-period-not-printed": 1,
        "targets-period-inferred": 0,
        "thresholds": 1,
    }
    assert {name: findings[name].value for name in counts} == counts


def test_kinds_of_precision_add_up(mixed):
    findings = findings_of(mixed)
    parts = ("unrounded", "rounded", "open-ended", "without-number")
    known = sum(findings[f"observations-{part}"].value for part in parts) + findings["thresholds"].value
    assert known == findings["observations"].value


def test_precision_is_half_the_width_over_the_value(made):
    made.add("a", "10亿元").add("b", "40.0亿元", period="2022").add("c", "下降5%", kind="growth")
    table = tabulate_precision(made.cut()).set_index("observation")
    # 0.05 of 40; 0.5 of 10; 0.5 points of 5 %, as a size without a sign
    assert table["spread"].to_dict() == pytest.approx({"b": 0.00125, "a": 0.05, "c": 0.1})
    findings = findings_of(made)
    assert findings["precision-median"].value == pytest.approx(0.05)
    assert findings["precision-worst"].observations == ("c",)


def test_without_a_rounded_figure_there_is_no_precision(made):
    made.count("d", "10个", period="2023")
    assert tabulate_precision(made.cut()).empty
    assert findings_of(made)["precision-median"].verdict == "not_reported"
    assert findings_of(made)["precision-worst"].verdict == "not_reported"
