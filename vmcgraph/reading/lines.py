"""The lines of a text, which of them are a person's entry or a label, and which stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from vmcgraph import reference
from vmcgraph.hours import TIME, times_at
from vmcgraph.names import is_form_of_address, is_name
from vmcgraph.programme import (
    BULLET,
    format_in_room,
    heading_kind,
    opens_lettered,
    role_label,
    session_format,
    session_label,
)
from vmcgraph.reading.minutes import is_procedure
from vmcgraph.reading.sessionlines import is_day, prints_circumstances
from vmcgraph.speakers import are_names, is_entry, is_speaker
from vmcgraph.spelling import fold

#: A line of a table of contents, which ends in the number of a page or begins with it.
CONTENTS_LINE = re.compile(r"p{1,2}\.\s?\d{1,3}\b|.{4,}?\s?(?:\.\s?){4,}\s?\d{1,3}$|.{6,}?\s{3,}\d{1,3}$")
#: The end of a sentence inside quotation marks, which no further words follow.
_WHOLE_SPEECH = re.compile(r"[.!?…][”\"“»]$")
#: An image in Markdown, alone on its line.
IMAGE = re.compile(r"!\[[^\]]*\]\([^)\s]*(?:\s[^)]*)?\)$")
#: The mark of a block quotation in Markdown.
_QUOTED = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+(?=\S|\r?\n|$)")
#: Marks before and behind what is said.
OPEN_QUOTES, CLOSE_QUOTES = '“"„«‟', '”"“»'
#: How a line ends with which a sentence may end.
SENTENCE_END = (".", "!", "?", "”", '"', "…", ":", ".)", "»")
#: What a web page offers beside its text.
_PAGE_WORDS = re.compile(
    r"(?:(?:read|show|see|view|load|learn|find out|discover) (?:more|less|all|details|bio(?:graphy)?|profile|session|speakers?)(?: (?:details|info|information))?(?: (?:on|about|for) .{3,60})?|"
    r"add (?:this )?(?:to|event to) (?:(?:my|your|google|outlook|i?cal) )?(?:calendar|agenda|schedule|programme|program|favou?rites)|save (?:the date|session|to .{3,30})|"
    r"(?:register|sign up|book|apply|rsvp|subscribe|log ?in|sign in|join|buy tickets)(?: (?:now|here|online|today|your (?:place|seat)))?|(?:back )?to (?:the )?top|skip to (?:main )?content|"
    r"share(?: (?:this|on|via|session|event)\b.{0,30})?|expand(?: all)?|collapse(?: all)?|(?:watch|live ?stream|recording|video|slides?|download)(?: (?:now|here|live|recording|available|slides|pdf|presentation))*|"
    r"(?:previous|next|prev|close|back|menu|search|home|print|filter|reset|all days|tickets|venue map|favou?rite|bookmark)|fully booked|sold out|"
    r"(?:photo|picture|image|portrait|headshot|avatar|profile (?:photo|picture|image)) (?:of|for) .{4,60}|"
    r"(?:related|similar|upcoming|past) (?:content|events?|articles|posts|news|links)):?",
    re.IGNORECASE,
)


def is_page_word(text: str) -> bool:
    """Say whether a line is what a web page offers beside its text: "Read more".

    Example:
        >>> is_page_word("Add to calendar"), is_page_word("Share your views")
        (True, False)
    """
    return len(text) < _LONGEST_OFFER and _PAGE_WORDS.fullmatch(text) is not None


_LONGEST_OFFER = 75
#: The end of a sentence and the beginning of the next one.
NEXT_SENTENCE = re.compile(r"[a-zà-ÿ]{3}\)?\.\s+[A-ZÀ-ÞĀ-ɏ]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line end: its first and last visible character, and its plain text."""

    start: int
    end: int
    text: str
    level: int = 0  # of a Markdown heading
    indent: int = 0  # blanks before it
    quoted: bool = False  # in a block quotation of Markdown
    paper: bool = False  # the title of a paper, right below who presents it
    of_card: bool = False  # the post or body of somebody whose name stands above it
    apart: bool = True  # behind an empty line


