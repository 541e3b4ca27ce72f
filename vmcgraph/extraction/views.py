"""Whose view or word a sentence gives without a verb of saying: "In her view, …", "in the words of Brook", "Brook's advice was …"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from vmcgraph.extraction.bodynames import contains_post
from vmcgraph.extraction.people import Draft
from vmcgraph.extraction.phrases import Text
from vmcgraph.extraction.speech import Subject

#: Forms of address and titles before a name.
TITLE = (
    r"(?:(?:Mr|Ms|Mrs|Mx|Dr|Prof|Amb|Hon|H\.E|Col|Gen|Cllr|Rev|Fr|Sir|Dame|Lord|Lady|Baroness|Sister|Brother|Father|Bishop|Archbishop|Cardinal|"
    r"Minister|Ambassador|Commissioner|President|Vice-President|Secretary|Professor|Senator|Judge|Mayor|Governor)\.?\s+)*"
)
#: Whose view a sentence gives without a verb that says so: "In her view, …", "in Brook's words", "For Brook, …".
_VIEW = r"(?:own\s+)?(?:words|views?|opinion|reading|account|experience|judge?ment|telling|eyes|estimation|assessment|phrase|mind)\b"
_IN_HER_VIEW = re.compile(rf"\b(?:[Ii]n|[Ff]rom|[Tt]o)\s+(?P<who>his|her)\s+{_VIEW}")
_IN_ONES_VIEW = re.compile(rf"'s?\s+{_VIEW}")
#: What somebody says, as a thing: "Brook's message was that …", "…, was Brook's first piece of advice".
_WORD = r"(?:own\s+)?(?:(?:first|last|final|main|short|simple)\s+)?(?:piece of\s+)?(?P<what>message|advice|answer|reply|response|warning|verdict|plea|conclusion|question|point|complaint|objection|fear|concern|argument|demand)\b"
_ONES_WORD = re.compile(rf"'s?\s+{_WORD}(?P<is>\s+(?:was|is)\b|:)?")
_HER_WORD = re.compile(rf"^(?P<who>His|Her)\s+{_WORD}(?:[^.,;:]{{0,60}}\s(?:was|is)\b|:)")
_FOR = re.compile(rf"^For\s+{TITLE}$")
_ASIDE = re.compile(
    r"(?:\s*\([^()]{1,80}\))?(?:,\s+(?!who\b|said\b)(?=\w)|\s+(?=(?:the|this|these|that|such|it|there)\s))"
)
#: Before whose view a sentence gives: "In the words of Brook, …".
_IN_THE_VIEW_OF = re.compile(rf"\b(?:[Ii]n|[Ff]rom|[Tt]o)\s+the\s+{_VIEW}\s+of\s+(?:the\s+)?{TITLE}")
#: Before who leads to what he or she says, and what stands between: "But Brook was blunt: “…”".
_LEADS = re.compile(rf"(?:(?:But|And|Yet|Then|So|Again),?\s+)?{TITLE}$")
_TO_SPEECH = re.compile(r"(?:\s*\([^()]{1,60}\))?[^:;“”\"]{0,120}:\s+[“\"]\s{8,}[.!?…–—]?[”\"]$")
_HE = re.compile(r"(?:(?:But|And|Yet|Then)\s+)?(?P<who>[Ss]?[Hh]e)(?=\s)")
_PREPOSED = re.compile(r"\b(?:[Ii]n|[Tt]o|[Ff]rom)\s+$")


def is_title(words: str) -> bool:
    """Say whether what stands between a verb and the name behind it is the person's title: " Greens MEP ", " the mayor of Lima, ".

    Example:
        >>> is_title(" the mayor of Lima, "), is_title(" the ferry to Lima, ")
        (True, False)
    """
    return len(words) < 90 and contains_post(words) and re.search(r"[.;:“”]|,\s+\S", words) is None


def viewed(
    text: Text, places: Sequence[tuple[int, int, str]], forms: Mapping[str, Draft], last: Draft | None
) -> tuple[Subject, str] | None:
    """Return whose view a sentence gives, and the words that say so.

    Args:
        text: the sentence, its quotations muted.
        places: start, end and form of each person it names.
        forms: whom each form names.
        last: who spoke last, whom "his" and "her" mean.

    Example:
        >>> brook = Draft("Ada Brook")
        >>> viewed(Text("In the words of Ada Brook, it rains."), [(16, 25, "Ada Brook")], {"Ada Brook": brook}, None)[1]
        'In the words of'
        >>> viewed(Text("Her advice to the hall was to wait."), [], {}, brook)[1]
        'advice'
    """
    if last and (own := _IN_HER_VIEW.search(text)):
        return Subject(*own.span("who"), (last,)), " ".join(own[0].split())
    if last and (told := _HER_WORD.match(text)):
        return Subject(*told.span("who"), (last,)), told["what"]
    if text.endswith(('"', "”")) and (leads := _leading_to_speech(text, places, forms, last)):
        return leads, ""
    of_view = _IN_THE_VIEW_OF.search(text)
    somebodys = "'s" in text or "s' " in text
    for start, end, form in places if somebodys or of_view or text.startswith("For ") else ():
        if words := _words(text, start, end, of_view):
            return Subject(start, end, (forms[form],)), words
    return None


def _leading_to_speech(
    text: Text, places: Sequence[tuple[int, int, str]], forms: Mapping[str, Draft], last: Draft | None
) -> Subject | None:
    """Return who is the one subject of a sentence that leads to direct speech: "Brook was blunt: “…”"."""
    pronoun = _HE.match(text) if last else None
    if pronoun and last and _TO_SPEECH.fullmatch(text, pronoun.end()):
        return Subject(*pronoun.span("who"), (last,))
    start, end, form = places[0] if len(places) == 1 else (0, 0, "")
    named = form and (_LEADS.fullmatch(text[:start]) or is_title(text[:start]))
    return Subject(start, end, (forms[form],)) if named and _TO_SPEECH.fullmatch(text, end) else None


def _words(text: Text, start: int, end: int, of_view: re.Match[str] | None) -> str:
    """Return the words by which a sentence gives the view of the person named at a place, or ""."""
    word = _ONES_WORD.match(text, end)
    if word and (word["is"] or text[:start].endswith((", was ", ", is "))):
        return word["what"]
    if of_view and (start == of_view.end() or (start > of_view.end() and is_title(text[of_view.end() : start]))):
        return " ".join(of_view[0].split()[:4])
    view = _IN_ONES_VIEW.match(text, end) if _PREPOSED.search(text[:start]) else None
    if view:
        return view[0].split()[-1]
    return "For" if _FOR.search(text[:start]) and _ASIDE.match(text, end) else ""
