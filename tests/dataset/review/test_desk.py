import pytest


@pytest.fixture
def open_changed(tmp_path, make_folder, open_review):
    """A function that opens a folder other than the usual one."""
    return lambda **parts: open_review(make_folder(tmp_path / "other", **parts))


def find(review, name):
    return next(
        number
        for number, proposal in enumerate(review.proposals)
        if proposal.get("observation_id", proposal["town"]) == name
    )


def look_up(opened, name):
    _, review, desk = opened
    return desk.look_up(review.proposals[find(review, name)])


def test_the_document_beside_the_proposals_is_found(folder, open_review):
    found = look_up(open_review(folder), "wanghai-output-2031")
    assert (found.head, found.figure) == ("2031年,全市市级专业镇实现产值", "10.68亿元")


def test_a_document_elsewhere_is_found_where_it_is_said_to_be(tmp_path, folder, open_review):
    elsewhere = tmp_path / "documents"
    elsewhere.mkdir()
    (folder / "wanghai.txt").rename(elsewhere / "wanghai.txt")
    assert look_up(open_review(folder, sources=elsewhere), "wanghai-output-2031").figure == "10.68亿元"
    told = look_up(open_review(folder), "wanghai-output-2031")
    assert told == "the document 'wanghai.txt' is not at hand; --sources DIR says where it lies"


def test_the_text_of_a_page_is_found_and_checked(tmp_path, make_folder, open_review, proposed):
    source = {**proposed["source"], "file": "wanghai.html", "text_sha256": proposed["source"]["sha256"]}
    folder = make_folder(tmp_path / "html", sources=[source], document=False)
    assert "'wanghai-2032.txt' is not at hand" in look_up(open_review(folder), "wanghai-output-2031")
    (folder / "texts").mkdir()
    path = folder / "texts" / "wanghai-2032.txt"
    path.write_text(proposed["text"], encoding="utf-8", newline="")
    assert look_up(open_review(folder), "wanghai-output-2031").figure == "10.68亿元"
    path.write_bytes(b"\xff other")
    assert "not the one that was read" in look_up(open_review(folder), "wanghai-output-2031")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"id": "another"}, "no sources.yml names the document 'wanghai-2032'"),
        ({"file": "../wanghai.txt"}, "is no name of a file"),
        ({"sha256": "0" * 64}, "is not the document that was read"),
        ({"encoding": "klingon"}, "is not at hand"),
        ({"encoding": "ascii"}, "is not at hand"),
    ],
)
def test_why_a_document_is_not_shown_is_said(open_changed, proposed, change, words):
    opened = open_changed(sources=[{**proposed["source"], **change}])
    assert words in look_up(opened, "wanghai-output-2031")


def test_a_locator_that_leads_nowhere_is_said(open_changed, proposed):
    figures = [{**proposed["figures"][0], "char_start": start} for start in ("3", "x")]
    figures[1]["observation_id"] = "other"
    opened = open_changed(figures=figures)
    assert look_up(opened, "wanghai-output-2031") == "the document does not print it at this place"
    assert look_up(opened, "other") == "the locator is no span of characters"


def judge(opened, name):
    _, review, desk = opened
    [told] = desk.judge(review, [find(review, name)])
    return told


def test_sound_proposals_carry_no_caution(folder, open_review):
    opened = open_review(folder)
    for name in ("wanghai-tea", "wanghai-output-2031", "wanghai-growth-2031", "wanghai-enterprises-2031"):
        assert judge(opened, name) == ()


def test_a_value_that_is_not_what_is_printed_is_cautioned(folder, open_review):
    [told] = judge(open_review(folder), "wanghai-target-2032")
    assert "15亿元" in told
    assert "1500000000" in told


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"indicator": "new:税收"}, "new:税收"),
        ({"unit": "persons"}, "unit 'persons'"),
        ({"town": "nowhere"}, "'nowhere'"),
        ({"period": "2033"}, "after the source"),
        ({"tier": ""}, "status 'A'"),
        ({"area": "140400"}, "no jump by more than a factor of ten"),
    ],
)
def test_what_would_be_refused_is_said_beforehand(open_changed, proposed, cells, words):
    told = judge(open_changed(figures=[{**proposed["figures"][0], **cells}]), "wanghai-output-2031")
    assert words in "; ".join(told)


def test_a_figure_of_a_rejected_town_is_cautioned(folder, open_review):
    _, review, desk = open_review(folder)
    review = review.decide("reject")
    [told] = desk.judge(review, [find(review, "wanghai-enterprises-2031")])
    assert "'wanghai-tea'" in told[0]


def test_cautions_of_several_stand_in_their_order(folder, open_review):
    _, review, desk = open_review(folder)
    numbers = [find(review, name) for name in ("wanghai-target-2032", "wanghai-tea", "wanghai-output-2031")]
    assert [len(told) for told in desk.judge(review, numbers)] == [1, 0, 0]
    assert desk.doubt(review, numbers) == numbers[:1]


def test_another_value_for_a_known_figure_of_the_same_document_is_cautioned(open_changed, known, proposed):
    row = known.observations.rows[0]
    cells = {**proposed["figures"][0], **{column: row[column] for column in row.cells}, "printed": "43个"}
    told = judge(open_changed(figures=[{**cells, "value": "43"}]), row["observation_id"])
    assert f"look at {row['observation_id']}" in "; ".join(told)
    assert judge(open_changed(figures=[{**cells, "printed": row["printed"]}]), row["observation_id"]) == ()


def test_a_town_much_like_a_known_one_is_cautioned(open_changed, known, proposed):
    row = next(row for row in known.towns.rows if row["zh"] == "定襄法兰")
    town = {**proposed["town"], "area": row["area"], "zh": "定襄法兰锻造"}
    [told] = judge(open_changed(towns=[town]), "wanghai-tea")
    assert "resembles 定襄法兰" in told
    claimed = judge(open_changed(towns=[{**town, "zh": row["zh"]}]), "wanghai-tea")
    assert any("a name of one town" in told for told in claimed)
