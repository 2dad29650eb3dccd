"""Chinese in pages of another language: marked as such, so that it is drawn and read aloud well."""

from __future__ import annotations

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

from townbook.vocabulary.chinese import split_chinese


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
            if isinstance(text.parent, nodes.literal_block | nodes.raw):
                continue
            if any(run for _, run in split_chinese(text)):
                text.parent.replace(text, split_text(str(text)))


def split_text(text: str) -> list[nodes.Node]:
    """Return a text as plain text and runs of Chinese."""
    return [chinese(part, part) if run else nodes.Text(part) for part, run in split_chinese(text)]


def visit_chinese(translator: HTML5Translator, node: chinese) -> None:
    """Open a run of Chinese."""
    translator.body.append(translator.starttag(node, "span", "", lang="zh-Hans"))


def depart_chinese(translator: HTML5Translator, _: chinese) -> None:
    """Close a run of Chinese."""
    translator.body.append("</span>")
