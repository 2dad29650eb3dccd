"""What every page carries: the Chinese face, the edition switcher; and files beside the pages."""

from __future__ import annotations

import html
import shutil
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from townbook.publishing.fonts import prepare_fonts
from townbook.publishing.sphinx.edition import edition_of
from townbook.publishing.sphinx.exhibits import FOLDER

FACES_CSS = "townbook-faces.css"
_FACE = """@font-face {{
  font-family: "Townbook Chinese";
  font-weight: {weight};
  font-display: swap;
  src: url("faces/{name}") format("woff2");
  unicode-range: U+2E80-2FDF, U+3000-303F, U+3400-4DBF, U+4E00-9FFF, U+F900-FAFF, U+FF00-FFEF;
}}
"""
_FRONT = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url={address}">
{canonical}<title>{title}</title>
</head>
<body><h1>{title}</h1><p><a href="{address}">{link}</a></p></body>
</html>
"""


def add_faces(app: Sphinx) -> None:
    """Put the Chinese face among the static files of the pages."""
    if app.builder.format != "html":
        return
    fonts = prepare_fonts(edition_of(app).book.root)
    static = Path(app.outdir) / "_static"
    faces = static / "faces"
    faces.mkdir(parents=True, exist_ok=True)
    css = ""
    for path, weight in ((fonts.regular_woff2, 400), (fonts.bold_woff2, 700)):
        shutil.copyfile(path, faces / path.name)
        css += _FACE.format(name=path.name, weight=weight)
    shutil.copyfile(fonts.licence, faces / fonts.licence.name)
    (static / FACES_CSS).write_text(css, encoding="utf-8")


def describe_edition(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: nodes.document
) -> None:
    """Tell the templates of a page what its edition is."""
    edition = edition_of(app)
    editions = app.config.townbook_editions
    # From the page to the folder of its language, where the address of the editions starts.
    up = context["pathto"]("", 1).removesuffix("/") or "."
    context["townbook"] = {
        "id": edition.book.edition.id,
        "title": edition.title,
        "status": edition.status,
        "status_code": edition.book.edition.status,
        "language": edition.words.language,
        "editions": f"{up}/{editions}" if editions else "",
        "landing": f"{up}/{editions.rpartition('/')[0]}/index.html" if editions else "",
        "up": up,
        "page": f"{pagename}.html",
        "text": edition.words.text,
    }


def put_exhibits(app: Sphinx, exception: Exception | None) -> None:
    """Put drawing and data of each exhibit beside the pages, as `exhibits/<id>/<id>.svg`."""
    if exception is not None or app.builder.format != "html":
        return
    target = Path(app.outdir) / FOLDER
    shutil.rmtree(target, ignore_errors=True)
    for home in sorted(edition_of(app).exhibits.folder.glob("*/")):
        (target / home.name).mkdir(parents=True)
        for path in sorted(home.glob(f"{home.name}.*")):
            shutil.copyfile(path, target / home.name / path.name)


def put_front(app: Sphinx, exception: Exception | None) -> None:
    """Let `index.html` lead to the front page where the front page has another address."""
    if exception is not None or app.builder.name != "html" or app.config.root_doc == "index":
        return
    address = app.builder.get_target_uri(app.config.root_doc)
    base = app.config.html_baseurl
    canonical = f'<link rel="canonical" href="{html.escape(base + address)}">\n' if base else ""
    page = _FRONT.format(
        language=app.config.language,
        title=html.escape(app.config.html_title),
        link=html.escape(edition_of(app).words.text("To the front page")),
        address=html.escape(address),
        canonical=canonical,
    )
    (Path(app.outdir) / "index.html").write_text(page, encoding="utf-8")
