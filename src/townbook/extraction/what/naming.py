"""What an amount is of: the noun beside it, or what was counted before and goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from townbook.extraction.statements import Background, Setting, Statement
from townbook.extraction.what.cases import Case, Named
from townbook.extraction.what.inheriting import (
    count_again,
    count_elided,
    count_part,
    go_on,
    go_on_from_growth,
    go_on_from_limit,
    go_on_with_money,
)
from townbook.extraction.what.nouns import Noun, find_noun, name_new
from townbook.extraction.what.verbs import counts_posts, name_by_verb

_REACH = 30  # characters behind a figure in which its noun is looked for
_REACH_BEYOND = 24  # the same behind a second figure that limits the first
_REACH_NEW = 10
_NEAR = 6


def name_amount(statement: Statement, setting: Setting, *, background: Background, rules: bool) -> None:
    """Name what an amount is of; `rules` tells a list of rules, which goes on with one noun."""
    noun = _look_around(setting, background)
    case = Case(setting, background, noun, rules)
    for read in _WITHOUT_NOUN if noun is None else _WITH_NOUN:
        if named := read(case):
            statement.name(named[0], named[1], noun=named[2])
            return
    new = name_new(
        setting.text,
        setting.figure,
        left=setting.left,
        right=min(setting.right, setting.figure.end + _REACH_NEW),
    )
    statement.name(new, "inferred")


def _look_around(setting: Setting, background: Background) -> Noun | None:
    """Return the noun beside a figure; of 28个亿元以上项目 it stands behind the limit."""
    text, figure, following = setting.text, setting.figure, setting.following
    limited = following and following[0].start == figure.end
    if limited and figure.measure is not None and figure.measure.family == "count":
        beyond = following[0].end
        stop = following[1].start if len(following) > 1 else len(text)
        right = min(stop, beyond + _REACH_BEYOND)
        figure = replace(figure, end=beyond)
    else:
        right = min(setting.right, figure.end + _REACH)
    return find_noun(text, figure, left=setting.left, right=right, lexicon=background.lexicon)


def _count_posts(case: Case) -> Named | None:
    """增加600个岗位: people, though they are counted as things."""
    return ("employment", "stated", None) if counts_posts(case.setting) else None


def _take_verb(case: Case) -> Named | None:
    """Without a noun the verb tells: 卖了1400多万元."""
    indicator = name_by_verb(case.setting)
    return (indicator, "inferred", None) if indicator else None


def _take_noun(case: Case) -> Named | None:
    """Take the noun beside the figure."""
    if case.noun is None:
        return None
    return case.noun.indicator, "stated" if case.noun.gap <= _NEAR else "inferred", case.noun


_Cases = tuple[Callable[[Case], Named | None], ...]
_WITHOUT_NOUN: _Cases = (
    go_on_from_limit,
    go_on_from_growth,
    go_on_with_money,
    count_again,
    _count_posts,
    _take_verb,
    count_part,
    count_elided,
    go_on,
)
_WITH_NOUN: _Cases = (_count_posts, go_on, _take_noun)
