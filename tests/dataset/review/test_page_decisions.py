"""What is decided and typed on the page of a review: exported, kept, and brought back."""

from townbook.dataset.proposals import read_proposals
from townbook.dataset.review.fields import UnreadableEntryError


def export(tab, folder, name="proposals.csv"):
    with tab.expect_download() as saved:
        tab.get_by_role("button", name=f"Export {name}").click()
    assert saved.value.suggested_filename == name
    saved.value.save_as(folder / name)
    return folder / name


def cells(table):
    return [dict(row.cells) for row in table.rows]


def opened(tab):
    """The print of the proposal that is open."""
    return tab.locator("tbody.open .summary mark").text_content()


def test_what_is_decided_and_edited_is_exported_and_read_back(show, folder, tmp_path, press):
    before = cells(read_proposals(folder).observations)
    with show() as tab:
        assert opened(tab) == "望海茶叶"
        press(tab, "a")
        assert opened(tab) == "33户"
        press(tab, "are")
        assert tab.evaluate("document.activeElement.id") == "f-indicator"
        tab.locator("#f-value").fill("15亿元")
        tab.keyboard.press("Tab")
        assert tab.locator("#f-value").input_value() == "1500000000"
        tab.locator("#f-tier").select_option("")
        tab.keyboard.press("Escape")
        assert tab.locator("#counts").text_content() == "2 accepted · 1 rejected · 2 left of 5"
        target = tmp_path / "exported"
        target.mkdir()
        export(tab, target)
        export(tab, target, "towns.csv")
    read = read_proposals(target)
    assert read.towns.column("decision") == ["accept"]
    after = cells(read.observations)
    assert [row["decision"] for row in after] == ["accept", "reject", "", ""]
    assert after[0] == {**before[0], "decision": "accept"}
    assert after[0]["note"] == '=1+1, "quoted"\nand on a second line'
    assert after[1] == {**before[1], "decision": "reject"}
    assert after[2] == {
        **before[2],
        "value": "1500000000",
        "tier": "",
        "basis": "value=stated; period=inherited; area=inferred; edited: value, tier",
    }
    assert after[3] == before[3]
    assert (target / "proposals.csv").read_bytes().count(b"\r\n") == 5


def test_decisions_are_there_when_the_page_is_opened_again_and_can_be_brought_to_another_browser(
    show, tmp_path, page, press
):
    with show() as tab:
        press(tab, "ara")
        decided = "2 accepted · 1 rejected"
        assert decided in tab.locator("#counts").text_content()
        # The browser writes down what a page stores when it finds the time.
        for _ in range(20):
            tab.reload()
            if decided in tab.locator("#counts").text_content():
                break
            tab.wait_for_timeout(100)
        assert decided in tab.locator("#counts").text_content()
        press(tab, "u")
        assert "Nothing to take back" in tab.locator("#status").text_content()
        path = export(tab, tmp_path)
    with show() as tab:
        assert "0 accepted" in tab.locator("#counts").text_content()
        tab.locator("#brought").set_input_files(path)
        tab.get_by_text("2 proposals taken over.").wait_for()
        assert "1 accepted · 1 rejected" in tab.locator("#counts").text_content()
        tab.get_by_role("button", name="Undo").click()
        assert "0 accepted · 0 rejected" in tab.locator("#counts").text_content()


def test_a_file_of_something_else_is_not_taken_over(show, tmp_path):
    path = tmp_path / "other.csv"
    with show() as tab:
        for content, words in [
            ("a,b\n1,2\n", "its columns are not those"),
            ('"a', "a quoted cell is never closed"),
            ("", "its columns are not those"),
        ]:
            path.write_text(content, encoding="utf-8")
            tab.locator("#brought").set_input_files(path)
            tab.get_by_text(words).wait_for()
        kept = export(tab, tmp_path)
        kept.write_text(
            kept.read_text(encoding="utf-8").replace("22%", "23%").replace("33户", "34户"), encoding="utf-8"
        )
        tab.locator("#brought").set_input_files(kept)
        tab.get_by_text("0 proposals taken over; 2 rows are not of this page and were left out.").wait_for()


def test_keys_move_undo_and_accept_the_sure(show, press):
    with show() as tab:
        press(tab, "nn")
        assert opened(tab) == "22%"
        press(tab, "p")
        assert opened(tab) == "33户"
        press(tab, "s")
        assert opened(tab) == "22%"
        press(tab, "au")
        assert opened(tab) == "22%"
        press(tab, "A")
        tab.get_by_label("with confidence from").fill("0.6")
        assert "3 will be accepted; 1 more carry a caution and stay" in tab.locator("#sure").text_content()
        tab.get_by_role("button", name="Accept", exact=True).click()
        assert tab.locator("#counts").text_content().startswith("3 accepted · 0 rejected")
        press(tab, "u")
        assert tab.locator("#counts").text_content().startswith("0 accepted")
        press(tab, "?")
        tab.get_by_label("single keys work on this page").uncheck()
        tab.get_by_role("button", name="Close").click()
        press(tab, "a")
        assert tab.locator("#counts").text_content().startswith("0 accepted")


def test_a_town_is_renamed_wherever_it_stands(show, tmp_path, press):
    with show() as tab:
        tab.locator("#f-town").fill("wanghai-chaye")
        press(tab, ["Tab"])
        assert "in 2 proposals" in tab.locator("#status").text_content()
        read = read_proposals(export(tab, tmp_path))
    assert read.observations.column("town") == ["wanghai-chaye", "", "", ""]


TYPED = {
    "value": "10.68亿元|22%|1 068 000 000|0.5|-3.2%|12个百分点|3千万|007|1o68|1,5|3-5",
    "period": "2024-01/2024-06|2024-12|2024|2024-04/2024-06|../2023-07|2024-13|2024-06/2024-01|"
    "2023-01/2024-12|2023-11/2024-02|January",
    "area": "140500|晋城市|定襄县|城区|999999",
    "observation_id": "wanghai-new|Wanghai|",
    "note": '|a, "b"',
}


def test_what_is_typed_becomes_the_cell_that_it_becomes_on_a_terminal(show, folder, open_review, press):
    _, review, desk = open_review(folder)
    fields = {field.column: field for field in desk.list_fields(review.move(1))}
    with show() as tab:
        press(tab, "n")
        for column, texts in TYPED.items():
            control = tab.locator(f"#f-{column}")
            for typed in texts.split("|"):
                control.fill(typed)
                control.blur()
                try:
                    expected = fields[column].read(typed)
                except UnreadableEntryError:
                    assert control.get_attribute("aria-invalid") == "true", typed
                else:
                    assert control.get_attribute("aria-invalid") is None, typed
                    assert control.input_value() == expected


def test_an_indicator_of_which_no_list_knows_can_be_proposed(show, press):
    with show() as tab:
        press(tab, "n")
        tab.locator("#f-indicator").select_option("new:")
        tab.locator("#f-indicator").fill("new:税收")
        press(tab, ["Tab"])
        assert "new:税收" in tab.locator("tbody.open .what").text_content()
