"""Headings of sessions that print title, format, day and time on lines of their own, in either order.

"Session 4: Fog at sea" over "Panel discussion, 15 May 2030, 09:30–10:45" is one layout of many: the line that prints nothing but
format, day, time and maybe a room is told from the title by what is left of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vmcgraph.hours import TIME, clock, time_in
from vmcgraph.names import name_at
from vmcgraph.programme import (
    COUNTED,
    DATE,
    DAY,
    LED_BY,
    PARTS_OF_DAY,
    WEEKDAYS,
    ceremony,
    format_in_room,
    heading_kind,
    is_place,
    number_behind,
    opens_lettered,
    outline,
    role_label,
    session_format,
    session_label,
    split_format,
)
from vmcgraph.spelling import fold

_WEEKDAY = re.compile(
    rf"\b(?:{'|'.join(WEEKDAYS)})\b|\bday\s+(?:\d|one|two|three)\b|\b(?:{PARTS_OF_DAY})\b(?:\s+session\b)?",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:hall|room|auditorium|theatre|theater|plenary|chamber|foyer|floor|online|stage|saal|raum|sala|salle|aula)\b",
    re.IGNORECASE,
)
_GAP = re.compile(r"[,;|·•()]|\s[/–—-]\s")
_LONGEST_TITLE = 220
#: What may be the day and time before a title: "Monday, 15 May, 9.30–10.45: Fog at sea".
_AHEAD = re.compile(r"(?P<when>.{8,60}\d\)?(?:\s*h(?:rs)?)?)\s*(?::|\||\s[–—-])\s+(?=[A-ZÀ-ÞĀ-ɏ“\"])")


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
        >>> session_lines(["SESSION 4", "Fog at sea"]).title
        'Fog at sea'
        >>> session_lines(["Fog at sea", "A report"])
    """
    lines = [part for line in lines for part in _apart(line)]
    found = [(number, format_) for number, line in enumerate(lines) if (format_ := _circumstances(line)) is not None]
    titles = [line for number, line in enumerate(lines) if number not in dict(found)]
    if not found and len(titles) > 1 and session_label(titles[0]) == len(titles[0]):
        found.append((0, ""))  # the number has a line of its own
        titles = titles[1:]
    bare = next((line for line in titles if (kind := session_format(unnumbered(line))) and kind[1] == "session"), "")
    if bare and len(titles) > 1 and not any(format_ for _, format_ in found):  # the format has a line of its own
        found.append((lines.index(bare), unnumbered(bare)))
        titles = [line for line in titles if line != bare]
    title = _title(titles)
    if not found or not title or any(role_label(line) and not _is_titled(line) for line in titles):
        return None
    if any(TIME.search(line) for line in titles):
        return None  # another session's
    times = next((match for number, _ in found if (match := time_in(lines[number]))), None)
    form = next((format_ for _, format_ in found if format_), "")
    if not form:
        form, title = split_format(title)
    return SessionLines(title or form, form if title else "", *clock(times))


def _is_titled(line: str) -> bool:
    """Say whether a line begins with a format that is a label too, and goes on with a title and nobody's name: "Panel: Who sails?"."""
    form, title = split_format(line)
    return bool(form and title) and name_at(title) is None


def _apart(line: str) -> tuple[str, ...]:
    """Part a title from the day and time that stand behind it on its line: "Fog at sea (Panel, 15 May, 09:30–10:45)"."""
    if not time_in(line) or _circumstances(line) is not None:
        return (line,)
    for gap in _GAP.finditer(line):
        title, behind = line[: gap.start()], line[gap.start() :]
        on_day = DAY.search(behind) or DATE.search(behind) or _WEEKDAY.search(behind)
        if title and on_day and _circumstances(behind) is not None:
            return title, behind.strip(" (),;|–—-")
    ahead = _AHEAD.match(line)
    if (
        ahead
        and (DAY.search(ahead["when"]) or DATE.search(ahead["when"]))
        and _circumstances(ahead["when"]) is not None
    ):
        return line[ahead.end() :], ahead["when"]
    return (line,)


