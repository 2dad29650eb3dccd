"""What a later edition says otherwise: at the top of pages, beneath exhibits, and the list of errata."""

from __future__ import annotations

from collections.abc import Sequence

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from townbook.analysis.differences.findings import FindingChange
from townbook.analysis.findings import Finding
from townbook.figures.sentences import begin
from townbook.figures.tables.change_lines import COUNTS, is_headline, name_finding, say_causes
from townbook.publishing.addresses import page_path
from townbook.publishing.change_report import say_finding
from townbook.publishing.later_editions import LaterEdition
from townbook.publishing.sphinx.edition import OpenEdition, edition_of
from townbook.publishing.sphinx.later_nodes import folded, later_link, later_note
from townbook.publishing.sphinx.layout import exhibit_figure, exhibit_table, small_print
from townbook.publishing.sphinx.roles import bind_number, said
from townbook.publishing.sphinx.tables import lay_table

_FEW = 3
# Where an edition says what it sees otherwise than those before it.
_CHANGES = "book/changes"


class ErrataDirective(SphinxDirective):
    """`{errata}`: what a later edition says otherwise, each finding with both values and the cause."""

    def run(self) -> list[nodes.Node]:
        """Return the list as a table, or the sentence that there is none."""
        opened = edition_of(self.env.app)
        later, say = opened.later, opened.words.text
        if later is None:
            return [
                nodes.paragraph(
                    "", say("This is the newest edition: there is no later one to say otherwise.")
                )
            ]
        if not later.changes:
            text = say("Edition {} says the same of all that is on these pages.").format(later.id)
            return [nodes.paragraph("", text)]
        titles = (opened.title, say("Edition {}").format(later.id))
        head = [say("What"), *titles, say("Cause")]
        rows = [
            [[_name(one, later)], [_say_old(one, opened)], [_say_new(one, later)], [_say_why(one, later)]]
            for one in later.changes
        ]
        return [lay_table([[nodes.Text(text)] for text in head], rows, label=say("Errata"))]


class LaterNotes(SphinxPostTransform):
    """Puts the notes where a page or an exhibit rests on findings of which a later edition says otherwise."""

    # After references are resolved (10): the links here go beyond the edition.
    default_priority = 20
    formats = ("html",)

    def run(self, **_: object) -> None:
        """Add the notes of one page."""
        opened = edition_of(self.app)
        later = opened.later
        if later is None or not later.changes:
            return
        has_list = any(self.document.findall(later_link))
        shown = {node["ref"] for node in self.document.findall(said)}
        for kind in (exhibit_figure, exhibit_table):
            for exhibit in list(self.document.findall(kind)):
                names = {one["ref"] for one in exhibit.findall(said)}
                names |= _find_behind(exhibit["ids"][0], opened)
                shown |= names
                if changes := later.find(names):
                    exhibit.append(_note_exhibit(changes, opened, later))
        section = next(iter(self.document.findall(nodes.section)), None)
        changes = later.find(shown)
        if section is not None and changes and not has_list:
            section.insert(1, _note_page(changes, opened, later, docname=self.env.docname))


def _find_behind(exhibit: str, opened: OpenEdition) -> set[str]:
    """Return the findings that an exhibit names as behind it."""
    return set(opened.exhibits.open(exhibit).description["findings"])


def _note_page(
    changes: Sequence[FindingChange], opened: OpenEdition, later: LaterEdition, *, docname: str
) -> later_note:
    say = opened.words.text
    message = say("Edition {} says otherwise of some of the findings on this page.").format(later.id)
    link = later_link("", say("The page there"), edition=later.id, path=page_path(docname), ref="")
    items = [nodes.list_item("", _say_change(one, opened, later)) for one in changes]
    unfolded = folded("", nodes.bullet_list("", *items), label=say("Which, and why"), open=len(items) <= _FEW)
    paragraph = nodes.paragraph("", "", nodes.Text(f"{message} "), link, nodes.Text("."))
    return later_note("", paragraph, unfolded)


def _note_exhibit(changes: Sequence[FindingChange], opened: OpenEdition, later: LaterEdition) -> small_print:
    """Return the line beneath an exhibit, which names what changed."""
    message = opened.words.text("Edition {} says otherwise of: ").format(later.id)
    line = small_print("", "", nodes.Text(message), classes=["later-edition"])
    for number, one in enumerate(changes):
        line += [nodes.Text("; ")] if number else []
        line += _say_new(one, later, label=_label(one, later))
    line += nodes.Text(".")
    return line


def _say_change(change: FindingChange, opened: OpenEdition, later: LaterEdition) -> nodes.paragraph:
    """Say what a finding is here and in the later edition, and why."""
    say = opened.words.text
    gives = say("the {} edition gives").format(later.id)
    parts: list[nodes.Node] = [
        _name(change, later),
        nodes.Text(f"{say(': here')} "),
        _say_old(change, opened),
        nodes.Text(f"; {gives} "),
        _say_new(change, later),
        nodes.Text(". "),
        _say_why(change, later),
    ]
    return nodes.paragraph("", "", *parts)


def _label(change: FindingChange, later: LaterEdition) -> str:
    """Return what readers know a finding by, its id where it has no name of its own."""
    found = change.new or change.old or Finding(change.id)
    known = is_headline(found.id) or found.id in COUNTS
    return begin(name_finding(found, later.brief)) if known else ""


def _name(change: FindingChange, later: LaterEdition) -> nodes.Node:
    label = _label(change, later)
    return nodes.inline("", label) if label else nodes.literal(change.id, change.id)


def _say_old(change: FindingChange, opened: OpenEdition) -> nodes.Node:
    text = bind_number(say_finding(change.old, opened.words))
    return said(text, text, classes=["num"], ref=change.id, code="")


def _say_new(change: FindingChange, later: LaterEdition, *, label: str | None = None) -> nodes.Node:
    """Return what the later edition says as a link to its changes; `label` is said in its place."""
    words = later.brief.words
    if change.new is None:
        return nodes.inline("", label or change.id if label is not None else words.text("nothing of it"))
    text = bind_number(say_finding(change.new, words)) if label is None else label or change.id
    path = page_path(_CHANGES)
    return later_link("", text, edition=later.id, path=path, ref=change.id)


def _say_why(change: FindingChange, later: LaterEdition) -> nodes.Node:
    why = say_causes(change.causes, later.brief)
    return nodes.inline("", f"{why}.", classes=["change"])
