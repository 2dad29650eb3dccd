"""Chinese in pages of another language: marked as such, so that it is drawn and read aloud well."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff"
# Punctuation belongs to Chinese where it stands between or behind ideographs.
_RUN = re.compile(f"[“《（]?[{_IDEOGRAPHS}][{_IDEOGRAPHS}\u3000-\u303f\uff01-\uff5e“”‘’—·]*")


class chinese(nodes.inline):  # noqa: N801 - docutils names nodes in lower case
    """A run of Chinese."""


class MarkChinese(SphinxPostTransform):
    """Wraps each run of Chinese in a page of another language."""

    default_priority = 800
    formats = ("html",)

    def run(self, **_: object) -> None:
        """Mark one page."""
        if self.config.language.startswith("zh"):
            return
        for text in list(self.document.findall(nodes.Text)):
            if _RUN.search(text) and not isinstance(text.parent, nodes.literal_block | nodes.raw):
                text.parent.replace(text, split_text(str(text)))


def split_text(text: str) -> list[nodes.Node]:
    """Return a text as plain text and runs of Chinese."""
    parts: list[nodes.Node] = []
    end = 0
    for match in _RUN.finditer(text):
        if match.start() > end:
            parts.append(nodes.Text(text[end : match.start()]))
        parts.append(chinese(match[0], match[0]))
        end = match.end()
    if end < len(text):
        parts.append(nodes.Text(text[end:]))
    return parts


def visit_chinese(translator: HTML5Translator, node: chinese) -> None:
    """Open a run of Chinese."""
    translator.body.append(translator.starttag(node, "span", "", lang="zh-Hans"))


def depart_chinese(translator: HTML5Translator, _: chinese) -> None:
    """Close a run of Chinese."""
    translator.body.append("</span>")
