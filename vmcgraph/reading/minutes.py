"""Minutes: the headings of a meeting's items, known by those that only a meeting has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from vmcgraph.document import Block
from vmcgraph.programme import LONGEST_HEADING, ceremony, heading_kind, outline, session_label
from vmcgraph.spelling import fold

_MEETING = r"(?:the |this )?(?:\w+ ){0,3}?(?:meeting|session|sitting|hearing)s?"
_CHAIR = r"(?:chair(?:person|man|woman)?|president|secretar(?:y(?: general)?|iat)|director(?: general)?|convenor)"
#: What a meeting deals with for its own sake, folded: where two of these are headings, the others are its items too.
_PROCEDURE = re.compile(
    rf"(?:(?:welcome|opening|introduction)(?: remarks)? and )?(?:(?:formal )?(?:opening|closing|closure|close|conclusion|end|resumption|adjournment) of {_MEETING}|"
    r"(?:(?:(?:adoption|approval|confirmation|consideration|signing)(?: and (?:adoption|approval))? of )(?:the )?(?:(?:draft|provisional|revised|annotated|previous|last) )*"
    r"(?:agenda|minutes|order of business|summary record)|(?:draft |provisional )?(?:agenda|order of business)|(?:draft )?minutes (?:of|from) (?:the |our )?(?:previous|last|preceding)\b.*)|"
    r"(?:any )?other (?:business|matters|items|questions)|aob|"
    rf"(?:dates?|place|venue|time)\b.{{0,30}}\bnext {_MEETING}|next {_MEETING}|"
    r"(?:matters|business|actions?|points) arising|follow up (?:to|from|on) the (?:previous|last) meeting|"
    r"(?:welcome,? )?(?:and )?(?:introductions(?: and)? )?apologies(?: (?:for|of) absence)?|welcome and introductions|"
    rf"(?:statement|communications?|announcements?|report|information|remarks) (?:by|from|of) the {_CHAIR}|{_CHAIR} s (?:report|announcements?|communications?|remarks)|"
    rf"announcements?|declarations? of (?:conflicts? of )?interests?|(?:election|appointment) of (?:the |a |an |its )?(?:new )?(?:officers|bureau|rapporteurs?|(?:vice |co )?{_CHAIR}s?)|"
    r"organi[sz]ation of (?:the )?(?:work|meeting|session))"
    r"(?: (?:and|of|for|to|from|on|at|by|next|dates?|any) .*)?"
)
#: A word without which no line is one of these.
_MAYBE = re.compile(
    r"agenda|minutes|meeting|session|sitting|hearing|business|matters|apolog|introductions|arising|announce|interest|election|appointment|organi[sz]ation|item|aob|record|opening|clos|welcome|adjourn|chair|president|director|secretar|conven",
    re.IGNORECASE,
)
#: What else opens and ends a meeting, as numbered headings of minutes say.
_BARE_PROCEDURE = re.compile(
    r"(?:welcome(?: and (?:opening|introductions?))?|opening|close|closing|closure|adjournment)(?: remarks)?"
)
#: How minutes are headed.
_MINUTES = re.compile(
    r"\b(?:minutes|meeting notes|(?:notes|record) of (?:the|a) (?:[\w-]+ ){0,3}(?:meeting|session|sitting))\b",
    re.IGNORECASE,
)
_FEWEST = 2
#: Words without which others, who only report on an event, may have such headings too.
_SURE = re.compile(r"agenda|minutes|other|aob|next|arising|meeting|session|sitting|hearing", re.IGNORECASE)
#: The number of an item, its point left out: "2 Fog".
_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\s+(?=[A-ZÀ-ÞĀ-ɏ“\"])")
#: What may end a title, and no sentence that tells something.
_SENTENCE = re.compile(r".*\b(?:was|were|is|are|had|has|been|none|nil|no)\b.*\.|(?:None|Nil)\.?", re.IGNORECASE)
#: Behind the title of an item: the papers before the meeting, "[Doc. 12/3]", "(item 4 of the agenda)".
_PAPERS = re.compile(
    r"\s*(?:\[[^\[\]]*\]|\((?:[^()]*\b(?:docs?\b|documents?|papers?|(?:agenda )?items?)\b[^()]*|[^()\s]*/[^()]*\d[^()]*)\))\s*$",
    re.IGNORECASE,
)


def is_procedure(line: str, *, in_minutes: bool = False) -> bool:
    """Say whether a line is a heading that only a meeting has.

    Args:
        line: the heading.
        in_minutes: where only a meeting is told of, a numbered "Opening" is one as well.

    Example:
        >>> is_procedure("2. Adoption of the draft agenda"), is_procedure("Item 7: Any other business"), is_procedure("Agenda")
        (True, True, True)
        >>> is_procedure("Opening of the harbour"), is_procedure("The minutes were read.")
        (False, False)
    """
    if _MAYBE.search(line) is None:
        return False
    title = fold(item_title(line))
    bare = in_minutes and _depth(line)[0] != "" and _BARE_PROCEDURE.fullmatch(title) is not None
    return bare or _PROCEDURE.fullmatch(title) is not None


def item_title(line: str) -> str:
    """Return the title of an item without its number and the papers behind it.

    Example:
        >>> item_title("4. Pilots without papers [T/2 (2030) 4]"), item_title("Item 4 – Pilots")
        ('Pilots without papers', 'Pilots')
    """
    return _PAPERS.sub("", line[_depth(line)[2] :]).strip(" .:")


def meeting_items(shown: str, blocks: Sequence[Block], words: Sequence[str]) -> Mapping[int, str]:
    """Return the blocks that are headings of a meeting's items, with their titles; none where fewer than two are procedure.

    Args:
        shown: the plain text.
        blocks: its blocks.
        words: what each block prints.
    """
    minutes = any(map(_MINUTES.search, words[:3]))
    procedure = [
        index
        for index, block in enumerate(blocks)
        if _may_head(block, words[index])
        and is_procedure(words[index], in_minutes=minutes)
        and _is_told(index, blocks, words)
    ]
    styles = Counter(_style(shown, blocks[index], words[index]) for index in procedure)
    style, count = styles.most_common(1)[0] if styles else (None, 0)
    if count < _FEWEST or not (minutes or any(_SURE.search(words[index]) for index in procedure)):
        return {}
    first = next(index for index in procedure if _style(shown, blocks[index], words[index]) == style)
    heads = (index for index in range(first, len(blocks)) if _may_head(blocks[index], words[index]))
    return {
        index: title
        for index in heads
        if _style(shown, blocks[index], words[index]) == style
        and _is_told(index, blocks, words)
        and (title := item_title(words[index]))
        and (index in procedure or not heading_kind(words[index]))
    }


def _may_head(block: Block, line: str) -> bool:
    """Say whether a block may be the heading of an item, which in a list has a number."""
    sort = block.kind in ("heading", "stage", "name") or (block.kind == "list" and _depth(line)[0] != "")
    return sort and 3 < len(line) <= LONGEST_HEADING and not _SENTENCE.fullmatch(line)


def _is_told(index: int, blocks: Sequence[Block], words: Sequence[str]) -> bool:
    """Say whether something is told below a heading: a paragraph, a short sentence, or, below a number, a line without one."""
    below = blocks[index + 1 : index + 2]
    if not below:
        return False
    if below[0].kind == "paragraph" or _SENTENCE.fullmatch(words[index + 1]) or words[index + 1].endswith(":"):
        return True
    return _depth(words[index])[0] != "" and _depth(words[index + 1])[:2] != _depth(words[index])[:2]


def _depth(line: str) -> tuple[str, int, int]:
    """Return the sort of number before a heading, how deep it is, and its length: ("digits", 1, 4) of "2.1 Fog"."""
    if length := session_label(line):
        return "label", 0, length
    sort, length = outline(line)
    if number := _NUMBER.match(line) if not sort else None:
        sort, length = "digits", number.end()
    return sort, line[:length].strip(" .").count("."), length


def _style(shown: str, block: Block, line: str) -> tuple[str, int, bool, bool]:
    """Return what the headings of a kind have in common: their number, their mark in Markdown, capitals."""
    sort, depth, _ = _depth(line)
    return sort, depth, shown[block.start] == "#", not sort and line.isupper()


#: How prose ends a meeting.
_ENDS = re.compile(
    r"\b(?:[Ii]n closing|[Cc]losing remarks|(?:closed|adjourned) the [\w-]+|declared the [\w-]+(?: [\w-]+)? closed|(?:wa|i)s (?:declared )?closed)\b"
)
#: With what a report of a meeting goes on behind its last session.
_CONCLUDES = re.compile(
    r"(?:summary and |final |main )?conclusions and (?:decisions|recommendations|outcomes|(?:the )?way forward|next steps|follow up)|"
    r"(?:decisions|outcomes)(?: and (?:conclusions|recommendations|decisions|(?:the )?way forward|next steps|follow up))?|"
    r"(?:fazit|ergebnisse|zusammenfassung|resumee)(?: und ausblick)?|ausblick|schlussfolgerungen|conclusioni|prossimi passi|prospettive"
)


def concludes(line: str) -> bool:
    """Say whether a heading is that of what a report of a meeting tells behind its last session.

    Example:
        >>> concludes("Conclusions and decisions"), concludes("Conclusions on fog")
        (True, False)
    """
    return _CONCLUDES.fullmatch(fold(line)) is not None


def ends_meeting(words: Sequence[str]) -> bool:
    """Say whether the first of some blocks is the heading of a meeting's conclusions, and somebody ends the meeting below it.

    Args:
        words: what each block prints; behind the conclusions stands no further session.
    """
    heading, *below = words
    return bool(ceremony(heading)) and any(map(_ENDS.search, below)) and not any(map(session_label, below))
