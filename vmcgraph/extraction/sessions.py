"""The programme: sessions with format, date, times, pages and subsections, joined from agenda, contents and session texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from vmcgraph import reference
from vmcgraph.document import Block, Document, Part, Span
from vmcgraph.extraction.claims import EVENT
from vmcgraph.extraction.days import BESIDE_DATE, Date
from vmcgraph.extraction.standing import ABSENT, is_off, without_status
from vmcgraph.frontmatter import FrontMatter, front_matters
from vmcgraph.names import is_name
from vmcgraph.programme import (
    COUNTED,
    bare_format,
    ceremony,
    evening,
    role_label,
    session_format,
    split_format,
)
from vmcgraph.spelling import fold

_ENTRY = re.compile(r"\bp{1,2}\.\s?(\d{1,3})(?!\d)\s*")
_LEADERS = re.compile(r"^(?P<title>.{4,}?)\s*(?:\.\s?){4,}\s*(?P<page>\d{1,3})\s*$", re.MULTILINE)
_BREAKS = frozenset(
    "registration coffee lunch break breakfast refreshments arrival arrivals tea check-in doors pause mittagspause kaffeepause kaffee ankommen ankunft "
    "anmeldung einlass mittagessen accueil déjeuner registrazione accrediti pranzo".split()
)


#: Lines of a programme at which nobody speaks.
_LOGISTICS = re.compile(
    r"(?:close|end|adjourn\w*)$|(?:end|close) of (?:the )?(?:\w+ )?(?:day|programme|program|conference|meeting|event|forum|session)\b|departures?(?: of\b|$)|"
    r"(?:family|group|official) photo|(?:bus )?transfers? (?:to|from)\b|shuttle|check-?out|free time"
)


#: The last item of a meeting.
_CLOSE = re.compile(r"(?:close|end) of (?:the )?(?:meeting|sitting|session|hearing)$")
#: A session that is told in so many paragraphs is no break: "Arrivals: what happens at the quay".
_TOLD = 3
#: The kinds of parts that are items of a programme.
_ITEMS = frozenset({"session", "dinner", "reception"})


#: What may stand between a day and its sessions.
_BELOW_DAY = _ITEMS | {"agenda", "introduction", "article"}


@dataclass(slots=True)
class Entry:
    """A line of the table of contents: its page, format, title and the names under it."""

    page: int
    format: str
    title: str
    start: int
    end: int
    text: str
    last_page: int | None = None


@dataclass(slots=True, eq=False)
class Draft:
    """A session while the report is read.

    Args:
        part: where its text stands (the stage block, the prose), if it has one.
        item: its line in the agenda, if it has one.
        entry: its line in the contents, if it has one.
        off: the programme says that it is not held.
    """

    title: str
    format: str = ""
    date: str | None = None
    part: Part | None = None
    item: Part | None = None
    entry: Entry | None = None
    first_time: str = ""
    last_time: str = ""
    social: bool = False
    off: bool = False
    id: str = ""
    spans: list[Span] = field(default_factory=list)

    @property
    def of_absent(self) -> bool:
        """Say whether the item tells of those who did not come: "Apologies"."""
        return reference.role_words("label").get(fold(self.title)) == ABSENT

    @property
    def start(self) -> int:
        """Return where it stands: in the programme, else in the text."""
        part = self.item or self.part
        return part.start if part else 0


def find_sessions(document: Document, shown: str, dates: Sequence[Date]) -> tuple[list[Draft], list[Entry]]:
    """Return the programme items in their order, and the lines of the contents.

    Args:
        document: the report.
        shown: its plain text.
        dates: the days on which sessions may be.
    """
    entries = list(_contents(document, shown))
    drafts: list[Draft] = []
    pages = front_matters(document.text)
    days = list(_day_lines(document, shown, dates))
    for part in document.parts:
        if part.kind not in _ITEMS or _is_break(part, document):
            continue
        timed = bool(part.first_time)
        day = (_date_in_head(dates, part) or _date_before(dates, _announced(part, document))) if timed else None
        draft = _same(drafts, part, day)
        if draft is None:
            form = bare_format(part.format) or evening(part.title) if part.title else ""
            draft = Draft(part.title or part.format, form, social=_is_social(part))
            drafts.append(draft)
        draft.format = draft.format or bare_format(part.format)
        if _is_off(part, shown):
            draft.off, draft.title = True, without_status(draft.title) or draft.title
        if timed:
            draft.item, draft.first_time, draft.last_time = part, part.first_time, part.last_time
            draft.date = day
        if part.end > part.body and not (draft.part and timed and _tells(draft.part, document)):
            draft.part = part
        draft.date = (
            _front_date(pages, part, dates)
            or draft.date
            or (_date_after(dates, part) if part.kind != "session" else _date_in_head(dates, part))
        )
        if not _is_untold(dates, part.start):
            draft.date = draft.date or _date_over(days, part, document)
    if is_programme(drafts):
        for draft in drafts:
            draft.part = draft.item
    for entry in entries:
        _join_entry(drafts, entry)
    _date_between(drafts, dates, document, shown)
    for draft in drafts:
        draft.format = draft.format or _mere_session(draft, shown)
    drafts.sort(key=lambda draft: (draft.date is None, draft.date or "", draft.first_time or "99", draft.start))
    for draft in drafts:
        draft.spans = list(_spans(draft, document))
    return drafts, entries


def _is_off(part: Part, shown: str) -> bool:
    """Say whether an item is printed as cancelled, in its title or on a line of its head."""
    lines = (line.strip(" *#") for line in shown[part.start : part.body].splitlines() if "|" not in line)
    named = without_status(part.title or part.format)
    rests = (without_status(line) for line in lines if is_off(line))
    return any(map(is_off, (part.title, part.format))) or any(not rest or rest.endswith(named) for rest in rests)


def is_programme(drafts: Sequence[Draft]) -> bool:
    """Say whether a text announces its sessions and tells of none elsewhere."""
    return all(draft.item and draft.part in (None, draft.item) for draft in drafts)


def _announced(part: Part, document: Document) -> int:
    """Return where the time of a session is printed: groups at once have theirs from a line of the programme above them."""
    items = {block.start for block in document.blocks if block.kind == "agenda"}
    times = (part.first_time, part.last_time)
    same = [
        other.start for other in document.parts if other.start in items and (other.first_time, other.last_time) == times
    ]
    return max((start for start in same if start <= part.start), default=part.start)


#: A session that its heading numbers and calls nothing more telling.
_NUMBERED = re.compile(
    rf"(?:^|[\s|])(?P<what>(?i:session|sitzung|sessione|sesión))\s+{COUNTED}\s*(?:[:|.–—-]|$)",
    re.MULTILINE,
)


def _mere_session(draft: Draft, shown: str) -> str:
    """Return what a heading calls a session whose number stands before the title and that has no other format."""
    for part in (draft.item, draft.part):
        match = _NUMBERED.search(shown, part.start, max(part.body, part.start)) if part else None
        if match and draft.title and match.end() <= shown.find(draft.title.split()[0], match.end()):
            return match["what"].capitalize()
    return ""


def _is_break(part: Part, document: Document) -> bool:
    """A break is no session: its title says coffee, lunch or the end of the day, nobody stands under it, and little is told of it."""
    words = (part.title or part.format).casefold()
    found = session_format(part.format or part.title)
    ends = _LOGISTICS.match(words) or (found is not None and found[1] == "break")
    if not ends and not _BREAKS & set(re.findall(r"[\w-]+", words)):
        return False
    if found and found[1] == "break" and not part.title:
        return True
    inside = [block.kind for block in document.blocks if part.body <= block.start < part.end]
    if _CLOSE.match(words) and not part.first_time and "paragraph" in inside:
        return False  # minutes tell of it
    return not {"stage", "list", "card"} & set(inside) and inside.count("paragraph") < _TOLD


def _tells(part: Part, document: Document) -> bool:
    return any(block.kind == "paragraph" and part.body <= block.start < part.end for block in document.blocks)


def _is_social(part: Part) -> bool:
    if part.kind in ("dinner", "reception"):
        return True
    formats = reference.session_formats()
    words = fold(part.title or part.format).split()
    found = session_format(part.format) if part.format else None
    return (found is not None and found[1] == "social") or (
        not part.format and any(formats.get(word, ("", ""))[1] == "social" for word in words[:4])
    )


def _same(drafts: list[Draft], part: Part, day: str | None) -> Draft | None:
    """Return the session that a part is another sight of: the same title, maybe without what stands behind it, or both the opening.

    Two items of a programme that are held on different days are two.
    """
    key = fold(part.title)
    drafts = [draft for draft in drafts if not (day and draft.item and draft.date) or draft.date == day]
    for draft in drafts:
        if key and (fold(draft.title) == key or similar(draft.title, part.title) or _is_short(draft, part)):
            return draft
    if not part.title and (role := ceremony(part.format) or ("opening" if _opens(part.format) else "")):
        times = ("", part.first_time)  # two items of one programme are two
        alike = (draft for draft in drafts if _is_ceremony(draft.title, role) and len(draft.title.split()) <= 4)
        return next((draft for draft in alike if not part.first_time or draft.first_time in times), None)
    return None


def _is_ceremony(title: str, role: str) -> bool:
    return _opens(title) if role == "opening" else ceremony(title) == role


def _is_short(draft: Draft, part: Part) -> bool:
    """Say whether of programme and text one gives a session's title whole and the other only what stands before its colon or question mark."""
    one, two = sorted((draft.title, part.title), key=len)
    behind = two[len(one) :].lstrip()
    told = (draft.part is not None and not draft.first_time, not part.first_time)
    cut = one[-1:] in "?!" or behind[:1] in (":", "?", "!", "–", "—")
    return told in ((True, False), (False, True)) and cut and len(one.split()) > 1 and two.startswith(one)


