"""Find the parts of a report: its sessions, dinner, welcome, takeaways, speakers chapter, team, imprint …

Two kinds of programme come together here: an agenda whose items carry their speakers, and a report whose sessions open with
a format line, a title and a stage block. Both give parts of the kind "session".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial

from vmcgraph import reference
from vmcgraph.document import Block, Part
from vmcgraph.frontmatter import FrontMatter, front_matter
from vmcgraph.names import is_name
from vmcgraph.programme import (
    DATE,
    TIME,
    clock,
    format_in_room,
    heading_kind,
    opens_lettered,
    plain,
    role_label,
    session_format,
    session_label,
    split_format,
    times_at,
    unbulleted,
)
from vmcgraph.reading.blocks import is_entry, is_speaker
from vmcgraph.reading.sessionlines import session_lines
from vmcgraph.spelling import fold

_NUMBERED = re.compile(r"(\d{1,2})[.):]?\s+(?=[A-ZÀ-Þ])")
#: A reception or dinner has no title but its house.
_HOUSE = re.compile(
    r"\b(?:House|Hall|Room|Palace|Hotel|Museum|Restaurant|Terrace|Garden|Foyer|Residence|Castle|Gallery|Centre|Center|Club)$"
)
_IMPRINT_SIGNS = re.compile(
    r"all rights reserved|\bISBN\b|©\s*(?:19|20)\d\d|copyright\s+(?:19|20)\d\d|no part of this publication",
    re.IGNORECASE,
)


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


#: The number of the next chapter, printed on a line of its own before its heading.
_MARK_BEHIND = re.compile(r"\s*(?:[\u2460-\u2473\u2776-\u277f]|\d{1,2})\s*")


def find_parts(text: str, blocks: tuple[Block, ...]) -> tuple[Part, ...]:
    """Return the parts of a text, in order; each runs to the next one's heading."""
    shown = plain(text)
    heads = _heads(shown, blocks)
    front = front_matter(text) if blocks and blocks[0].kind == "front" else None
    if front and front.is_session:
        heads = _page_heads(front, shown, blocks, heads)
    timed = max((head.index for head in heads if head.first_time), default=-1)
    staged = any(head.kind == "session" and head.index > timed for head in heads)
    if timed >= 0 and not staged:
        heads = sorted([*heads, *_told_again(shown, blocks, heads)], key=lambda head: head.index)
    parts: list[Part] = []
    for number, head in enumerate(heads):
        start = blocks[head.index].start
        stop = blocks[heads[number + 1].index].start if number + 1 < len(heads) else len(text)
        body = min(blocks[head.body].start if head.body < len(blocks) else len(text), stop)
        if staged and blocks[head.index].kind == "agenda":
            stop = body  # the sessions stand elsewhere: what follows the agenda's last line is not its content
        content = _without_mark(text[start:stop].rstrip()).rstrip(" \t\r\n\f#\ufeff")
        parts.append(
            Part(head.kind, head.title, start, start + len(content), head.format, body, head.first_time, head.last_time)
        )
    return tuple(_numbered(sorted([*parts, *_articles(text, blocks, parts)], key=lambda part: part.start)))


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
            title = " ".join(text[heading.start : heading.end].split()) if heading is not prose else ""
            first, last = inside[0].start, inside[-1].end
            yield Part(
                "introduction" if parts else "article",
                title,
                first,
                first + len(text[first:last].rstrip()),
                body=prose.start,
            )


def _page_heads(front: FrontMatter, shown: str, blocks: tuple[Block, ...], heads: list[Head]) -> list[Head]:
    """Return the heads of a page whose front matter describes one session: all behind the front matter is the session's."""
    title = front.get("title", "session")
    titled = len(blocks) > 1 and blocks[1].kind == "heading" and fold(_words(shown, blocks[1])) == fold(title)
    session = Head(min(1, len(blocks) - 1), "session", title, front.get("format", "type"), *front.times, 1 + titled)
    chapters = ("imprint", "about", "team", "contents", "agenda")
    return [session, *(head for head in heads if head.kind in chapters and head.index > session.index)]


def _numbered(parts: list[Part]) -> Iterator[Part]:
    """Number the takeaways."""
    count = 0
    for part in parts:
        if part.kind == "takeaway":
            count += 1
            part = replace(part, kind=f"takeaway-{count}")
        yield part


