from townbook.analysis.selection import find_latest_state, is_whole_year, select

CHANGZHI = {"area": "140400", "tier": "municipal"}


def names(rows):
    return [row["observation"] for row in rows]


def test_figures_are_chosen_by_their_dimensions(made):
    made.add("a", "5亿元", period="2023").add("b", "3亿元", indicator="revenue").add(
        "c", "5亿元", area="140500"
    )
    assert names(select(made.cut(), indicator="output", area="140400")) == ["a"]


def test_a_figure_without_a_number_is_not_chosen(made):
    made.add("silent", "", kind="growth", status="O").add("loud", "5%", kind="growth")
    assert names(select(made.cut(), kind="growth")) == ["loud"]


def test_of_two_documents_with_one_figure_the_later_counts(made):
    made.documents = {"old": "2024-01-01", "new": "2024-09-01"}
    made.add("first", "10.1亿元", source="old").add("revised", "10.3亿元", source="new")
    assert names(select(made.cut())) == ["revised"]


def test_before_the_later_document_the_earlier_counts(made):
    made.documents = {"old": "2024-01-01", "new": "2024-09-01"}
    made.add("first", "10.1亿元", source="old").add("revised", "10.3亿元", source="new")
    assert names(select(made.cut(cutoff="2024-06-30"))) == ["first"]


def test_a_provisional_figure_gives_way_to_the_final_one(made):
    made.documents = {"flash": "2024-01-01", "yearbook": "2024-09-01"}
    made.add("flash", "10亿元", source="flash", status="P").add("final", "11亿元", source="yearbook")
    assert names(select(made.cut(), normal_only=True)) == ["final"]
    assert names(select(made.cut(cutoff="2024-06-30"), normal_only=True)) == ["flash"]


def test_another_coverage_is_another_figure(made):
    made.documents = {"old": "2024-01-01", "new": "2024-09-01"}
    made.add("towns", "10亿元", source="old").add("county", "40亿元", source="new", status="D")
    data = made.cut()
    assert names(select(data)) == ["towns", "county"]
    assert names(select(data, normal_only=True)) == ["towns"]


def test_figures_without_a_period_are_not_taken_for_one_another(made):
    made.documents = {"old": "2024-01-01", "new": "2024-09-01"}
    made.add("a", "10亿元", period="", source="old").add("b", "12亿元", period="", source="new")
    assert names(select(made.cut())) == ["a", "b"]


def test_two_figures_of_one_document_both_stand(made):
    made.add("a", "10万吨", indicator="project_capacity_mass").add(
        "b", "3万吨", indicator="project_capacity_mass"
    )
    assert names(select(made.cut())) == ["a", "b"]


def test_the_latest_state_is_that_whose_period_ends_last(made):
    made.documents = {"old": "2024-01-01", "new": "2024-09-01"}
    made.count("august", "12个", period="2024-08", source="old")
    made.count("looking-back", "10个", period="2023-03", source="new")
    assert find_latest_state(made.cut(), **CHANGZHI)["observation"] == "august"
    assert find_latest_state(made.cut(), **CHANGZHI, until=12 * 2023 + 2)["observation"] == "looking-back"
    assert find_latest_state(made.cut(), **CHANGZHI, until=12 * 2024)["observation"] == "looking-back"
    assert find_latest_state(made.cut(), **CHANGZHI, until=12 * 2023) is None


def test_a_count_of_other_coverage_is_no_state(made):
    made.count("counted-back", "10个", period="2022", status="D")
    assert find_latest_state(made.cut(), **CHANGZHI) is None


def test_only_a_calendar_year_is_a_whole_year():
    periods = ["2023", "2023-H1", "2023-12", "2022-04/2023-03", "../2023-12", ""]
    assert [is_whole_year({"period": code}) for code in periods] == [True] + [False] * 5
