"""Reading a document statement by statement: what binds a figure to noun, time, subject and kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from townbook.extraction import kinds
from townbook.extraction.figures import Figure, find_figures
from townbook.extraction.lexicon import Lexicon
from townbook.extraction.nouns import NEW, Noun, find_noun, name_new
from townbook.extraction.ratios import read_ratio
from townbook.extraction.spans import choose_time, write_span
from townbook.extraction.statements import Statement, Thread
from townbook.extraction.subjects import Subject, TownNames, find_subjects, read_tiers, split_sentences
from townbook.extraction.times import Calendar, find_times
from townbook.extraction.units import choose_unit

_CLAUSE = re.compile("[,，;；。:：!！?？\n]")
_HEADING = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|[((][一二三四五六七八九十]{1,3}[))]|第[一二三四五六七八九十]+[章条部])")
_LONGEST_HEADING = 40
_COUNTED_TOWNS = ("towns", "clusters", "towns_added", "towns_first_batch")
_TIER_WORD = re.compile(r"(?P<tiers>[省市县](?:级)?(?:(?:、|和|及|与|以及)[省市县]级?)*级)")
_CONNECT = re.compile(r"(?:增加|增长|提高|扩大|发展|上升|减少|下降|降|增|提升|壮大)[至到]|达到?|为|是|有|[、和与及]|其中|分别")
_CUMULATIVE = re.compile("累计|以来|总计")


@dataclass
class Reader:
    """Reads the passages of one document in order."""

    text: str
    lexicon: Lexicon
    names: TownNames
    calendar: Calendar
    topic: str
    is_plan: bool

    def read_passage(self, start: int, end: int, thread: Thread) -> list[Statement]:
        """Return the statements of a paragraph; `thread` carries what headings before it said."""
        text = self.text
        thread.time, thread.span, thread.subject, thread.said = None, None, None, []
        if end - start <= _LONGEST_HEADING and _HEADING.match(text, start, end):
            self._read_heading(start, end, thread)
        found: list[Statement] = []
        for first, last in split_sentences(text, start, end):
            found += self._read_sentence(first, last, thread)
        return found

    def _read_heading(self, start: int, end: int, thread: Thread) -> None:
        thread.section = self.text[start:end]
        times = find_times(self.text, start, end, calendar=self.calendar, year=None)
        thread.section_time = times[-1] if times else thread.section_time

    def _read_sentence(self, start: int, end: int, thread: Thread) -> list[Statement]:
        text = self.text
        times = find_times(text, start, end, calendar=self.calendar, year=thread.year)
        figures = [f for f in find_figures(text, start, end) if not any(t.start <= f.body < t.end for t in times)]
        subjects = find_subjects(text, start, end, names=self.names, topic=self.topic)
        said: list[Statement] = []
        for place, figure in enumerate(figures):
            left = figures[place - 1].end if place else start
            right = figures[place + 1].start if place + 1 < len(figures) else end
            mention, how = choose_time(times, figure.start, thread=thread)
            statement = Statement(figure, how={"period": how})
            self._state_what(statement, left, right, figures[place + 1 :], said or thread.said, start, thread, mention)
            if not statement.indicator:
                continue
            self._state_whom(statement, subjects, thread, start, left, right)
            self._state_when(statement, mention, left)
            if mention is not None and not mention.same_span:
                thread.span = mention if mention.role != "horizon" else thread.span
            said.append(statement)
        self._carry(times, subjects, said, thread)
        distribute(text, start, said, subjects, self.names)
        return said

    def _state_what(self, statement, left, right, following, said, start, thread, mention) -> None:  # type: ignore[no-untyped-def]
        text, figure = self.text, statement.figure
        clause_start = max((m.end() for m in _CLAUSE.finditer(text, start, figure.start)), default=start)
        before = text[max(left, start) : figure.start]
        clause = text[max(left, clause_start) : figure.start]
        after = text[figure.end : right]
        family = figure.measure.family if figure.measure else ""
        if family in ("ratio", "points"):
            read_ratio(statement, before=before, clause=text[clause_start : figure.start], after=after, said=said, lexicon=self.lexicon)
        else:
            if kinds.is_bound(figure, text[figure.end : figure.end + 16]):
                self._state_bound(statement, before, text[figure.end : figure.end + 16])
            elif following and following[0].start == figure.end and figure.measure and family == "count":
                beyond = following[0].end
                stop = following[1].start if len(following) > 1 else len(text)
                noun = find_noun(text, replace(figure, start=figure.start, end=beyond), left=left, right=min(stop, beyond + 24), lexicon=self.lexicon)
                self._state_noun(statement, noun, before, said, left, right)
            else:
                noun = find_noun(text, figure, left=left, right=min(right, figure.end + 30), lexicon=self.lexicon)
                self._state_noun(statement, noun, before, said, left, right)
            if statement.indicator and statement.kind == "level" and kinds.is_change(clause, figure):
                statement.kind = "change"
        self._state_future(statement, text[start : figure.start], clause, thread, mention)
        statement.unit = choose_unit(statement, lexicon=self.lexicon)

    def _state_noun(self, statement: Statement, noun: Noun | None, before: str, said: list[Statement], left: int, right: int) -> None:
        figure = statement.figure
        last = next((s for s in reversed(said) if _same_family(s.figure, figure)), None)
        far = noun is not None and noun.side == "left" and noun.gap > 14
        if noun is None or far:
            short = len(_CONNECT.sub("", re.sub(r"[\d年月的底末省市县级]", "", before))) <= 6
            if last is not None and (short or _TIER_WORD.search(before)) and figure.measure and last.kind not in ("threshold",):
                statement.indicator, statement.noun = last.indicator, last.noun
                statement.how["indicator"] = "inherited"
                return
        if noun is not None:
            statement.indicator, statement.noun = noun.indicator, noun
            statement.how["indicator"] = "stated" if noun.gap <= 6 else "inferred"
            return
        statement.indicator = name_new(self.text, figure, left=left, right=min(right, figure.end + 10))
        statement.how["indicator"] = "inferred"

    def _state_bound(self, statement: Statement, before: str, after: str) -> None:
        """A limit on what is counted: of projects their size, of enterprises their revenue, of towns their output."""
        noun = find_noun(self.text, statement.figure, left=statement.figure.start - len(before), right=statement.figure.end, lexicon=self.lexicon)
        head = re.search("企业|公司|项目|集群|专业镇|小镇|园区", after)
        statement.kind = "threshold"
        if noun is not None and noun.gap <= 6 and head is not None and head[0] not in ("项目", "企业", "公司"):
            statement.indicator = noun.indicator
        elif head is not None and head[0] in ("企业", "公司"):
            statement.indicator = "enterprise_revenue" if noun is None or noun.indicator in ("revenue", "output") else noun.indicator
        elif head is not None and head[0] == "项目":
            statement.indicator = "project_size"
        else:
            statement.indicator = noun.indicator if noun else "output"
        statement.how["indicator"] = "stated"

    def _state_future(self, statement, sentence, clause, thread, mention) -> None:  # type: ignore[no-untyped-def]
        if not statement.indicator or statement.kind == "threshold":
            return
        horizon = mention is not None and (
            mention.role == "horizon" or (self.calendar.published and mention.last > self.calendar.published and mention.last // 12 > self.calendar.year)
        )
        if horizon and statement.kind in ("level", "change", "growth", "share"):
            statement.kind = "target"
            return
        recent = sentence[-60:]
        if self.is_plan and kinds.is_rule(recent, section=thread.section):
            statement.kind = "threshold"
        elif kinds.is_target(recent, horizon=False) and statement.kind != "share":
            statement.kind = "target"
        elif statement.indicator == "annual_investment":
            statement.kind = "target"

    def _state_whom(self, statement: Statement, subjects: list[Subject], thread: Thread, start: int, left: int, right: int) -> None:
        figure, scope = statement.figure, self.names.scope
        before = [s for s in subjects if s.start < figure.start]
        subject = before[-1] if before else thread.subject
        how = "stated" if before else "inherited"
        if statement.indicator in _COUNTED_TOWNS:
            self._state_towns(statement, before, left, right)
            return
        if subject is None:
            statement.area, statement.how["area"] = scope.area, "inferred"
            if self.topic:
                self._take(statement, self.topic)
            return
        statement.area, statement.tier, statement.town = subject.area, subject.tier, subject.town
        statement.how["area"] = how
        if subject.role == "enterprise":
            if statement.indicator in ("revenue", "output", "sales"):
                statement.indicator = "enterprise_revenue"
            statement.area = scope.county or scope.area

    def _take(self, statement: Statement, town: str) -> None:
        statement.town, statement.area, statement.tier = town, self.names.area_of(town), self.names.tier_of(town)

    def _state_towns(self, statement: Statement, before: list[Subject], left: int, right: int) -> None:
        """Towns are counted by tier: by the word beside the figure, else of all tiers together."""
        figure, text = statement.figure, self.text
        near = text[figure.end : min(right, figure.end + 14)]
        near = near[: next((m.start() for m in re.finditer("[,，。;；、]", near) if not re.match("、[省市县]级", near[m.start():])), len(near))]
        tiers = [m["tiers"] for m in _TIER_WORD.finditer(near)] or [
            m["tiers"] for m in _TIER_WORD.finditer(text[max(left, figure.start - 24) : figure.start])
        ]
        areas = [s for s in before if s.role == "area"]
        statement.area = areas[-1].area if areas else self.names.scope.area
        statement.how["area"] = "stated" if areas else "inferred"
        if tiers:
            statement.tier = read_tiers(tiers[-1])
        elif statement.indicator.startswith("towns"):
            groups = [s for s in before if s.role == "tier"]
            statement.tier = groups[-1].tier if groups else "mixed"

    def _state_when(self, statement: Statement, mention, left: int) -> None:  # type: ignore[no-untyped-def]
        if statement.period:
            return
        indicator = statement.indicator
        state = statement.kind in ("level", "share") and (
            self.lexicon.is_state(indicator) or (indicator.startswith(NEW) and statement.figure.measure is not None and statement.figure.measure.family not in ("money",))
        )
        cumulative = _CUMULATIVE.search(self.text[left : statement.figure.start]) is not None
        statement.period = write_span(mention, kind=statement.kind, state=state, calendar=self.calendar, cumulative=cumulative)

    def _carry(self, times, subjects, said, thread) -> None:  # type: ignore[no-untyped-def]
        real = [mention for mention in times if not mention.compared and not mention.same_span]
        if real:
            thread.time = real[-1] if real[-1].role != "horizon" else thread.time
            if real[-1].role != "horizon":
                thread.year = real[-1].last // 12
        if subjects:
            thread.subject = subjects[-1]
        if said:
            thread.said = (thread.said + said)[-8:]


def _same_family(one: Figure, other: Figure) -> bool:
    if one.measure is None or other.measure is None:
        return one.measure is other.measure
    return one.measure.family == other.measure.family and (one.measure.family != "size" or one.measure.unit == other.measure.unit)


def distribute(text: str, start: int, said: list[Statement], subjects: list[Subject], names: TownNames) -> None:
    """Hand out the figures behind 分别为 to the towns named before it, in their order."""
    place = 0
    while place < len(said):
        head = said[place]
        before = text[(said[place - 1].figure.end if place else start) : head.figure.start]
        if "分别" not in before or (head.figure.measure and head.figure.measure.family == "ratio" and head.kind == "growth"):
            place += 1
            continue
        run = [head]
        for follower in said[place + 1 :]:
            gap = text[run[-1].figure.end : follower.figure.start]
            if re.fullmatch("[、,，和与及以]{1,2}", gap) and _same_family(follower.figure, head.figure):
                run.append(follower)
            else:
                break
        towns = [s for s in subjects if s.role == "town" and s.end <= head.figure.start][-len(run) :]
        if len(run) > 1 and len(towns) == len(run):
            for statement, town in zip(run, towns, strict=True):
                statement.area, statement.tier, statement.town = town.area, town.tier, town.town
                statement.indicator, statement.unit = head.indicator, head.unit
        place += len(run)
