"""Headings of sessions that print title, format, day and time on lines of their own, in either order.

"Session 4: Fog at sea" over "Panel discussion, 15 May 2030, 09:30–10:45" is one layout of many: the line that prints nothing but
format, day, time and maybe a room is told from the title by what is left of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vmcgraph.programme import (
    DATE,
    TIME,
    WEEKDAY_DATE,
    clock,
    format_in_room,
    role_label,
    session_format,
    session_label,
    split_format,
)

_WEEKDAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)\b|"
    r"\b(?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)\b|\bday\s+(?:\d|one|two|three)\b",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:hall|room|auditorium|theatre|theater|plenary|chamber|foyer|floor|online|stage|saal|raum|sala|salle|aula)\b",
    re.IGNORECASE,
)
#: The number of a chapter: "III. Round table 1: Fog at sea".
_CHAPTER = re.compile(r"^(?:[IVX]{1,5}|[A-H])\.\s+(?=[A-ZÀ-Þ])")
_GAP = re.compile(r"[,;|·•()]|\s[–—-]\s")
_LONGEST_TITLE = 220


@dataclass(frozen=True, slots=True)
class SessionLines:
    """What the lines of a session's heading say."""

    title: str
    format: str = ""
    first_time: str = ""
    last_time: str = ""


def session_lines(lines: Sequence[str]) -> SessionLines | None:
    """Read the lines of a heading, one of which prints format, day or time and no title; None if there is no such line.

    Example:
        >>> session_lines(["Session 4: Fog at sea", "Panel discussion, 15 May 2030, 09:30–10:45"])
        SessionLines(title='Fog at sea', format='Panel discussion', first_time='09:30', last_time='10:45')
        >>> session_lines(["Fog at sea", "A report"])
    """
    found = [(number, format_) for number, line in enumerate(lines) if (format_ := _circumstances(line)) is not None]
    titles = [line for number, line in enumerate(lines) if number not in dict(found)]
    bare = next((line for line in titles if (kind := session_format(line)) and kind[1] == "session"), "")
    if bare and not any(format_ for _, format_ in found):  # the format has a line of its own
        found, titles = [*found, (lines.index(bare), bare)], [line for line in titles if line != bare]
    title = _title(titles)
    if not found or not title or any(role_label(line) for line in titles):
        return None
    if any(TIME.search(line) for line in titles):
        return None  # another session's
    times = next((match for number, _ in found if (match := TIME.search(lines[number]))), None)
    form = next((format_ for _, format_ in found if format_), "")
    if not form:
        form, title = split_format(title)
    return SessionLines(title or form, form if title else "", *clock(times))


def _title(lines: Sequence[str]) -> str:
    """Return the title without the number of the session."""
    lines = [_CHAPTER.sub("", line) for line in lines]
    bare = " ".join(line[session_label(line) :] for line in lines).strip(" :|–—-")
    return bare if len(bare) <= _LONGEST_TITLE and not DATE.search(bare) else ""


def _circumstances(line: str) -> str | None:
    """Return the format that a line prints with its day or time, "" where it prints these alone; None for other lines."""
    if len(line) > 120 or not (TIME.search(line) or DATE.search(line)):
        return None
    bare = _WEEKDAY.sub(" ", WEEKDAY_DATE.sub(" ", DATE.sub(" ", TIME.sub(" ", line))))
    pieces = [piece for part in _GAP.split(bare) if (piece := part.strip(" .:–—-")) and re.search(r"\w", piece)]
    if not pieces:
        return ""
    if len(pieces) == 1 and DATE.search(line) and TIME.search(line) and _ROOM.search(pieces[0]):
        return ""
    found = session_format(pieces[0]) or session_format(format_in_room(pieces[0]))
    if not found or found[1] == "break":
        return None
    room = pieces[1:]
    return pieces[0] if len(room) <= 1 and all(len(piece.split()) <= 4 for piece in room) else None
