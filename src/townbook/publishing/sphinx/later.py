"""What a later edition says otherwise: at the top of pages, beneath exhibits, and the list of errata."""

from __future__ import annotations

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from townbook.publishing.addresses import page_path
from townbook.publishing.later_editions import LaterEdition
from townbook.publishing.later_words import LaterNote, Otherwise, describe_changes, note_findings
from townbook.publishing.sphinx.edition import OpenEdition, edition_of
from townbook.publishing.sphinx.later_nodes import folded, later_link, later_note
from townbook.publishing.sphinx.layout import exhibit_figure, exhibit_table, small_print
from townbook.publishing.sphinx.panels import exhibit_panel
from townbook.publishing.sphinx.roles import bind_number, said
from townbook.publishing.sphinx.tables import lay_table

_FEW = 3


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
            [[_name(one)], [_say_here(one)], [_say_there(one, later)], [_say_why(one)]]
            for one in describe_changes(later.changes, opened.book.brief, later)
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
                if note := note_findings(names, opened.book.brief, later):
                    _note_exhibit(exhibit, note, later)
        section = next(iter(self.document.findall(nodes.section)), None)
        note = note_findings(shown, opened.book.brief, later)
        if section is not None and note and not has_list:
            section.insert(1, _note_page(note, opened, later, docname=self.env.docname))


def _find_behind(exhibit: str, opened: OpenEdition) -> set[str]:
    """Return the findings that an exhibit names as behind it."""
    return set(opened.exhibits.open(exhibit).description["findings"])


def _note_page(note: LaterNote, opened: OpenEdition, later: LaterEdition, *, docname: str) -> later_note:
    say = opened.words.text
    message = say("{} says otherwise of some of the findings on this page.")
    items = [nodes.list_item("", _say_change(one, opened, later)) for one in note.changes]
    unfolded = folded("", nodes.bullet_list("", *items), label=say("Which, and why"), open=len(items) <= _FEW)
    paragraph = nodes.paragraph("", "", *_name_edition(message, later, docname=docname))
    return later_note("", paragraph, unfolded)


def _name_edition(message: str, later: LaterEdition, *, docname: str) -> list[nodes.Node]:
    """Return a message in which `{}` stands for the later edition, as the link to a page of it."""
    before, _, after = message.partition("{}")
    name = later.brief.words.text("Edition {}").format(later.id)
    link = later_link("", name, edition=later.id, path=page_path(docname), ref="")
    return [nodes.Text(before), link, nodes.Text(after)]


def _note_exhibit(exhibit: nodes.Element, note: LaterNote, later: LaterEdition) -> None:
    """Put a line that names what changed beneath an exhibit, and let its own page say it at the top."""
    message = later.brief.words.text("Edition {} says otherwise of: ").format(later.id)
    line = small_print("", "", nodes.Text(message), classes=["later-edition"])
    for number, one in enumerate(note.changes):
        line += [nodes.Text("; ")] if number else []
        line += _say_there(one, later, label=one.label)
    line += nodes.Text(".")
    panel = next(iter(exhibit.findall(exhibit_panel)), None)
    if panel is None:
        exhibit.append(line)
        return
    # What stands before the panel is the exhibit as its own page shows it.
    exhibit.insert(exhibit.index(panel), line)
    panel["later"] = [one.ref for one in note.changes]


def _say_change(one: Otherwise, opened: OpenEdition, later: LaterEdition) -> nodes.paragraph:
    """Say what a finding is here and in the later edition, and why."""
    say = opened.words.text
    gives = say("the {} edition gives").format(later.id)
    parts: list[nodes.Node] = [
        _name(one),
        nodes.Text(f"{say(': here')} "),
        _say_here(one),
        nodes.Text(f"; {gives} "),
        _say_there(one, later),
        nodes.Text(". "),
        _say_why(one),
    ]
    return nodes.paragraph("", "", *parts)


def _name(one: Otherwise) -> nodes.Node:
    return said(one.label, one.label, classes=["word"], ref=one.ref, code="")


def _say_here(one: Otherwise) -> nodes.Node:
    text = bind_number(one.here)
    return said(text, text, classes=["num"], ref=one.ref, code="")


def _say_there(one: Otherwise, later: LaterEdition, *, label: str = "") -> nodes.Node:
    """Return what the later edition says as a link to its evidence; `label` is said in its place."""
    if not one.path:
        return nodes.inline("", label or later.brief.words.text("nothing of it"))
    text = label or bind_number(one.there)
    return later_link("", text, edition=later.id, path=one.path, ref=one.ref)


def _say_why(one: Otherwise) -> nodes.Node:
    return nodes.inline("", f"{one.why}.", classes=["change"])