def read_lines(text: str, at: int = 0) -> Iterator[Line | None]:
    """Yield the lines of a plain text from an offset on, None for each empty one."""
    apart = True
    for whole in re.split(r"(?<=\n)|(?<=\r)(?!\n)", text[at:]):
        quoted = _QUOTED.match(whole)
        raw = whole[quoted.end() :] if quoted else whole
        at += len(whole) - len(raw)
        body = raw.strip()
        if not body or not any(char.isalnum() for char in body):
            apart = True
            yield None
        else:
            start = at + len(raw) - len(raw.lstrip())
            marks = re.match(r"(#{1,6})\s+", body)
            skip = marks.end() if marks else 0
            yield Line(
                start + skip,
                start + len(body),
                body[skip:].rstrip("# ") if marks else body,
                len(marks[1]) if marks else 0,
                len(raw) - len(raw.lstrip(" \t")),
                quoted is not None,
                apart=apart,
            )
            apart = False
        at += len(raw)


#: One of the groups that meet at the time of the line above: "A: Fog", "B) Tides".
_GROUP = re.compile(r"(?:(?:Room|Raum|Sala)\s|\()?(?P<letter>[A-H])(?:[.:)]|\s[–—-])\s+(?=[A-ZÀ-ÞĀ-ɏ“\"])")


#: How a heading ends that stands right over who was at a meeting.
_PRESENT = re.compile(
    r"(?:\w+ ){0,3}(?:present|attendance|attendees|participants|delegates|delegations|apologies(?: for absence)?)(?:$|:)",
    re.IGNORECASE,
)
#: The mark of a caption: "Photo 2: …".
_PICTURE = re.compile(r"(?:Photo|Picture|Image)\s\d{1,3}\s?[:.|–—]\s")


