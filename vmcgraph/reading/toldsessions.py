"""Sessions of a text that prints no headings over them and tells of one after the other in running prose.

"In the first session, chaired by Jane Roe, three papers were given under the heading “Fog at sea”": such a paragraph opens a session,
which lasts until the paragraph that opens the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vmcgraph.document import Block
from vmcgraph.programme import NUMBERS, ORDINALS
from vmcgraph.reading.items import Head
from vmcgraph.reading.layout import Layout
from vmcgraph.reading.sessionlines import theme

_ORDINALS = list(ORDINALS)[:10]
_ROMAN = "I II III IV V VI VII VIII IX X".split()
#: Which session of the event a word or number makes one; the last is the next to be told.
_PLACES = {
    word.casefold(): place
    for words in (_ORDINALS, _ROMAN, NUMBERS, map(str, range(1, 11)))
    for place, word in enumerate(words, 1)
}
_EVENTS = "conference|workshop|seminar|symposium|forum|meeting|event|dialogue|webinar|summit|day|congress|consultation"
_EDGES = ("opening", "closing", "concluding")
_KINDS = r"session|panel(?: discussion| debate)?|round[ -]?table(?: discussion)?|plenary(?: session)?|segment|block"
#: "the third and last working session", "Session 2", "Panel III".
_NTH = (
    rf"(?:(?:[Tt]he|[Aa]) (?P<ordinal>{'|'.join(_ORDINALS)}|last|final|next|opening|closing|concluding)(?: and (?:last|final)| of (?:the )?(?:{'|'.join(NUMBERS)}|\d))? "
    rf"(?:(?:working|plenary|panel|thematic|technical|expert|substantive|morning|afternoon) )?(?P<kind>{_KINDS})s?|"
    rf"(?P<numbered>Session|Panel|Round ?table)\s+(?P<number>\d{{1,2}}|[IVX]+|(?i:{'|'.join(NUMBERS)})))\b(?!['’]|\sof\s(?!the\s(?i:{_EVENTS})\b))"
)
#: What stands before it where it opens a paragraph: "After lunch, in".
_OPENS = re.compile(
    rf"(?:(?:After|Before|Following|On|In|At|Over)\b[^.,;:]{{2,50}},\s+)?(?:(?:[Ii]n|[Dd]uring|[Aa]t|[Ww]ithin)\s+)?{_NTH}"
)
_LED = re.compile(
    r"\b(?:took the chair (?:for|of|in)|(?:co-)?chaired|moderated|opened|led|facilitated|presided over|introduced|steered|guided)\s+"
    rf"{_NTH}"
)
#: "The workshop began with a session on crews": the first, which no word counts.
_BEGAN = re.compile(
    rf"\b(?:opened|began|started|commenced|kicked off) with an? (?:[\w-]+ )?(?P<kind>{_KINDS})\b(?P<ordinal>)(?P<numbered>)(?P<number>)"
)
#: Behind the number of a session: its title, before the first sentence on it.
_RUN_IN = re.compile(r"(?::|\s[–—])\s+(?P<title>(?=[A-ZÀ-ÞĀ-ɏ“\"])[^.]{4,120})")
#: How prose shows that it tells of a session of the event and of no sitting in the past: who led it, what was given in it, what it was on.
_TOLD = re.compile(
    r"\b(?:chair|chaired|moderated|moderator|facilitated|led by|papers?|presentations?|speakers?|panell?ists?|heading|entitled|titled|theme|"
    r"deal(?:t|s) with|devoted to|dedicated to|focus(?:s?ed|es|ing)? on|look(?:ed|s) (?:at|into)|discuss(?:ed|es)?|explore[ds]|examine[ds]|address(?:ed|es)|consider(?:ed|s)|"
    r"turn(?:ed|s) to|t(?:ook|akes) up|(?:wa|i)s (?:about|on)|participants)\b"
)
#: What is said of the sessions of an event, and not of those of a parliament.
_STAGED = re.compile(
    r"\b(?:chair|chaired|moderated|moderator|facilitated|led by|papers?|presentations?|speakers?|panell?ists?|heading|entitled|titled)\b"
)
#: What leads to the subject of a session.
_ABOUT = re.compile(
    r"\b(?:deal(?:t|s|ing) with|(?:devoted|dedicated) to|focus(?:s?ed|s?es|s?ing)? (?:\w+ly )?on|look(?:ed|s|ing) (?:at|into)|discuss(?:ed|es|ing)?|explor(?:ed|es?|ing)|"
    r"examin(?:ed|es?|ing)|address(?:ed|es|ing)?|consider(?:ed|s|ing)?|turn(?:ed|s) to|t(?:ook|akes) up|concern(?:ed|s)|cover(?:ed|s|ing)|tackl(?:ed|es?|ing)|(?:wa|i)s (?:about|on))\s+|"
    r"^,? on\s+"
)
#: Where the words that give it without quotation marks end.
_ENDS = re.compile(
    r"\s*[,;:(]|\s(?:and|which|who|that|with) (?:was|were|had|is)\b|\s(?:chaired|moderated|facilitated|led|introduced) by\b|"
    r"\swith (?:inputs?|presentations?|contributions?)\b|[.!?]?$"
)
_QUOTED = re.compile(r"[“\"„«]\s*(?P<theme>[^”\"“»]{4,200}?)[.,]?\s*[”\"“»]")
_LONGEST_TITLE = 160
_SENTENCE = re.compile(
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr))(?<!\b(?:Mrs|Hon|Amb|Mag|Rev))(?<!\bProf)[.!?][”\"]?\s+(?=[A-ZÀ-ÞĀ-ɏ“])"
)
#: The opening or closing of an event, told before the first of its sessions or behind the last.
_CEREMONY = re.compile(
    r"(?:[Ii]n|[Aa]t|[Dd]uring) (?:an?|the|his|her|their|its) (?:(?:short|brief|formal|official|joint) )?"
    r"(?P<title>(?P<opening>opening|welcoming|welcome|introductory|inaugural)?(?P<closing>(?:closing|concluding|final))? "
    r"(?:session|segment|ceremony|plenary|remarks|address|words|statements?))\b"
)
_FEWEST = 2


def told_sessions(layout: Layout) -> list[Head]:
    """Return where sessions begin of which nothing but prose tells, or none where fewer than two are counted.

    Args:
        layout: the plain text and its blocks.
    """
    sessions = list(_counted(layout))
    if len(sessions) < _FEWEST or not any(_STAGED.search(layout.words[head.index]) for head in sessions):
        return []
    opening = _ceremony(layout, "opening", 0, sessions[0].index)
    closing = _ceremony(layout, "closing", sessions[-1].index + 1, len(layout.blocks))
    return [*opening[-1:], *sessions, *closing[-1:]]


def _counted(layout: Layout) -> Iterator[Head]:
    """Yield the sessions that paragraphs count: the first, the second and so on."""
    count, kind = 0, ""
    for index, block in enumerate(layout.blocks):
        nth = _opens(layout.words[index], block)
        if nth is None:
            continue
        form = (nth["kind"] or nth["numbered"]).capitalize()
        counted = (nth["ordinal"] or nth["number"] or _ORDINALS[0]).casefold()
        place = _PLACES.get(counted, count + 1)
        if counted in _EDGES and not form.startswith(("Panel", "Round")):
            continue  # an opening or closing session is no session about something
        if place == count + 1 and (place > 1 or counted in _PLACES or counted == "opening") and form.startswith(kind):
            count, kind = place, kind or form.split()[0]
            title = _title(layout.words[index], nth)
            named = f"{nth['numbered']} {nth['number']}" if nth["numbered"] else f"{counted} {nth['kind']}"
            yield Head(index, "session", title or named, form, body=index)


def _opens(words: str, block: Block) -> re.Match[str] | None:
    """Return the words of a paragraph that open a session: they begin it, or tell who led it."""
    if block.kind != "paragraph":
        return None
    sentence = _SENTENCE.search(words)
    end = sentence.start() if sentence else len(words)
    found = _OPENS.match(words) or _LED.search(words, 0, end) or _BEGAN.search(words, 0, end)
    return found if found and _TOLD.search(words, 0, end + 200) else None


def _title(words: str, nth: re.Match[str]) -> str:
    """Return what a session was on: in quotation marks, or behind "dealt with" and its like."""
    sentence = _SENTENCE.search(words, nth.end())
    told = words[nth.end() : sentence.start() if sentence else len(words)]
    if sentence and (run_in := _RUN_IN.fullmatch(told)):
        return run_in["title"] + "?" * (words[sentence.start()] == "?")
    about = _ABOUT.search(told)
    behind = told[about.end() :] if about else ""
    if quoted := _QUOTED.match(told.lstrip(" ,:(–—-")) or _QUOTED.match(behind):
        return quoted["theme"]
    ends = _ENDS.search(behind)
    return theme(told) or (behind[: ends.start()] if ends and ends.start() < _LONGEST_TITLE else "")


def _ceremony(layout: Layout, role: str, first: int, stop: int) -> list[Head]:
    """Return the paragraphs between two blocks that begin with the opening or closing of the event."""
    found = ((index, _CEREMONY.match(layout.words[index])) for index in range(first, stop))
    return [
        Head(index, "session", match["title"], body=index)
        for index, match in found
        if match and match[role] and layout.blocks[index].kind == "paragraph"
    ]
