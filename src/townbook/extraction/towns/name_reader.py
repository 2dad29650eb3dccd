"""Where the name of a town begins: with a place and no verb behind it, or with a township."""

from __future__ import annotations

import re
from functools import cached_property

from townbook.extraction.towns.name_words import BREAK, NO_END, NO_NAME
from townbook.extraction.towns.places import PlaceMap
from townbook.extraction.towns.townships import begins_with_township, find_old_name, names_township
from townbook.extraction.towns.trade_words import tells_deeds

_TOWNSHIP = re.compile("[\u4e00-\u9fff]{1,4}(?:镇|乡|街道)")
SHORTEST_NAME, LONGEST_NAME = 3, 14


class NameReader:
    """Tells of words in a passage whether they are a name; `opens_names` whether one may begin in it."""

    def __init__(self, text: str, start: int, end: int, *, places: PlaceMap) -> None:
        self.text, self.start, self.end, self.places = text, start, end, places
        self.opens_names = places.any_within(start, end) or self._of_township

    @cached_property
    def _of_township(self) -> bool:
        return bool(self.places.townships) or names_township(self.text, self.start, self.end)

    def is_name(self, begin: int, end: int) -> bool:
        """Tell whether what follows the place is a trade and no description; 新兴 is a county too."""
        places = self.places.within(begin, end)
        behind = places[0].end if places and places[0].start == begin else begin
        if behind > begin and _TOWNSHIP.fullmatch(self.text, behind, end):
            return False  # 临海市杜桥镇 is a place and has no trade
        return NO_NAME.search(self.text, behind, end) is None

    def breaks_off(self, begin: int, end: int) -> bool:
        """Tell whether a word that no name holds stands behind the place of one; 太和 and 无为 are places."""
        places = self.places.within(begin, end)
        behind = places[0].end if places and places[0].start == begin else begin
        return BREAK.search(self.text, behind, end) is not None

    def tells_deeds(self, begin: int, end: int) -> bool:
        """Tell whether what follows the place of a name is no trade: 市财政拿出 of 市财政拿出专业镇资金."""
        places = self.places.within(begin, end)
        if not places or places[0].start != begin:
            return False
        trade = self.text[places[0].end : end]
        return tells_deeds(trade) and not begins_with_township(trade, self.places.townships)

    def find_start(self, end: int) -> int | None:
        """Return where the name that ends at a place begins, None where it has none; 泵与电机 is one name."""
        if NO_END.match(self.text, end - 1):
            return None
        left = max(self.start, end - LONGEST_NAME)
        places = self.places.within(left, end)
        if not places:
            return self._find_township(left, end)  # it begins with a place
        if (old := find_old_name(self.text, left, end, places=places)) is not None:
            return old
        begin = self._find_named(left, end)
        return self._find_township(left, end) if begin is None else self._cut_county(begin, end)

    def _cut_county(self, begin: int, end: int) -> int:
        """Return where a name begins without the county of its township: 信义镇连翘 of 离石区信义镇连翘."""
        places = self.places.within(begin, end)
        behind = places[0].end if places and places[0].start == begin else begin
        named = behind > begin and begins_with_township(self.text[behind:end], self.places.townships)
        return behind if named else begin

    def _find_named(self, left: int, end: int) -> int | None:
        """Return where the last name in a window begins that begins with a place."""
        places = self.places.within(left, end)
        within = {index for place in places for index in range(place.start, place.end)}  # 无为, 和顺
        stops = [stop for stop in BREAK.finditer(self.text, left, end) if stop.start() not in within]
        begin = self.trim(stops[-1].end() if stops else left, end)
        if begin is None and stops and stops[-1][0] in "和与及" and end > stops[-1].end():
            begin = self.trim(stops[-2].end() if len(stops) > 1 else left, end)
        return begin

    def _find_township(self, left: int, end: int) -> int | None:
        """Return where the name begins that opens with a township, None where none does."""
        if not self._of_township:
            return None
        townships = self.places.townships
        window = self.text[left:end]
        stops = list(BREAK.finditer(window))
        begin = stops[-1].end() if stops else 0
        whole = stops or left == self.start  # what is cut off by the length of names is none
        return left + begin if whole and begins_with_township(window[begin:], townships) else None

    def trim(self, start: int, end: int) -> int | None:
        """Return where the place begins that opens a name within a window, None where there is none.

        Behind a city or province the name begins with what is named last: 河北沙河玻璃 is 沙河玻璃.
        """
        places = self.places.within(start, end) if end - start >= SHORTEST_NAME else []
        if not places or places[-1].end == end:
            return None  # 河北省沙河市产业集群: a place alone is no name
        first, last = places[0], places[-1]
        apart = last.start >= first.end and first.level != "county"
        place = last if apart else first
        return None if place.level == "province" else place.start  # 广东省技术创新专业镇
