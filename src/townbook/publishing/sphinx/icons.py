"""The icons of the theme: its script draws two thousand, and a page shows ten of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx

SCRIPT = "_static/scripts/fontawesome.js"
_NAMED = re.compile(r"\bfa-([a-z0-9-]+)")
# As the script has them: `name:[width,height,[other names],"code","path"],`, a path for each shade.
_ICON = re.compile(r'"?([a-z0-9-]+)"?:\[\d+,\d+,\[([^\]]*)\],"[0-9a-f]*",(?:"[^"]*"|\[[^\]]*\])\],?')
_OTHER_NAME = re.compile(r'"([^"]*)"')


def leave_out_icons(app: Sphinx, error: Exception | None) -> None:
    """Take out of the theme's script of icons, the largest file of a page, those that no page names."""
    script = Path(app.outdir) / SCRIPT
    if error is None and script.is_file():
        named = set(_list_named(Path(app.outdir), besides=script))
        script.write_text(keep_icons(script.read_text(encoding="utf-8"), named), encoding="utf-8")


def keep_icons(script: str, names: set[str]) -> str:
    """Return the script with the icons that have one of some names; all that is no icon stays."""

    def keep(icon: re.Match[str]) -> str:
        return icon[0] if names & {icon[1], *_OTHER_NAME.findall(icon[2])} else ""

    return _ICON.sub(keep, script)


def _list_named(site: Path, *, besides: Path) -> Iterator[str]:
    """Yield the names of icons in the pages and in the scripts, which add some."""
    for path in (*site.rglob("*.html"), *site.rglob("*.js")):
        if path != besides:
            yield from _NAMED.findall(path.read_text(encoding="utf-8"))
