import pytest

from townbook.publishing.authorship import Authorship, read_authorship
from townbook.publishing.citations.author import Author
from townbook.publishing.faults import BuildError


def test_the_project_says_who_wrote_it(root):
    found = read_authorship(root)
    assert isinstance(found, Authorship)
    assert found.authors == (Author("The townbook authors"),)
    assert (found.licence, found.code_licence) == ("CC-BY-4.0", "MIT")
    assert "\n" not in found.abstract


@pytest.mark.parametrize("text", ["", "a: [", "license: [MIT]", "preferred-citation: {authors: []}"])
def test_a_file_that_does_not_say_it_is_refused_in_a_line(tmp_path, text):
    (tmp_path / "CITATION.cff").write_text(text, encoding="utf-8")
    with pytest.raises(BuildError, match=r"CITATION\.cff:1: found no") as said:
        read_authorship(tmp_path)
    assert "\n" not in str(said.value)


def test_a_project_without_the_file_is_told_what_is_missing(tmp_path):
    with pytest.raises(BuildError, match=r"CITATION\.cff:1: No such file or directory, expected authors"):
        read_authorship(tmp_path)
