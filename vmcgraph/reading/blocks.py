"""Cut a text into blocks: headings, agenda lines, stage blocks, paragraphs, pull quotes, captions, cards …

Every judgement is about the form of a line and its neighbours, as the genre has it, in plain text, Markdown and the text of
web pages and PDFs alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from vmcgraph import reference
from vmcgraph.captionmarks import PRESS_CREDIT
from vmcgraph.document import Block
from vmcgraph.frontmatter import front_matters
from vmcgraph.hours import TIME, time_in, times_at
from vmcgraph.names import is_form_of_address, is_name
from vmcgraph.plaintext import plain
from vmcgraph.programme import (
    BULLET,
    COLUMN,
    DATE,
    LONGEST_HEADING,
    NUMBERED,
    heading_kind,
    is_place,
    role_label,
    session_format,
    session_label,
    unbulleted,
    without_place,
)
from vmcgraph.reading.captionlines import LONGEST_CAPTION, is_caption
from vmcgraph.reading.lines import (
    CLOSE_QUOTES,
    CONTENTS_LINE,
    IMAGE,
    NEXT_SENTENCE,
    OPEN_QUOTES,
    SENTENCE_END,
    Line,
    are_listed_names,
    are_rows,
    chunks_of,
    is_attribution,
    is_bare_time,
    is_listed,
    is_page_word,
    numbers_session,
    opens_titled,
    prints_when,
    read_lines,
)
from vmcgraph.reading.pasted import with_gaps, with_whole_times
from vmcgraph.reading.running import running_titles
from vmcgraph.reading.sessionlines import is_day, session_lines
from vmcgraph.sentences import INSERTED
from vmcgraph.speakers import is_entry, is_speaker
from vmcgraph.spelling import fold

_FURNITURE = re.compile(
    r"(?:→|»|>>|\[?watch the|follow us|read more|loading|scan the|www\.|https?://|@\w+$|©\s*$|page \d+|\d{1,3}$|[①-⑳❶-❿]$|image|true$)",
    re.IGNORECASE,
)
#: A row whose first cell, for the time, is empty.
_OPEN_ROW = re.compile(r"\|\s*\|\s*\S")
_CEREMONIES = ("opening", "closing")
_LONGEST_WHEN = 70
_SPOKEN = re.compile(r"[“„\"«‟][^“”„\"«»]*(?:[”“\"»]|$)")
#: The end of a company's name or of a short form, which ends no sentence.
_COMPANY = re.compile(
    r"\b(?:Ltd|Inc|Co|Corp|Bros|Pty|e\.V|S\.A|S\.L|S\.p\.A|S\.r\.l|a\.s|s\.r\.o|d\.o\.o|N\.V|B\.V|Jr|Sr|Ph\.D|(?:[A-Z]\.)+[A-Z])\.$"
)
_FINITE = re.compile(r"\s(?:is|are|was|were|has|have|had)\s")


def cut(text: str, pages: Sequence[int] = ()) -> tuple[Block, ...]:
    """Cut a text into blocks that cover it exactly once, in order.

    Args:
        text: the exact text.
        pages: where its pages start, if it marks pages.
    """
    shown = plain(text)
    fronts = [(page.start, page.end, page.stop) for page in front_matters(text)] or [(0, 0, len(text))]
    printed = [list(read_lines(shown[:stop], end)) for _, end, stop in fronts]
    repeated = running_titles([line for lines in printed for line in lines if line], pages)
    blocks: list[Block] = []
    for (start, end, stop), lines in zip(fronts, printed, strict=True):
        apart, doubled = with_gaps(with_whole_times(lines))
        chunks = list(chunks_of(apart, repeated | doubled))
        kinds = _classify(chunks, repeated | doubled)
        blocks += _tile(text[:stop], chunks, kinds, start if blocks else 0, "front" if end else "furniture")
    return tuple(blocks)


def _classify(chunks: list[list[Line]], furniture: frozenset[int]) -> list[str]:
    kinds: list[str] = []
    before = ""
    for index, chunk in enumerate(chunks):
        kinds.append("furniture" if chunk[0].start in furniture else _kind_of(_Place(chunks, index, before)))
        before = before if chunk[0].start in furniture or kinds[-1] == "paper" else kinds[-1]
    return kinds


@dataclass(slots=True)
class _Place:
    """A chunk among the others, and the kind of the one before it."""

    chunks: list[list[Line]]
    index: int
    before: str
    chunk: list[Line] = field(init=False)
    first: str = field(init=False)  # its first line
    body: str = field(init=False)  # the words of all its lines

    def __post_init__(self) -> None:
        self.chunk = self.chunks[self.index]
        self.first = self.chunk[0].text
        self.body = " ".join(line.text for line in self.chunk)

    @property
    def above(self) -> str:
        """The last line of the chunk before."""
        return self.chunks[self.index - 1][-1].text if self.index else ""

    @property
    def following(self) -> list[Line]:
        """The lines of the next chunk."""
        behind = self.chunks[self.index + 1 : self.index + 3]
        if len(behind) > 1 and is_page_word(behind[0][0].text):
            return behind[1]  # the picture of who is named below it
        return behind[0] if behind else []

    @property
    def below(self) -> str:
        """The first line of the next chunk."""
        return self.following[0].text if self.following else ""

    @property
    def is_joined(self) -> bool:
        """Whether no empty line stands before the chunk."""
        return not self.chunk[0].apart

    @property
    def prints_time(self) -> bool:
        """Whether a title of one line has its time on this or the next line, or on the last of those that stand together with it."""
        if TIME.search(self.first) or (self.below and prints_when(self.below)):
            return True
        last = self.index
        while last + 1 < len(self.chunks) and not self.chunks[last + 1][0].apart:
            last += 1
        return last > self.index and len(self.chunks[last]) == 1 and prints_when(self.chunks[last][0].text)

    @property
    def is_card(self) -> bool:
        """Whether a name stands over lines that are nobody else's."""
        below = self.chunk[1:]
        if below and all(line.of_card for line in below):
            return True
        return (
            bool(below)
            and is_name(self.first)
            and all(len(line.text) < 120 and not is_entry(line.text) for line in below)
        )


