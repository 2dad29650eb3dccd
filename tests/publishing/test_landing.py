import json
import re
from html.parser import HTMLParser

from townbook.publishing.landing import Card, find_cards, write_card, write_landing


def _publish(output, edition, cutoff, *, language="en", status="final", title="The <Report>"):
    folder = output / edition / language
    folder.mkdir(parents=True)
    pages = ("book/index", "notebooks/01_tiers")
    write_card(Card(edition, status, cutoff, language, title, "book/index", pages), folder=folder)


class _Links(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.found.append(dict(attributes)["href"])


def test_the_landing_page_leads_to_the_newest_edition_first_and_to_all(tmp_path):
    _publish(tmp_path, "2023", "2023-12-31")
    _publish(tmp_path, "2024", "2025-03-31", status="provisional")
    write_landing(tmp_path)
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert _Links(text).found == ["2024/en/book/index.html", "2023/en/book/index.html"]
    assert "<title>The &lt;Report&gt;</title>" in text
    assert "Provisional; rests on documents published up to 31 March 2025." in text
    assert "http" not in re.sub(r"http-equiv", "", text)


def test_the_switcher_gets_every_edition_with_its_languages_and_pages(tmp_path):
    _publish(tmp_path, "2023", "2023-12-31")
    _publish(tmp_path, "2024", "2025-03-31", status="provisional")
    _publish(tmp_path, "2024", "2025-03-31", status="provisional", language="zh")
    write_landing(tmp_path)
    text = (tmp_path / "editions.js").read_text(encoding="utf-8")
    begin, end = "window.townbookEditions = ", ";\n"
    assert text.startswith(begin)
    assert text.endswith(end)
    newest, oldest = json.loads(text.removeprefix(begin).removesuffix(end))
    assert (newest["id"], newest["status"], newest["languages"]) == ("2024", "provisional", ["en", "zh"])
    assert oldest["pages"] == {"en": ["book/index", "notebooks/01_tiers"]}


def test_an_edition_published_alone_does_not_hide_the_others(tmp_path):
    _publish(tmp_path, "2024", "2025-03-31")
    write_landing(tmp_path)
    _publish(tmp_path, "2023", "2023-12-31")
    write_landing(tmp_path)
    assert [card.edition for card in find_cards(tmp_path)] == ["2024", "2023"]


def test_what_is_half_published_is_not_listed(tmp_path):
    _publish(tmp_path, "2024", "2025-03-31")
    _publish(tmp_path, "2023", "2023-12-31", language=".en.new")
    assert [card.edition for card in find_cards(tmp_path)] == ["2024"]


def test_an_edition_opens_at_its_front_page_by_a_page_with_title_and_link(tmp_path):
    _publish(tmp_path, "2024", "2025-03-31", language="zh")
    text = (tmp_path / "2024" / "zh" / "index.html").read_text(encoding="utf-8")
    assert 'content="0; url=book/index.html"' in text
    assert '<html lang="zh">' in text
    assert "<title>The &lt;Report&gt;</title>" in text
    assert _Links(text).found == ["book/index.html"]


def test_without_editions_there_is_no_landing_page(tmp_path):
    write_landing(tmp_path)
    assert list(tmp_path.iterdir()) == []
