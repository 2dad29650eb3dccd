from townbook.dataset.review.surroundings import find_surroundings

TEXT = "one\r\n\r\ntwo\r\n  three 12\n个 more\r\n\r\nfour\r\nfive\r\nsix"


def find(printed, text=TEXT):
    start = text.index(printed)
    return find_surroundings(text, start=start, end=start + len(printed), printed=printed)


def test_two_lines_with_text_stand_either_side():
    found = find("12\n个")
    assert found.before == ("one", "two")
    assert (found.head, found.figure, found.tail) == ("three ", "12\n个", " more")
    assert found.after == ("four", "five")


def test_at_the_ends_of_the_document_there_is_less():
    assert find("one").before == ()
    assert find("six").after == ()
    assert (find("six").head, find("six").tail) == ("", "")


def test_a_long_line_is_cut_around_the_figure():
    text = "前" * 50_000 + "12个" + "后" * 50_000
    found = find("12个", text)
    assert (found.head, found.tail) == ("…" + "前" * 240, "后" * 240 + "…")


def test_what_does_not_print_the_figure_has_no_surroundings():
    for start, end in ((0, 2), (-4, -1), (3, 3), (5, 2), (10_000, 10_003)):
        assert find_surroundings(TEXT, start=start, end=end, printed="six") is None
