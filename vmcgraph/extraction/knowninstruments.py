"""The instruments that the field knows, by all the ways in which their names are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vmcgraph import reference
from vmcgraph.extraction.instrumentnames import lower_nouns
from vmcgraph.extraction.phrases import PhraseFinder
from vmcgraph.reference import Row
from vmcgraph.spelling import fold, in_order

#: Types whose name is also written small: "talent partnerships", "return hubs".
_WRITTEN_SMALL = frozenset({"partnership", "platform", "centre/hub", "scheme", "policy framework"})
#: Italian nouns that prose writes small before a name.
_ITALIAN = frozenset(
    "Decreto Patto Piano Fondo Memorandum Protocollo Accordo Processo Legge Regolamento Direttiva Convenzione Codice Programma".split()
)
#: A list of things whose noun stands behind the last: "A, B and C systems".
_ELLIPTIC = re.compile(
    r"\b(?:[\w/-]+\s){0,2}[\w/-]+(?:,\s(?:[\w/-]+\s){0,2}[\w/-]+)*,?\sand\s(?:the\s)?(?:[\w/-]+\s){0,2}?[\w/-]+$"
)
_SHARED_NOUN = re.compile(r"\s(?P<noun>system|regulation|directive|convention|protocol)s\b")
#: In characters, before the noun.
_LONGEST_LIST = 90


@cache
def known_forms() -> dict[str, Row]:
    """Return every form of a well-known instrument with its row, also in the plural and as it stands in running text.

    Example:
        >>> known_forms()["EES"]["name"]
        'Entry/Exit System'
    """
    forms: dict[str, Row] = {}
    for row in reference.table("instruments"):
        printed = (row["name"], row["acronym"], *reference.cells(row["aliases"]))
        for form in printed:
            if not form or form.endswith(f"({row['acronym']})"):
                continue  # the acronym behind the name is a place of its own
            for variant in _variants(form, row["type"]):
                forms.setdefault(variant, row)
    return forms


def _variants(form: str, type: str) -> Iterator[str]:
    """Yield the ways in which a name is written: "Talent Pool", "talent pool", "Return hubs" at the start of a sentence."""
    yield form
    if " " not in form:
        return
    head = form.rsplit(" ", 1)[1]
    if reference.instrument_nouns().get(head) and not head.endswith("s"):
        yield f"{form}s"
    if head.capitalize() == head and head.lower() in lower_nouns():
        yield f"{form[: -len(head)]}{head.lower()}"
    head, _, rest = form.partition(" ")
    if head in _ITALIAN:
        yield f"{head.lower()} {rest}"
        yield f"{head.lower()} {rest.lower()}"
    names = re.search(r"\w[A-Z]|\d", form) is not None
    if not names and (type in _WRITTEN_SMALL or form.count(" ") > 1):
        small = form.lower()
        yield small
        yield small[0].upper() + small[1:]


def named_by(words: str) -> Row | None:
    """Return the one well-known instrument of which all words of a phrase are words, in their order, first and last included.

    Example:
        >>> named_by("entry-exit system")["name"], named_by("ferry system")
        ('Entry/Exit System', None)
    """
    wanted = fold(words).split()
    fitting = [row for name, row in _known_by_edges().get((wanted[0], wanted[-1]), ()) if in_order(wanted, name)]
    return fitting[0] if len(fitting) == 1 else None


@cache
def _known_by_edges() -> dict[tuple[str, str], list[tuple[list[str], Row]]]:
    """Return the words of the well-known names with their rows, by their first and last word."""
    found: dict[tuple[str, str], list[tuple[list[str], Row]]] = {}
    for row in reference.table("instruments"):
        name = fold(row["name"]).split()
        found.setdefault((name[0], name[-1]), []).append((name, row))
    return found


@cache
def known_finder() -> PhraseFinder:
    """Return a finder of all forms of the well-known instruments.

    Example:
        >>> [form for *_, form in known_finder().find("What the Entry/Exit System costs")]
        ['Entry/Exit System']
    """
    return PhraseFinder(known_forms())


@cache
def namesake_places() -> frozenset[str]:
    """Return the places after which processes and declarations are called.

    Example:
        >>> {"Rabat", "Brussels"} <= namesake_places()
        True
    """
    capitals = (form for form, (_, sort) in reference.country_forms().items() if sort == "capital")
    return frozenset((*capitals, *(row["name"] for row in reference.table("places"))))


def elliptic(flat: str, start: int, end: int) -> Iterator[tuple[Row, int, int]]:
    """Yield the well-known instruments of a list that prints their noun once, and where: "visa information, Schengen and entry-exit systems"."""
    for noun in _SHARED_NOUN.finditer(flat, start, end):
        base = max(start, noun.start() - _LONGEST_LIST)
        listed = _ELLIPTIC.search(flat[base : noun.start()])
        found: list[tuple[Row, int, int]] = []
        for member in re.finditer(r"(?:(?!and\b|the\b)[\w/-]+\s?)+", listed[0]) if listed else ():
            for word in re.finditer(r"[\w/-]+", member[0]):  # "the law covers visa information"
                row = named_by(f"{member[0][word.start() :]} {noun['noun']}")
                at = base + (listed.start() if listed else 0) + member.start()
                if row:
                    found.append((row, at + word.start(), at + len(member[0].rstrip())))
                    break
        if found and found[-1][2] == noun.start():
            found[-1] = (*found[-1][:2], noun.end())  # the noun belongs to the last
        yield from found if len(found) > 1 else ()


def short_forms(name: str, type: str, row: Row | None) -> Iterator[str]:
    """Yield the capitalised forms that can stand for an instrument once it was named in full: "Pact", "Talent Pool".

    Example:
        >>> sorted(short_forms("Harbour Skills Pact on Tides", "compact", None))
        ['Pact']
    """
    for form in reference.cells(row["text_aliases"]) if row else ():
        bare = re.sub(r"^[Tt]he\s+", "", form)
        if bare[0].isupper():
            yield bare
    head = re.split(r"\s+(?:on|of|for|to|in|with)\s+", name)[0].split()
    if type != "conference" and " " in name:
        for noun in {head[-1], " ".join(head[-2:])} - {name}:
            own, strong = reference.instrument_nouns().get(noun, ("", False))
            if own == type or strong:
                yield noun
