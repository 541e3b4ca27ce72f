"""Put the commas that an agenda leaves out: "Desk Officer Labour Department Ministry of Work Ghana"."""

from __future__ import annotations

import re

from vmcgraph import reference
from vmcgraph.extraction.bodynames import Known, body_like, contains_post, is_unit
from vmcgraph.spelling import fold

_BOUND = re.compile(r"(?:\b(?:of|for|and|the|to|in|on|at|with|de|&)|[,–-])$", re.IGNORECASE)


def separated(line: str, known: Known) -> str:
    """Return a post printed without commas with a comma before its unit, body and country.

    Args:
        line: post, unit, body and country as one line; a line with a comma is left as it is.
        known: says whether a text is a form of a known body.

    Example:
        >>> separated("Desk Officer Labour Department Ministry of Work Ghana", lambda form: False)
        'Desk Officer, Labour Department, Ministry of Work, Ghana'
        >>> separated("Ambassador of Ghana to Malta", lambda form: False)
        'Ambassador of Ghana to Malta'
    """
    if "," in line or not contains_post(line) or known(line):
        return line
    head, country = _country(line, known)
    head, body = _body(head)
    parts = [*_title(head, known), body, country]
    return ", ".join(part for part in parts if part)


def _country(line: str, known: Known) -> tuple[str, str]:
    """Take a country off the end, unless it belongs to a name such as "Statistics Norway"."""
    words = line.split()
    for count in (3, 2, 1):
        head, tail = " ".join(words[:-count]), " ".join(words[-count:])
        if not head or _BOUND.search(head) or not reference.country_named(tail):
            continue
        nouns = reference.body_nouns()
        strong = any(fold(word) in nouns and nouns[fold(word)].strong for word in head.split()[:-1])
        if (strong and not known(" ".join(words[-count - 1 :]))) or fold(words[-count - 1]) in reference.posts():
            return head, tail
    return line, ""


def _body(line: str) -> tuple[str, str]:
    """Cut before a body that starts with its noun: "… Ministry of Work", "… University of Malta"."""
    for match in re.finditer(r"\s(?=(?:(?:Federal|State|National)\s)?([A-ZÀ-ÞĀ-ɏ][\w-]+)\s(?:of|for)\s)", line):
        noun = reference.body_nouns().get(fold(match[1]))
        head = line[: match.start()]
        if noun and noun.strong and contains_post(head) and not _BOUND.search(head):
            return head, line[match.end() :]
    return line, ""


def _title(line: str, known: Known) -> list[str]:
    """Cut behind the title: its last noun of a post, or one word of its field behind "of"."""
    words = line.split()
    for count in range(len(words) - 1, 0, -1):
        head, rest = " ".join(words[:count]), " ".join(words[count:])
        field = (
            len(words[:count]) > 2
            and not words[count - 1].endswith(("'s", "s'"))
            and words[count - 2] in ("of", "for")
            and fold(words[count - 3]) in reference.posts()
        )
        ends = fold(words[count - 1]) in reference.posts()
        if rest[0].isupper() and (ends or field) and _is_body(rest, known, several=field):
            return [head, rest]
    return [line]


def _is_body(text: str, known: Known, *, several: bool) -> bool:
    """Say whether a text is a body or unit; behind "Head of Sales" it takes two words and a noun that is surely a body's."""
    if known(text):
        return True
    noun = reference.body_nouns().get(fold(text.split()[-1]))
    if several:
        return len(text.split()) > 1 and noun is not None and noun.strong
    return not contains_post(text) and len(text.split()) > 1 and (body_like(text, known) or is_unit(text, known))
