"""Who is listed in a session: under labels, as bullets and cards, in the lines and rows of a programme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vmcgraph import reference
from vmcgraph.document import Block, Document, Part
from vmcgraph.extraction.entries import Entry, card, entries_of
from vmcgraph.extraction.members import content, lines, starts_entry
from vmcgraph.extraction.standing import OFF_STAGE
from vmcgraph.hours import times_at
from vmcgraph.names import name_at
from vmcgraph.plaintext import CELL_BREAK
from vmcgraph.programme import (
    COLUMN,
    DATE,
    DAY,
    LED_BY,
    is_place,
    role_label,
    session_format,
    session_label,
    without_place,
)
from vmcgraph.speakers import is_whole_name, speaker_behind
from vmcgraph.spelling import fold

_PLURAL = re.compile(r"(?<!ceremonie)s\W*$", re.IGNORECASE)
_RAPPORTEUR = re.compile(r"rapporteurs?\s*:", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
#: The cell of a row that prints when something is.
_BARE_TIMES = re.compile(r"[\d.:huam\s–—-]{4,20}\|\s*")
#: Heads of columns that say whose names stand below, and nothing of their roles.
_WHO = frozenset(
    "who name names people person by with lead leads presenter presenters responsible participants contributors".split()
)


def listed(document: Document, shown: str, part: Part) -> Iterator[Entry]:
    """Yield the entries of a session: under labels, as bullets, as cards."""
    role = ""
    signed = _signed(document, shown, part)
    for block in document.blocks:
        titled = block.start < part.body and block.kind not in ("stage", "agenda")
        if titled and part.start <= block.start and block.kind in ("heading", "list"):
            yield from _led_by(shown, block)  # of one of the groups that a line of the programme announces
        if not part.start <= block.start < part.end or (titled and (block.kind != "list" or block.start == part.start)):
            continue
        if block.kind == "agenda":
            yield from _row_entries(shown, block, _columns(document, shown, block))
            yield from _remarks_by(shown, block)
            yield from _led_by(shown, block)
            yield from _speaker_of(shown, block)
        if block.kind in ("stage", "list") and block not in signed:
            at, stop = content(shown, block)
            for start, end in lines(shown, at, stop):
                label, before = role_label(shown[start:end]), role
                if label:
                    role = "moderator" if _asks(document, shown, part, block) else label[0]
                    start += label[1]
                yield from entries_of(shown, start, end, role, block.kind)
                named = label and shown[start:end].strip()
                if label and named and role == "moderator" and not _PLURAL.search(shown[start - label[1] : start]):
                    role = ""  # one who is named behind "Moderator:" is the only one
                elif named and role in OFF_STAGE:
                    role = before
        elif block.kind in ("card", "name"):
            yield from card(shown, block, role)
        elif block.kind in ("heading", "paragraph"):
            role = ""


def _asks(document: Document, shown: str, part: Part, block: Block) -> bool:
    """Say whether a label leads to who asks those that a session lists above it: "In conversation with" below the guest's name."""
    if not _IN_CONVERSATION.match(shown, content(shown, block)[0], block.end):
        return False
    return any(
        other.kind in ("stage", "card", "name") and part.body <= other.start < block.start for other in document.blocks
    )


#: What a page prints between the guest and the host of a talk.
_IN_CONVERSATION = re.compile(r"in (?:conversation|dialogue) with\b", re.IGNORECASE)


def signatures(document: Document, shown: str, part: Part) -> Iterator[Entry]:
    """Yield who signs the text of a session, and took no part in it by that: "Rapporteur: Jane Roe (Ferry Institute)" below its prose."""
    for block in _signed(document, shown, part):
        for start, end in lines(shown, *content(shown, block)):
            label = role_label(shown[start:end])
            yield from entries_of(shown, start + label[1] if label else start, end, "", "list")


def _signed(document: Document, shown: str, part: Part) -> list[Block]:
    """Return the blocks that name the rapporteurs of a session right behind its prose, where others are listed above this."""
    inside = [block for block in document.blocks if part.body <= block.start < part.end]
    listed = next((number for number, block in enumerate(inside) if block.kind in ("stage", "list")), len(inside))
    return [
        block
        for above, block in pairwise(inside[listed:])
        if block.kind == "stage"
        and above.kind == "paragraph"
        and _RAPPORTEUR.match(shown, content(shown, block)[0], block.end)
    ]


def titles(document: Document, shown: str) -> Iterator[Block]:
    """Yield the titles of the lines of a programme as headings: without time, room and people."""
    for block in document.blocks:
        if block.kind == "agenda":
            start, end = _title(shown, *content(shown, block))
            named = (*_remarks_by(shown, block), *_led_by(shown, block), *_speaker_of(shown, block))
            end = min([end, *(entry.name.start for entry in named)])
            if start < end:
                yield Block("heading", start, end)


def _title(shown: str, start: int, end: int) -> tuple[int, int]:
    """Return where the title of a programme's line begins and ends: in a row the first cell behind the time.

    A format or number in a cell or line of its own stands before it.
    """
    times = times_at(shown[start:end])
    start += times.end() if times else 0
    row = "|" in shown[start:end]
    cells = [cell.span() for cell in re.finditer(r"[^|]*[^|\s][^|]*" if row else r"\S[^\n]*", shown[start:end])]
    if not cells:
        return start, end
    first = COLUMN.split(shown[start + cells[0][0] : start + cells[0][1]].strip())[0]
    bare = session_format(first) is not None or 0 < session_label(first) == len(first)
    number = int(bare and len(cells) > 1)
    return start + cells[0 if row else number][0], start + cells[number][1] if row else end


