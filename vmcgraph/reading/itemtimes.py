"""When an item is, where its time stands below its title or its people."""

from __future__ import annotations

import re
from dataclasses import replace

from vmcgraph.document import Block
from vmcgraph.programme import DATE, heading_kind, is_place, split_format
from vmcgraph.reading.items import Head
from vmcgraph.reading.layout import Layout
from vmcgraph.reading.sessionlines import bare_title, is_day, prints_circumstances


def under_title(head: Head, blocks: tuple[Block, ...], words: list[str], last: Head | None) -> Head | None:
    """Give a time that has no title below it the heading right above it, if that is no part's already."""
    above = head.index - 1
    if head.title or head.format or above < (last.body if last else 0) or blocks[above].kind != "heading":
        return None
    title = words[above]
    if not _is_title(title):
        return None
    form, title = split_format(bare_title(title))
    return replace(head, index=above, format=form, title=title)


def below_people(head: Head, layout: Layout, last: Head | None) -> Head | None:
    """Give a time on the last of some lines that stand together, of which the first is a title and the others name people, that title.

    Nothing but people may stand between it and the title of the running session, whose time it is then.
    """
    blocks, first = layout.blocks, _first_beside(head.index, layout)
    own = layout.lines(blocks[head.index])
    last_line = not layout.adjoin(head.index) or stands_below(head.index, layout)
    alone = len(own) == 1 and prints_circumstances(own[0]) and last_line
    people = [block.kind for block in blocks[first + 1 : head.index]]
    title = layout.words[first]
    listed = blocks[last.body : head.index] if last and last.kind == "session" and not last.first_time else ()
    if last and alone and listed and first < head.index and _PEOPLE.issuperset(block.kind for block in listed):
        return replace(last, first_time=head.first_time, last_time=head.last_time)
    if not (alone and people) or blocks[first].kind != "heading" or not _PEOPLE.issuperset(people):
        return None
    if not _is_title(title) or (last and first < last.body):
        return None
    form, title = split_format(bare_title(title))
    return replace(head, index=first, kind="session", format=form, title=title, body=first + 1)


def ends_in_time(index: int, layout: Layout) -> bool:
    """Say whether the last of the blocks that stand together with one tells when that is."""
    last = index
    while layout.adjoin(last):
        last += 1
    return (
        last > index
        and layout.blocks[last].kind == "agenda"
        and prints_circumstances(layout.lines(layout.blocks[last])[0])
    )


def stands_below(index: int, layout: Layout) -> bool:
    """Say whether a line prints its time as others do that stand together with it: below a title, which is their first, down to their last."""
    first = _first_beside(index, layout)
    titled = first < index and layout.blocks[first].kind == "heading" and _is_title(layout.words[first])
    return titled and ends_in_time(index, layout) and prints_circumstances(layout.lines(layout.blocks[index])[0])


def _first_beside(index: int, layout: Layout) -> int:
    """Return the first of the blocks that stand together with one."""
    while index and layout.adjoin(index - 1):
        index -= 1
    return index


def _is_title(line: str) -> bool:
    """Say whether a heading can be the title of a session: it is no chapter's, and no day or place."""
    return not (heading_kind(line) or is_of_day(line) or is_place(line))


#: The blocks that name the people of a session.
_PEOPLE = frozenset({"stage", "list", "card", "name"})


def is_over_time(index: int, layout: Layout) -> bool:
    """Say whether right below a heading, with no empty line between, stands a line that prints its time and no title."""
    below = layout.blocks[index + 1 : index + 2]
    line = layout.words[index]
    if not below or below[0].kind != "agenda" or is_of_day(line) or is_place(line):
        return False
    lines = layout.lines(below[0])
    return layout.adjoin(index) and len(lines) == 1 and prints_circumstances(lines[0])


def is_of_day(line: str) -> bool:
    """Say whether a heading is that of a day of the programme: "Monday, 3 May", "Day 1: Beginnings"."""
    return bool(DATE.search(line) or is_day(line) or re.match(r"day\b", line, re.IGNORECASE))


def is_in_title(line: str, time: re.Match[str]) -> bool:
    """Say whether words of a title stand on both sides of a time, behind the format: "Panel: The 9:00–17:00 harbour"."""
    before, behind = line[: time.start()], line[time.end() :]
    within = before[-2:].strip().isalpha() and behind[:2].strip().isalpha() and not is_place(behind.strip())
    return within and ":" in before and split_format(before)[1] != ""
