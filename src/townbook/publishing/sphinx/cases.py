"""The directives `{case}` and `{when}`: sentences that fit what the edition found."""

from __future__ import annotations

from dataclasses import dataclass, field

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from townbook.publishing.references import References
from townbook.publishing.sphinx.edition import edition_of
from townbook.publishing.sphinx.places import warn

OTHERWISE = "otherwise"
NUMBERS = ("0", "1", "many")
EDITIONS_BEFORE = "editions-before#value"
_KEY = "townbook_cases"


@dataclass
class Case:
    """A `{case}` while its content is read: what it turns on, and which of its blocks fit.

    `answer` is the verdict or the grammatical number, empty where the edition has none.
    """

    target: str
    answer: str
    known: tuple[str, ...]
    settled: bool = False
    closed: bool = False
    kept: list[nodes.Node] = field(default_factory=list)


class CaseDirective(SphinxDirective):
    """`{case} FINDING` or `{case} ID#value` around `{when}` blocks, of which one is read.

    `editions-before#value` is the number of editions before this one.
    """

    has_content = True
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Read the block that fits; warn where none does."""
        case = self._open()
        if case is None:
            return []
        cases: list[Case] = self.env.temp_data.setdefault(_KEY, [])
        cases.append(case)
        content = self.parse_content_to_nodes()
        cases.pop()
        if any(node not in case.kept for node in content):
            self._warn(f"{{case}} {case.target}: text outside of {{when}}; put it into one")
        if not case.settled:
            answer = case.answer or "without an answer in this edition"
            self._warn(
                f"{{case}} {case.target} is {answer}, and no {{when}} fits;"
                f" add {{when}} {case.answer or OTHERWISE}"
            )
        return case.kept

    def _open(self) -> Case | None:
        target, edition = self.arguments[0], edition_of(self.env.app)
        if target == EDITIONS_BEFORE:
            return Case(target, _name_number(edition.number_before), NUMBERS)
        try:
            if target.endswith("#value"):
                return Case(target, _count(edition.references, target), NUMBERS)
            verdict = edition.references.finding(target).verdict
        except LookupError as error:
            self._warn(f"{{case}} {target}: {error.args[0]}")
            return None
        return Case(target, verdict, tuple(edition.words.codelists["verdicts"]))

    def _warn(self, message: str) -> None:
        source, line = self.get_source_info()
        warn(message, source=source, line=line)


class WhenDirective(SphinxDirective):
    """`{when} VERDICT …`, `{when} 0|1|many` or `{when} otherwise`: read only where it fits."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Read the content where the block is the first that fits."""
        cases: list[Case] = self.env.temp_data.get(_KEY, [])
        if not cases:
            self._warn("{when} stands alone; put it into a {case}")
            return []
        case, answers = cases[-1], self.arguments[0].split()
        self._check(case, answers)
        case.closed = case.closed or OTHERWISE in answers
        fits = OTHERWISE in answers or (bool(case.answer) and case.answer in answers)
        if case.settled or not fits:
            return []
        case.settled = True
        # The answer is settled: cases within the block are others.
        case.kept.extend(self.parse_content_to_nodes())
        return case.kept

    def _check(self, case: Case, answers: list[str]) -> None:
        unknown = [answer for answer in answers if answer not in (*case.known, OTHERWISE)]
        if unknown:
            self._warn(
                f"{{when}} {' '.join(unknown)}: a case of {case.target} can be"
                f" {', '.join(case.known)} or {OTHERWISE}"
            )
        if case.closed:
            self._warn(f"{{when}} {' '.join(answers)} stands after {{when}} {OTHERWISE}")

    def _warn(self, message: str) -> None:
        source, line = self.get_source_info()
        warn(message, source=source, line=line)


def _count(references: References, target: str) -> str:
    quantity = references.quantity(target.removesuffix("#value"))
    return "" if quantity is None else _name_number(quantity.value)


def _name_number(number: float) -> str:
    if number in (0, 1):
        return str(int(number))
    return "many" if number >= 2 else ""
