"""Who says something together: "Brook and Roe", "Brook of the Quay Trust, Roe and Vik", "Brook, Harbour Master of Lima, and Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vmcgraph.extraction.bodynames import contains_post
from vmcgraph.extraction.phrases import Text
from vmcgraph.extraction.speech import Subject, joins
from vmcgraph.extraction.views import TITLE

_CAPITAL = r"[A-ZÀ-ÞĀ-ɏ][\w.'&-]*"
_NAMES = rf"{_CAPITAL}(?:\s(?:(?:of|for|and|on|to|in|the|de|del|la)\s){{0,2}}{_CAPITAL}){{0,9}}?"
_LINK = r"\s*(?P<link>,?\s*(?:and|as well as)\b|,|&)\s+"
#: Between two who follow each other, maybe behind a body or a post of the first.
_NEXT = re.compile(
    rf"(?:\s*\([^()]{{1,40}}\))?(?:\s+(?:of|from|at|for)\s+(?:the\s+)?{_NAMES}|,\s+(?:the\s+|an?\s+)?(?P<post>{_NAMES}|[^,.;:“”()]{{3,120}}(?=,)))?"
    rf"{_LINK}(?:{TITLE}|(?:the\s+)?(?P<title>{_NAMES})\s+)"
)
#: Between two who are named with "both", one with a body: "Both Brook of the charity Quay and Roe".
_BOTH_AND = re.compile(rf"\s+(?:of|from|at|for)\s+[^,.;:“”()]{{2,80}}?(?P<link>\s+and)\s+{TITLE}")
#: What opens a sentence and governs the first of a list: "According to Brook, Roe and Vik claimed".
_GOVERNED = re.compile(
    rf"^[^,;]{{0,40}}\b(?:to|with|after|before|for|unlike|like|from|than|by|of|against)\s+(?:the\s+)?{TITLE}$",
    re.IGNORECASE,
)


def joined(text: Text, found: list[Subject], language: str) -> list[Subject]:
    """Return the subjects of a sentence, those as one that are so together: a comma joins only in a list, before "and".

    Args:
        text: the sentence.
        found: its subjects in order.
        language: of the text.

    Example:
        >>> from vmcgraph.extraction.people import Draft
        >>> brook, roe = Subject(0, 5, (Draft("Brook"),)), Subject(10, 13, (Draft("Roe"),))
        >>> [len(subject.persons) for subject in joined(Text("Brook and Roe agreed."), [brook, roe], "en")]
        [2]
    """
    made: list[Subject] = []
    for run in _runs(text, found, language):
        made.append(_as_one(text, run) if len(run) > 1 else run[0])
    return made


def _runs(text: Text, found: list[Subject], language: str) -> Iterator[list[Subject]]:
    """Yield the subjects that are one, in order."""
    run: list[Subject] = []
    links: list[str] = []
    for subject in found:
        link = _link(text, run[-1], subject, language) if run and bool(run[-1].persons) == bool(subject.persons) else ""
        if not link and run:
            yield from _lists(text, run, links)
            run, links = [], []
        links += [link] if link else []
        run.append(subject)
    yield from _lists(text, run, links) if run else ()


def _link(text: Text, first: Subject, second: Subject, language: str) -> str:
    """Return what joins two subjects, "," or "and", or ""."""
    if language != "en":
        return "and" if joins(text, first, second, language) else ""
    link = _NEXT.fullmatch(text, first.end, second.start)
    if link and link["title"] and (link["link"].endswith(",") or not contains_post(link["title"])):
        return ""
    if link and (not link["post"] or contains_post(link["post"])):
        same = second.persons and set(second.persons) <= set(first.persons)  # "Brook, the mayor"
        return "," if link["link"] == "," and not same else "and"
    return "and" if text.startswith("Both ") and _BOTH_AND.fullmatch(text, first.end, second.start) else ""


def _lists(text: Text, run: list[Subject], links: list[str]) -> Iterator[list[Subject]]:
    """Cut subjects in a row into those that are one: "and" ends a list, and what a preposition governs is none of it."""
    last = max((number for number, link in enumerate(links) if link == "and"), default=-1)
    headline = run[0].start == 0
    leads = links[:1] == [","] and text[run[-1].end : run[-1].end + 1] != ","
    if leads and _GOVERNED.search(text[: run[0].start]):
        yield run[:1]
        run, last = run[1:], last - 1
    end = len(run) if headline and last < 0 else last + 2
    yield from (run[:end],) if end > 1 else ([each] for each in run[:end])
    yield from ([each] for each in run[end:])


def _as_one(text: Text, run: list[Subject]) -> Subject:
    start, end = run[0].start, run[-1].end
    persons = tuple(dict.fromkeys(person for subject in run for person in subject.persons))
    return Subject(start, end, persons) if persons else Subject(start, end, (), text[start:end])
