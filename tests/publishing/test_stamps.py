import io
from dataclasses import replace
from xml.etree import ElementTree

import pikepdf
import pytest
from matplotlib import pyplot as plt
from PIL import Image

from townbook.publishing.identity import Identity, from_fields, from_xml, to_xmp
from townbook.publishing.pictures import render_pictures
from townbook.publishing.stamps import read_identity, stamp_pdf, stamp_png, stamp_svg

IDENTITY = Identity(
    exhibit="tier-counts",
    edition="2024",
    language="en",
    title="Figure tier-counts, edition 2024",
    data_sha256="0" * 64,
    citation='A & B. "Towns <of> 长治". 2024.',
    licence="CC BY 4.0",
    permalink="exhibits/tier-counts/tier-counts.html",
    authors="A & B; 吴明",
)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    figure, axes = plt.subplots()
    axes.bar([1, 2], [3, 4])
    return render_pictures(figure, salt="x", kept=tmp_path_factory.mktemp("kept"))


@pytest.fixture
def stamped(pictures, tmp_path):
    contents = {
        "png": stamp_png(pictures.png, IDENTITY, alt="Two bars."),
        "pdf": stamp_pdf(pictures.pdf, IDENTITY),
        "svg": stamp_svg(pictures.svg, IDENTITY).encode(),
    }
    for suffix, content in contents.items():
        (tmp_path / f"x.{suffix}").write_bytes(content)
    return tmp_path


def test_xmp_reads_back_as_it_was_whatever_stands_in_it():
    assert from_xml(to_xmp(IDENTITY)) == IDENTITY
    assert from_xml(to_xmp(replace(IDENTITY, citation=""))) == replace(IDENTITY, citation="")


def test_authors_stand_one_by_one_and_an_older_file_without_them_is_known_too():
    packet = to_xmp(IDENTITY)
    assert "<rdf:li>A &amp; B</rdf:li><rdf:li>吴明</rdf:li>" in packet
    older = packet.replace("townbook:authors", "townbook:others")
    assert from_xml(older) == replace(IDENTITY, authors="")


@pytest.mark.parametrize(
    "text", ["", "<a/>", "<a", "no xml", to_xmp(IDENTITY).replace("townbook:edition", "x")]
)
def test_what_does_not_say_all_of_it_has_no_identity(text):
    assert from_xml(text) is None
    assert from_fields({"exhibit": "x"}) is None


@pytest.mark.parametrize("suffix", ["png", "pdf", "svg"])
def test_each_format_reads_back_whatever_its_name(stamped, suffix):
    assert read_identity(stamped / f"x.{suffix}") == IDENTITY
    assert read_identity((stamped / f"x.{suffix}").rename(stamped / "figure")) == IDENTITY


def test_a_png_says_it_in_texts_that_any_program_shows(stamped, pictures):
    with Image.open(stamped / "x.png") as image:
        assert image.text["Title"] == IDENTITY.title
        assert image.text["Source"] == IDENTITY.citation
        assert image.text["Author"] == IDENTITY.authors
        assert "CC BY 4.0" in image.text["Copyright"]
        assert image.text["Description"] == "Two bars."
        with Image.open(io.BytesIO(pictures.png)) as plain:
            assert image.tobytes() == plain.tobytes()
            assert image.getpalette() == plain.getpalette()


def test_an_svg_keeps_what_matplotlib_says(stamped):
    tree = ElementTree.parse(stamped / "x.svg")
    assert "Matplotlib" in "".join(tree.find(".//{*}metadata").itertext())
    assert tree.find(".//{http://purl.org/dc/elements/1.1/}source").text == IDENTITY.citation
    with pytest.raises(ValueError, match="'tier-counts' has no metadata"):
        stamp_svg("<svg/>", IDENTITY)


def test_a_pdf_shows_its_title_and_is_the_same_bytes_again(stamped, pictures):
    with pikepdf.open(stamped / "x.pdf") as document:
        assert str(document.docinfo["/Title"]) == IDENTITY.title
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.Root.Lang) == "en"
    assert stamp_pdf(pictures.pdf, IDENTITY) == (stamped / "x.pdf").read_bytes()


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.4 broken", b"PK\x03\x04 broken", b"<svg/>", b"\x89PNG\r\n\x1a\n", b"text"]
)
def test_what_cannot_be_read_has_no_identity(tmp_path, content):
    (tmp_path / "x").write_bytes(content)
    assert read_identity(tmp_path / "x") is None


def test_an_image_of_others_has_no_identity(tmp_path):
    Image.new("RGB", (20, 10)).save(tmp_path / "x.jpg")
    assert read_identity(tmp_path / "x.jpg") is None
