"""The stance of a statement: told only where the verbs of its speaker tell it of all that the statement is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vmcgraph.extraction.phrases import Text
from vmcgraph.extraction.reportingverbs import bare_verbs, reporting_verbs
from vmcgraph.extraction.speech import Subject

_ARTICLE = r"(?:(?:the|an?|this|these|those|his|her|its|their|both)\s+)?"
#: What sets a thing off against another one, or puts something else between a verb and a thing.
_TURN = (
    "but|yet|while|whereas|though|although|without|rather|than|instead|unlike|except|not|no|nor|or|against|before|after|over|who|whom|whose|which|"
    "aber|sondern|statt|nicht|kein|keine|keinen|und|ma|non|e|ed|invece"
)
#: Between a verb and its object: an article and what describes the thing; "against weakening the Pact" is not against the Pact.
_OBJECT = re.compile(
    rf"\s+(?!(?!exist|ongo|upcom|outgo|leading|pending)\w+ing\b){_ARTICLE}"
    rf"(?:(?!(?:of|by|on|to|in|for|that|as|with|from|how|and|at|into|under|within|those|all|any|{_TURN})\b)[\w'’-]+\s+){{0,4}}"
)
#: Between an object and the next one of the verb.
_NEXT = re.compile(rf"(?:,(?:\s+and)?|\s+(?:and|as\s+well\s+as|und|sowie|e|ed))\s+{_ARTICLE}")
#: Before a verb with the subject of the one before it.
_GOES_ON = re.compile(
    r"(?:\b(?:but|yet|while|though|although|and)|[,;–—])\s+(?:(?:also|then|at\s+the\s+same\s+time|has|had|is|was|were|\w+ly)\s+)*(?P<not>(?:did|does|do)\s+not\s+(?:\w+ly\s+)?|not\s+)?$"
)
_OWNER = re.compile(r"['’]s?\s+\w")
_PASSIVE = re.compile(r"\s+by\b")
_TURNS = re.compile(rf"\b(?:that|{_TURN})\b|[;:–—]")
#: So long is what stands before a verb that goes on, at most.
_LEAD = 40
_INSERTION = re.compile(r",[^,]*,")  # "Brook, and not Roe, welcomed"
_NOT = re.compile(r"\b(?:not|never|no longer)\b|n't\b")
_HARDLY = re.compile(r"\b(?:hardly|barely|scarcely|would\s+have)\b")
#: What the words tell of somebody who does not support or does not reject a thing.
_DENIED = {"supports": "critical", "critical": "not-stated"}


def stance_of(text: Text, subject: Subject, start: int, end: int, verb: dict[str, str]) -> str:
    """Return what a verb says of the speaker's stance; "did not support" is critical, "backed …, but criticised …" mixed.

    Args:
        text: of the sentence.
        subject: of the verb.
        start: of the verb.
        end: of the verb.
        verb: its row.

    Example:
        >>> verb = reporting_verbs()[1]["support"]
        >>> stance_of(Text("Brook did not support the plan."), Subject(0, 5, ()), 14, 21, verb)
        'critical'
    """
    own = verb["stance"]
    before = _INSERTION.sub(",", text[subject.end : start]) if own else ""
    if not own or _HARDLY.search(before):
        return "not-stated"
    own = _DENIED[own] if _NOT.search(before) else own
    further = {stance for _, stance in gone_on(text, end)}
    return "mixed" if own != "not-stated" and further - {own, "not-stated"} else own


def gone_on(text: Text, end: int) -> Iterator[tuple[int, str]]:
    """Yield where each further verb with a stance ends whose subject is that of the first verb, and its stance.

    Args:
        text: of the sentence.
        end: of the first verb.

    Example:
        >>> list(gone_on(Text("Brook praised nets, did not back ropes and rejected hooks."), 13))
        [(32, 'critical'), (51, 'critical')]
    """
    finder, forms = reporting_verbs()
    for start, stop, form in finder.find(text.small, end):
        row = forms[form]
        link = _GOES_ON.search(text, max(end, start - _LEAD), start) if row["stance"] else None
        noun = link and not link["not"] and form == row["lemma"] and form in bare_verbs()
        if link and not noun and not _PASSIVE.match(text, stop):
            yield stop, _DENIED[row["stance"]] if link["not"] else row["stance"]


def holds_for_all(text: Text, start: int, end: int, places: Sequence[tuple[int, int]], themes: Sequence[int]) -> bool:
    """Say whether what is named behind a verb with a stance is all its object, or that of a further verb with one.

    "defended the Pact" takes a stance on the Pact; "defended this step against those of others" on nothing that it names.

    Args:
        text: of the sentence.
        start: of the verb.
        end: of the verb.
        places: start and end of each thing that the sentence names.
        themes: where the themes that it touches begin.

    Example:
        >>> text = Text("Brook praised Peru and Chile rather than Cuba.")
        >>> holds_for_all(text, 6, 13, [(14, 18), (23, 28)], []), holds_for_all(text, 6, 13, [(14, 18), (41, 45)], [])
        (True, False)
    """
    finder, forms = reporting_verbs()
    verbs = [end, *(stop for stop, _ in gone_on(text, end))]
    others = [stop for _, stop, form in finder.find(text.small, 0, start) if forms[form]["stance"]]
    last = 0
    for one, two in sorted(places):
        if one < start:
            if _is_object(text, others, one):
                return False  # "Brook, who had rejected Peru, praised Chile"
        elif one >= last:
            if not (last and _NEXT.fullmatch(text, last, one)) and not _is_object(text, verbs, one, last):
                return False
            if _OWNER.match(text, two):
                return False  # "Peru's critics"
            last = two
    behind = [theme for theme in themes if last <= theme and not _is_object(text, verbs, theme, last)]
    return last > 0 and not any(
        _TURNS.search(text, last, theme) or next(finder.find(text.small, last, theme), None) for theme in behind
    )


def _is_object(text: Text, verbs: Sequence[int], start: int, last: int = 0) -> bool:
    """Say whether what begins at a place is the first object of one of the verbs that end at some others, behind the last object."""
    return any(last <= verb <= start and _OBJECT.fullmatch(text, verb, start) for verb in verbs)