def _kind_of(at: _Place) -> str:
    """Name the sort of a chunk, from its form and from what stands before and after it: the first step that knows it decides."""
    for step in _STEPS:
        if kind := step(at):
            return kind
    return _kind_by_length(at)


def _marked(at: _Place) -> str | None:
    """Know a chunk by a mark at its beginning: of a heading, a quotation, a time, a line of contents, a paper."""
    first, body = at.first, at.body
    if at.chunk[0].level:
        return "heading"
    if at.chunk[0].quoted and is_speaker(first) and body[-1] not in '.!?”"' and at.before != "quote":
        return "stage"  # people with an angle for a bullet
    if at.chunk[0].quoted:
        return "quote-by" if at.before == "quote" and is_attribution(at.chunk) else "quote"
    if times_at(unbulleted(first.lstrip("| "))):
        return "agenda"
    if at.before == "agenda" and _OPEN_ROW.match(first):
        return "agenda"  # at the time of the row above
    if at.before in ("stage", "list", "card") and len(at.chunk) == 1 and len(first) < _LONGEST_WHEN and at.is_joined:
        return "agenda" if prints_when(first) else None  # of the people above
    leads = "...." in body or ". . ." in body or ("p." in body and re.search(r"\bp\. ?\d", body))
    if leads and CONTENTS_LINE.match(first):
        return "contents"
    if at.before in ("stage", "list") and at.chunk[0].paper:
        return "paper"
    return None


def _labelled(at: _Place) -> str | None:
    """Know a chunk by the label at its beginning: "Speakers:", "Moderator: Jane Roe", "Closing"."""
    first, label = at.first, role_label(at.first)
    if label is None:
        return None
    role, end = label
    if at.before == "agenda" and role in _CEREMONIES and end == len(first) and _agenda_open(at):
        return "agenda"  # the title below a time: "Closing"
    if at.before == "agenda" and opens_titled(first) and _agenda_open(at):
        return "agenda"  # "Keynote: Fog at sea"
    if (opens_titled(first) or (role in _CEREMONIES and end == len(first))) and at.prints_time:
        return "heading"
    if opens_titled(first) and not at.is_joined and role_label(at.below) and _is_beside_titles(at):
        return "heading"
    if at.before == "contents" and end < len(first) and not re.match(r".{0,40}:", first):
        return "contents"
    told = ":" not in first[:end] or (at.body.endswith(".") and not is_entry(first[end:]))
    listed = first.startswith("With ") and is_entry(first[end:]) and at.body[-1] not in ".?!"
    if told and end < len(first) and not listed and _is_paragraph(at.body):
        return "paragraph"  # "Moderated by …, the panel featured …", "Comment: The figures are …"
    if end != len(first) or len(at.chunk) > 1 or is_entry(at.below) or BULLET.match(at.below):
        return "stage"
    return "stage" if first.endswith(":") and _are_entries(at.following) else None


