"""Programmes copied out of a web page: what the page sets apart stands line below line, without or with an empty line behind each.

Names stand over posts and bodies there, with no comma between, below the time, the format and the title of an item. What belongs
together is found by the sort of each line, and the empty lines that show it are put in again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from vmcgraph import reference
from vmcgraph.hours import TIME, clock, times_at
from vmcgraph.names import is_form_of_address
from vmcgraph.programme import (
    BULLET,
    heading_kind,
    is_place,
    opens_lettered,
    role_label,
    session_format,
    session_label,
)
from vmcgraph.reading.lines import SENTENCE_END, Line, is_bare_time, is_label, is_page_word, prints_when
from vmcgraph.reading.sessionlines import is_day, prints_circumstances
from vmcgraph.speakers import stands_alone
from vmcgraph.spelling import fold

#: So many lines of one person at most stand below the name: post, unit, body, country.
_DEPTH = 4
_LONGEST_POST = 130
#: The time of an item, however it is printed.
_CLOCK = re.compile(r"\d{1,2}[.:h]\d\d\b")
_FEWEST_CARDS, _FEWEST_TIMES = 3, 2


def with_whole_times(lines: Sequence[Line | None]) -> list[Line | None]:
    """Return the lines with start and end of an item as one where each has a line of its own, maybe with a dash between: "9:00" over "9:30"."""
    made: list[Line | None] = []
    for line in lines:
        if line and _is_start(line.text):
            before = next((at for at in range(len(made) - 1, max(-1, len(made) - 5), -1) if made[at]), 0)
            start = made[before] if made else None
            if start and _is_start(start.text):
                times = f"{start.text.rstrip(' –—-')} – {line.text}"
                made[before:] = [replace(start, end=line.end, text=times)]
                continue
        made.append(line)
    return made


def _is_start(text: str) -> bool:
    return text[0].isdigit() and len(text) < 12 and is_bare_time(text) and not TIME.search(text)


def with_gaps(lines: Sequence[Line | None]) -> tuple[list[Line | None], frozenset[int]]:
    """Return the lines of a text with an empty one wherever a page that was copied into it sets something apart.

    Other texts, which list nobody with the post on the lines below the name in the items of a programme, stay as they are.

    Returns:
        The lines, and the starts of those that print nothing but what another line prints in full.
    """
    runs = [[line for line in run if line] for found, run in groupby(lines, key=bool) if found]
    timed = [run for run in runs if _is_timed(run)]
    loose = sum(len(run) == 1 for run in runs) > 0.9 * len(runs)
    if not timed or (len(timed) < _FEWEST_TIMES and loose):
        return list(lines), frozenset()
    printed = [line for run in runs for line in run]
    carded = [run for run in timed if any(_posts_below(run))] if not loose else [printed]
    cards = [depth for depth in _posts_below(printed) if depth] if carded else []
    if len(cards) < _FEWEST_CARDS:
        return list(lines), frozenset()
    page = _Page(Counter(line.text for line in printed if stands_alone(line.text)), cards.count(2) > len(cards) / 2)
    made: list[Line | None] = []
    for run in carded if loose else runs:
        made += [None, *(_apart(run, page) if run in carded else run)]
    return made, frozenset(_doubled(printed))


def _is_timed(run: Sequence[Line]) -> bool:
    """Say whether lines with no empty one between them hold an item of a programme with its time on a line of its own, or several items."""
    short = [line.text for line in run if len(line.text) < _LONGEST_POST]
    return sum(TIME.search(text) is not None for text in short) > 1 or any(map(is_bare_time, short))


@dataclass(frozen=True, slots=True)
class _Page:
    """How a page prints people: the names that stand alone, and whether the part of each stands between name and post."""

    names: Counter[str]
    parts_behind: bool


def _doubled(printed: Sequence[Line]) -> Iterator[int]:
    """Yield the starts of the lines that begin an item with its start alone, where the line below its title has day, start and end."""
    for line, title, whole in zip(printed, printed[1:], printed[2:], strict=False):
        begins = clock(times_at(line.text))[0] if is_bare_time(line.text) else ""
        if (
            begins
            and not times_at(title.text)
            and prints_when(whole.text)
            and clock(TIME.search(whole.text))[0] == begins
        ):
            yield line.start


def _posts_below(lines: Sequence[Line]) -> Iterator[int]:
    """Yield for each line, if it is a name alone, how many lines below it a post begins: 1, or 2 behind the part in the session; else 0."""
    for name, below, after in zip(lines, lines[1:], [*lines[2:], lines[-1]], strict=False):
        if below.level or not stands_alone(name.text):
            yield 0
            continue
        depth, post = (2, after.text) if is_label(below.text) else (1, below.text)
        yield depth if not reference.posts().isdisjoint(fold(post).split()[:4]) and _is_below(post) else 0


def _apart(run: Sequence[Line], page: _Page) -> Iterator[Line | None]:
    """Yield the lines of a run, each for itself but for those of one person, and for prose that the width of the page cuts."""
    below = -1  # how many lines stand below the last name; -1 where there is none
    for above, line, after in zip([None, *run], run, [*run[1:], None], strict=False):
        cut = above is not None and len(above.text) >= 60 and above.text[-1] not in SENTENCE_END
        if cut and line.text[0].islower():
            yield line
            continue
        named = _is_named(line.text) and not (below == 1 and _is_body_of_name(line, after, page))
        part = page.parts_behind and below == 0 and is_label(line.text)
        if part or (0 <= below < _DEPTH and not named and _is_below(line.text)):
            below += not part
            yield replace(line, of_card=True)
            continue
        yield None
        below = 0 if named else -1
        yield line


def _is_named(text: str) -> bool:
    """Say whether a line is a name, maybe behind a label: "Jane Roe", "Chair: Jane Roe"."""
    label = role_label(text)
    return stands_alone(text[label[1] :] if label else text)


def _is_body_of_name(line: Line, after: Line | None, page: _Page) -> bool:
    """Say whether a line below somebody's post looks like a name and is the body: nobody's post stands below it."""
    if page.names[line.text] > 1 or is_form_of_address(line.text):
        return False
    if after is None or stands_alone(after.text):
        return True
    return not _is_below(after.text) and not (page.parts_behind and is_label(after.text))


def _is_below(text: str) -> bool:
    """Say whether a line can be somebody's post or body: neither time, title, label, room, sentence nor what the page has beside its text."""
    if (
        len(text) > _LONGEST_POST
        or _CLOCK.match(text)
        or (text[-1] in ".!?:" and len(text.split()) > 5)
        or text[-1] == "?"
    ):
        return False
    found = session_format(text)
    opens = (found and not _is_post(text)) or opens_lettered(text) or session_label(text) or BULLET.match(text)
    if opens or is_bare_time(text) or times_at(text) or is_day(text) or prints_circumstances(text):
        return False
    label = role_label(text)
    return not (label or is_place(text) or heading_kind(text) or is_page_word(text))


def _is_post(text: str) -> bool:
    return not reference.posts().isdisjoint(fold(text).split())
