"""What stands around a noun: before it in the sentence, since the figure before, and behind it."""

from __future__ import annotations

import re

from townbook.extraction.statements import Setting, Statement
from townbook.extraction.what.nouns import is_new

_AHEAD = 40
_YEAR = 12  # months
_PAUSE = re.compile("[,，。;；、]")
_PIECES = frozenset([*"件台套只辆双把支口枚瓶盒条张幅副片粒袋罐桶箱顶枝棒樘面盏尊坛屉", "件套"])
_LARGE = ("万", "亿")  # pieces by the ten thousand are produced, a few are counted
_WILL_MAKE = re.compile(
    "[,，](?:设计)?产能[^,，。;；]{0,3}$|日产[^,，。;；]{0,6}$|年(?:可|能|将){0,2}(?:[产加造吃]|处理|生产)[^,，。;；]{0,10}$"
)


class Surroundings:
    """A noun with its surroundings: the sentence before, what follows, and what follows in its clause."""

    def __init__(self, statement: Statement, setting: Setting) -> None:
        measure = statement.figure.measure
        self.indicator = statement.indicator
        self.unit = measure.unit if measure is not None else ""
        self.limits = statement.figure.qualifier == "at_least"
        self.before, self.own, self.after = setting.sentence, setting.before, setting.ahead(_AHEAD)
        self.tail = _PAUSE.split(self.after, maxsplit=1)[0]
        pieces = measure is not None and measure.word in _PIECES
        self.many_pieces = pieces and any(scale in statement.figure.printed for scale in _LARGE)
        self._setting = setting

    @property
    def of_part(self) -> bool:
        """Whether it is of part of a year: what is made in it is no year's number of pieces."""
        mention = self._setting.mention
        return (
            mention is not None
            and mention.first is not None
            and mention.role == "span"
            and mention.last - mention.first < _YEAR - 1
        )

    @property
    def behind_size(self) -> bool:
        """Whether it is what a project just measured will make: 总投资3亿元,一年可产花茶5000吨."""
        setting = self._setting
        sized = bool(setting.said) and setting.said[-1].indicator == "project_size"
        return (
            sized
            and setting.said[-1].figure.start >= setting.start
            and _WILL_MAKE.search(self.before) is not None
        )

    @property
    def part_of_pieces(self) -> bool:
        """Whether it is a part of pieces told before, by its name: 其中电动车1500万辆、单车200万辆."""
        said = [s for s in self._setting.said if s.figure.start >= self._setting.start]
        listed = bool(said) and self.own.startswith("、") and is_new(said[-1].indicator)
        if not said or not ("其中" in self.own or listed):
            return False
        return any(s.unit == "pieces" or s.indicator == "output_quantity" for s in said)

    @property
    def part_of_fair(self) -> bool:
        """Whether it is a part of the enterprises that were counted at a fair."""
        setting = self._setting
        return "其中" in setting.before and any(
            s.indicator == "expo_enterprises" and s.figure.start >= setting.start for s in setting.said
        )
