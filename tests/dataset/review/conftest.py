import hashlib
import shutil
from contextlib import contextmanager

import pytest

from townbook.dataset.acceptance.known import read_known
from townbook.dataset.proposals import TOWN_PROPOSAL_COLUMNS, read_proposals, write_proposals
from townbook.dataset.review.opening import open_desk
from townbook.dataset.review.page import compose_page
from townbook.dataset.review.review import begin_review
from townbook.dataset.rules.catalogue import SOURCE_KEYS

# Written for the tests; no such city has such towns.
TEXT = (
    "望海特色专业镇一年间\n"
    "来源:望海日报\n"
    "2031年,全市市级专业镇实现产值10.68亿元,同比增长22%。\n"
    "\n"
    "其中,望海茶叶专业镇有企业33户</script><script>alert(1)</script>,\x1b[2J带动就业。\n"
    "到2032年,力争产值达到15亿元。\n"
)
FIGURE = {
    "area": "140300",
    "period": "2031",
    "source": "wanghai-2032",
    "basis": "value=stated; period=inherited; area=inferred",
}
TOWN = dict.fromkeys(TOWN_PROPOSAL_COLUMNS, "") | {
    "town": "wanghai-tea",
    "en": "Wanghai tea",
    "zh": "望海茶叶",
    "area": "140300",
    "tier": "municipal",
    "sector": "agriculture",
    "printed": "望海茶叶",
    "source": "wanghai-2032",
    "line": "5",
    "char_start": str(TEXT.index("望海茶叶")),
    "char_end": str(TEXT.index("望海茶叶") + 4),
    "confidence": "0.70",
    "basis": "zh=stated; area=inherited; sector=inferred",
}
SOURCE = dict.fromkeys(SOURCE_KEYS, "") | {
    "id": "wanghai-2032",
    "title": "望海特色专业镇一年间</title>",
    "published": "2032-01-10",
    "language": "zh",
    "script": "Hans",
    "file": "wanghai.txt",
    "encoding": "utf-8",
    "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
}
SIZES = {"desktop": {"width": 1300, "height": 900}, "phone": {"width": 390, "height": 844}}


@pytest.fixture(scope="session")
def proposed(make_proposal):
    """The cells of four figures and a town, and their document."""

    def figure(name, printed, **cells):
        given = FIGURE | {"observation_id": name, "printed": printed} | cells
        return make_proposal(TEXT, **given)

    figures = (
        figure("wanghai-output-2031", "10.68亿元", value="1068000000", confidence="0.95"),
        figure("wanghai-growth-2031", "22%", value="0.22", kind="growth", unit="ratio", confidence="0.60"),
        figure(
            "wanghai-enterprises-2031",
            "33户",
            value="33",
            indicator="enterprises",
            unit="enterprises",
            town="wanghai-tea",
            period="2031-12",
            confidence="0.40",
            note='=1+1, "quoted"\nand on a second line',
        ),
        figure("wanghai-target-2032", "15亿元", value="150000000", kind="target", period="2032"),
    )
    return {"figures": figures, "town": TOWN, "source": SOURCE, "text": TEXT}


@pytest.fixture(scope="session")
def make_folder(proposed):
    """A function that writes a folder of proposals, with its document beside it unless told otherwise."""

    def make(folder, *, figures=proposed["figures"], towns=(TOWN,), sources=(SOURCE,), document=True):
        shutil.rmtree(folder, ignore_errors=True)
        write_proposals(folder, observations=figures, towns=towns, sources=sources)
        if document:
            (folder / "wanghai.txt").write_text(TEXT, encoding="utf-8", newline="")
        return folder

    return make


@pytest.fixture(scope="session")
def known(root):
    return read_known(root / "data")


@pytest.fixture
def folder(tmp_path, make_folder):
    return make_folder(tmp_path / "proposals")


@pytest.fixture
def open_review(known):
    """A function that returns the folder, the review and the desk of a folder of proposals."""

    def open_(folder, *, sources=None):
        proposals = read_proposals(folder)
        desk = open_desk(proposals, known, sources=sources or folder / "nowhere")
        review = begin_review(
            towns=[row.cells for row in proposals.towns.rows],
            figures=[row.cells for row in proposals.observations.rows],
        )
        return proposals, review, desk

    return open_


@pytest.fixture
def page(folder, open_review):
    """The page of the proposals, on disk."""
    proposals, review, desk = open_review(folder)
    path = folder / "review.html"
    path.write_text(compose_page(review, desk, proposals), encoding="utf-8", newline="")
    return path


@pytest.fixture
def faults():
    """What the browser complained of, or asked of others."""
    return []


@pytest.fixture
def show(browser, page, faults):
    """A function that opens the page in a browser of its own."""

    @contextmanager
    def show(*, width="desktop", scheme="light"):
        context = browser.new_context(viewport=SIZES[width], color_scheme=scheme)
        tab = context.new_page()
        tab.on("console", lambda message: faults.append(message.text))
        tab.on("pageerror", lambda error: faults.append(str(error)))
        tab.on("dialog", lambda dialog: (faults.append("a dialogue"), dialog.dismiss()))
        tab.on(
            "request",
            lambda request: (
                None if request.url.startswith(("file:", "data:", "blob:")) else faults.append(request.url)
            ),
        )
        tab.goto(page.as_uri())
        try:
            yield tab
        finally:
            context.close()
        assert faults == []

    return show


@pytest.fixture(scope="session")
def press():
    """A function that presses keys one by one."""

    def press(tab, keys):
        for key in keys:
            tab.keyboard.press(key)

    return press
