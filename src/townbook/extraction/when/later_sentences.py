"""Whether the span of a sentence goes on in the next one, which reports do and tales do not."""

from __future__ import annotations

from collections.abc import Sequence

from townbook.extraction.statements import Background, Thread
from townbook.extraction.times.times import TimeMention


def is_spent(
    mention: TimeMention | None,
    start: int,
    *,
    times: Sequence[TimeMention],
    background: Background,
    thread: Thread,
) -> bool:
    """Tell whether a span that told figures of a sentence before is over with it, in no report on a span."""
    if mention is None or mention.start >= start or mention.role != "span":
        return False
    recent = mention.last // 12 >= background.calendar.year - 1
    if (background.is_report and recent) or thread.document_time or thread.section_time:
        return False
    text = background.text
    item = text[start - 1 : start] == "\n" and not text[start].isalnum()  # ▶ of a list of its own
    stops = item or text.find("。", mention.end, start) >= 0
    if not stops or text.startswith("其中", start):
        return False
    told = any(said.figure.start > mention.start for said in thread.said)
    leads = text[mention.start - 1 : mention.start] in ("。", "\n", "") and text[mention.end] in ",，"
    if leads and not told:
        return False  # 2029年,小镇迎来转机。小镇集聚企业420家: what that year has brought
    line = text.find("\n", mention.end, start)
    if line > 0 and text[line - 1] in "：:":
        return False  # 名单及2031年情况: what the list below it tells
    # what is compared has become of something over that span
    return not any(time.compared or time.is_aside for time in times)
