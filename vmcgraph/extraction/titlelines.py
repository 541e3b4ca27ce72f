"""What the line over a text calls its event, where the noun is one that sessions have too, or none at all: "Pilots' Retreat", "EMF 2031"."""

from __future__ import annotations

import re

from vmcgraph.programme import DATE, DAY, MONTHS, heading_kind

_WORD = r"[A-ZÀ-ÞĀ-ɏ][\w'’–-]*"
_LINK = r"and|of|the|for|in|&"
_NOUN = (
    r"workshop|round[ -]?table|festival|retreat|webinar|seminar|dialogue|colloquium|hackathon|academy|study[ -]visit"
)
_YEAR = r"(?:,?[ \t]+(?:19|20)\d\d)?"
_END = r"(?=[ \t*]*(?:$|[,:|·(–—]))"
#: "Pilots' Retreat, Riga", "High-Level Roundtable on Ports and People 2031".
_NAMED = re.compile(
    rf"(?:[Tt]he[ \t]+)?(?P<name>(?:(?:{_WORD}|{_LINK})[ \t]+){{0,7}}?(?i:{_NOUN})(?:[ \t]+(?i:on|for|of)(?:[ \t]+(?:{_WORD}|{_LINK}|OF|AND|THE|FOR)){{1,10}})?){_YEAR}{_END}"
)
#: A noun before the title: "Seminar: Tides and Taxes", "Round Table “Ports without People”".
_TITLED = re.compile(
    rf"(?:{_WORD}[ \t]+){{0,3}}?(?i:{_NOUN})(?::[ \t]+|[ \t]+(?=[“\"„«]))[“\"„«]?(?P<name>[^“”\"„«»]{{4,100}}?)[”\"“»]?{_YEAR}[ \t*]*$"
)
#: A name that says of which sort an event is, and not which one: "International Workshop".
_GENERAL = re.compile(
    rf"(?:(?:annual|international|regional|national|technical|joint|virtual|thematic|policy|expert|high-level|public|ministerial|special|closing|opening)\s+)*(?:{_NOUN})",
    re.IGNORECASE,
)
#: A short form and its year: "EMF 2031", "BFW2031 – Programme".
_SHORT = re.compile(rf"(?P<name>[A-Z]{{3,5}})[ \t]?(?:19|20)\d\d{_END}")
_YEAR_IN = re.compile(r"\b(?:19|20)\d\d\b|[A-Z](?:19|20)\d\d\b")
_PROGRAMME = re.compile(r"\b(?:programme|program|agenda|report|summary|minutes)\b", re.IGNORECASE)
#: So many lines stand over a text, and so long they are at most.
_LINES, _LONGEST = 3, 90


def event_over(shown: str) -> tuple[str, tuple[str, ...]]:
    """Return what the first line of a text calls the event that it is about, and the whole line if this has more; "" where it names none.

    The year, or the day or sort of document right below, tells that it is no headline.

    Args:
        shown: the text without markup.

    Example:
        >>> event_over("Pilots' Retreat, Riga\\n3-4 June 2031\\n"), event_over("Seminar: Tides and Taxes 2031")
        (("Pilots' Retreat", ()), ('Tides and Taxes', ('Seminar: Tides and Taxes',)))
        >>> event_over("EMF 2031\\nRiga"), event_over("Minister opens workshop\\nThe minister spoke.")
        (('EMF', ()), ('', ()))
    """
    lines = [" ".join(line.split()).strip(" *#_") for line in shown[:600].splitlines()]
    first, *below = [line for line in lines if line][:_LINES] or [""]
    told = _YEAR_IN.search(first) or any(map(_tells_when, below))
    if len(first) > _LONGEST or not told or heading_kind(first):
        return "", ()
    if (named := _NAMED.match(first)) and " " in named["name"] and not _GENERAL.fullmatch(named["name"]):
        return named["name"], ()
    if titled := _TITLED.match(first):
        return titled["name"].strip(), (re.sub(rf"{_YEAR}$", "", first),)
    short = _SHORT.match(first)
    month = short is not None and short["name"].lower() in MONTHS
    return (short["name"], ()) if short and not (month or _PROGRAMME.search(first[: short.end("name")])) else ("", ())


def _tells_when(line: str) -> bool:
    """Say whether a line prints day or sort of a document, and no sentence."""
    if len(line) > _LONGEST or line.endswith("."):
        return False
    return bool(DATE.search(line) or DAY.search(line) or _PROGRAMME.search(line))