@dataclass(frozen=True)
class _Outline:
    """The plain text and its blocks, with what tells headings apart from other lines."""

    shown: str
    blocks: tuple[Block, ...]

    @cached_property
    def words(self) -> list[str]:
        """The words of each block."""
        return [_words(self.shown, block) for block in self.blocks]

    @cached_property
    def takeaways(self) -> frozenset[int]:
        """The blocks that are numbered takeaways."""
        return _takeaways(self.blocks, self.words)

    @cached_property
    def labels(self) -> Counter[str]:
        """How often each label stands in a block of its own."""
        return Counter(fold(line) for line in self.words if role_label(line))


def _heads(shown: str, blocks: tuple[Block, ...]) -> list[Head]:
    outline = _Outline(shown, blocks)
    heads: list[Head] = []
    index, staged = 0, True
    while index < len(blocks):
        head = _head_at(index, outline, staged, heads[-1] if heads else None)
        if head is None:
            staged = staged or blocks[index].kind in ("stage", "list", "card")
            index += 1
            continue
        if heads and head.index < heads[-1].body:  # what stands above it is a heading of its own already
            head = replace(head, index=index, title="")
        heads.append(head)
        staged = head.kind != "session"
        index = max(head.body, index + 1)
        if head.first_time and index < len(blocks) and blocks[index].kind == "stage":
            index += 1  # the label over the session's speakers, though it may name a format too
    return heads


def _told_again(shown: str, blocks: tuple[Block, ...], heads: list[Head]) -> Iterator[Head]:
    """Yield the headings under which a summary tells of the sessions of the programme before it, by their titles."""
    words = [_words(shown, block) for block in blocks]
    items = {fold(head.title or head.format): head for head in heads if head.first_time}
    behind = max((head.index for head in heads if head.first_time), default=len(blocks))
    for index in range(behind + 1, len(blocks) - 1):
        title = words[index][session_label(words[index]) :] or words[index]
        item = items.get(fold(title))
        if item and blocks[index].kind == "heading" and blocks[index + 1].kind == "paragraph":
            yield Head(index, "session", title, item.format if item.title else "", body=index + 1)


def _words(shown: str, block: Block) -> str:
    return " ".join(" ".join(_lines(shown, block)).split())


def _lines(shown: str, block: Block) -> list[str]:
    """Return the lines of a block that print something, without marks of headings."""
    lines = (line.strip().lstrip("#").strip() for line in shown[block.start : block.end].splitlines())
    return [line for line in lines if any(map(str.isalnum, line))]


def _head_at(index: int, outline: _Outline, staged: bool, last: Head | None) -> Head | None:
    """Return the heading of a part that starts at a block, or None.

    `last` says which part is running, `staged` whether the running session has its speakers already, so that "Speakers" is a
    chapter and no label.
    """
    blocks, words = outline.blocks, outline.words
    block, line = blocks[index], words[index]
    running = last.kind if last else ""
    if index in outline.takeaways:
        return Head(index, "takeaway", _NUMBERED.sub("", line, count=1), body=index + 1)
    if block.kind == "agenda":
        return _agenda_head(index, blocks, words)
    if last and running == "session" and _is_label(line, outline, index if last.first_time else None):
        return None
    if last and running == "session" and _is_over_list(index, blocks, last, line):
        return None
    if block.kind == "contents" and running not in ("contents", ""):
        return Head(index, "contents", "", body=index)
    if (
        block.kind == "stage"
        and staged
        and fold(line) == "speakers"
        and index + 1 < len(blocks)
        and blocks[index + 1].kind == "card"
    ):
        return Head(index, "speakers", line, body=index + 1)
    if (
        block.kind == "heading"
        and running == "dinner"
        and (date := DATE.match(line))
        and (date["last"] or date["last2"])
    ):
        return Head(index, "impressions", date[0], body=index + 1)  # the conference begins behind its eve
    if block.kind in ("heading", "name", "stage"):
        return (
            _named_head(index, blocks, line, running)
            or _lines_head(index, blocks, partial(_lines, outline.shown))
            or _session_head(index, blocks, words, outline.shown[block.start] == "#")
            or _labelled_head(index, blocks, words, last)
        )
    if block.kind == "paragraph" and running != "imprint" and len(line) < 900:
        start = index
        while start > 0 and index - start < 3 and blocks[start - 1].kind in ("heading", "furniture", "name"):
            start -= 1
        signed = start < index and _IMPRINT_SIGNS.search(line)
        return Head(start, "imprint", words[start], body=index) if signed else None
    return None


