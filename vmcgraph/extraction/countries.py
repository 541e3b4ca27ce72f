"""Where a report names countries: by name, by adjective, by a capital that stands for its government."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vmcgraph import reference
from vmcgraph.document import Block, Document
from vmcgraph.extraction.people import People
from vmcgraph.extraction.phrases import PhraseFinder
from vmcgraph.reference import CountryEntry

_VOICE = re.compile(r"\b(?:view|voices?|news|signals?|message) from\s+$")
_PLACE = re.compile(r"\b(?:in|from|to|at|near|of|outside|the)\s+$", re.IGNORECASE)
_DEED = re.compile(
    r"\s+(?:is|has|was|will|would|had|and\s+[A-Z]\w+\s+(?:agreed|signed)|agreed|announced|signed|insists?|wants?|plans?|argues?|rejected|adopted|"
    r"decided|hopes?|sees?|remains)\b"
    r"|'s\s+(?:[A-Z]\w+|new|own|plan|position|policy|government|approach|decision|proposal|stance|efforts?)\b"
)


#: A place that names a country: the country, the form as printed, start, end, the block.
CountryPlace = tuple[CountryEntry, str, int, int, Block]


@cache
def _names() -> PhraseFinder:
    return PhraseFinder(form for form, (_, sort) in reference.country_forms().items() if sort != "capital")


@cache
def _waters() -> PhraseFinder:
    return PhraseFinder(row["name"] for row in reference.table("places") if " " in row["name"])


@cache
def capitals() -> PhraseFinder:
    """Return a finder of capitals."""
    return PhraseFinder(form for form, (_, sort) in reference.country_forms().items() if sort == "capital")


@cache
def loud_names() -> PhraseFinder:
    """Return a finder of countries in capitals, as bulletins print who speaks."""
    return PhraseFinder(reference.loud_countries())


@cache
def _foreign_names(language: str) -> PhraseFinder:
    return PhraseFinder(reference.foreign_country_forms(language))


def find_countries(document: Document, flat: str, people: People, language: str = "en") -> Iterator[CountryPlace]:
    """Yield each place that names a country.

    Args:
        document: the report.
        flat: its plain text, line ends as blanks.
        people: a country inside a person's name is none.
        language: of the report; "de" and "it" have names and adjectives of their own.
    """
    if language != "en":
        yield from _find_foreign(document, flat, people, language)
        return
    forms = reference.country_forms()
    loud = reference.loud_countries()
    names = people.forms.full_finder
    elsewhere = [(start, end) for start, end, _ in _waters().find(flat)]  # "South China Sea", also across a page break
    for block in document.blocks:
        if block.kind == "furniture":
            continue
        inside = [(start, end) for start, end, _ in names.find(flat, block.start, block.end)]
        for start, end, form in _names().find(flat, block.start, block.end):
            if not any(first <= start < last for first, last in (*inside, *elsewhere)):
                article = 4 if form.startswith(("The ", "the ")) else 0
                yield forms[form][0], form[article:], start + article, end, block
        if block.kind == "paragraph":
            for start, end, form in loud_names().find(flat, block.start, block.end):
                if not any(first <= start < last for first, last in inside) and not _among_capitals(flat, start, end):
                    yield loud[form], form, start, end, block
        for start, end, form in capitals().find(flat, block.start, block.end):
            if block.kind in ("paragraph", "heading") and acts(flat, start, end):
                yield forms[form][0], form, start, end, block


def _find_foreign(
    document: Document, flat: str, people: People, language: str
) -> Iterator[tuple[CountryEntry, str, int, int, Block]]:
    """Yield the countries of a text in German or Italian."""
    forms = reference.foreign_country_forms(language)
    names = people.forms.full_finder
    finder = _foreign_names(language)
    for block in document.blocks:
        inside = [(start, end) for start, end, _ in names.find(flat, block.start, block.end)]
        for start, end, form in finder.find(flat, block.start, block.end):
            if block.kind != "furniture" and not any(first <= start < last for first, last in inside):
                yield forms[form], form, start, end, block


def _among_capitals(flat: str, start: int, end: int) -> bool:
    """Say whether a name in capitals stands among other words in capitals: it may be part of theirs."""
    return bool(
        re.search(r"[A-ZÀ-Þ]{2,}[ -]$", flat[max(0, start - 4) : start])
        or re.match(r"[ -][A-ZÀ-Þ]{2,}", flat[end : end + 4])
    )


def acts(flat: str, start: int, end: int) -> bool:
    """Say whether a capital stands for its government: it does something, has a policy, or a view.

    Example:
        >>> acts("Cairo is preparing a law.", 0, 5), acts("We met in Cairo.", 10, 15)
        (True, False)
    """
    before = flat[max(0, start - 16) : start]
    if _VOICE.search(before):
        return True
    return not _PLACE.search(before) and _DEED.match(flat, end) is not None
