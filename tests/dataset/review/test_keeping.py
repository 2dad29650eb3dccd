import pytest

from townbook.dataset.faults import DataError
from townbook.dataset.proposals import read_proposals
from townbook.dataset.review.keeping import Keeper


def test_decisions_and_edits_are_read_back_and_every_other_cell_is_as_it_was(folder, open_review):
    proposals, review, _ = open_review(folder)
    before = [dict(row.cells) for row in proposals.observations.rows]
    Keeper(proposals).keep(review.decide("accept").decide("reject").edit("period", "2031-H1"))
    kept = read_proposals(folder)
    assert [row["decision"] for row in kept.towns.rows] == ["accept"]
    changed = [dict(row.cells) for row in kept.observations.rows]
    assert changed[0] == {**before[0], "decision": "reject"}
    assert changed[1] == {
        **before[1],
        "period": "2031-H1",
        "basis": "value=stated; period=inherited; area=inferred; edited: period",
    }
    assert changed[2:] == before[2:]


def test_each_step_is_kept(folder, open_review):
    proposals, review, _ = open_review(folder)
    keeper = Keeper(proposals)
    for _ in range(3):
        review = review.decide("accept")
        keeper.keep(review)
        assert open_review(folder)[1].left == review.left
    keeper.keep(review.undo())
    assert open_review(folder)[1].left == 3


@pytest.mark.parametrize("name", ["proposals.csv", "towns.csv"])
def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(folder, open_review, name):
    proposals, review, _ = open_review(folder)
    keeper = Keeper(proposals)
    keeper.keep(review.decide("accept"))
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8").replace("望海茶叶", "望海绿茶"), encoding="utf-8")
    path.touch()
    content = path.read_bytes() + b""
    if name == "proposals.csv":
        content = path.read_bytes().replace(b"0.95", b"0.96")
        path.write_bytes(content)
    with pytest.raises(DataError, match="changed during the review"):
        keeper.keep(review.decide("reject"))
    assert path.read_bytes() == content
