"""The items of a programme: what the line with the time, the row of a table, or one of several groups at once say of a session."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from vmcgraph.document import Block
from vmcgraph.hours import TIME, clock, time_in, times_at
from vmcgraph.names import is_name, name_at
from vmcgraph.plaintext import CELL_BREAK
from vmcgraph.programme import (
    COLUMN,
    DATE,
    HOSTED,
    LED_BY,
    format_in_room,
    heading_kind,
    is_place,
    is_track,
    number_behind,
    opens_lettered,
    role_label,
    session_format,
    session_label,
    split_format,
    unbulleted,
    without_place,
)
from vmcgraph.reading.lines import NEXT_SENTENCE, is_bare_time
from vmcgraph.reading.sessionlines import prints_circumstances
from vmcgraph.speakers import is_entry, is_speaker, speaker_behind
from vmcgraph.spelling import fold

_Lines = Callable[[Block], list[str]]


@dataclass(frozen=True, slots=True)
class Head:
    """Where a part begins: the index of its first block, and what its heading says."""

    index: int
    kind: str
    title: str
    format: str = ""
    first_time: str = ""
    last_time: str = ""
    body: int = 0  # index of the first block behind the heading
    groups: str = ""  # the format of the groups that meet at its time
    is_group: bool = False


#: A reception or dinner has no title but its house.
_HOUSE = re.compile(
    r"\b(?:House|Hall|Room|Palace|Hotel|Museum|Restaurant|Terrace|Garden|Foyer|Residence|Castle|Gallery|Centre|Center|Club)$"
)
#: Items that are held at once: "Parallel working groups", "Three thematic breakout sessions (A–C)".
_AT_ONCE = re.compile(
    r"(?:(?:two|three|four|five|six|\d)\s+)?(?P<once>(?:(?:parallel|simultaneous|concurrent)\s+)?)"
    r"(?P<kind>(?:[\w-]+\s+){0,3}?[\w-]+?(?:s|en|i|e))(?:\s+\(?(?:[A-Z]|\d|[IVX]+)\s*(?:[–—-]|to|and)\s*(?:[A-Z]|\d|[IVX]+)\)?|\s+(?:\d|[IVX]+|\((?:\d|[IVX]+)\)))?"
    r"(?:\s*[:,–—-]?\s*\(?(?:first|second|third|fourth|1st|2nd|3rd)\s+(?:round|block|slot|series)\)?)?(?:\s*\((?:choose|please choose|in parallel|parallel)\b[^)]*\))?",
    re.IGNORECASE,
)
_CEREMONIES = ("opening-session", "closing-session", "ministerial-session", "high-level-session", "plenary")
#: What is done at an opening or closing, and is no title of it.
_ACT = re.compile(
    r"(?:signing|signature|adoption|handing over|handover|award|awarding|announcement|reading|screening|unveiling|distribution|lighting) of\b|"
    r"(?:(?:national )?anthem|(?:opening )?prayer|invocation|(?:group|family|official) photo|(?:cultural|musical) (?:performance|interlude)|minute of silence)\b",
    re.IGNORECASE,
)
#: Behind a title: who holds the event, or what somebody does in it, and is no part of the title.
_HELD_BY = re.compile(
    r"(?:(?:(?:co-|jointly )?(?:organi[sz]ed|hosted|convened|sponsored)|presented|supported|funded) by:?|in (?:cooperation|co-operation|collaboration|partnership) with|"
    r"(?:organi[sz]ers?|hosts?|conveners?|convenors?)\s*:)\s",
    re.IGNORECASE,
)
_DONE_BY = re.compile(r"(?:summary|report|wrap-up|reading|presentation|introduction) by\s", re.IGNORECASE)
#: What a programme tells of an item besides its title: "Dress code: smart casual", "By invitation only".
_AROUND = re.compile(
    r"(?:dress(?: code)?|attire|interpretation|languages?|live ?stream(?:ing)?|web ?cast|registration link|meeting point)\s*:|(?:by|on) invitation\b|"
    r"(?:closed|open) (?:session|meeting|to)\b|(?:simultaneous )?interpretation (?:in|will|is|from|into)\b",
    re.IGNORECASE,
)
#: One of them: "A. Fog (Room 3)", "Group 2 – Tides".
_MEMBER = re.compile(
    r"(?:(?:Group|Track|Session|Workshop|Room|Raum|Sala|Stream|Strand|WG|Table|Cluster)\s*|\()?(?:[A-H]\d?|[IVX]{1,4}|\d{1,2}[A-Za-z]?)(?:\s*[.:)|]|\s+[–—-])\s+(?P<title>\S.*)"
)


def item_head(index: int, blocks: tuple[Block, ...], words: list[str], lines: _Lines) -> Head:
    """Read a programme item that starts with its time."""
    own = lines(blocks[index])
    if len(own) > 1 and (own[0][-1] in "–—-" or (is_bare_time(own[0]) and is_bare_time(own[1]))):
        own = [f"{own[0].rstrip(' –—-')} – {own[1]}", *own[2:]]  # a time that takes two lines
    first = unbulleted(own[0].lstrip("| "))
    times = times_at(first)
    if times is None and prints_circumstances(first) and (told := time_in(first)):
        return Head(index, "agenda", "", "", *clock(told), index + 1)  # below who takes part
    behind = (first[times.end() :] if times else first).strip(" |–-:,;·•")
    behind = behind if "|" in behind else COLUMN.split(behind)[0]
    row = "|" in first and (times is not None or own[0].startswith("|"))  # time, title, then the room or who speaks
    below = own[1:] if not row or _is_bare(_without_room(behind)) else []
    printed = [
        piece for piece in (_without_room(behind) if row else behind, *(_without_room(line) for line in below)) if piece
    ]
    kept = [piece for piece in _without_prose(printed) if not _is_note(piece)]
    kept = kept or [piece for piece in printed if session_format(piece)]  # "Plenary" is a room too
    closed = 0 < len(kept) < len(printed)
    if kept and session_label(kept[0]):
        kept = [piece for piece in (kept[0][session_label(kept[0]) :], *kept[1:]) if piece]
    kept = [without_place(_without_leader(piece)) for piece in _titles(kept)]
    social = _social_line(kept) if not behind else ""
    rest, body, last = social or _with_format(kept), index + 1, index + 3
    while (
        not (social or closed)
        and body < min(last, len(blocks))
        and _is_open(rest, words[body])
        and _goes_on(blocks[body], words[body], lines)
    ):
        rest, body = f"{rest}: {_with_format(lines(blocks[body]))}".strip(": "), body + 1
        if session_label(rest) == len(rest):
            rest, last = "", last + 1  # the number has a line of its own
    rest = rest[session_label(rest) :]
    form, title, body = _format_and_title(rest, body, blocks, words)
    return Head(index, "session", title, form, *clock(times), body, at_once(title or form))


def _without_prose(lines: list[str]) -> list[str]:
    """Return the lines behind a time without the sentences below the title that tell what the item is about."""
    told = any(NEXT_SENTENCE.search(line) or line.endswith(".") for line in lines[1:])
    return lines[: 1 + _is_bare(lines[0])] if told else lines


def _titles(lines: list[str]) -> list[str]:
    """Return the lines of an item up to the first that tells who holds it or, below the name of a ceremony, what is done in it."""
    found = session_format(COLUMN.split(lines[0])[0]) if lines else None
    named = found is not None and found[0] in _CEREMONIES
    ends = (
        number
        for number, line in enumerate(lines)
        if number and (_HELD_BY.match(line) or (number == 1 and named and (_ACT.match(line) or _DONE_BY.match(line))))
    )
    return lines[: next(ends, len(lines))]


def row_below(head: Head, last: Head | None) -> Head | None:
    """Give a table's row that leaves its time open that of the row above; without a title, it goes on with that one's people."""
    if last is None or not last.first_time or not (head.title or head.format):
        return None
    return replace(head, first_time=last.first_time, last_time=last.last_time)


def group_head(
    index: int, blocks: tuple[Block, ...], words: list[str], lines: _Lines, last: Head | None
) -> Head | None:
    """Read the heading of one of several groups that meet at once, whose time stands above them all: "Working Group A (Room 3)"."""
    own = lines(blocks[index]) if blocks[index].kind in ("heading", "list") else []
    if not own or last is None or not last.first_time:
        return None
    if not last.groups and any(block.kind == "paragraph" for block in blocks[last.body : index]):
        return None  # the item above has been told, and this one has a time of its own
    first, body = without_place(unbulleted(own[0])), index + 1
    behind = [piece for piece in own[1:] if not _is_note(piece)] if blocks[index].kind == "heading" else []
    member = _MEMBER.fullmatch(first) if last.groups else None
    form = title = ""
    track = is_track(first) and bool(last.groups)
    if (session_format(first) or track) and number_behind(first):
        form, title = first, " ".join(behind)
        for _ in range(1 + track):  # the subject of a track may stand over the title
            if (not title or body > index + 1) and body < len(blocks) and _goes_on(blocks[body], words[body], lines):
                title, body = words[body], body + 1
    elif opens_lettered(first) and (last.groups or is_staged(blocks, body)):
        form, title = split_format(_without_leader(" ".join([first, *behind])))
        form = "" if last.groups and is_track(form) else form
        one = None if form else _MEMBER.fullmatch(title)
        form, title = form or last.groups or first.split()[0], one["title"] if one else title
    elif last.groups and session_label(first) == len(first):
        form, title = last.groups, " ".join(behind)
        if not title and body < len(blocks) and _goes_on(blocks[body], words[body], lines):
            title, body = words[body], body + 1
    elif last.groups and own[0][0].isdigit() and (speaker_behind(first) or _is_over_label(body, blocks, words)):
        form, title = last.groups, _without_leader(first)  # "1. Fog – Jane Roe, Director"
    elif member and not (is_speaker(member["title"]) or is_name(member["title"])):
        form, title = last.groups, _without_leader(" ".join([without_place(member["title"]), *behind]))
    timed = any(
        TIME.search(words[at]) for at in range(index, min(body + 1, len(blocks))) if blocks[at].kind == "heading"
    )
    if not form or timed:
        return None  # or it has a time of its own
    groups = last.groups or form
    return Head(index, "session", title, form, last.first_time, last.last_time, body, groups, is_group=True)


def _is_over_label(index: int, blocks: tuple[Block, ...], words: list[str]) -> bool:
    """Say whether at a block begins, with its label, who leads or speaks."""
    return is_staged(blocks, index) and role_label(words[index]) is not None


def groups_again(index: int, blocks: tuple[Block, ...], line: str, heads: list[Head]) -> Head | None:
    """Read a heading over groups that a line of the programme above announces with its time: "Parallel workshops"."""
    groups = at_once(without_place(line)) if blocks[index].kind == "heading" else ""
    for head in reversed(heads if groups else []):
        if head.groups == groups and head.first_time:
            return replace(head, index=index, title=line, format="", body=index + 1, is_group=False)
    return None


def at_once(title: str) -> str:
    """Return the format of the groups that a programme announces for one time, or "".

    Example:
        >>> at_once("Parallel Working Groups"), at_once("Parallel sessions A–C"), at_once("Working groups and their limits")
        ('Working Group', 'Parallel session', '')
        >>> at_once("Parallel strands"), at_once("Strands")
        ('Parallel strand', '')
    """
    match = _AT_ONCE.fullmatch(title)
    if not match:
        return ""
    words = match["kind"].split()
    last = words[-1]
    for count in range(len(words)):
        for ending, singular in (("s", ""), ("en", ""), ("i", "o")):
            one = last[: -len(ending)] + singular if last.lower().endswith(ending) else last
            bare = " ".join([*words[count:-1], one])
            for form in (bare, f"{match['once']}{bare}"):
                found = session_format(form) if one != last else None
                if found and found[1] == "session":
                    return form[:1].upper() + form[1:]
    track = f"{match['once']}{match['kind'].removesuffix('s')}"
    return track[:1].upper() + track[1:] if match["once"] and is_track(track) else ""


def without_umbrellas(heads: list[Head]) -> list[Head]:
    """Make an item that only announces the groups which meet at its time, or the whole event, a mere line of the programme."""
    event, *items = [head for head in heads if head.first_time] or [Head(0, "", "")]
    if len(items) > 1 and (event.first_time, event.last_time) == (items[0].first_time, items[-1].last_time):
        whole = items[0].last_time < event.last_time  # and not one of several at once
        heads = [replace(head, kind="agenda") if whole and head is event else head for head in heads]
    held = {(head.first_time, head.last_time) for head in heads if head.is_group}
    return [
        replace(head, kind="agenda")
        if head.groups and not head.is_group and (head.first_time, head.last_time) in held
        else head
        for head in heads
    ]


def _format_and_title(rest: str, body: int, blocks: tuple[Block, ...], words: list[str]) -> tuple[str, str, int]:
    """Take apart what an item prints behind its time; its format may stand on the line below, its house in place of a title."""
    form, title = split_format(rest)
    kind = session_format(form) if title else None
    housed = form.endswith(",") or (_HOUSE.search(title) and fold(form) not in fold(title))
    if kind and kind[1] == "social" and housed:
        form, title = "", form.rstrip(",")  # "Reception", and where it is
    if named := _names_speaker(rest):
        form, title = "", named
    below = words[body] if title and body < len(blocks) and blocks[body].kind in ("heading", "stage") else ""
    if format_in_room(below) and not below.endswith(":"):
        form, title = format_in_room(below), rest
        body += blocks[body].kind == "heading"  # a format that is a label too opens the list of speakers
    return form, title, body


def _is_note(line: str) -> bool:
    """Say whether a line of an item tells where or for whom it is, and nothing of what it is about."""
    if session_format(line) and number_behind(line):
        return False  # "Plenary 1"
    return (line.startswith("(") and line.endswith(")")) or is_place(line) or _AROUND.match(line) is not None


def _without_leader(title: str) -> str:
    """Return a title without who leads or gives it: "Fog (moderator: Jane Roe)", "Tides – Jane Roe, Director"."""
    led = LED_BY.search(title)
    if led and led.start() and name_at(title, led.end()):
        return title[: led.start()].rstrip(" :")
    given = speaker_behind(title)
    return title[: given[0]] if given else title


def _social_line(printed: list[str]) -> str:
    """Return the line below a time that is a dinner or reception; where it is held stands below that."""
    found = session_format(HOSTED.split(printed[0])[0]) if len(printed) > 1 else None
    return printed[0] if found and found[1] == "social" else ""


def _with_format(lines: list[str]) -> str:
    """Join lines, with a colon behind a first one that is a format or number."""
    return f"{lines[0]}: {' '.join(lines[1:])}" if lines[1:] and _is_bare(lines[0]) else " ".join(lines)


def _names_speaker(rest: str) -> str:
    """Return the label of a programme's line that names who speaks and no title: "Closing remarks: Jane Roe, Director"."""
    label = role_label(rest)
    behind = rest[label[1] :] if label else ""
    return (
        re.sub(r"\s+by$", "", rest[: label[1]].rstrip(" :|–—-"))
        if label and (is_speaker(behind) or is_name(behind))
        else ""
    )


