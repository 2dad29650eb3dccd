"""Listings from data: documents, codelists, columns."""


def facts(soup, anchor: str) -> dict[str, str]:
    fields = soup.select_one(f"section#{anchor} dl")
    names = [term.get_text().rstrip(":") for term in fields.select("dt")]
    return dict(zip(names, [body.get_text().strip() for body in fields.select("dd")], strict=True))


def test_sources_are_sections_with_anchors_and_facts(build):
    built = build("# Page\n\n```{sources}\n```\n\n[](#second) {ref}`first`\n")
    assert built.warnings == ""
    soup = built.soup()
    assert soup.select_one("section#first h2").get_text().startswith("Sample first")
    first, second = facts(soup, "first"), facts(soup, "second")
    assert first["Title in Chinese"] == "示例"
    assert first["Published"] == "6 August 2024, as printed"
    assert first["Observations taken from it"] == "2"
    assert "Date stamped on the page" not in first
    assert second["Published"] == "July 2023, inferred: it says so"
    assert second["Date stamped on the page"] == "30 January 2026: a re-post"
    assert second["Observations taken from it"] == "0"
    assert second["Note"] == "shuffled"


def test_hash_is_short_and_whole_behind_it(build):
    soup = build("# Page\n\n```{sources}\n```\n").soup()
    mark = soup.select_one("section#first abbr.hash")
    assert mark.get_text() == "0123456789ab…"
    assert mark["title"] == "0123456789abcdef" * 4


def test_codes_show_both_languages_and_definitions(build, book):
    built = build("# Page\n\n```{codes} verdicts\n```\n")
    rows = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in built.soup().select("tr")]
    assert rows[0] == ["Code", "English", "Chinese", "Definition"]
    codes = book.brief.words.codelists["verdicts"].codes
    assert rows[1:] == [[code, row["en"], row["zh"], row["definition_en"]] for code, row in codes.items()]
    assert built.soup().select_one("table")["aria-label"] == "verdicts"


def test_codes_without_definitions_have_no_such_column(build):
    soup = build("# Page\n\n```{codes} caveats\n```\n").soup()
    assert [cell.get_text() for cell in soup.select("thead th")] == ["Code", "English", "Chinese"]


def test_unknown_codelist_is_a_warning(build):
    warnings = build("# Page\n\n```{codes} colours\n```\n").warnings
    assert "page.md:3: WARNING: {codes} colours: no such codelist; there are areas," in warnings


def test_columns_come_from_the_data_package(build):
    built = build("# Page\n\n```{columns} observations\n```\n")
    names = [cell.get_text() for cell in built.soup().select("tbody th")]
    assert names[:3] == ["observation_id", "area", "tier"]
    assert all(row.select("td")[1].get_text() for row in built.soup().select("tbody tr"))
    assert built.warnings == ""


def test_unknown_table_is_a_warning(build):
    assert (
        "{columns} weather: data/datapackage.json has no"
        in build("# Page\n\n```{columns} weather\n```\n").warnings
    )


def test_pages_name_their_edition(build):
    built = build("# Page\n\n{edition}`id`, {edition}`cutoff`, {edition}`status`.\n")
    assert "2024, 31 March 2025, provisional." in built.text()
    assert (
        "page.md:3: WARNING: {edition}`colour`: expected one of"
        in build("# Page\n\n{edition}`colour`\n").warnings
    )


def test_data_can_be_downloaded_from_any_page(build):
    pages = {
        "page": "# Page\n\n```{toctree}\ndeep/down\n```\n",
        "deep/down": "# Down\n\n{download-data}`towns.csv`\n",
    }
    link = build(pages).soup("deep/down").select_one("a.site-file")
    assert (link["href"], link["download"]) == ("../data/towns.csv", "towns.csv")


def test_editions_are_listed_with_what_each_knows(build):
    rows = build("# Page\n\n```{editions}\n```\n").soup().select("tbody tr")
    assert [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in rows] == [
        ["2024", "31 March 2025", "provisional", "2", "2", "0"]
    ]
