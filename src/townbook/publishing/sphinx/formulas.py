"""Formulas as MathML, which browsers show without a script."""

from __future__ import annotations

import html

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.writers.html5 import HTML5Translator

from townbook.publishing.sphinx.places import warn

NAME = "mathml"


def visit_inline(translator: HTML5Translator, node: nodes.math) -> None:
    """Write a formula within a line."""
    translator.body.append(_write(node, as_block=False))
    raise nodes.SkipNode


def visit_block(translator: HTML5Translator, node: nodes.math_block) -> None:
    """Write a formula on a line of its own."""
    translator.body.append(translator.starttag(node, "div", CLASS="math"))
    translator.body.append(_write(node, as_block=True) + "</div>\n")
    raise nodes.SkipNode


def _write(node: nodes.math | nodes.math_block, *, as_block: bool) -> str:
    try:
        return str(tex2mathml(node.astext(), as_block=as_block))
    except MathError as error:
        source, line = str(node.source), node.line
        warn(f"formula {node.astext()!r}: {error}", source=source, line=line)
        return f"<code>{html.escape(node.astext())}</code>"