def _among_people(at: _Place) -> str | None:
    """Know people, or a title, by what of a session stands above: its heading, its time, others of its people."""
    first, body, before = at.first, at.body, at.before
    if before == "heading" and prints_when(at.above) and is_listed(first):
        return "paragraph" if body.endswith(".") or NEXT_SENTENCE.search(body) else "stage"
    if before == "stage" and is_entry(first) and not at.is_card and (not body.endswith(".") or len(body) < 150):
        return "stage"
    title = before == "agenda" and len(body) < 220 and not body.endswith(".")
    if title and not is_entry(first) and not is_place(first) and _agenda_open(at):
        return "agenda"
    numbered = before == "heading" and numbers_session(at.above)
    if (numbered or before in ("agenda", "stage", "list")) and (_are_entries(at.chunk) or are_listed_names(body)):
        return "stage"
    if before == "heading" and heading_kind(at.above) == "speakers" and _are_entries(at.chunk):
        return "list"
    single = (
        before == "heading" and is_speaker(first) and len(at.chunk) <= 3 and (body[-1] != "." or _COMPANY.search(body))
    )
    if single and (numbered or _in_item(at)):
        return "stage"
    return None


def _quoted(at: _Place) -> str | None:
    """Know what is said and who says it, by the marks around it; an image or a link is neither."""
    if IMAGE.match(at.first) or (_FURNITURE.match(at.first) and len(at.body) < 60) or is_page_word(at.body):
        return "furniture"
    if _is_quote(at.body, " ".join(line.text for line in at.following)) or _is_speech_ahead(at.chunks, at.index):
        return "quote"
    if at.before == "quote" and is_attribution(at.chunk):
        return "quote-by"
    named = at.before == "quote-by" and len(at.chunks[at.index - 1]) == 1 and is_name(at.above)
    return "quote-by" if named and len(at.body) < 250 and not at.body.endswith(".") else None


def _pictured(at: _Place) -> str | None:
    """Know a caption by its form, which that of a speaker below a session's title may resemble."""
    if at.before == "agenda" and is_speaker(at.first) and len(at.chunk) <= 3 and not at.body.endswith("."):
        return "stage"
    credited = len(at.body) < LONGEST_CAPTION and PRESS_CREDIT.search(at.body) is not None
    under_image = IMAGE.match(at.above) is not None
    return "caption" if credited or is_caption(at.body, under_image=under_image) else None


def _in_list(at: _Place) -> str | None:
    """Know a chunk by its number or bullet, or by its cells."""
    first = at.first
    if _is_numbered_paragraph(at.chunks, at.index):
        return "paragraph"
    if _is_numbered_heading(at.chunks, at.index):
        return "heading"
    bullet = BULLET.match(first)
    if bullet and not first[0].isdigit() and len(at.chunk) == 1 and _is_prose(first[bullet.end() :]):
        return "paragraph"
    if _are_delegates(at.chunk):
        return "list"
    if bullet or first.startswith("|") or any(are_rows(first, near) for near in (at.below, at.above)):
        return "list"
    return None


def _headed(at: _Place) -> str | None:
    """Know a session's title, which may end as a sentence does, by its format, its time or its number."""
    body = at.body
    if at.below and at.below[0] in OPEN_QUOTES and _announces(body):
        return "paragraph"
    after_format = at.before == "heading" and session_format(at.above) is not None
    short = after_format and len(body) < 220 and not body.endswith(".")
    if short and not NEXT_SENTENCE.search(body) and not _is_cut(at.chunks, at.index):
        return "heading"
    timed = len(at.chunk) < 5 and len(body) < 250 and time_in(body) is not None
    found = session_lines([line.text for line in at.chunk]) if timed else None
    if (found and found.first_time) or _is_titled(at.chunk):
        return "heading"  # whose day and time in brackets, or whose question mark, look like the end of a sentence
    if body.endswith("?") and len(at.chunk) == 1 and session_label(at.first):
        return "heading"  # "Session 2: Who pays for the ferry?"
    return None


#: The steps by which the sort of a chunk is found, in the order in which they are tried.
_STEPS = (_marked, _labelled, _among_people, _quoted, _pictured, _in_list, _headed)