def _opens(words: str) -> bool:
    return bool(re.search(r"\bopening\b|\bwelcome\b", words, re.IGNORECASE))


def similar(one: str, two: str) -> bool:
    """Say whether two titles are one but for a word or two.

    Example:
        >>> similar("The view from Warsaw in 2025", "The View from Warsaw, in 2025")
        True
    """
    first, second = set(fold(one).split()), set(fold(two).split())
    return len(first & second) >= 4 and len(first & second) / len(first | second) >= 0.85


# ---------------------------------------------------------------- contents


def _contents(document: Document, shown: str) -> Iterator[Entry]:
    """Read the table of contents: "p. 30 High-level panel Title", "Title ..... 30"."""
    runs = _runs([block for block in document.blocks if block.kind == "contents"], document)
    entries: list[Entry] = []
    for start, end in runs:
        marks = list(_ENTRY.finditer(shown, start, end))
        for number, mark in enumerate(marks):
            stop = marks[number + 1].start() if number + 1 < len(marks) else end
            entry = _entry(shown, document.text, int(mark[1]), mark.end(), stop)
            if not (entry.title or entry.format or entry.text):  # the page stands behind the title
                before = shown[max(start, shown.rfind("\n", start, mark.start()) + 1) : mark.start()]
                entry.title = re.sub(r"^\W+", "", before).strip()
            entries.append(entry)
        if not marks:
            for line in _LEADERS.finditer(shown, start, end):
                form, title = split_format(" ".join(line["title"].split()))
                entries.append(Entry(int(line["page"]), form, title, line.start(), line.end(), ""))
    entries.sort(key=lambda entry: (entry.page, entry.start))
    later = sorted({entry.page for entry in entries})
    for entry in entries:
        following = [page for page in later if page > entry.page]
        entry.last_page = max(entry.page, following[0] - 1) if following else None
        yield entry


