"""Links to exhibits without a text of their own: `[](#ID)` says `Figure 3`, as `{numref}` does."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.domains.std import StandardDomain
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from townbook.publishing.sphinx.layout import exhibit_figure, exhibit_table


class LocalExhibitLinks(SphinxTransform):
    """Turns such links to exhibits of the same page into references by number."""

    # Just before MyST would put the whole caption there.
    default_priority = 878

    def apply(self, **_: object) -> None:
        """Replace the links of one page."""
        exhibits: set[str] = set()
        for kind in (exhibit_figure, exhibit_table):
            for node in self.document.findall(kind):
                exhibits.update(node["ids"])
        for link in list(self.document.findall(nodes.reference)):
            target = link.get("refuri", "#")[1:]
            if link.get("id_link") and not link.children and target in exhibits:
                link.replace_self(_refer(target, docname=self.env.docname))


class DistantExhibitLinks(SphinxPostTransform):
    """Turns such links to exhibits of other pages into references by number."""

    # Before MyST (9) and Sphinx (10) resolve references.
    default_priority = 8

    def run(self, **_: object) -> None:
        """Replace the links of one page."""
        domain = self.env.domains["std"]
        for link in list(self.document.findall(addnodes.pending_xref)):
            if link["reftype"] != "myst" or link["refexplicit"]:
                continue
            if _is_exhibit(link["reftarget"], domain=domain):
                link.replace_self(_refer(link["reftarget"], docname=self.env.docname))


def _is_exhibit(target: str, *, domain: StandardDomain) -> bool:
    docname, labelid, _ = domain.labels.get(target, ("", "", ""))
    numbers = domain.env.toc_fignumbers.get(docname, {})
    return any(labelid in numbers.get(kind, {}) for kind in ("figure", "table"))


def _refer(target: str, *, docname: str) -> addnodes.pending_xref:
    text = nodes.inline(target, target, classes=["std", "std-numref"])
    return addnodes.pending_xref(
        "",
        text,
        refdomain="std",
        reftype="numref",
        reftarget=target,
        refexplicit=False,
        refwarn=True,
        refdoc=docname,
    )
