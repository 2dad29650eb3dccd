"""Every link and anchor within the site leads somewhere, from disk and without a network."""

import subprocess
import sys
from pathlib import Path

# As root linkchecker would become `nobody`, who may not read the temporary folder.
_LINKCHECKER = (
    "import linkcheck.command.linkchecker as command;"
    "command.drop_privileges = lambda: None;"
    "command.linkchecker()"
)


def check_links(starts: list[Path], *, settings: Path) -> list[str]:
    """Return what linkchecker finds wrong, a line each, starting from some pages."""
    settings.write_text("[checking]\nthreads=4\n\n[AnchorCheck]\n", encoding="utf-8")
    addresses = [start.resolve().as_uri() for start in starts]
    options = ["--config", str(settings), "--no-status", "--output", "csv"]
    done = subprocess.run(
        [sys.executable, "-c", _LINKCHECKER, *options, *addresses],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line and not line.startswith("#")]
    head, *rest = lines or [""]
    assert head.startswith("urlname"), done.stderr
    assert (done.returncode == 0) == (not rest), done.stderr
    return rest


def test_checker_finds_a_dead_link_and_a_dead_anchor(tmp_path):
    (tmp_path / "fine.html").write_text('<h1 id="top">Fine</h1><a href="fine.html#top">x</a>')
    broken = '<a href="fine.html">a</a> <a href="gone.html">b</a> <a href="fine.html#gone">c</a>'
    (tmp_path / "broken.html").write_text(f"<p>{broken}</p>")
    settings = tmp_path / "settings"
    assert check_links([tmp_path / "fine.html"], settings=settings) == []
    found = check_links([tmp_path / "broken.html"], settings=settings)
    assert len(found) == 2
    assert any("gone.html" in line for line in found)
    assert any("Anchor `gone'" in line for line in found)


def test_every_link_and_anchor_resolves(site, html_files, tmp_path):
    assert check_links(html_files, settings=tmp_path / "settings") == []