def _runs(blocks: list[Block], document: Document) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for block in blocks:
        if runs and block.start - runs[-1][1] < 60:
            runs[-1] = (runs[-1][0], block.end)
        else:
            runs.append((block.start, block.end))
    return runs


def _entry(shown: str, text: str, page: int, start: int, stop: int) -> Entry:
    words = shown[start:stop]
    cut = re.search(r"[①-⑳❶-❿]", words)
    words = words[: cut.start()] if cut else words
    label = re.search(
        r"(?:^|\s)(?:On stage|Moderation|Speakers?|Moderators?|Moderated by|Authors?|Panell?ists?|Chair)\b", words
    )
    head = words[: label.start()] if label else words
    names = words[label.start() :] if label else ""
    bold = re.search(r"\*\*(.+?)\*\*", text[start : start + len(head) + 4], re.DOTALL)
    if bold:
        form, title = " ".join(text[start : start + bold.start()].split()), " ".join(bold[1].split())
    else:
        lines = [line.strip() for line in head.splitlines() if line.strip()]
        if len(lines) > 1 and not names and all(map(is_name, re.split(r",\s*", lines[-1]))):
            names = lines.pop()
        form, title = split_format(" ".join(lines))
    if title and all(map(is_name, re.split(r",\s*", title))):
        names, title = title, ""
    end = start + len(words.rstrip())
    return Entry(page, form, title, start, end, names)


