"""What every page carries: the Chinese face, the edition switcher; and files beside the pages."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from townbook.publishing.fonts import prepare_fonts
from townbook.publishing.recognition.site_index import write_index
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
    # From the page to the folder of its language, which is what the template counts from.
    up = context["pathto"]("", 1).removesuffix("/") or "."
    context["townbook"] = {
        "id": edition.book.edition.id,
        "title": edition.title,
        "status": edition.status,
        "status_code": edition.book.edition.status,
        "language": edition.words.language,
        "has_others": bool(app.config.townbook_editions),
        "up": up,
        "page": pagename,
        "text": edition.words.text,
    }


def put_exhibits(app: Sphinx, exception: Exception | None) -> None:
    """Put the files of each exhibit beside the pages, as `exhibits/<id>/<id>.svg`, and their index.

    An exhibit without data is a sentence on its page, and has no files.
    """
    if exception is not None or app.builder.format != "html":
        return
    target = Path(app.outdir) / FOLDER
    homes = [one.path for one in edition_of(app).exhibits.list_shown()]
    target.mkdir(parents=True, exist_ok=True)
    for left in {path.name for path in target.glob("*/")} - {home.name for home in homes}:
        shutil.rmtree(target / left)
    for home in homes:
        # The page of an exhibit lies there already, written with the page that shows it.
        (target / home.name).mkdir(parents=True, exist_ok=True)
        for path in sorted(home.glob(f"{home.name}.*")):
            shutil.copyfile(path, target / home.name / path.name)
    edition = edition_of(app)
    own = edition.book.edition
    write_index(target, edition=own.id, language=edition.words.language, cutoff=own.cutoff.isoformat())