def _kind_by_length(at: _Place) -> str:
    """Name the sort of a chunk with no marks: prose, somebody with or without a post, or a heading."""
    if _is_paragraph(at.body) or _is_cut(at.chunks, at.index):
        return "paragraph"
    if at.is_card:
        return "card"
    if is_name(at.first):
        return "heading" if at.chunk[1:] == [] and is_place(at.first) and not is_form_of_address(at.first) else "name"
    if (at.before in ("stage", "list") and is_entry(at.first)) or (at.before == "agenda" and is_speaker(at.first)):
        return "stage"
    return "heading" if len(at.body) < 160 and len(at.chunk) <= 5 else "paragraph"


#: "Workshop 2 – Green Room".
_NUMBERED_IN_ROOM = re.compile(r"[^\W\d_][\w -]{2,30}\d[A-Za-z]?\s+[–—-]\s")


def _is_titled(chunk: list[Line]) -> bool:
    """Say whether a line that is nothing but a session's format or number stands over its title."""
    first, title = chunk[0].text, " ".join(line.text for line in chunk[1:])
    first = without_place(first) if 1 < len(chunk) < 4 and _NUMBERED_IN_ROOM.match(first) else first
    found = session_format(first) if title and len(chunk) < 4 else None
    numbered = len(chunk) < 4 and session_label(first) == len(first)
    return (
        bool(title)
        and len(title) < 160
        and title[-1] not in ".;,"
        and bool(numbered or (found and found[1] == "session"))
    )


def _are_entries(chunk: list[Line]) -> bool:
    """Say whether lines list people, one after another, though together they are as long as a paragraph."""
    ended = any(line.text.endswith((".", "?", "!")) and not _COMPANY.search(line.text) for line in chunk)
    if len(chunk) < 2 or ended or not (is_speaker(chunk[0].text) or _names_behind_post(chunk)):
        return False
    return sum(is_speaker(line.text) for line in chunk) >= 2


def _are_delegates(chunk: list[Line]) -> bool:
    """Say whether lines list people below whose they are, which may stand before them in a column of its own: they end no sentence."""
    if len(chunk) < 3 or any(line.text.endswith(SENTENCE_END) and not _COMPANY.search(line.text) for line in chunk):
        return False
    behind = (COLUMN.split(line.text)[-1] for line in chunk)
    return sum(is_form_of_address(words) and is_speaker(words) for words in behind) > 1


def _names_behind_post(chunk: list[Line]) -> bool:
    """Say whether lines begin with a post, maybe of two lines, and who holds it: "Minister of Ports, Malta: Ms Jane Roe"."""
    post, colon, name = " ".join(line.text for line in chunk[:2]).partition(": ")
    return (
        bool(colon)
        and bool(name)
        and is_form_of_address(name)
        and not reference.posts().isdisjoint(fold(post).split()[:3])
    )


def _agenda_open(at: _Place) -> bool:
    """Say whether the agenda line before printed its time and nothing else, so that this chunk still is its title."""
    last = " ".join(line.text for line in at.chunks[at.index - 1])
    return is_bare_time(unbulleted(last.lstrip("| "))) and not _is_below_title(at) and not _is_below_people(at)


def _is_below_people(at: _Place) -> bool:
    """Say whether the time above a chunk ends the lines that name who takes part at that time: "14:00–15:30" below "Speakers: Jane Roe"."""
    return not at.is_joined and _ends_people(_Place(at.chunks, at.index - 1, ""))


def _ends_people(time: _Place) -> bool:
    """Say whether right above a time stands who takes part at it."""
    return time.is_joined and (role_label(time.above) is not None or is_speaker(time.above))


def _is_beside_titles(at: _Place) -> bool:
    """Say whether the next time, above or else below, is that of a session with a title of its own, on its line or over the people above the time."""
    near = chain(range(at.index - 1, -1, -1), range(at.index + 1, len(at.chunks)))
    found = next((number for number in near if TIME.search(at.chunks[number][-1].text)), None)
    if found is None:
        return False
    time = _Place(at.chunks, found, "")
    return opens_titled(time.first) or (prints_when(time.first) and _ends_people(time))


