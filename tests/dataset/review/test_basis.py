from townbook.dataset.review.basis import read_basis, write_basis


def test_pairs_remarks_and_edits_are_told_apart():
    basis = read_basis("value=stated; period=inherited; two nouns were as near; ;edited: tier, area")
    assert basis.remarks == ("two nouns were as near",)
    assert [basis.explain(c) for c in ("value", "period", "tier", "area", "kind")] == [
        "stated",
        "inherited",
        "edited",
        "edited",
        "",
    ]


def test_an_edit_is_noted_once_and_read_back():
    cell = "value=stated; a=guessed; seen twice"
    noted = write_basis(read_basis(cell).note_edit("value").note_edit("unit").note_edit("value"))
    assert noted == "value=stated; a=guessed; seen twice; edited: value, unit"
    assert write_basis(read_basis(noted)) == noted