def _is_label(line: str, outline: _Outline, timed: int | None) -> bool:
    """Say whether a line such as "Speakers" in a session is a label and opens no chapter.

    Its colon shows it, or others like it, or that it stands in a timed item, at `timed`, and others follow.
    """
    if session_format(line):
        return timed is not None and line.endswith(":")  # "Panel:" over who sits on it
    if role_label(line) is None:
        return False
    behind = outline.words[timed + 1 :] if timed is not None else ()
    return line.endswith(":") or any(times_at(unbulleted(other)) for other in behind) or outline.labels[fold(line)] > 1


def _is_over_list(index: int, blocks: tuple[Block, ...], last: Head, line: str) -> bool:
    """Say whether a label such as "Panellists" follows a session's heading with nothing but other labels and people between."""
    if blocks[index].kind != "stage" or role_label(line) is None or last.body >= index:
        return False
    return all(block.kind in ("stage", "card", "list", "name") for block in blocks[last.body : index])


def _agenda_head(index: int, blocks: tuple[Block, ...], words: list[str]) -> Head:
    """Read a programme item that starts with its time."""
    line = unbulleted(words[index].lstrip("| "))
    times = times_at(line)
    rest = (line[times.end() :] if times else line).strip(" |–-:")
    rest = rest[session_label(rest) :] or ("" if session_label(rest) else rest)  # "SESSION I": its title stands below
    if times and "|" in line:  # a row: time, title, then the room or who speaks
        rest = _without_room(rest)
    body = index + 1
    while body < min(index + 3, len(blocks)) and _is_open(rest, words[body]) and _goes_on(blocks[body], words[body]):
        rest, body = f"{rest}: {words[body]}".strip(": "), body + 1
    form, title = split_format(rest)
    kind = session_format(form) if title else None
    if kind and kind[1] == "social" and _HOUSE.search(title) and fold(form) not in fold(title):
        form, title = "", form  # "Reception", and where it is
    if named := _names_speaker(rest):
        form, title = "", named
    if title and body < len(blocks) and format_in_room(words[body]) and blocks[body].kind in ("heading", "stage"):
        form, title = format_in_room(words[body]), rest
        body += blocks[body].kind == "heading"  # a format that is a label too opens the list of speakers
    first, last = clock(times)
    return Head(index, "session", title, form, first, last, body)


def _names_speaker(rest: str) -> str:
    """Return the label of a programme's line that names who speaks and no title: "Closing remarks: Jane Roe, Director"."""
    label = role_label(rest)
    behind = rest[label[1] :] if label else ""
    return rest[: label[1]].rstrip(" :|") if label and (is_speaker(behind) or is_name(behind)) else ""


def _without_room(row: str) -> str:
    """Return format and title of a programme's row "Panel | Title | Room" without what stands behind them."""
    cells = [cell.strip() for cell in row.split("|")]
    found = session_format(cells[0])
    titled = found is not None and found[1] not in ("break", "social") and not is_entry(cells[1] if cells[1:] else "")
    return ": ".join(cells[:2]) if titled else cells[0]


def _is_open(rest: str, line: str) -> bool:
    """Say whether what stands behind a time wants more: nothing at all, or a format without its title."""
    found = session_format(rest)
    return not rest or (found is not None and found[1] != "break" and session_format(line) is None)


def _goes_on(block: Block, line: str) -> bool:
    """Say whether a block can be the format or title that belongs to the time above it."""
    label = role_label(line) is not None and not session_format(line)
    return (
        block.kind in ("agenda", "heading")
        and not times_at(unbulleted(line.lstrip("| ")))
        and not label
        and not DATE.search(line)
        and not is_entry(line)
    )


def _lines_head(index: int, blocks: tuple[Block, ...], lines: Callable[[Block], list[str]]) -> Head | None:
    """Read a heading whose lines, maybe two blocks, are a session's title and its format with day and time."""
    if blocks[index].kind != "heading":
        return None
    own = lines(blocks[index])
    numbered = bool(own) and session_label(own[0]) > 0
    allowed = ("heading", "agenda") if numbered else ("heading",)
    for count in (1, 2):
        after = index + count
        if count > 1 and (
            after > len(blocks) or blocks[after - 1].kind not in allowed or _is_own(lines(blocks[after - 1]))
        ):
            return None
        found = session_lines([line for block in blocks[index:after] for line in lines(block)])
        if found and (found.first_time or (found.format and _is_staged(blocks, after))):
            return Head(index, "session", found.title, found.format, found.first_time, found.last_time, after)
    return None