def _join_entry(drafts: list[Draft], entry: Entry) -> None:
    for draft in drafts:
        if entry.title and (fold(entry.title) == fold(draft.title) or similar(entry.title, draft.title)):
            break
        bare = re.sub(r"\s+(?:19|20)\d\d$", "", draft.title)
        if draft.social and entry.title and fold(entry.title) == fold(bare):
            draft.title = entry.title
            break
        if not entry.title and entry.text and _opens(entry.format) and _opens(draft.title) and not draft.entry:
            break
    else:
        return
    draft.entry = entry
    if entry.format and (not draft.format or draft.format == draft.title):
        draft.format = entry.format


# ---------------------------------------------------------------- dates


def _front_date(pages: Sequence[FrontMatter], part: Part, dates: Sequence[Date]) -> str | None:
    """Return the day that the front matter of a session's page gives as its own, and not as that of the page."""
    page = next((page for page in pages if page.start <= part.start < page.stop and page.is_session), None)
    value = next((page.values[key] for key in ("date", "day") if key in page.values), None) if page else None
    if value is None:
        return None
    return next((days[0] for start, _, days in dates if value.start <= start < value.end and len(days) == 1), None)


#: What says in the head of a text that the day beside it is the event's, and not that on which the text came out.
_EVENT = re.compile(
    rf"\b(?:{EVENT}|minutes|hearing|sitting|seminar|round ?table|webinar|tagung|konferenz|fachtag|convegno|conferenza)\b",
    re.IGNORECASE,
)


#: Before the day of a meeting in the head of its minutes: "Held in the Town Hall of Leith, on Thursday, ".
_HELD = re.compile(r"^\W*(?:[Hh]eld|HELD)\b[^.\n]*$", re.MULTILINE)
#: The same by a label, with the time or place on the next line.
_LABELLED_DAY = re.compile(r"\b(?:Date|DATE)\s*:[^\n]*$")
_TIME_BELOW = re.compile(r"[^\n]*\n+\W*(?i:time|venue|location|place)\b")


def _only_day(dates: Sequence[Date], before: int, document: Document, shown: str) -> list[str]:
    """Return the day of an event that lasts one day: the only one before the sessions with what sort of event it is, or that it was held then."""
    above = [(start, days[0]) for start, _, days in dates if days and start < before]
    heads = [block for block in document.blocks if block.kind != "paragraph" and block.start < before]
    sure = {
        day
        for start, day in above
        if _HELD.search(shown, max(0, start - 100), start)
        or (_LABELLED_DAY.search(shown, max(0, start - 30), start) and _TIME_BELOW.match(shown, start))
        or any(block.start <= start < block.end and _EVENT.search(shown, block.start, block.end) for block in heads)
    }
    return list(sure) if len(sure) == 1 else []


