"""Reading a document statement by statement: what binds a figure to noun, time, subject and kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from townbook.extraction import kinds
from townbook.extraction.figures import Figure, find_figures
from townbook.extraction.lexicon import Lexicon
from townbook.extraction.nouns import NEW, Noun, choose_code, find_noun, name_new
from townbook.extraction.ratios import read_ratio
from townbook.extraction.spans import choose_time, write_span
from townbook.extraction.statements import Statement, Thread
from townbook.extraction.subjects import Subject, TownNames, find_subjects, read_tiers, split_sentences
from townbook.extraction.times import Calendar, TimeMention, find_times
from townbook.extraction.units import choose_unit

_CLAUSE = re.compile("[,，;；。:：!！?？\n]")
_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[((][一二三四五六七八九十]{1,3}[))]|第[一二三四五六七八九十]+[章条部])"
)
_BULLET = re.compile(r"\s*[●·•○◆■▪\-—*]|\s*\d{1,2}[.、.)]")
_RULES = re.compile("条件|标准(?!化)|要求|门槛")
_SECTOR_WORDS = re.compile("制造业|特色轻工|轻工|特优农业|农业")
# A sentence without a number, a time or a group of towns says nothing that is carried on.
_WORTH = re.compile(
    "\\d|[一二两三四五六七八九十百千万亿]|年|月|目前|眼下|专业镇|集群|小镇|[省市县]级|全[省市县]"
)
_NEAR = 8
_SHORT_LINE = 36
_LONGEST_HEADING = 40
_COUNTED_TOWNS = ("towns", "clusters", "towns_added", "towns_first_batch")
_TIER_WORD = re.compile(r"(?P<tiers>[省市县](?:级)?(?:(?:、|和|及|与|以及)[省市县]级?)*级)")
_CONNECT = re.compile(
    r"(?:增加|增长|提高|扩大|发展|上升|减少|下降|降|增|提升|壮大)[至到]|达到?|为|是|有|[、和与及]|其中|分别"
)
_ADDED = re.compile("新增|新认定|新培育|新评|净增|增加(?!到|至)")
_LIMIT_BEFORE = re.compile("(?:至少|不少于|限定在|不超过)[\u4e00-\u9fff]{0,4}$")
_STANDS = re.compile("达到|总量|拥有|现有|共有|总数|累计|培育|获得|占|带动|实现|建成|已有|[^新]有|规模")
_CAPACITY = {"t": "project_capacity_mass", "kL": "project_capacity_volume"}
_PIECES = frozenset("件 台 套 只 辆 双 把 支 口 枚 瓶 盒 条 张 幅".split())
_MADE = re.compile("(?:完成|实现|达到?|做到|为|是)(?:了)?$")
_EXPO = re.compile("参展|参加[^,，。]{0,14}(?:博览会|展会|展览|展销)|携[^,，。]{0,12}亮相|展商|赴会")
_PLANNED = re.compile("工作安排|目标任务|发展目标|主要目标|总体目标|下一步|打算|展望|重点任务|工作计划|今后")
_OF_PROJECTS = frozenset({"project_investment", "annual_investment", "invested"})
_EVENTS = frozenset("期 场 次 批次 场次 人次".split())
_BRACKETS = str.maketrans("（）", "()")
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
    rules: bool = False
    is_event: bool = False

    def read_passage(self, start: int, end: int, thread: Thread) -> list[Statement]:
        """Return the statements of a paragraph; `thread` carries what headings before it said."""
        text = self.text
        if not (_BULLET.match(text, start, end) or self._goes_on(start, end, thread)):
            thread.time, thread.span, thread.horizon, thread.said = None, None, None, []
            thread.subject = thread.section_subject
        thread.last = end
        if end - start <= _LONGEST_HEADING and _HEADING.match(text, start, end):
            self._read_heading(start, end, thread)
        figures = list(find_figures(text, start, end))
        if not figures:
            self._read_lead(start, end, thread)
            return []
        found: list[Statement] = []
        for first, last in split_sentences(text, start, end):
            if first > figures[-1].start:
                break
            own = [figure for figure in figures if first <= figure.start < last]
            found += self._read_sentence(first, last, own, thread)
            if text[last - 1] == "。" and not self.is_plan:
                thread.horizon = None
        return found

    def _goes_on(self, start: int, end: int, thread: Thread) -> bool:
        """Tell whether a line goes on with the one before: short lines without a blank one between them."""
        between = self.text[thread.last : start]
        short = end - start <= _SHORT_LINE and self.text[end - 1] != "。"
        return bool(thread.last) and between.count("\n") == 1 and short

    def _read_lead(self, start: int, end: int, thread: Thread) -> None:
        """A paragraph without a figure may lead into rules: 申报市级专业镇应具备以下条件."""
        if self.is_plan and _RULES.search(self.text, max(start, end - 6), end):
            thread.rules = True
        if thread.rules:
            subjects = find_subjects(self.text, start, end, names=self.names, topic=self.topic)
            groups = [subject.tier for subject in subjects if subject.role == "tier"]
            thread.rule_tier = groups[-1] if groups else thread.rule_tier

    def _read_heading(self, start: int, end: int, thread: Thread) -> None:
        thread.section = self.text[start:end]
        times = find_times(self.text, start, end, calendar=self.calendar, year=None)
        thread.section_time = times[-1] if times else thread.section_time
        subjects = find_subjects(self.text, start, end, names=self.names, topic=self.topic)
        towns = [subject for subject in subjects if subject.role == "town"]
        thread.section_subject = thread.subject = towns[0] if towns else None
        thread.rules = _RULES.search(thread.section) is not None

    def _read_sentence(self, start: int, end: int, figures: list[Figure], thread: Thread) -> list[Statement]:
        text = self.text
        if not figures and not _WORTH.search(text, start, end):
            return []
        known = thread.section_time or thread.document_time
        year = thread.year or (known.last // 12 if known is not None else None)
        times = find_times(text, start, end, calendar=self.calendar, year=year)
        figures = [f for f in figures if not any(t.start <= f.body < t.end for t in times)]
        topic = thread.subject.town if thread.subject is not None and thread.subject.town else self.topic
        subjects = find_subjects(text, start, end, names=self.names, topic=topic, county=thread.county)
        counties = [
            p.area for p in self.names.map.within(start, end) if self.lexicon.level(p.area) == "county"
        ]
        if groups := [s.tier for s in subjects if s.role == "tier"]:
            thread.rule_tier = groups[-1] if thread.rules else ""
        self.rules = thread.rules
        said: list[Statement] = []
        for place, figure in enumerate(figures):
            left = figures[place - 1].end if place else start
            right = figures[place + 1].start if place + 1 < len(figures) else end
            mention, how = choose_time(
                times,
                figure.start,
                thread=thread,
                figures_since=lambda m, place=place: any(m.start < f.start for f in figures[:place]),
            )
            if (
                how != "stated"
                and thread.horizon is not None
                and not [m for m in times if m.start < figure.start and not m.compared]
            ):
                mention, how = thread.horizon, "inherited"
            statement = Statement(figure, how={"period": how})
            self._state_what(
                statement, left, right, figures[place + 1 :], said or thread.said, start, thread, mention
            )
            if not statement.indicator or (
                statement.indicator.startswith(NEW)
                and figure.measure is not None
                and figure.measure.word == "大"
            ):
                continue
            self._state_whom(statement, subjects, thread, start, left, right)
            own = [s for s in subjects if s.start < figure.start]
            self._apply_rule(statement, own[-1] if own else None, thread)
            self._state_when(statement, mention, left)
            if mention is not None and not mention.same_span:
                thread.span = mention if mention.role != "horizon" else thread.span
            statement.earlier = (
                mention is not None and (mention.origin or bool(mention.same_span)) and mention.start >= left
            )
            said.append(statement)
        thread.county = counties[-1] if counties else thread.county
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
            read_ratio(
                statement,
                before=before,
                clause=text[clause_start : figure.start],
                after=after,
                said=said,
                lexicon=self.lexicon,
            )
        else:
            if kinds.is_bound(figure, text[figure.end : figure.end + 16]):
                self._state_bound(statement, before, text[figure.end : figure.end + 16], said)
            elif following and following[0].start == figure.end and figure.measure and family == "count":
                beyond = following[0].end
                stop = following[1].start if len(following) > 1 else len(text)
                noun = find_noun(
                    text,
                    replace(figure, start=figure.start, end=beyond),
                    left=left,
                    right=min(stop, beyond + 24),
                    lexicon=self.lexicon,
                )
                self._state_noun(statement, noun, before, said, left, right)
            else:
                noun = find_noun(
                    text, figure, left=left, right=min(right, figure.end + 30), lexicon=self.lexicon
                )
                self._state_noun(statement, noun, before, said, left, right)
            if (
                statement.indicator
                and statement.kind == "level"
                and (
                    kinds.is_change(clause, figure)
                    or kinds.joins(text[figure.end : figure.end + 24])
                    or self._continues(clause, said, mention)
                )
            ):
                statement.kind = "change"
            self._refine(statement, text[start : figure.start], text[figure.end : figure.end + 30])
        if figure.qualifier == "exact" and (limit := _LIMIT_BEFORE.search(clause)):
            statement.figure = replace(
                figure, qualifier="at_least" if limit[0][:2] in ("至少", "不少") else "at_most"
            )
        if text[figure.end : figure.end + 1] == "县" and (
            thread.rules or kinds.is_rule(clause, section="认定")
        ):
            statement.indicator, statement.kind = "counties_per_town", "threshold"
        if (
            mention is not None
            and mention.start >= left
            and not mention.compared
            and family in ("ratio", "points")
            and not statement.timed
        ):
            statement.period = ""
        if (
            self.lexicon.unit_of(statement.indicator) in ("enterprises", "CNY")
            and family == "count"
            and said
            and (
                said[-1].indicator == "enterprise_revenue"
                and said[-1].kind == "threshold"
                and figure.start - said[-1].figure.end <= _NEAR
            )
        ):
            statement.indicator = "enterprises_over_revenue_threshold"
        self._state_future(statement, text[start : figure.start], clause, thread, mention)
        statement.unit = choose_unit(statement, lexicon=self.lexicon)

    def _continues(self, clause: str, said: list[Statement], mention: TimeMention | None) -> bool:
        """Tell whether a figure goes on with a list of what was added: 新增4户、小巨人企业2户."""
        if said and mention is not None and mention.role == "since" and said[-1].kind == "change":
            return True
        if not said or _STANDS.search(clause):
            return False
        return (
            said[-1].kind == "change"
            and self.text[said[-1].figure.end] == "、"
            or (said[-1].kind == "change" and re.match("(?:国家级|省级|市级)", clause) is not None)
        )

    def _refine(self, statement: Statement, before: str, after: str) -> None:
        """Tell what the surroundings of a noun make of it: a project's capacity, firms at an exposition."""
        family, unit = (
            (statement.figure.measure.family, statement.figure.measure.unit)
            if statement.figure.measure
            else ("", "")
        )
        tail = re.split("[,，。;；、]", after)[0]
        scaled = re.search("[万亿]", statement.figure.printed) is not None
        if "项目" in tail and unit in _CAPACITY:
            statement.indicator = _CAPACITY[unit]
        elif (
            "项目" in tail
            and family == "count"
            and scaled
            and statement.figure.measure
            and statement.figure.measure.word in _PIECES
        ):
            statement.indicator = "project_capacity_pieces"
        elif (
            statement.indicator.startswith(NEW)
            and family == "count"
            and scaled
            and statement.figure.measure
            and statement.figure.measure.word in _PIECES
        ):
            statement.indicator = "pieces_produced"
        elif statement.indicator.startswith(NEW) and unit == "t" and re.search("产|加工|转化", before[-20:]):
            statement.indicator = "output_quantity"
        elif statement.indicator in ("enterprises", "products") or (
            statement.indicator.startswith(NEW) and "产品" in tail
        ):
            if _EXPO.search(before[-40:] + after):
                statement.indicator = (
                    "expo_enterprises" if statement.indicator == "enterprises" else "expo_products"
                )
        elif statement.indicator == "project_investment" and re.match(
            "的[^,，。;；]{2,20}?(?:项目|产业园|生产线|基地|工厂)", after
        ):
            statement.indicator = "project_size"
        elif statement.indicator == "townships" and re.search("主导产业|为主", before[-16:] + after[:14]):
            statement.indicator = "townships_engaged"

    def _state_noun(
        self,
        statement: Statement,
        noun: Noun | None,
        before: str,
        said: list[Statement],
        left: int,
        right: int,
    ) -> None:
        figure = statement.figure
        last = next((s for s in reversed(said) if _same_family(s.figure, figure)), None)
        if noun is None and _own_word(self.text, figure, right):
            last = None
        far = noun is not None and noun.side == "left" and noun.gap > 14
        if (
            noun is None
            and said
            and said[-1].kind == "threshold"
            and figure.measure
            and figure.measure.word == "个"
            and figure.start - said[-1].figure.end <= _NEAR
        ):
            counts = [
                s
                for s in said
                if s.figure.measure and s.figure.measure.word == "个" and s.kind != "threshold"
            ]
            of_projects = counts and said[-1].indicator == "project_size"
            statement.indicator = (
                counts[-1].indicator if of_projects else ("towns" if "专业镇" in self.text else "clusters")
            )
            statement.how["indicator"] = "inferred"
            return
        if (
            noun is None
            and last is not None
            and figure.measure
            and figure.measure.family == "money"
            and _MADE.search(before)
        ):
            statement.indicator = "invested" if last.indicator == "annual_investment" else last.indicator
            statement.noun, statement.how["indicator"] = last.noun, "inherited"
            return
        if noun is None and said and before == "、" and said[-1].noun is not None:
            # 种植户达到3.5万户、4.6万人: one noun, counted twice.
            codes = [code for hit in self.lexicon.terms.find(said[-1].noun.word) for code in hit.what]
            if code := choose_code(tuple(codes), figure, self.lexicon):
                statement.indicator, statement.noun, statement.how["indicator"] = (
                    code,
                    said[-1].noun,
                    "inherited",
                )
                return
        if noun is None or far:
            short = (
                len(
                    _CONNECT.sub(
                        "",
                        re.sub(
                            r"[\d年月的底末省市县级比较上同期净新增又已另第一二三四前季度半今去共再]",
                            "",
                            before,
                        ),
                    )
                )
                <= 6
            )
            if (
                last is not None
                and (short or _TIER_WORD.search(before) or self.rules)
                and figure.measure
                and (last.kind != "threshold" or self.rules)
            ):
                statement.indicator = last.noun.indicator if self.rules and last.noun else last.indicator
                statement.noun = last.noun
                statement.how["indicator"] = "inherited"
                return
        if noun is not None:
            statement.indicator, statement.noun = noun.indicator, noun
            statement.how["indicator"] = "stated" if noun.gap <= 6 else "inferred"
            return
        statement.indicator = name_new(self.text, figure, left=left, right=min(right, figure.end + 10))
        statement.how["indicator"] = "inferred"

    def _state_bound(self, statement: Statement, before: str, after: str, said: list[Statement]) -> None:
        """A limit on what is counted: of projects their size, of enterprises their revenue, of towns their output."""
        noun = find_noun(
            self.text,
            statement.figure,
            left=statement.figure.start - len(before),
            right=statement.figure.end,
            lexicon=self.lexicon,
        )
        head = re.search("企业|公司|项目|集群|专业镇|小镇|园区", after)
        counted = said[-1].unit if said else ""
        statement.kind = "threshold"
        if (
            noun is not None
            and noun.gap <= 6
            and head is not None
            and head[0] not in ("项目", "企业", "公司")
        ):
            statement.indicator = noun.indicator
        elif (head is not None and head[0] in ("企业", "公司")) or (
            head is None and counted == "enterprises"
        ):
            statement.indicator = (
                "enterprise_revenue"
                if noun is None or noun.indicator in ("revenue", "output")
                else noun.indicator
            )
        elif head is not None and head[0] == "项目":
            statement.indicator = "project_size"
        else:
            statement.indicator = noun.indicator if noun else "output"
        statement.how["indicator"] = "stated"

    def _state_future(self, statement, sentence, clause, thread, mention) -> None:  # type: ignore[no-untyped-def]
        if (
            not statement.indicator
            or statement.kind == "threshold"
            or statement.indicator == "margin_over_target"
        ):
            return
        if thread.rules and statement.figure.qualifier not in ("exact", "approx"):
            statement.kind = "threshold"
            return
        if self.is_plan and kinds.is_grant(
            clause[-24:] + self.text[statement.figure.end : statement.figure.end + 10]
        ):
            statement.kind = "threshold"
            return
        horizon = mention is not None and (
            mention.role == "horizon"
            or (
                self.calendar.published
                and mention.last > self.calendar.published
                and mention.last // 12 > self.calendar.year
            )
        )
        if horizon and statement.kind in ("level", "change", "growth", "share"):
            statement.kind = "target"
            return
        recent = sentence[-60:]
        after = self.text[statement.figure.end : statement.figure.end + 8]
        ahead = mention is not None and mention.role == "span" and mention.last > self.calendar.published
        if self.is_plan and kinds.is_rule(recent + after, section=thread.section):
            statement.kind = "threshold"
        elif (self.is_plan and ahead) or _PLANNED.search(thread.section):
            statement.kind = "target" if statement.kind != "share" else "share"
        elif kinds.is_target(recent, horizon=False) and statement.kind != "share":
            statement.kind = "target"
        elif statement.indicator == "annual_investment":
            statement.kind = "target"

    def _state_whom(
        self, statement: Statement, subjects: list[Subject], thread: Thread, start: int, left: int, right: int
    ) -> None:
        figure, scope = statement.figure, self.names.scope
        before = [s for s in subjects if s.start < figure.start and not self._enclosed(s, figure)]
        subject = before[-1] if before else thread.subject
        how = "stated" if before else "inherited"
        if statement.indicator in _COUNTED_TOWNS:
            self._state_towns(statement, before, left, right)
            if thread.adds and statement.indicator == "towns" and self.text[left : figure.start] == "、":
                statement.indicator = "towns_added"
            thread.adds = statement.indicator == "towns_added"
            return
        if subject is None:
            statement.area, statement.how["area"] = scope.area, "inferred"
            if self.topic:
                self._take(statement, self.topic)
            return
        statement.area, statement.tier, statement.town = subject.area, subject.tier, subject.town
        statement.how["area"] = how
        origin = re.match("[^,，。;；]{0,20}(?:来自|出自|产自)", self.text[figure.end : figure.end + 40])
        if origin and not subject.town:
            begin = figure.end + origin.end()
            places = self.names.map.within(begin, begin + 8)
            if places:
                statement.area, statement.tier, statement.town = places[-1].area, "", ""
                return
        if (
            subject.role == "tier"
            and len(before) > 1
            and before[-2].role == "tier"
            and before[-2].tier != subject.tier
        ):
            between = self.text[before[-2].end : subject.start]
            if re.fullmatch(
                r"(?:和|、|与|及|以及)\d*[一二两三四五六七八九十]*[个家]?", between
            ) and not re.search("[,，;；]", self.text[subject.end : figure.start]):
                statement.tier = "mixed"
        if subject.role == "enterprise":
            if statement.indicator in ("revenue", "output", "sales"):
                statement.indicator = "enterprise_revenue"
            statement.area = scope.county or scope.area

    def _enclosed(self, subject: Subject, figure: Figure) -> bool:
        """Tell whether a subject stands in brackets that close before the figure."""
        between = self.text[subject.end : figure.start].translate(_BRACKETS)
        return between.count(")") > between.count("(")

    def _apply_rule(self, statement: Statement, subject: Subject | None, thread: Thread) -> None:
        """A rule of certification is of the tier that it certifies, and of the sectors that it names."""
        if statement.kind != "threshold" or not thread.rules:
            return
        if subject is None or subject.role != "town":
            statement.tier, statement.town = thread.rule_tier or statement.tier, ""
            statement.area = self.names.scope.area
        if statement.indicator == "output":
            figure = statement.figure
            clause = self.text[max(0, figure.start - 40) : figure.start]
            clause = re.split("[;;。]", clause)[-1]
            statement.indicator = self.lexicon.rule_of(statement.indicator, clause)

    def _take(self, statement: Statement, town: str) -> None:
        statement.town, statement.area, statement.tier = (
            town,
            self.names.area_of(town),
            self.names.tier_of(town),
        )

    def _state_towns(self, statement: Statement, before: list[Subject], left: int, right: int) -> None:
        """Towns are counted by tier: by the word beside the figure, else of all tiers together."""
        figure, text = statement.figure, self.text
        near = text[figure.end : min(right, figure.end + 14)]
        near = re.split("[,，。;；(（]|(?<![省市县])、", near)[0]
        tiers = [m["tiers"] for m in _TIER_WORD.finditer(near)] or [
            m["tiers"] for m in _TIER_WORD.finditer(text[max(left, figure.start - 24) : figure.start])
        ]
        areas = [s for s in before if s.role == "area"]
        statement.area = areas[-1].area if areas else self.names.scope.area
        statement.how["area"] = "stated" if areas else "inferred"
        if tiers:
            statement.tier = (
                "mixed"
                if re.search("[市县]级以上", near + text[max(left, figure.start - 24) : figure.start])
                else read_tiers(tiers[-1])
            )
        elif statement.indicator.startswith("towns"):
            groups = [s for s in before if s.role == "tier"]
            statement.tier = groups[-1].tier if groups else "mixed"
        if statement.indicator == "towns" and (
            statement.kind == "change"
            or (
                statement.kind == "target"
                and _ADDED.search(text[max(left, figure.start - 16) : figure.start])
            )
        ):
            statement.indicator = "towns_added"

    def _state_when(self, statement: Statement, mention, left: int) -> None:  # type: ignore[no-untyped-def]
        if statement.period or statement.timed:
            return
        indicator = statement.indicator
        state = statement.kind in ("level", "share") and (
            self.lexicon.is_state(indicator)
            or (
                indicator.startswith(NEW)
                and statement.figure.measure is not None
                and statement.figure.measure.family != "money"
                and statement.figure.measure.word not in _EVENTS
            )
        )
        cumulative = _CUMULATIVE.search(self.text[left : statement.figure.start]) is not None
        state = state or (
            self.is_event and mention is None and statement.kind in ("level", "change", "growth")
        )
        statement.at_publication = state and mention is None
        statement.period = write_span(
            mention, kind=statement.kind, state=state, calendar=self.calendar, cumulative=cumulative
        )

    def _carry(self, times, subjects, said, thread) -> None:  # type: ignore[no-untyped-def]
        real = [mention for mention in times if not (mention.compared or mention.same_span or mention.origin)]
        if real:
            if real[-1].role != "horizon":
                # An event of one month is over with its sentence; a span or a state goes on.
                lasting = [m for m in real if m.role != "span" or m.first != m.last]
                thread.time, thread.horizon = lasting[-1] if lasting else thread.time, None
                if real[-1].last // 12 <= self.calendar.year:
                    thread.year = real[-1].last // 12
            else:
                thread.horizon = real[-1]
        lasting = [subject for subject in subjects if subject.role != "enterprise"]
        if lasting:
            thread.subject = lasting[-1]
        if said:
            thread.said = (thread.said + said)[-8:]


def _own_word(text: str, figure: Figure, right: int) -> bool:
    """Tell whether a noun that the codelist has not stands right behind a count: 60多个国家."""
    counts = figure.measure is not None and figure.measure.family == "count"
    return (
        counts
        and re.match(
            "(?!增加|提高|减少|扩大|上升|下降|实现|进入|达到|累计|完成|出自|来自|参加|以|左右|提升|增至|扩展|发展|和|及|与|分别)[\u4e00-\u9fff]{2}",
            text[figure.end : right],
        )
        is not None
    )


def _same_family(one: Figure, other: Figure) -> bool:
    if one.measure is None or other.measure is None:
        return one.measure is other.measure
    return one.measure.family == other.measure.family and (
        one.measure.family != "size" or one.measure.unit == other.measure.unit
    )


def distribute(
    text: str, start: int, said: list[Statement], subjects: list[Subject], names: TownNames
) -> None:
    """Hand out the figures behind 分别为 to the towns named before it, in their order."""
    place = 0
    while place < len(said):
        head = said[place]
        before = text[(said[place - 1].figure.end if place else start) : head.figure.start]
        if "分别" not in before or (
            head.figure.measure and head.figure.measure.family == "ratio" and head.kind == "growth"
        ):
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
