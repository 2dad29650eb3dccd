import io

from townbook.publishing.progress import Progress


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def _run(stream):
    with Progress(stream, total=2) as progress:
        progress.finish("one")
        progress.finish("two")
    return stream.getvalue()


def test_elsewhere_each_step_is_a_plain_line():
    assert _run(io.StringIO()) == "[1/2] one\n[2/2] two\n"


def test_on_a_terminal_there_is_a_bar_and_it_is_cleared():
    said = _run(_Terminal())
    assert "two" in said
    assert "2/2" in said
    assert "[1/2] one\n" not in said
    assert said.endswith("\r")