def _without_room(row: str) -> str:
    """Return format and title of a programme's row "Panel | Title | Room" without what stands behind or below them."""
    cells = [_first_line(cell) for cell in row.split("|")]
    found = session_format(cells[0])
    second = cells[1] if cells[1:] else ""
    kind = found[1] if found else "session" if _is_bare(cells[0]) else "break"
    titled = kind not in ("break", "social") and not is_entry(second) and not role_label(second)
    titled = titled and (found is not None or not session_format(second))  # "Session 1 | Panel", over the title
    return ": ".join(cells[:2]) if titled else cells[0]


def _first_line(cell: str) -> str:
    """Return the first line of a cell, with the second where the first is no more than a format or number: "Panel 1<br>Fog"."""
    first, *more = [line.strip() for line in cell.split(CELL_BREAK) if line.strip()] or [""]
    return f"{first.rstrip(' :')}: {more[0]}" if first and more and _is_bare(first) else first


def _is_bare(words: str) -> bool:
    """Say whether words are a session's format or number and no title."""
    return session_format(words) is not None or 0 < session_label(words) == len(words)


def _is_open(rest: str, line: str) -> bool:
    """Say whether what stands behind a time wants more: nothing at all, or a format without its title."""
    found = session_format(rest)
    if found and found[0] in _CEREMONIES and _ACT.match(line):
        return False
    return not rest or (found is not None and found[1] != "break" and session_format(line) is None)


#: What stands behind a programme and is no title in it.
_CHAPTERS = frozenset("speakers agenda contents imprint team venues supporters".split())


def _goes_on(block: Block, line: str, lines: _Lines) -> bool:
    """Say whether a block can be the format or title that belongs to the time above it."""
    label = role_label(line) is not None and not session_format(line) and block.kind != "agenda"
    return (
        block.kind in ("agenda", "heading")
        and heading_kind(line) not in _CHAPTERS
        and not times_at(unbulleted("".join(lines(block)[:1]).lstrip("| ")))
        and not label
        and not DATE.search(line)
        and not is_entry(line)
        and not is_place(line)
    )


def is_staged(blocks: tuple[Block, ...], index: int) -> bool:
    """Say whether a list of people begins at a block."""
    return index < len(blocks) and blocks[index].kind in ("stage", "list")
