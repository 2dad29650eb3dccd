import hashlib

import pytest

from townbook.sources.catalogue import Source
from townbook.sources.documents import Document, open_document

TEXT = "望海市\n共有专业镇12个\n"
PASSAGE = "这一段话在文件里出现了两次,所以第二次只是副本而已。"


def make_source(**keys):
    blank = dict.fromkeys(
        ["id", "title", "title_en", "publisher", "publisher_en", "type", "language", "script", "sha256"], "x"
    )
    given = {"published": "2031", "published_basis": "printed", "file": "a.txt", "encoding": "utf-8"}
    return Source(**blank | given | keys)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "big5"])
def test_a_document_is_decoded_as_the_catalogue_says(tmp_path, encoding):
    content = "望海市\n產值7億元".encode(encoding) if encoding == "big5" else TEXT.encode(encoding)
    (tmp_path / "a.txt").write_bytes(content)
    document = open_document(make_source(encoding=encoding), folder=tmp_path)
    assert document.text == content.decode(encoding)
    assert document.sha256 == hashlib.sha256(content).hexdigest()


def test_a_byte_order_mark_is_no_character_of_the_text(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert open_document(make_source(), folder=tmp_path).text == TEXT


def test_a_document_that_is_absent_or_in_another_encoding(tmp_path):
    with pytest.raises(FileNotFoundError):
        open_document(make_source(), folder=tmp_path)
    (tmp_path / "a.txt").write_bytes(TEXT.encode("gb18030"))
    with pytest.raises(UnicodeDecodeError):
        open_document(make_source(), folder=tmp_path)


def test_lines_count_from_one_and_offsets_from_zero():
    document = Document(TEXT, "")
    assert [document.line_of(TEXT.index(words)) for words in ("望海", "12个")] == [1, 2]
    assert document.line_of(3) == 1
    assert document.line_of(4) == 2


def test_a_passage_that_stands_twice_is_located_in_its_first_copy():
    text = f"标题\n{PASSAGE}\n其他\n标题\n  {PASSAGE} \n"
    document = Document(text, "")
    assert document.first_copy_of(text.index(PASSAGE)) is None
    assert document.first_copy_of(text.rindex(PASSAGE)) == 2
    assert document.first_copy_of(text.rindex("标题")) is None