def chunks_of(lines: list[Line | None], furniture: frozenset[int]) -> Iterator[list[Line]]:
    """Group lines into runs without an empty line; a heading, label, list item, agenda or contents line starts a run of its own."""
    run: list[Line] = []
    letter = ""  # of the last group that meets at the time of the line above
    titled = _titles_above_prose(lines)
    posted = ("{},", "{} (")  # as who stands somewhere else with a post
    again = cache(lambda name: any(line and form.format(name) in line.text for line in lines for form in posted))
    for line in lines:
        if line is None:
            if run:
                yield run
            run = []
            continue
        if len(run) == 1 and _is_paper(run[0], line):
            line = replace(line, paper=True)
        letter, opens = _next_letter(letter, run, line)
        cut = run and (
            opens
            or run[0].start in titled
            or line.start in furniture
            or run[-1].start in furniture
            or _starts_chunk(run, line)
        )
        if cut or (run and times_at(run[0].text) and is_name(line.text) and again(line.text)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _next_letter(letter: str, run: list[Line], line: Line) -> tuple[str, bool]:
    """Return the letter of the last group of a programme's item up to a line, and whether the line begins one: "B. Tides" below the people of "A. Fog"."""
    if letter and (line.level or times_at(line.text)):
        return "", False
    group = _GROUP.match(line.text)
    if not group or is_entry(line.text):
        return letter, False
    own = group["letter"]
    follows = ord(own) == ord(letter) + 1 if letter else own == "A" and (not run or times_at(run[0].text) is not None)
    return (own, bool(letter)) if follows else (letter, False)


#: Whom lists of those present put under one label.
_GROUPS = frozenset(
    "members experts witnesses observers guests secretariat staff substitutes alternates officials officers invitees delegations others advisers advisors "
    "and committee full voting invited external from for the".split()
)


def _is_over_present(last: str, line: str) -> bool:
    """Say whether a line heads those who were at a meeting: "Present:", or "Members" over a name with a form of address."""
    if _PRESENT.match(last):
        return heading_kind(last) != ""
    return len(last) < 30 and is_form_of_address(line) and set(fold(last).split()) <= _GROUPS


def _titles_above_prose(lines: list[Line | None]) -> frozenset[int]:
    """Return where the lines start that are titles of a meeting's items, with what is told of them right below.

    They stand behind an empty line, and two of them or more are such as only a meeting has, or they are numbered as sessions are.
    """
    found = [
        (line, below)
        for above, line, below in zip([None, *lines], lines, [*lines[1:], None], strict=False)
        if above is None
        and line
        and below
        and len(line.text) < 100
        and line.text[-1] not in '.,;?!”"'
        and not line.level
        and (len(line.text) < 0.9 * len(below.text) or below.text.endswith("."))
        and below.text[0].isupper()
    ]
    procedure = [line for line, _ in found if is_procedure(line.text, in_minutes=True)]
    told = (
        line for line, _ in found if not (is_entry(line.text) or role_label(line.text) or _PRESENT.match(line.text))
    )
    if len(procedure) < 2:  # they have sentences right below
        return frozenset(line.start for line, below in found if below.text[-1] == "." and numbers_session(line.text))
    return frozenset(line.start for line in (*procedure, *told))


#: The first line of a sentence of prose.
_TOLD = re.compile(r"[A-ZÀ-ÞĀ-ɏ][^:|]{12,}?\s(?:is|are|was|were|has|have|had|will|can|could|should)\s(?:.*\.$|.{25,})")


def _starts_chunk(run: list[Line], line: Line) -> bool:
    last = run[-1]
    if line.of_card:
        return False
    if line.level or last.level or line.quoted is not last.quoted or is_page_word(line.text):
        return True
    if line.paper or (line.quoted and line.text[0] in "—–-") or _PICTURE.match(line.text):
        return True
    spoken = run[0].text[0] in OPEN_QUOTES and _WHOLE_SPEECH.search(last.text)
    if spoken and line.text[-1] != "." and is_attribution([line]):
        return True  # whose words stand above
    if len(run) == 1 and len(last.text) < 60 <= len(line.text) and line.text[0].isupper() and heading_kind(last.text):
        return True  # "About us", right over its prose
    if len(run) == 1 and _is_over_present(last.text, line.text):
        return True
    label = role_label(line.text)
    if label == ("absent", len(line.text)) and len(run) > 1 and is_name(run[0].text):
        return False  # "unable to attend", which the last line of a card says of its own person
    if line.indent > run[0].indent and (bullet := BULLET.match(run[0].text)) and not BULLET.match(line.text):
        titled = _GROUP.match(run[0].text, bullet.end()) or opens_lettered(run[0].text[bullet.end() :])
        return bool(label and titled) or _is_when(line.text)  # what else is set in below a bullet belongs to it
    titled = times_at(run[0].text) is not None and not is_bare_time(last.text)
    if titled and (format_in_room(line.text) or is_day(line.text)):
        return True
    if _is_when(line.text) and (role_label(last.text) or is_speaker(last.text)):
        return True
    if _TOLD.match(line.text) and last.text[-1] not in ",;–-" and role_label(last.text) and not is_entry(line.text):
        return True  # what is told below "Convenor: Jane Roe"
    if is_bare_time(last.text) and (opens_titled(line.text) or (last.text[-1] in "–—-" and times_at(line.text))):
        return False  # "9:30 –" over "10:15"
    grouped = (titled or _GROUP.match(run[0].text)) and _GROUP.match(line.text) and not is_entry(line.text)
    if grouped or (is_day(line.text) and role_label(run[0].text)):
        return True  # the next day's heading, right below who speaks
    if opens_lettered(line.text) and (role_label(run[0].text) or is_speaker(last.text) or titled):
        return True
    if IMAGE.match(last.text) or (prints_when(last.text) and is_listed(line.text)):
        return True
    if is_label(last.text) or (
        label and (len(last.text) < 60 or ":" in line.text[: label[1]] or label[1] == len(line.text))
    ):
        return True
    behind = line.text[label[1] :] if label else line.text
    headed = titled or opens_titled(last.text) or (len(run) == 1 and numbers_session(last.text))
    if headed and (is_speaker(behind) or are_listed_names(behind)):
        return True
    if (
        (BULLET.match(line.text) and not _runs_on(last, line))
        or times_at(line.text)
        or CONTENTS_LINE.match(line.text)
        or line.text.startswith(("|", "→"))
        or are_rows(last.text, line.text)
    ):
        return True
    opens = line.text[0] in OPEN_QUOTES and last.text.endswith(SENTENCE_END)
    return opens or (BULLET.match(run[0].text) is not None and last.end + 2 < line.start - 1 and is_entry(line.text))


def numbers_session(text: str) -> bool:
    """Say whether a line is the title of a session, as its number or letter shows: "Session 4: Fog", "Panel B: Tides"."""
    return session_label(text) > 0 or opens_lettered(text)


#: How a line begins that tells when something is, if not with the time itself.
_WHEN = re.compile(r"\W?\d|\W?(?:time|when|date)\s*:", re.IGNORECASE)


def _is_when(text: str) -> bool:
    return _WHEN.match(text) is not None and prints_when(text)


def prints_when(text: str) -> bool:
    """Say whether a line prints the time of a session and no title."""
    return text[-1] not in SENTENCE_END and TIME.search(text) is not None and prints_circumstances(text)


def is_listed(text: str) -> bool:
    """Say whether a line is a person with a post or body: what stands behind the name shows that it is no title."""
    return is_entry(text) and re.search(r"[,(]", text) is not None


def are_listed_names(text: str) -> bool:
    """Say whether a line lists several people by nothing but their names: "Jane Roe, Bo Lund"."""
    members = re.split(r"\s*(?:[,;]|\sand\s|\s&\s)\s*", text) if "," in text or ";" in text or " and " in text else []
    return len(members) > 1 and all(members) and are_names(members)


#: Who presents a paper: a name with the body in brackets, which may be followed by how one takes part.
_PRESENTER = re.compile(r"\S.*\([^()]{2,}\)(?:\s*[,–—-]\s*[^(),]{3,25})?")
#: How titles of papers begin or go on, and no post.
_ASKS = re.compile(
    r"[“\"„«]|(?:The|An?|On|In|From|Between|Beyond|Towards?|How|Who|What|Why|When|Where|Which|Is|Are|Can|Do|Does)\b|[^:?]*[:?]"
)


def _is_paper(line: Line, below: Line) -> bool:
    """Say whether right below the bullet of who presents a paper stands its title, and no post."""
    bullet = BULLET.match(line.text)
    if (
        not bullet
        or line.text[0].isdigit()
        or BULLET.match(below.text)
        or not re.match(r"[A-ZÀ-ÞĀ-ɏ“\"„«]", below.text)
    ):
        return False
    named = _PRESENTER.fullmatch(line.text, bullet.end()) and is_entry(line.text)
    posted = reference.posts() & set(fold(below.text).split()[:4]) and not _ASKS.match(below.text)
    return bool(named) and not posted and role_label(below.text) is None and not is_entry(below.text)


def _runs_on(last: Line, line: Line) -> bool:
    """Say whether a number that starts a line belongs to the sentence above, cut by the width of the page: "… of Article / 9. In …"."""
    full = len(last.text) >= 60 and not last.text.endswith(SENTENCE_END) and not BULLET.match(last.text)
    return full and line.text[0].isdigit() and last.text[-1].isalnum()


def are_rows(one: str, other: str) -> bool:
    """Say whether two lines are rows of one table: cells between bars, of which the last may be empty."""
    bars = [line.strip(" |").count(" | ") for line in (one, other)]
    return min(bars) >= 1 and max(bars) >= 2


def is_bare_time(text: str) -> bool:
    """Say whether a line prints when something is and nothing else.

    Example:
        >>> is_bare_time("9.30 – 10.15 |"), is_bare_time("9.30 – 10.15 Fog")
        (True, False)
    """
    times = times_at(text)
    return times is not None and not text[times.end() :].strip(" |–-:")


def opens_titled(text: str) -> bool:
    """Say whether a line begins with a label that the title of an item follows, and nobody's name: "Keynote: Fog at sea".

    Example:
        >>> opens_titled("Keynote: Fog at sea"), opens_titled("Keynote: Jane Roe"), opens_titled("Keynote")
        (True, False, False)
    """
    label = role_label(text)
    return (
        label is not None
        and text[: label[1]].rstrip().endswith(":")
        and bool(behind := text[label[1] :])
        and session_format(text[: label[1]].rstrip(" :")) is not None
        and not is_entry(behind)
    )


def is_label(text: str) -> bool:
    """Say whether a line is a label over people and nothing else: "Speakers:"."""
    label = role_label(text)
    return label is not None and label[1] == len(text)


def is_attribution(chunk: list[Line]) -> bool:
    """Say whether lines name whose words stand above, with a name at their start and no sentence behind it."""
    head = re.split(r",|\s[–—-]\s|\s\(", chunk[0].text.lstrip("—–- "), maxsplit=1)[0]
    body = " ".join(line.text for line in chunk)
    return is_name(head) and len(body) < 320 and not NEXT_SENTENCE.search(body)