def _is_own(lines: list[str]) -> bool:
    """Say whether the lines of a block are a session's heading without the block above them, which is then another's."""
    return session_lines(lines) is not None or (bool(lines) and session_label(lines[0]) > 0)


def _labelled_head(index: int, blocks: tuple[Block, ...], words: list[str], last: Head | None) -> Head | None:
    """Read a heading that numbers a session or names its format before the title, over who speaks: "Panel 2: Fog".

    One of several at the same time has the times of the item in which they stand.
    """
    line = words[index]
    form, title = split_format(line)
    if blocks[index].kind != "heading" or not title or not _is_staged(blocks, index + 1):
        return None
    if opens_lettered(line) and last and last.first_time:
        return Head(index, "session", title, form, last.first_time, last.last_time, index + 1)
    timed = last is not None and bool(last.first_time)
    named = bool(form) and not timed and session_format(form) is not None and role_label(words[index + 1]) is not None
    return Head(index, "session", title, form, body=index + 1) if named or session_label(line) > 0 else None


def _is_staged(blocks: tuple[Block, ...], index: int) -> bool:
    """Say whether a list of people begins at a block."""
    return index < len(blocks) and blocks[index].kind in ("stage", "list")


def _session_head(index: int, blocks: tuple[Block, ...], words: list[str], marked: bool) -> Head | None:
    """Read the heading of a session: a format line and a title, or a Markdown heading with a time."""
    line = words[index]
    times = TIME.search(line) if blocks[index].kind == "heading" else None
    following = index + 1
    if (
        not times
        and marked
        and following < len(blocks)
        and blocks[following].kind == "agenda"
        and not DATE.search(line)
    ):
        times, following = TIME.search(words[following]), following + 1
    if times and len(line) < 250:
        bare = TIME.sub("", line, count=1).strip(" |–—-:,()")
        form, title = split_format(bare)
        if following < len(blocks) and blocks[following].kind == "heading" and session_format(words[following]):
            form, title, following = words[following], bare, following + 1
        first, last = clock(times)
        return Head(index, "session", title or bare, form, first, last, following)
    found = session_format(line)
    if not found or found[1] == "break":
        return None
    if found[1] == "social" and not role_label(words[min(index + 2, len(words) - 1)]):
        return None
    title, body = "", index + 1
    while body < len(blocks) and blocks[body].kind == "heading" and body < index + 3 and not role_label(words[body]):
        title = f"{title} {words[body]}".strip()
        body += 1
    if DATE.search(title):
        return None  # "Forum 2030" over its date is the conference
    staged = any(blocks[k].kind in ("stage", "list") for k in range(body, min(body + 2, len(blocks))))
    opening = role_label(line) is not None and body < len(blocks) and blocks[body].kind == "paragraph"
    return Head(index, "session", title, line, body=body) if staged or opening else None


def _named_head(index: int, blocks: tuple[Block, ...], line: str, running: str) -> Head | None:
    """Read a heading that the genre knows: Welcome, Speakers, Imprint, the dinner …"""
    key = fold(line)
    kind = heading_kind(line)
    if kind:
        return (
            None
            if kind == running == "takeaways"
            else Head(index, kind, re.sub(r"(?<=[A-Z])- (?=[A-Z])", "", line), body=index + 1)
        )
    tail = key.split()
    social = [word for word in tail[:6] if reference.session_formats().get(word, ("", ""))[1] == "social"]
    follows = any(block.kind == "paragraph" for block in blocks[index + 1 : index + 3])
    if social and len(tail) <= 6 and follows and blocks[index].kind == "heading":
        return Head(index, "dinner" if "dinner" in social else "reception", line, body=index + 1)
    return None


def _takeaways(blocks: tuple[Block, ...], words: list[str]) -> frozenset[int]:
    """Return the blocks that are numbered headings 1, 2, 3 … each followed by a paragraph."""
    run: list[int] = []
    best: list[int] = []
    for index, block in enumerate(blocks[:-1]):
        number = _NUMBERED.match(words[index])
        if (
            not number
            or block.kind in ("caption", "agenda", "contents")
            or len(words[index]) > 220
            or blocks[index + 1].kind != "paragraph"
        ):
            continue
        if int(number[1]) == 1:
            run = []
        if int(number[1]) == len(run) + 1:
            run.append(index)
        if len(run) > len(best):
            best = list(run)
    return frozenset(best) if len(best) >= 3 else frozenset()