def _is_below_title(at: _Place) -> bool:
    """Say whether the time above a chunk stands right below a title of its own, nearer to it than to the chunk."""
    if at.index < 2 or len(at.chunks[at.index - 2]) > 1:
        return False
    (title,), (*_, time) = at.chunks[at.index - 2 : at.index]
    gaps = [below.start - below.indent - above.end for above, below in ((title, time), (time, at.chunk[0]))]
    line = title.text
    other = title.level or is_day(line) or DATE.search(line) or heading_kind(line) or times_at(line) or is_entry(line)
    return gaps[0] < gaps[1] and not other and role_label(line) is None


def _in_item(at: _Place) -> bool:
    """Say whether the time of a programme's item stands above a chunk, with no more than format and title between."""
    for chunk in reversed(at.chunks[max(0, at.index - 3) : at.index]):
        if times_at(chunk[0].text):
            return True
        if _is_paragraph(" ".join(line.text for line in chunk)):
            return False
    return False


def _is_quote(body: str, following: str) -> bool:
    if len(body) < 30 or body[0] not in OPEN_QUOTES:
        return False
    closing = max(body.rfind(mark, 1) for mark in CLOSE_QUOTES)
    if closing < 20 and not is_name(following[:80].split(",")[0].strip()):
        return False
    if INSERTED.search(body) or len(re.findall(r"[^\W\d_]+", _SPOKEN.sub(" ", body))) > 2:
        return False  # what is said, and who says it
    inner = [body.find(mark, 1) for mark in CLOSE_QUOTES if body.find(mark, 1) > 0]
    whole = closing >= len(body) - 3
    return whole or (bool(inner) and min(inner) > 0.9 * len(body)) or not inner


def _is_speech_ahead(chunks: list[list[Line]], index: int) -> bool:
    """Say whether a chunk is the speech that the line above announces, or a further paragraph of it, whose mark opens again."""
    while index and chunks[index][0].text[0] in OPEN_QUOTES:
        body = " ".join(line.text for line in chunks[index])
        if len(re.findall(r"[^\W\d_]+", _SPOKEN.sub(" ", body))) > 2:
            return False
        index -= 1
        above = " ".join(line.text for line in chunks[index])
        if _announces(above):
            return True
        if above[-1] in CLOSE_QUOTES:
            return False
    return False


def _announces(body: str) -> bool:
    """Say whether a chunk leads to what somebody says in the next one: "The Minister, Jane Roe, said:"."""
    return body.endswith(":") and not reference.speech_verbs().isdisjoint(body[:-1].split()[-4:])


#: The time below a heading: "(Monday, 3 May, 10 a.m. to 1 p.m.)".
_ENDS_IN_TIME = re.compile(r"\d\s*[ap]\.m\.\)?$")
_NUMBERED = re.compile(r"\d{1,3}\.\s+(?=[A-ZÀ-ÞĀ-ɏ“\"])")
_LISTED_NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s")
#: A sentence with speech in it, which ends as no headline does: '"We sail", said Roe, "and return."', 'Jane Roe: "We sail."'.
_SAID_IN_A_SENTENCE = re.compile(
    r"(?:[\"“”«»],?\s+[a-zà-ÿ][^\"“”„«»]{6,}|^[^\"“”„«»:]{8,}:\s+[\"“„«»](?=[^\"“”„«»]{12,}\.[\"“”«»]$))(?:.*)\.[\"“”«»]?$"
)


def _is_paragraph(body: str) -> bool:
    if len(body) >= 180 or _SAID_IN_A_SENTENCE.search(body):
        return True
    words = re.findall(r"[^\W\d_]+", body)
    lower = sum(word[0].islower() for word in words)
    ended = body.rstrip().endswith(SENTENCE_END) and not _ENDS_IN_TIME.search(body)
    if len(words) >= 8 and ended and lower >= 0.5 * len(words):
        return True
    if len(words) >= 10 and ended and lower >= 0.35 * len(words) and NEXT_SENTENCE.search(body):
        return True  # names and offices in capitals, but two sentences
    told = lower >= 0.33 * len(words) or _FINITE.search(body) is not None
    if len(words) >= 10 and told and body.endswith(".") and not _COMPANY.search(body):
        return True  # one, of a bulletin
    if len(words) > 2 and ended and (body[0].islower() or _is_said(body, words)):
        return True  # the end of a sentence that a page or a picture cuts; one that says who said something
    return len(body) >= 100 and lower > 0.7 * len(words) and (ended or body[0].islower())