def before_time(line: str) -> str:
    """Return the title before the time, and maybe the room, with which a line ends, or "".

    Example:
        >>> before_time("Fog at sea (09:30–10:45, Hall A)"), before_time("Fog, 09:30–10:45: a talk")
        ('Fog at sea', '')
        >>> before_time("Fog at sea (09:30–10:45, was 10:00–11:00)")
        'Fog at sea'
    """
    for gap in _GAP.finditer(line):
        behind = line[gap.start() :]
        if TIME.search(behind) and _circumstances(behind) is not None:
            return line[: gap.start()].rstrip()
    told = _IN_BRACKETS.search(line) if line.endswith(")") else None
    return line[: told.start()] if told and TIME.match(line, told.start("when")) else ""


#: What ends a line and may begin with a time: "Fog at sea (09:30–10:45, was 10:00–11:00)".
_IN_BRACKETS = re.compile(r"\s*\((?P<when>\d[^()]*)\)$")


def _title(lines: Sequence[str]) -> str:
    """Return the title without the number of the session or chapter."""
    bare = " ".join(map(bare_title, lines)).strip(" :|–—-")
    return bare if len(bare) <= _LONGEST_TITLE and not DATE.search(bare) else ""


#: Before the number of a session: on which day it was, or that this is the report on it.
_BEFORE_LABEL = re.compile(
    r"(?:day\s+(?:\d|[IVX]+|one|two|three|four|five)\s*(?:[,:|.]|\s[–—-])\s+|(?:summary|report|highlights|minutes|notes|overview)(?:[ -]back)?\s+(?:of|from|on)\s+(?:the\s+)?)",
    re.IGNORECASE,
)
#: Before a title that has a line of its own.
_TITLE_LABEL = re.compile(r"(?:theme|topic|title|subject|thema|titel|tema|titolo)\s*:\s+(?=\S)", re.IGNORECASE)


def bare_title(line: str) -> str:
    """Return the line of a heading without the numbers that say where it stands.

    Example:
        >>> bare_title("IV. Session 2: Fog at sea")
        'Fog at sea'
    """
    line = unnumbered(line)
    line = line[session_label(line) :]
    label = _TITLE_LABEL.match(line)
    return line[label.end() :] if label else line


def unnumbered(line: str) -> str:
    """Return the line of a heading without the number of its chapter.

    Example:
        >>> unnumbered("IV. Session 2: Fog at sea"), unnumbered("Day 1 – Panel 2: Fog")
        ('Session 2: Fog at sea', 'Panel 2: Fog')
    """
    line = line[outline(line)[1] :]
    before = _BEFORE_LABEL.match(line)
    if not before:
        return line
    rest = line[before.end() :]
    numbered = session_label(rest) > 0 or opens_lettered(rest) or (number_behind(rest) and session_format(rest))
    return rest if numbered else line


#: What numbers the subject of a session, though chapters may be called so too.
_SUBJECT_LABEL = re.compile(
    rf"(?:Theme|Topic|Thema|Tema|Cluster|Module|Pillar|Strand)\s+{COUNTED}\s*(?:[:|.]|\s[–—-])\s+(?=\S)", re.IGNORECASE
)


def subject_label(line: str) -> int:
    """Return the length of the label that numbers the subject of a session at the start of a line, or 0.

    Example:
        >>> subject_label("Theme 2: Fog"), subject_label("Themes of the day")
        (9, 0)
    """
    match = _SUBJECT_LABEL.match(line)
    return match.end() if match else 0


def is_day(line: str) -> bool:
    """Say whether a line prints a day and nothing else.

    Example:
        >>> is_day("Wednesday, 12 June 2030"), is_day("12 June 2030: Fog")
        (True, False)
    """
    return _circumstances(line) == "" and not TIME.search(line) and not _ROOM.search(line)