def _date_between(drafts: Sequence[Draft], dates: Sequence[Date], document: Document, shown: str) -> None:
    """Date the sessions without a day between two of one day, before one of the first day, or behind one of the last."""
    ordered = sorted(drafts, key=lambda draft: draft.start)
    ranges = {days for _, _, days in dates if len(days) > 1}
    days = sorted({day for days in ranges for day in days})
    if ordered and not days:
        days = _only_day(dates, ordered[0].start, document, shown)
    for number, draft in enumerate(ordered):
        before = next((other.date for other in reversed(ordered[:number]) if other.date), days[0] if days else None)
        after = next((other.date for other in ordered[number:] if other.date), days[-1] if days else None)
        if before and before == after and not _is_untold(dates, draft.start):
            draft.date = draft.date or before


def _date_before(dates: Sequence[Date], offset: int) -> str | None:
    """Return the last single day that is printed before an offset; None where it cannot be told which day that is."""
    _, days = max(((start, days) for start, _, days in dates if start < offset and len(days) < 2), default=(0, ()))
    return days[0] if days else None


def _is_untold(dates: Sequence[Date], offset: int) -> bool:
    """Say whether the last day before an offset is one of which cannot be told which it is."""
    return max(((start, not days) for start, _, days in dates if start < offset and len(days) < 2), default=(0, False))[
        1
    ]


def _date_in_head(dates: Sequence[Date], part: Part) -> str | None:
    """Return the day that the heading of a session prints itself."""
    return next((days[0] for start, _, days in dates if part.start <= start < part.body and len(days) == 1), None)


def _day_lines(document: Document, shown: str, dates: Sequence[Date]) -> Iterator[tuple[int, str]]:
    """Yield where a line of a heading prints one day and nothing else, and the day."""
    for block in document.blocks:
        if block.kind == "heading":
            inside = [date for date in dates if block.start <= date[0] and date[1] <= block.end]
            if len(inside) == 1 and len(days := inside[0][2]) == 1:
                first, last = inside[0][:2]
                before, behind = shown[block.start : first], shown[last : block.end]
                if not BESIDE_DATE.sub("", before.rpartition("\n")[2] + behind.partition("\n")[0]):
                    yield block.start, days[0]


def _date_over(days: Sequence[tuple[int, str]], part: Part, document: Document) -> str | None:
    """Return the day of the heading over a session: it holds until the next, or until another chapter begins."""
    start, day = max((each for each in days if each[0] < part.start), default=(0, None))
    other = any(start < each.start < part.start and each.kind not in _BELOW_DAY for each in document.parts)
    return None if other else day


def _date_after(dates: Sequence[Date], part: Part) -> str | None:
    days = [
        days[0] for start, _, days in dates if part.start <= start < min(part.body + 60, part.end) and len(days) == 1
    ]
    return days[0] if days else None


# ---------------------------------------------------------------- evidence


def _spans(draft: Draft, document: Document) -> Iterator[Span]:
    """Yield the places that show a session: agenda line, contents line, heading."""
    if draft.item:
        yield document.span(draft.item.start, _head_end(draft.item, document), "listed")
    if draft.entry:
        yield document.span(draft.entry.start, draft.entry.end, "contents")
    if draft.part and draft.part is not draft.item:
        yield document.span(draft.part.start, _head_end(draft.part, document), "listed")


def _head_end(part: Part, document: Document) -> int:
    end = min(max(part.body, part.start), part.end)
    words = document.text[part.start : end].rstrip(" \t\r\n\f*_#")
    return part.start + (len(words) or min(60, part.end - part.start))


def subsections(part: Part, document: Document, shown: str) -> tuple[str, ...]:
    """Return the headings inside a session's text."""
    found: list[str] = []
    blocks = [block for block in document.blocks if part.body <= block.start < part.end]
    for number, block in enumerate(blocks):
        words = " ".join(shown[block.start : block.end].replace("#", " ").split())
        follows = blocks[number + 1].kind if number + 1 < len(blocks) else ""
        before = any(other.kind == "paragraph" for other in blocks[:number])
        if (
            block.kind == "heading"
            and before
            and follows == "paragraph"
            and 12 < len(words) < 160
            and not words.endswith((".", ",", ";"))
            and not role_label(words)
        ):
            found.append(words)
    return tuple(found)
