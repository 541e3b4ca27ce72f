"""Find the parts of a report: its sessions, dinner, welcome, takeaways, speakers chapter, team, imprint …

Two kinds of programme come together here: an agenda whose items carry their speakers, and a report whose sessions open with
a format line, a title and a stage block. Both give parts of the kind "session".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vmcgraph import reference
from vmcgraph.document import Block, Part
from vmcgraph.frontmatter import FrontMatter, front_matters
from vmcgraph.hours import TIME, clock, times_at
from vmcgraph.names import is_form_of_address
from vmcgraph.plaintext import plain
from vmcgraph.programme import (
    DATE,
    bare_format,
    heading_kind,
    number_behind,
    outline,
    role_label,
    session_format,
    session_label,
    split_format,
    unbulleted,
)
from vmcgraph.reading.items import (
    Head,
    at_once,
    group_head,
    groups_again,
    is_staged,
    item_head,
    row_below,
    without_umbrellas,
)
from vmcgraph.reading.itemtimes import (
    below_people,
    ends_in_time,
    is_in_title,
    is_of_day,
    is_over_time,
    stands_below,
    under_title,
)
from vmcgraph.reading.layout import Layout, words_of
from vmcgraph.reading.minutes import concludes, ends_meeting
from vmcgraph.reading.sessionlines import (
    bare_title,
    before_time,
    format_on,
    is_item,
    session_lines,
    subject_label,
    tells_session,
    theme,
    unnumbered,
)
from vmcgraph.reading.toldsessions import told_sessions
from vmcgraph.speakers import is_speaker
from vmcgraph.spelling import fold

_IMPRINT_SIGNS = re.compile(
    r"all rights reserved|\bISBN\b|©\s*(?:19|20)\d\d|copyright\s+(?:19|20)\d\d|no part of this publication",
    re.IGNORECASE,
)


#: The number of the next chapter, printed on a line of its own before its heading.
_MARK_BEHIND = re.compile(r"\s*(?:[\u2460-\u2473\u2776-\u277f]|\d{1,2})\s*")


def find_parts(text: str, blocks: tuple[Block, ...]) -> tuple[Part, ...]:
    """Return the parts of a text, in order; each runs to the next one's heading."""
    shown = plain(text)
    layout = Layout(shown, blocks)
    heads = _with_told(_heads(layout), layout)
    for page in front_matters(text):
        heads = _page_heads(page, shown, blocks, heads)
    timed = max((head.index for head in heads if head.first_time), default=-1)
    staged = any(head.kind == "session" and head.index > timed for head in heads)
    parts: list[Part] = []
    for number, head in enumerate(heads):
        start = blocks[head.index].start
        stop = blocks[heads[number + 1].index].start if number + 1 < len(heads) else len(text)
        body = min(blocks[head.body].start if head.body < len(blocks) else len(text), stop)
        if staged and blocks[head.index].kind == "agenda":
            stop = _end_of_list(blocks, head.body, body, stop)  # the sessions' texts stand elsewhere
        content = _without_mark(text[start:stop].rstrip()).rstrip(" \t\r\n\f#\ufeff")
        parts.append(
            Part(head.kind, head.title, start, start + len(content), head.format, body, head.first_time, head.last_time)
        )
    return tuple(_numbered(sorted([*parts, *_articles(text, blocks, parts)], key=lambda part: part.start)))


def _with_told(heads: list[Head], layout: Layout) -> list[Head]:
    """Return the heads with the sessions of which nothing but prose tells, where no heading is one of a session."""
    if any(head.kind == "session" for head in heads):
        return heads
    return sorted([*heads, *told_sessions(layout)], key=lambda head: head.index)


def _end_of_list(blocks: tuple[Block, ...], index: int, body: int, stop: int) -> int:
    """Return where the list of people ends that stands right under a programme's line."""
    while (
        index < len(blocks) and blocks[index].start < stop and blocks[index].kind in ("stage", "list", "card", "name")
    ):
        body, index = blocks[index].end, index + 1
    return min(body, stop)


def _without_mark(words: str) -> str:
    """Leave out the number of the next chapter on the last line."""
    above, newline, last = words.rpartition("\n")
    return above.rstrip() if newline and _MARK_BEHIND.fullmatch(last) else words