#: With which words the prose of a session begins that says who led it.
_LED = re.compile(
    r"(?:(?:The|This)\s+(?:[\w-]+\s+){0,3}?(?:session|panel|round[ -]?table|workshop|plenary|discussion|debate|segment)(?:\s+(?:session|discussion|debate))?,?\s+"
    r"(?:was|which\s+was)?\s*(?:co-)?(?:moderated|chaired|facilitated|led)\s+by|(?:Moderated|(?:Co-)?[Cc]haired|Facilitated)\s+by|"
    r"[^.!?]{3,160}?\s(?:opened|chaired|moderated|facilitated|led)\s+the\s+(?:[\w-]+\s+){0,2}(?:session|panel|round[ -]?table|workshop|segment))\b"
)
#: How the prose of a session says what it was about.
_THEME = re.compile(
    r"\b(?:(?:held|discussion|panel|debate|dialogue|talks?|exchange|morning|afternoon|evening)\s+on|(?:theme|topic|title|heading|subject)(?: of)?|entitled|titled|themed|headed|called)\s*[:,]?\s*[“\"„«]\s*(?P<theme>[^”\"“»]{6,200}?)[.,]?\s*[”\"“»]"
)
_NEAR_TOP = 300
#: What tells a ceremony from a chapter such as "Conclusions and next steps".
_SPOKEN = re.compile(
    r"\b(?:remarks|address|session|ceremony|statements?|speech(?:es)?|words|plenary|segment|opening|closing|wrap[ -]up|"
    r"grußworte?|begrüßung|begrüssung|eröffnung|schlussworte?|verabschiedung|saluti|(?:apertura|conclusioni|chiusura) dei lavori)\b",
    re.IGNORECASE,
)
#: When a meeting decides on what lies before it.
_ACTION = re.compile(r"(?:Action|Voting|Decisions?) on (?:the )?(?:Draft|Proposal|Text)s?(?: \w+){0,3}", re.IGNORECASE)
#: What else a committee or council does in a sitting, with whom or on what: "Exchange of views with the Minister of Ports".
_SITS = re.compile(
    r"(?:(?:Public|Joint|Expert) )?(?:Hearing|Exchange of views|Interactive dialogue|Question time|Dialogue session)(?: (?:of|with|on) \S.{2,120})?|"
    r"(?:Presentation|Consideration) of (?:the |a |his |her )?(?:[\w-]+ ){0,2}(?:report|study|findings)s?(?: (?:of|by|on) \S.{2,80})?",
    re.IGNORECASE,
)
#: The last item of a report: "Recommendations and closing".
_AND_CLOSING = re.compile(r".{3,60}\s(?:and|&)\s(?:the\s)?(?:closing|closure)(?:\sof\sthe\s[\w-]+)?", re.IGNORECASE)
#: Formats whose heading needs no title, as a meeting has one of each.
_SINGLE = frozenset("opening-session closing-session plenary high-level-session ministerial-session".split())


def theme(paragraph: str) -> str:
    """Return the theme that the first words of a session's prose give in quotation marks, or "".

    Example:
        >>> theme("The Forum then held a panel on the theme “Fog at sea”, chaired by Jane Roe.")
        'Fog at sea'
    """
    match = _THEME.search(paragraph, 0, _NEAR_TOP)
    return match["theme"] if match else ""


def is_item(line: str) -> bool:
    """Say whether a heading over prose names an item of a meeting and no title: its opening, its general debate, a numbered panel.

    Example:
        >>> is_item("Opening session"), is_item("2. Panel IV"), is_item("General debate"), is_item("Discussion")
        (True, True, True, False)
        >>> is_item("Action on Draft Resolutions"), is_item("Hearing of experts"), is_item("Outcomes and closing")
        (True, True, True)
    """
    bare = unnumbered(line).strip(" :")
    if any(item.fullmatch(bare) for item in (_ACTION, _SITS, _AND_CLOSING)):
        return True
    found = session_format(bare)
    if ceremony(bare) and _SPOKEN.search(bare) and not heading_kind(bare):
        return True
    if not found or found[1] != "session" or heading_kind(bare):
        return False
    return found[0] in _SINGLE or fold(bare) in ("general debate", "general discussion") or number_behind(bare)