def _columns(document: Document, shown: str, block: Block) -> list[str | None]:
    """Return the roles that the head of a programme's table gives its columns: "Time | Item | Chair | Speakers"."""
    for above in reversed(document.blocks[: document.blocks.index(block) + 1]):
        if not _is_row(shown, above):
            break
        head = shown[above.start : above.end].strip().split("\n", 1)[0].strip(" |")
        cells = [cell.strip() for cell in head.split("|")]
        if len(cells) > 1 and not times_at(head):
            return [_column_role(cell) for cell in cells]
    return []


def _column_role(head: str) -> str | None:
    """Return the role that the head of a column gives; speakers, and who introduces an item, have the part that the session gives."""
    roles = {label[0] for cell in head.split("/") if (label := role_label(cell.strip()))}
    if fold(head) in _WHO or len(roles) > 1:
        return ""
    return next(("" if role in ("speaker", "opening") else role for role in roles), None)


def _is_row(shown: str, block: Block) -> bool:
    """Say whether a block is a row of a table, or a day between its rows."""
    words = shown[block.start : block.end]
    dated = _DIGIT.search(words) and (DATE.search(words) or DAY.search(words))
    return "|" in words or bool(dated)


def _row_entries(shown: str, block: Block, columns: list[str | None]) -> Iterator[Entry]:
    """Yield the persons of a programme's row, from the cells behind the time: a name with a post, or several; a room has none.

    `columns` are the roles that the heads of the columns tell; there, names need no posts.
    """
    text = shown[block.start : block.end]
    gaps = re.compile(r"[|\n]") if "|" in text else re.compile(rf"\n|{COLUMN.pattern}")
    edges = [0, *(edge for gap in gaps.finditer(text) for edge in gap.span()), len(text)]
    cells = [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]
    for number, (start, end) in enumerate(cells):
        role = columns[number] if number < len(columns) else None
        if number and not is_place(text[start:end]):
            yield from _cell_entries(shown, block.start + start, block.start + end, role, titled=number < 2)


def _cell_entries(shown: str, start: int, end: int, role: str | None, *, titled: bool) -> Iterator[Entry]:
    """Yield the persons of a cell, one a line or several; what starts no entry goes on with the post above it.

    In a cell that is not `titled`, a name that stands elsewhere too needs no post.
    """
    members: list[tuple[int, int, str | None]] = []
    for line in re.finditer(rf"[^{CELL_BREAK}]+", shown[start:end]):
        first, last = start + line.start(), start + line.end()
        mark = re.match(r"\s*(?:[-•–]\s+)?", line[0])
        first += mark.end() if mark else 0
        label = role_label(shown[first:last].rstrip())
        if label:
            role, first = label[0], first + label[1]
        if starts_entry(shown, first, last):
            members.append((first, last, role))
        elif members and not label:
            members[-1] = (members[-1][0], last, members[-1][2])
    for first, last, told in members:
        words = shown[first:last].strip()
        again = not titled and is_whole_name(words) and shown.count(words) > 1
        if told is not None or again or re.search(r"[,;(]", words):
            yield from entries_of(shown, first, last, told or "", "stage")


def _remarks_by(shown: str, block: Block) -> Iterator[Entry]:
    """Yield whom the line of a programme names itself: "15.00 – 15.15 Closing remarks by Jane Roe, Director"."""
    match = re.search(
        r"\b(?P<what>[^\W\d_]+ (?:remarks|address|speech|statement|note)|summary|report) by\s+(?:the\s+(?:[a-z]+\s+)?rapporteur,\s+)?",
        shown[block.start : block.end],
        re.IGNORECASE,
    )
    if not match:
        return
    start = block.start + match.end()
    end = start + len(re.split(r"[|\n]", shown[start : block.end])[0].rstrip())
    words = match["what"].casefold()
    roles = {
        "opening": "opening",
        "welcome": "opening",
        "closing": "closing",
        "concluding": "closing",
        "keynote": "keynote",
        "summary": "speaker",
        "report": "speaker",
    }
    yield from entries_of(shown, start, end, roles.get(words.split()[0], "address"), "list")


def _led_by(shown: str, block: Block) -> Iterator[Entry]:
    """Yield who leads or gives a session by the line of its title: "11.00 Fog (moderator: Jane Roe)", "11.30 Tides – Jane Roe, Director"."""
    roles = reference.role_words("narrative", "label")
    for led in LED_BY.finditer(shown, block.start, block.end):
        line = re.compile(r"[^|\n]+").match(shown, led.end(), block.end)
        role = roles.get(fold(led["label"] or led["by"]))
        if line and role and name_at(shown, led.end(), end=line.end()):
            words = line[0].rstrip()
            open_bracket = "(" in led[0] and words.endswith(")")
            yield from entries_of(shown, led.end(), led.end() + len(words) - open_bracket, role, "list")
    start = content(shown, block)[0]
    times = _BARE_TIMES.match(shown, start, block.end)  # in a row, the title has the next cell
    line = re.compile(r"[^|\n]+").match(shown, times.end() if times else start, block.end)
    given = speaker_behind(without_place(line[0].rstrip())) if line else None
    if line and given:
        yield from entries_of(shown, line.start() + given[1], line.start() + given[2], "", "list")


def _speaker_of(shown: str, block: Block) -> Iterator[Entry]:
    """Yield whom a programme's line names behind its label: "15.00 – 15.15 Closing remarks: Jane Roe, Director"."""
    at, stop = content(shown, block)
    times = times_at(shown[at:stop])
    start = at + times.end() if times else stop
    start += len(shown[start:stop]) - len(shown[start:stop].lstrip(" \t|–-"))
    stop = start + len(shown[start:stop].partition("|")[0].rstrip())
    label = role_label(shown[start:stop])
    if label and starts_entry(shown, start + label[1], stop):
        yield from entries_of(shown, start + label[1], stop, label[0], "list")