def _articles(text: str, blocks: tuple[Block, ...], parts: list[Part]) -> Iterator[Part]:
    """Yield the stretches of prose that stand in no part: the whole of a news article, the lead of a summary."""
    edges = [0, *(edge for part in parts for edge in (part.start, part.end)), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        inside = [block for block in blocks if start <= block.start < end and block.kind != "furniture"]
        prose = next(
            (block for block in inside if block.kind == "paragraph" and "." in text[block.start : block.end]), None
        )
        if prose:
            heading = next((block for block in inside if block.kind == "heading" and block.start < prose.start), prose)
            title = " ".join(text[heading.start : heading.end].split()).strip("#*_ ") if heading is not prose else ""
            first, last = inside[0].start, inside[-1].end
            yield Part(
                "introduction" if parts else "article",
                title,
                first,
                first + len(text[first:last].rstrip()),
                body=prose.start,
            )


def _page_heads(page: FrontMatter, shown: str, blocks: tuple[Block, ...], heads: list[Head]) -> list[Head]:
    """Return the heads with those of a page: where its front matter describes one session, all behind it is this session's."""
    first, stop = (sum(block.start < at for block in blocks) for at in (page.end, page.stop))
    inside = [head for head in heads if first <= head.index < stop]
    agenda = not page.guests and any(head.first_time and head.first_time != page.times[0] for head in inside)
    if not page.is_session or agenda or first == stop:
        return heads
    title = page.get("title", "session")
    titled = blocks[first].kind == "heading" and fold(words_of(shown, blocks[first])) == fold(title)
    session = Head(first, "session", title, page.format, *page.times, first + titled)
    chapters = [
        head
        for head in inside
        if head.kind in ("imprint", "about", "team", "contents", "agenda") and head.index > first
    ]
    outside = [head for head in heads if not first <= head.index < stop]
    return sorted([session, *chapters, *outside], key=lambda head: head.index)


def _numbered(parts: list[Part]) -> Iterator[Part]:
    """Number the takeaways."""
    count = 0
    for part in parts:
        if part.kind == "takeaway":
            count += 1
            part = replace(part, kind=f"takeaway-{count}")
        yield part


#: How the last paragraph of a bulletin begins.
_COLOPHON = re.compile(
    r"(?:This (?:issue|edition|bulletin|number)\b.{0,120}?|The (?:[A-ZÀ-ÞĀ-ɏ][\w’'-]* ){1,5})\b(?:is|was) (?:written|edited|published|produced|compiled|prepared)\b"
)
#: How the last line of a web page begins, below a rule.
_HELD_BY = re.compile(r"[A-ZÀ-ÞĀ-ɏ][^.]{2,80}?\s(?:is|was) (?:organi[sz]ed|hosted|convened|run|funded|supported) by\b")
_RULE = re.compile(r"^[ \t]*[-_]{3,}\s*\Z", re.MULTILINE)


def _heads(layout: Layout) -> list[Head]:
    blocks = layout.blocks
    heads: list[Head] = []
    index, staged = 0, True
    while index < len(blocks):
        head = _head_at(index, layout, staged, heads)
        if head is None and heads and _is_next_chapter(index, layout, heads[-1]):
            kind = "session" if ends_meeting(layout.words[index:]) else "other"
            head = Head(index, kind, layout.words[index], body=index + 1)
        if head is None:
            staged = staged or blocks[index].kind in ("stage", "list", "card")
            index += 1
            continue
        if heads and head.index == heads[-1].index:
            heads.pop()  # its time stands below its people
        if heads and head.index < heads[-1].body:  # what stands above it is a heading of its own already
            head = replace(head, index=index, title="")
        heads.append(head)
        staged = head.kind != "session"
        index = max(head.body, index + 1)
        if head.first_time and index < len(blocks) and blocks[index].kind == "stage":
            index += 1  # the label over the session's speakers, though it may name a format too
    return without_umbrellas(heads)


def _is_next_chapter(index: int, layout: Layout, last: Head) -> bool:
    """Say whether a heading ends the running session: it is numbered as the session's, as high in Markdown, or called the outlook.

    A higher one does so also where nothing is told of the session, if it has text of its own.
    """
    blocks, words = layout.blocks, layout.words
    if last.kind != "session" or blocks[index].kind != "heading":
        return False
    if index + 1 < len(blocks) and blocks[index + 1].kind == "paragraph" and _is_higher(index, layout, last):
        return True
    if not any(block.kind == "paragraph" for block in blocks[last.body : index]):
        return False
    if concludes(words[index]):
        return True
    number, level = outline(words[index])[0], _level(layout.shown, blocks[index])
    session = _level(layout.shown, blocks[last.index])
    return (number != "" and number == outline(words[last.index])[0]) or 0 < level <= session


def _is_higher(index: int, layout: Layout, last: Head) -> bool:
    """Say whether a Markdown heading stands above that of the running session, or, where this is no heading, as high as the one over it."""
    levels = (_level(layout.shown, block) for block in reversed(layout.blocks[: last.index]))
    session = _level(layout.shown, layout.blocks[last.index]) or next(filter(None, levels), 0) + 1
    return 0 < _level(layout.shown, layout.blocks[index]) < session


def _level(shown: str, block: Block) -> int:
    """Return the level of a Markdown heading, 0 for other blocks."""
    head = shown[block.start : block.start + 7]
    return len(head) - len(head.lstrip("#"))


def _head_at(index: int, layout: Layout, staged: bool, heads: list[Head]) -> Head | None:
    """Return the heading of a part that starts at a block, or None.

    `heads` says which parts there are, the last one running, `staged` whether the running session has its speakers already,
    so that "Speakers" is a chapter and no label.
    """
    blocks, words = layout.blocks, layout.words
    block, line, last = blocks[index], words[index], heads[-1] if heads else None
    if block.kind in ("heading", "list") and (known := _known_head(index, blocks, line, heads)):
        return known
    if index in layout.items:
        return Head(index, "session", layout.items[index], body=index + 1)
    if index in layout.takeaways:
        return Head(index, "takeaway", layout.takeaways[index], body=index + 1)
    if block.kind == "agenda":
        return _timed_head(index, layout, last)
    group = group_head(index, blocks, words, layout.lines, last) or groups_again(index, blocks, line, heads)
    if group and not ends_in_time(index, layout):
        return group
    if last and last.kind == "session" and _is_within(index, layout, last):
        return None
    if block.kind == "contents" and last and last.kind != "contents":
        return Head(index, "contents", "", body=index)
    if block.kind in ("heading", "name", "stage"):
        return _printed_head(index, layout, staged, last)
    return _closing_head(index, layout, last) if block.kind == "paragraph" else None


def _timed_head(index: int, layout: Layout, last: Head | None) -> Head | None:
    """Read the line of a programme with a time, or the row of a table below one."""
    head = item_head(index, layout.blocks, layout.words, layout.lines)
    if not head.first_time and layout.shown[layout.blocks[index].start] == "|":
        return row_below(head, last)
    if titled := below_people(head, layout, last) or under_title(head, layout.blocks, layout.words, last):
        return titled
    if head.kind == "agenda":
        return None  # when something is, below people of whom no title is known
    if stands_below(index, layout):
        return replace(head, first_time="", last_time="")  # that of the title above
    bare = not (head.title or head.format or is_staged(layout.blocks, head.body))
    return replace(head, kind="agenda") if bare else head  # when the event itself is held


_LONGEST_LABEL = 40


def _is_within(index: int, layout: Layout, last: Head) -> bool:
    """Say whether a line is a label in the running session, or a heading that others have too, and opens no chapter."""
    line = layout.words[index]
    if len(line) < _LONGEST_LABEL and heading_kind(line) == "speakers" and line in layout.words[last.body : index]:
        return False  # the chapter behind the last session, whose speakers are listed already
    if _is_label(line, layout, index if last.first_time else None) or _is_over_list(index, layout.blocks, last, line):
        return True
    return layout.headings[fold(line)] > 1 and heading_kind(line) != ""  # each session has its "Recommendations"


def _printed_head(index: int, layout: Layout, staged: bool, last: Head | None) -> Head | None:
    """Read a heading that is printed as one: of a chapter that the genre knows, or of a session."""
    blocks, words = layout.blocks, layout.words
    block, line, running = blocks[index], words[index], last.kind if last else ""
    over_cards = index + 1 < len(blocks) and blocks[index + 1].kind == "card"
    if block.kind == "stage" and staged and fold(line) == "speakers" and over_cards:
        return Head(index, "speakers", line, body=index + 1)
    if layout.items and index < min(layout.items):
        return _named_head(index, blocks, words, running)  # of the meeting, when and where it was
    date = DATE.match(line) if block.kind == "heading" and running == "dinner" else None
    if date and (date["last"] or date["last2"]):
        return Head(index, "impressions", date[0], body=index + 1)  # the conference begins behind its eve
    return (
        _named_head(index, blocks, words, running)
        or _lines_head(index, layout)
        or _session_head(index, blocks, words, layout.shown[block.start] == "#")
        or _labelled_head(index, blocks, words, last)
        or _told_head(index, layout, last)
    )


def _closing_head(index: int, layout: Layout, last: Head | None) -> Head | None:
    """Read a paragraph that tells who made the publication or holds the event, or the imprint, with the heading above it."""
    blocks, words, running = layout.blocks, layout.words, last.kind if last else ""
    if running not in ("imprint", "about") and _is_colophon(index, layout):
        return Head(index, "about", "", body=index)
    if running == "imprint" or len(words[index]) >= 900:
        return None
    start = index
    while start > 0 and index - start < 3 and blocks[start - 1].kind in ("heading", "furniture", "name"):
        start -= 1
    signed = start < index and _IMPRINT_SIGNS.search(words[index])
    return Head(start, "imprint", words[start], body=index) if signed else None


def _is_colophon(index: int, layout: Layout) -> bool:
    """Say whether a paragraph tells who made the bulletin or, as the last one below a rule, who holds the event."""
    line, above = layout.words[index], layout.blocks[index - 1 : index]
    if _COLOPHON.match(line):
        return True
    last = not any(block.kind == "paragraph" for block in layout.blocks[index + 1 :]) and _HELD_BY.match(line)
    return bool(last and above and _RULE.search(layout.shown, above[0].start, above[0].end))


def _is_label(line: str, layout: Layout, timed: int | None) -> bool:
    """Say whether a line such as "Speakers" in a session is a label and opens no chapter.

    Its colon shows it, or others like it, or that it stands in a timed item, at `timed`, and others follow.
    """
    if session_format(line):
        return timed is not None and line.endswith(":")  # "Panel:" over who sits on it
    if role_label(line) is None:
        return False
    behind = layout.words[timed + 1 :] if timed is not None else ()
    return line.endswith(":") or any(times_at(unbulleted(other)) for other in behind) or layout.labels[fold(line)] > 1


def _is_over_list(index: int, blocks: tuple[Block, ...], last: Head, line: str) -> bool:
    """Say whether a label such as "Panellists" follows a session's heading with nothing but other labels and people between."""
    if blocks[index].kind != "stage" or role_label(line) is None or last.body + bool(last.first_time) > index:
        return False  # right below the last line of a programme it opens a chapter
    return all(block.kind in ("stage", "card", "list", "name") for block in blocks[last.body : index])


def _known_head(index: int, blocks: tuple[Block, ...], line: str, heads: list[Head]) -> Head | None:
    """Read a heading over prose that repeats what the programme above calls a session: "Item 2. Fog"."""
    if not any(block.kind == "paragraph" for block in blocks[index + 1 : index + 7]):
        return None
    names = {fold(line), fold(bare_title(line)), fold(split_format(bare_title(line))[1])} - {""}
    for head in heads:
        if head.first_time and head.index < index and fold(head.title or head.format) in names:
            titled = (head.title, head.format) if head.title else (head.format, "")
            return Head(index, "session", *titled, body=index + 1)
    return None


def _lines_head(index: int, layout: Layout) -> Head | None:
    """Read a heading whose lines, maybe two blocks, are a session's title and its format with day and time.

    Three blocks are a format and, in either order, title and time.
    """
    blocks, lines = layout.blocks, layout.lines
    if blocks[index].kind != "heading":
        return None
    own = lines(blocks[index])
    numbered = bool(own) and session_label(unnumbered(own[0])) > 0
    formal = bool(own) and session_format(unnumbered(own[0])) is not None  # its title may stand in a block below
    timed = is_over_time(index, layout)
    allowed = ("heading", "agenda") if numbered or timed else ("heading",)
    head = None
    for count in (1, 2, 3):
        after = index + count
        below = blocks[index + 1 : after]
        if (
            after > len(blocks)
            or any(block.kind not in allowed for block in below)
            or (count == 2 and _is_own(lines(below[0])) and not (formal and len(own) == 1))
            or (count == 3 and not (formal and len(own) == 1))
        ):
            break
        found = session_lines([line for block in blocks[index:after] for line in lines(block)])
        staged = is_staged(blocks, after)
        told = staged or (after < len(blocks) and blocks[after].kind == "paragraph")
        if found and (found.first_time or (found.format and (numbered or staged)) or (numbered and told)):
            head = Head(index, "session", found.title, found.format, found.first_time, found.last_time, after)
            if found.format or not formal or timed:
                break
    return head


def _is_own(lines: list[str]) -> bool:
    """Say whether the lines of a block are a session's heading without the block above them, which is then another's."""
    return session_lines(lines) is not None or (bool(lines) and session_label(unnumbered(lines[0])) > 0)


def _labelled_head(index: int, blocks: tuple[Block, ...], words: list[str], last: Head | None) -> Head | None:
    """Read a heading that numbers a session or names its format before the title, over who speaks: "Panel 2: Fog".

    One of several at the same time has the times of the item in which they stand.
    """
    line = words[index] if session_label(words[index]) else unnumbered(words[index])
    form, title = split_format(line)
    if blocks[index].kind != "heading" or not title:
        return None
    told = index + 1 < len(blocks) and blocks[index + 1].kind == "paragraph"
    told = told or (session_label(line) > 0 and _is_over_heading(index, blocks, words))
    if _is_input(form, last):
        return None
    if told and (session_label(line) > 0 or (form and number_behind(form) and session_format(form))):
        return Head(index, "session", title, form, body=index + 1)
    if not is_staged(blocks, index + 1):
        return None
    if (subject := subject_label(line)) and role_label(words[index + 1]):
        return Head(index, "session", line[subject:], body=index + 1)
    timed = last is not None and bool(last.first_time) and not _is_labelled(last, blocks, words)
    people = blocks[index + 1].kind == "stage" or is_speaker(words[index + 1])
    named = bool(form) and not timed and session_format(form) is not None and people
    return Head(index, "session", title, form, body=index + 1) if named or session_label(line) > 0 else None


def _is_labelled(head: Head, blocks: tuple[Block, ...], words: list[str]) -> bool:
    """Say whether the heading of a session names its format before the title, as those beside it do, and is no line of a programme."""
    form, title = split_format(unnumbered(words[head.index]))
    return (
        blocks[head.index].kind == "heading" and not head.is_group and bool(title) and session_format(form) is not None
    )


def _can_be_title(line: str) -> bool:
    """Say whether a line below the format of a session can be its title: no label, and no words that lead to a list."""
    return role_label(line) is None and not line.endswith(":")


def _is_input(form: str, last: Head | None) -> bool:
    """Say whether a format is that of a talk which is one of several in the running session: "Presentation 1"."""
    found = session_format(form) if number_behind(form) else None
    inside = last is not None and last.kind == "session" and session_format(last.format) != found
    return inside and found is not None and found[0] in ("presentation", "lecture")


def _is_over_heading(index: int, blocks: tuple[Block, ...], words: list[str]) -> bool:
    """Say whether right below a heading stands another one over prose that is no session's."""
    below = [block.kind for block in blocks[index + 1 : index + 3]]
    return below == ["heading", "paragraph"] and not session_label(unnumbered(words[index + 1]))


#: Sittings that bulletins and reports only tell of, by their headings.
_SITTING = re.compile(
    r"(?:contact|drafting) groups?|friends of the (?:chair|president)|informals?(?: informals?| consultations?)?|"
    r"(?:chair|president) s consultations|committee of the whole|heads of delegation consultations"
)


#: Formats that show a heading over prose to be a session's without others of their kind.
_TOLD_ALONE = frozenset({"plenary", "keynote"})


def _told_head(index: int, layout: Layout, last: Head | None) -> Head | None:
    """Read a heading over the prose on a session, which its format, its number or how the prose begins shows to be one.

    Such are a sitting of a negotiation, a keynote, one of several numbered sessions of a kind, and what begins with who led it;
    inside an item of a programme this is the item's own.
    """
    blocks, words = layout.blocks, layout.words
    if blocks[index].kind != "heading" or index + 1 == len(blocks) or blocks[index + 1].kind != "paragraph":
        return None
    line = unnumbered(words[index])
    if themed := format_on(line):
        return Head(index, "session", line, themed, body=index + 1)
    if not (last and last.kind == "session" and last.first_time) and tells_session(words[index + 1]):
        form, title = split_format(line)
        return Head(index, "session", title, form, body=index + 1)
    form, title = split_format(bare_title(line))
    form = form or title
    found = session_format(form) or session_format(form.removesuffix("s"))
    sits = found is not None and (found[0] in _TOLD_ALONE or _SITTING.fullmatch(fold(bare_format(form))) is not None)
    if found is None or not (sits or (title and words[index] in layout.lettered)):
        return None
    return Head(index, "session", title if title != form else "", form, body=index + 1)


def _session_head(index: int, blocks: tuple[Block, ...], words: list[str], marked: bool) -> Head | None:
    """Read the heading of a session: a format line and a title, or a Markdown heading with a time."""
    line = words[index]
    times = TIME.search(line) or (times_at(line) if marked else None) if blocks[index].kind == "heading" else None
    times = None if times and is_in_title(line, times) else times
    following = index + 1
    if not times and marked and following < len(blocks) and blocks[following].kind == "agenda" and not is_of_day(line):
        times, following = TIME.search(words[following]), following + 1
    if times and len(line) < 250:
        bare = unnumbered(before_time(line) or line.replace(times[0], " ", 1).strip(" |–—-:,()"))
        form, title = split_format(bare)
        if following < len(blocks) and blocks[following].kind == "heading" and session_format(words[following]):
            form, title, following = words[following], bare, following + 1
        first, last = clock(times)
        return Head(index, "session", title or bare, form, first, last, following, at_once(title or bare))
    found = session_format(unnumbered(line)) or (("ceremony", "session") if is_item(line) else None)
    if not found or found[1] == "break":
        return None
    if found[1] == "social" and not role_label(words[min(index + 2, len(words) - 1)]):
        return None
    title, body = "", index + 1
    while body < min(index + 3, len(blocks)) and blocks[body].kind == "heading" and _can_be_title(words[body]):
        title = f"{title} {words[body]}".strip()
        body += 1
    if DATE.search(title):
        return None  # "Forum 2030" over its date is the conference
    staged = any(blocks[k].kind in ("stage", "list") for k in range(body, min(body + 2, len(blocks))))
    told = body < len(blocks) and (blocks[body].kind == "paragraph" or words[body].endswith(":"))
    themed = theme(words[body]) if told and not title else ""
    told = told and (role_label(line) is not None or is_item(line) or themed != "")
    title = title or themed
    return Head(index, "session", title, unnumbered(line), body=body) if staged or told else None


def _named_head(index: int, blocks: tuple[Block, ...], words: list[str], running: str) -> Head | None:
    """Read a heading that the genre knows: Welcome, Speakers, Imprint, the dinner …"""
    line = words[index]
    key, kind = fold(line), heading_kind(line)
    if kind == "members" and index + 1 < len(blocks) and is_form_of_address(words[index + 1]):
        kind = "speakers"  # of a committee, and no states
    if kind == "speakers" and (first := _behind_prose(index, blocks)):
        return Head(first, kind, line, body=first)
    if kind:
        title = re.sub(r"(?<=[A-Z])- (?=[A-Z])", "", line)
        return None if kind == running == "takeaways" else Head(index, kind, title, body=index + 1)
    tail = key.split()
    social = [word for word in tail[:6] if reference.session_formats().get(word, ("", ""))[1] == "social"]
    follows = any(block.kind == "paragraph" for block in blocks[index + 1 : index + 3])
    if social and len(tail) <= 6 and follows and blocks[index].kind == "heading":
        return Head(index, "dinner" if "dinner" in social else "reception", line, body=index + 1)
    return None


def _behind_prose(index: int, blocks: tuple[Block, ...]) -> int:
    """Return the block behind the words that open a list of attendees, or 0: where prose stands between its heading and its first heading or list."""
    first = index + 1
    while first < len(blocks) and blocks[first].kind == "heading" and first < index + 3:
        first += 1  # the day and the place
    last = first
    while last < len(blocks) and blocks[last].kind == "paragraph":
        last += 1
    listed = any(block.kind in ("list", "stage") for block in blocks[last : last + 3])
    return last if last > first and listed and last < len(blocks) else 0