def tells_session(paragraph: str) -> bool:
    """Say whether a paragraph begins with who led the session of which it tells.

    Example:
        >>> tells_session("The special session was moderated by Ms Jane Roe."), tells_session("The report was introduced by Jane Roe.")
        (True, False)
    """
    return _LED.match(paragraph) is not None


#: What events are called; with its year, such a title is that of the whole event: "Forum on Fog 2030".
_EVENT = re.compile(
    r"(?:Forum|Conference|Summit|Dialogue|Congress|Symposium|Seminar|Workshop|Consultation)s?", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def format_on(line: str) -> str:
    """Return the format of a session whose title says what it was on, or "".

    Example:
        >>> format_on("Panel discussion on the rights of ferrymen"), format_on("Notes on the panel")
        ('Panel discussion', '')
        >>> format_on("Forum on ferries 2030, Leith")
        ''
    """
    form, on, _ = line.partition(" on ")
    found = session_format(form) if on else None
    whole = _EVENT.fullmatch(form) and _YEAR.search(line)
    other = found is not None and (found[0].endswith("group") or found[0].startswith("closing"))
    return form if found and found[1] == "session" and not (whole or other) else ""


def prints_circumstances(line: str) -> bool:
    """Say whether a line prints format, day or time of a session and no title.

    Example:
        >>> prints_circumstances("Panel, 15 May 2030, 09:30–10:45"), prints_circumstances("Fog, 09:30–10:45")
        (True, False)
    """
    return _circumstances(line) is not None


#: Small words beside day and time: "on 15 May from 9.00 to 10.30".
_LINK = re.compile(r"\b(?:from|on|at|von|dalle)\b", re.IGNORECASE)
#: What may stand before day, time or place on a line of their own.
_DETAIL = re.compile(r"(?:date|day|time|when|where|venue|location|place|room)\s*:\s*", re.IGNORECASE)


#: Days and times have one.
_DIGIT = re.compile(r"\d")
#: A number before day, time or format.
_NUMBER = re.compile(r"(?:[Nn]o\.?\s*|#\s?)?(?:\d{1,2}|[IVX]+)")


def _circumstances(line: str) -> str | None:
    """Return the format that a line prints with its day or time, "" where it prints these alone; None for other lines."""
    if detail := _DETAIL.match(line):
        if is_place(line):
            return ""
        line = line[detail.end() :]
    if not _DIGIT.search(line):
        return None
    if (led := LED_BY.search(line)) and TIME.search(line, 0, led.start()):
        line = line[: led.start()]  # "15 May, 9.30–10.45. Chair: Jane Roe"
    day, time = DAY.search(line), time_in(line)
    sure = time or DATE.search(line) or (day and (day["weekday"] or _WEEKDAY.search(line)))
    if len(line) > 120 or not sure:
        return None
    bare = _LINK.sub(" ", _WEEKDAY.sub(" ", DAY.sub(" ", DATE.sub(" ", line.replace(time[0], " ") if time else line))))
    pieces = [piece for part in _GAP.split(bare) if (piece := part.strip(" .:–—-")) and re.search(r"\w", piece)]
    if not pieces or (time and not session_format(pieces[0]) and all(map(is_place, pieces))):
        return ""
    if len(pieces) == 1 and DATE.search(line) and time and _ROOM.search(pieces[0]):
        return ""
    if session_label(pieces[0]) == len(pieces[0]):
        pieces = pieces[1:]
    elif len(pieces) > 1 and _NUMBER.fullmatch(pieces[0]):
        pieces = pieces[1:]
        if len(pieces) == 1 and time and pieces[0].isupper() and len(pieces[0].split()) <= 4:
            return pieces[0]  # "03 | 9:00 | FERRY CLINIC"
    if not pieces:
        return ""
    found = session_format(pieces[0]) or session_format(format_in_room(pieces[0]))
    if not found or found[1] == "break":
        return None
    room = pieces[1:]
    return pieces[0] if len(room) <= 1 and all(len(piece.split()) <= 4 for piece in room) else None
