"""The Sphinx extension of the book: `sphinx.extra_extensions` in `_config.yml` names it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from townbook import __version__
from townbook.publishing.references import CHANGE, ROLES
from townbook.publishing.sphinx import (
    cases,
    chinese,
    citations,
    code_cells,
    coverage,
    documents,
    edition,
    editions,
    evidence,
    exhibit_links,
    exhibits,
    formulas,
    icons,
    later,
    later_nodes,
    layout,
    listings,
    machine_pages,
    pages,
    panels,
    plain_area,
    roles,
)

_Visitor = Callable[..., None]
_DIRECTIVES = {
    "case": cases.CaseDirective,
    "when": cases.WhenDirective,
    "exhibit": exhibits.ExhibitDirective,
    "sources": documents.SourcesDirective,
    "codes": listings.CodesDirective,
    "columns": listings.ColumnsDirective,
    "editions": editions.EditionsDirective,
    "citation": citations.CitationDirective,
    "errata": later.ErrataDirective,
    "coverage-kinds": coverage.CoverageDirective,
}
_NODES: dict[type[nodes.Element], tuple[_Visitor, _Visitor | None]] = {
    coverage.covered: (coverage.visit_covered, coverage.depart_covered),
    roles.said: (roles.visit_said, roles.depart_said),
    chinese.chinese: (chinese.visit_chinese, chinese.depart_chinese),
    layout.exhibit_caption: (layout.visit_caption, layout.depart_caption),
    layout.exhibit_picture: (layout.visit_picture, None),
    layout.site_file: (layout.visit_file, layout.depart_file),
    layout.small_print: (layout.visit_small_print, layout.depart_small_print),
    later_nodes.later_note: (later_nodes.visit_note, later_nodes.depart_note),
    later_nodes.folded: (later_nodes.visit_folded, later_nodes.depart_folded),
    later_nodes.later_link: (later_nodes.visit_link, later_nodes.depart_link),
    panels.exhibit_panel: (panels.visit_panel, None),
    layout.grid: (layout.visit_grid, layout.depart_grid),
    layout.grid_row: (layout.visit_row, layout.depart_row),
    layout.grid_cell: (layout.visit_cell, layout.depart_cell),
}
_NUMBERED = {layout.exhibit_figure: "figure", layout.exhibit_table: "table"}


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension.

    The config values, all optional: `townbook_root` (the project), `townbook_edition` (its id),
    `townbook_language`, `townbook_exhibits` (the folder with `<id>/<id>.json`), and
    `townbook_editions` (ids of the editions, where `../../editions.js` lists those published).
    """
    for name in ("root", "edition", "language", "exhibits"):
        app.add_config_value(f"townbook_{name}", "", "env", (str,))
    app.add_config_value("townbook_editions", [], "html", (list,))
    app.add_config_value("townbook_fingerprint", "", "env", (str,))
    for role in ROLES:
        app.add_role(role, roles.SaidRole())
    app.add_role(CHANGE, roles.ChangeRole())
    app.add_role("coverage", coverage.CoverageRole())
    app.add_role("edition", editions.EditionRole())
    app.add_role("download-data", editions.DownloadDataRole())
    for name, directive in _DIRECTIVES.items():
        app.add_directive(name, directive)
    for node, visitors in _NODES.items():
        app.add_node(node, html=visitors)
    for numbered, kind in _NUMBERED.items():
        visitors = (layout.visit_exhibit, layout.depart_exhibit)
        app.add_enumerable_node(numbered, kind, html=visitors)
    app.add_transform(exhibit_links.LocalExhibitLinks)
    app.add_post_transform(exhibit_links.DistantExhibitLinks)
    app.add_post_transform(code_cells.QuietCode)
    app.add_post_transform(later.LaterNotes)
    app.add_post_transform(chinese.MarkChinese)
    renderers = ((formulas.visit_inline, None), (formulas.visit_block, None))
    app.add_html_math_renderer(formulas.NAME, *renderers)
    app.add_css_file(pages.FACES_CSS)
    _connect(app)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def _connect(app: Sphinx) -> None:
    app.connect("config-inited", _renew_on_new_data)
    app.connect("source-read", plain_area.fill_default_area)
    app.connect("builder-inited", pages.add_faces)
    app.connect("html-page-context", pages.describe_edition)
    app.connect("html-page-context", machine_pages.tell_machines)
    app.connect("build-finished", coverage.cover_pages)
    app.connect("build-finished", pages.put_exhibits)
    app.connect("build-finished", evidence.put_evidence)
    app.connect("build-finished", icons.leave_out_icons)  # when all pages are there


def _renew_on_new_data(app: Sphinx, config: Config) -> None:
    """Let new data renew all pages, which Sphinx would not notice by itself."""
    config.townbook_fingerprint = edition.edition_of(app).fingerprint()