#: A name and what its bearer says, or whose words follow: "Roe: “It rains.”", "According to Roe, …", "For Roe, …".
_SAID = re.compile(
    r"\w: [“\"][^“”\"]+[.!?…][”\"]$|(?:According to|For|In the words of) (?:the )?[^\W\d_][^,]{2,60}, (?:the|this|that|it|there|no)\b"
)


def _is_said(body: str, words: Sequence[str]) -> bool:
    """Say whether words that end as a sentence attribute something to somebody, as news print in a line of its own: "“We sail,” said Roe."."""
    verbs = reference.speech_verbs()
    told = any(word in verbs for word in words[1:]) and not body.endswith((":", "?", "!"))
    return told or _SAID.search(body) is not None


def _is_prose(body: str) -> bool:
    """Say whether the words behind a bullet are running text: a sentence or more, and nobody's entry."""
    return body.endswith((".", ".”")) and _is_paragraph(body) and not is_entry(body) and role_label(body) is None


def _is_numbered_paragraph(chunks: list[list[Line]], index: int) -> bool:
    """Say whether a chunk is one of the numbered paragraphs of an official report, and no numbered heading over a paragraph."""
    body, *after = (" ".join(line.text for line in chunk) for chunk in chunks[index : index + 2])
    number = NUMBERED.match(body)
    if number is None:
        return False
    words = re.findall(r"[^\W\d_]+", body)
    told = (
        len(words) >= 8
        and body.endswith(SENTENCE_END)
        and sum(word[0].islower() and len(word) > 3 for word in words) > 2
    )
    if not (told or _is_paragraph(body[number.end() :])):
        return False
    over = len(body) <= LONGEST_HEADING and bool(after) and _is_paragraph(after[0]) and not NUMBERED.match(after[0])
    over = over and not _follows_on(chunks, index)
    return not over or session_lines([line.text for line in chunks[index + 1]]) is not None


def _is_numbered_heading(chunks: list[list[Line]], index: int) -> bool:
    """Say whether a numbered line is the heading of a chapter and no member of a list, whose next member is numbered too."""
    line = chunks[index][0].text
    number = _NUMBERED.match(line)
    if number is None or len(chunks[index]) > 1 or len(line) > LONGEST_HEADING or line.endswith((".", ";", ",")):
        return False
    if is_listed(line) or _follows_on(chunks, index):
        return False
    return index + 1 < len(chunks) and not _follows_on(chunks, index + 1)


def _follows_on(chunks: list[list[Line]], index: int) -> bool:
    """Say whether a chunk has the number behind that of the chunk before it."""
    numbers = [_LISTED_NUMBER.match(chunk[0].text) for chunk in chunks[max(0, index - 1) : index + 1]]
    return len(numbers) == 2 and all(numbers) and int(numbers[0][1]) + 1 == int(numbers[1][1])  # type: ignore[index]


def _is_cut(chunks: list[list[Line]], index: int) -> bool:
    """Say whether a chunk is the first half of a sentence that goes on in lower case, maybe behind a pull quote."""
    body = " ".join(line.text for line in chunks[index])
    words = re.findall(r"[^\W\d_]+", body)
    share = 0.35 if NEXT_SENTENCE.search(body) else 0.6  # names and offices in capitals, but two sentences
    if len(words) < 8 or sum(word[0].islower() for word in words) < share * len(words):
        return False
    for chunk in chunks[index + 1 : index + 6]:
        first = chunk[0].text
        if first[0].islower():
            return True
        if first[0] not in OPEN_QUOTES and _is_paragraph(" ".join(line.text for line in chunk)):
            return False
    return False


def _tile(text: str, chunks: list[list[Line]], kinds: list[str], start: int, lead: str) -> Iterator[Block]:
    """Turn classified chunks into blocks that leave no character out from `start` on; `lead` is the kind of what stands before the first."""
    if not chunks:
        if start < len(text):
            yield Block(lead, start, len(text))
        return
    if chunks[0][0].start > start:
        yield Block(lead, start, _block_start(text, chunks[0][0]))
    for index, (chunk, kind) in enumerate(zip(chunks, kinds, strict=True)):
        stop = _block_start(text, chunks[index + 1][0]) if index + 1 < len(chunks) else len(text)
        yield Block(kind, _block_start(text, chunk[0]), stop)


def _block_start(text: str, line: Line) -> int:
    """A heading's block starts with its Markdown marks."""
    at = line.start
    while line.level and at > 0 and text[at - 1] in "# ":
        at -= 1
    return at
