"""Verbatim records: each line opens with who speaks, before a colon."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from vmcgraph.document import Document
from vmcgraph.extraction.people import Draft, People
from vmcgraph.extraction.statements import Found

_CHAIR = r"(?i:(?:the |acting )*(?:chair(?:person|man|woman)?|president|speaker))"
#: "Mr ROE (Malta), rapporteur: ", "Q12 Chair: ", "THE CHAIR (Ms Ada Roe): ".
_TURN = re.compile(
    rf"(?:Q(?:uestion)?\.?\s?\d{{1,4}}[.:]?\s+)?(?P<who>(?P<chair>{_CHAIR})(?=\s*[(:,])|[^\W\d_][^:(),;]{{2,50}}?)"
    r"(?P<beside>\s*\([^()]{2,80}\))?(?:,\s[^:.;]{3,60})?:\s+(?=[^\s“\"„«])"
)
_LINE = re.compile(r"(?<![^\n])\S")
#: What a line that opens so may be taken for.
_KINDS = ("paragraph", "stage", "heading", "name", "list")
#: How prose calls who leads the meeting.
_LEADERS = ("the Chair", "the Chairperson", "the President")
#: A text with fewer turns only has a colon behind a name now and then.
_FEWEST = 3
_SPEAKERS = 2


def turns(document: Document, flat: str, people: People, offices: Mapping[str, Collection[Draft]]) -> Iterator[Found]:
    """Yield what is said in a verbatim record; nothing for other texts.

    Args:
        document: the record.
        flat: its plain text, line ends as blanks.
        people: those that are known.
        offices: who is meant by "the Chair".
    """
    heads = {who for office in _LEADERS for who in offices.get(office, ())}
    forms, finder = people.forms.any, people.forms.finder
    found: list[tuple[Draft, int, int]] = []
    for turn, stop in _lines(document, flat):
        named = [form for _, end, form in finder.find(flat, *turn.span("who")) if end == turn.end("who")]
        if turn["chair"] and turn["beside"]:
            named = [form for *_, form in finder.find(flat, *turn.span("beside"))]
            heads = {forms[form] for form in named} or heads
        who = {forms[form] for form in named} if named or not turn["chair"] else heads
        if len(who) == 1:
            found.append((next(iter(who)), turn.end(), stop))
    several = len(found) >= _FEWEST and len({person for person, *_ in found}) >= _SPEAKERS
    for person, start, end in found if several else ():
        if part := document.part_at(start):
            yield Found((person,), "", "", "not-stated", "quote", ((start, end),), part)


def _lines(document: Document, flat: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the lines that open with a name and a colon, and where the words of each end: before the next one, or with the block."""
    for block in document.blocks:
        if block.kind not in _KINDS or flat.find(":", block.start, block.end) < 0:
            continue
        starts = (line.start() for line in _LINE.finditer(document.text, block.start, block.end))
        opened = [turn for start in starts if (turn := _TURN.match(flat, start, block.end))]
        ends = [*(turn.start() for turn in opened[1:]), block.end]
        for turn, end in zip(opened, ends, strict=False):
            words = flat[turn.end() : end].rstrip()
            if block.kind == "paragraph" or words.endswith("."):  # "Jane Roe (Quay University): Fog at sea" is a paper
                yield turn, turn.end() + len(words)


def is_turn(flat: str, start: int) -> bool:
    """Say whether words at an offset follow the name of who speaks.

    Example:
        >>> is_turn("Mr Roe: It rains.", 8), is_turn("Roe left. “It rains.”", 10)
        (True, False)
    """
    return flat[max(0, start - 3) : start].rstrip().endswith(":")
